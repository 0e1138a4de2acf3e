"""Customers at the local Stripe, and the cards that they saved."""

import secrets

from .server import Reply, route
from .stripe_cards import brand_of


class SavedCards:
    """A part of ``stripe_server.StripeServer``."""

    def _own(self, customer: str) -> list[dict]:
        return [row for row in self.books.all("methods") if row.get("customer") == customer]

    @staticmethod
    def _shown(method: dict) -> dict:
        """Its number is told to nobody."""
        return {name: value for name, value in method.items() if name != "number"}

    def method_of(self, key: str, number: str) -> dict:
        digits = "".join(letter for letter in number if letter.isdigit())
        card = {"brand": brand_of(digits), "last4": digits[-4:], "exp_month": 8, "exp_year": 2031}
        kept = {"id": key, "object": "payment_method", "type": "card", "card": card}
        kept |= {"customer": None, "allow_redisplay": "unspecified", "number": digits}
        return self.books.put("methods", key, kept)

    def session_of(self, intent: dict, secret: str) -> dict:
        """What the form may do for the customer of an intent; empty without their session."""
        session = self.books.get("sessions", secret) if secret else None
        is_theirs = session and session["customer"] == intent["customer"]
        return session["features"] if is_theirs else {}

    def tick(self, intent: dict, method: dict, features: dict) -> dict:
        """As Stripe.js does where the customer ticks that their card is to be saved. The intent
        keeps that when the card is declined: with a publishable key nobody takes it back."""
        if features.get("payment_method_save") != "enabled":
            return intent
        self.books.put("methods", method["id"], method | {"allow_redisplay": "always"})
        intent["setup_future_usage"] = features["payment_method_save_usage"]
        return self.books.put("intents", intent["id"], intent)

    def keep_method(self, intent: dict) -> None:
        """The card that paid stays with the customer, where that was asked for."""
        card = (intent.get("payment_method_options") or {}).get("card") or {}
        usage = intent.get("setup_future_usage") or card.get("setup_future_usage")
        if intent["customer"] and usage:
            method = self.books.get("methods", intent["payment_method"])
            self.books.put("methods", method["id"], method | {"customer": intent["customer"]})

    @route("GET", "/v1/customers")
    def list_customers(self, request):
        return self._page(request, list(self.books.all("customers")))

    @route("POST", "/v1/customers")
    def create_customer(self, request):
        key = f"cus_{secrets.token_hex(8)}"
        row = {"id": key, "object": "customer", "metadata": {}}
        return Reply(body=self.books.put("customers", key, row))

    @route("DELETE", r"/v1/customers/(cus_\w+)")
    def delete_customer(self, request, key):
        row = self.books.get("customers", key)
        if row is None or row.get("deleted"):
            return self._missing("customer", key)
        for method in self._own(key):
            self.books.put("methods", method["id"], method | {"customer": None})
        self.books.put("customers", key, row | {"deleted": True})
        return Reply(body={"id": key, "object": "customer", "deleted": True})

    def is_customer(self, key: str) -> bool:
        row = self.books.get("customers", key)
        return row is not None and not row.get("deleted")

    @route("GET", r"/v1/customers/(cus_\w+)/payment_methods")
    def list_methods(self, request, key):
        if not self.is_customer(key):
            return self._missing("customer", key)
        rows = [self._shown(row) for row in self._own(key)]
        marked = request.query.get("allow_redisplay")
        return self._page(request, [r for r in rows if marked in (None, r["allow_redisplay"])])

    @route("POST", r"/v1/payment_methods/(pm_\w+)/detach")
    def detach_method(self, request, key):
        method = self.books.get("methods", key)
        if method is None or not method.get("customer"):
            return self._missing("payment_method", key)
        return Reply(body=self._shown(self.books.put("methods", key, method | {"customer": None})))

    @route("POST", "/v1/customer_sessions")
    def create_session(self, request):
        form = request.form()
        customer = form["customer"]
        if not self.is_customer(customer):
            return self._missing("customer", customer)
        secret = f"cuss_secret_{secrets.token_hex(8)}"
        row = {"id": secret, "object": "customer_session", "customer": customer}
        named = "components[payment_element][features]["
        features = {
            name.removeprefix(named).removesuffix("]"): value
            for name, value in form.items()
            if name.startswith(named)
        }
        self.books.put("sessions", secret, row | {"features": features})
        return Reply(body=row | {"client_secret": secret})

    @route("POST", r"/v1/payment_intents/(pi_\w+)")
    def update_intent(self, request, key):
        intent, form = self.books.get("intents", key), request.form()
        if intent is None:
            return self._missing("payment_intent", key)
        if intent["status"] not in self.payable:
            return self._unexpected(intent, "update")
        if customer := form.get("customer"):
            if not self.is_customer(customer):
                return self._missing("customer", customer, param="customer")
            intent["customer"] = customer
        if (usage := form.get("setup_future_usage")) is not None:
            intent["setup_future_usage"] = usage or None
        usage = form.get("payment_method_options[card][setup_future_usage]")
        if usage is not None:
            intent["payment_method_options"] = {"card": {"setup_future_usage": usage or None}}
        return Reply(body=self.books.put("intents", key, intent))
