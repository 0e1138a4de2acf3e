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

    def keep_method(self, intent: dict) -> None:
        """The card that paid stays with the customer, where that was asked for."""
        card = (intent.get("payment_method_options") or {}).get("card") or {}
        if intent["customer"] and card.get("setup_future_usage"):
            method = self.books.get("methods", intent["payment_method"])
            self.books.put("methods", method["id"], method | {"customer": intent["customer"]})

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
        return self._page(request, [self._shown(row) for row in self._own(key)])

    @route("POST", r"/v1/payment_methods/(pm_\w+)/detach")
    def detach_method(self, request, key):
        method = self.books.get("methods", key)
        if method is None or not method.get("customer"):
            return self._missing("payment_method", key)
        return Reply(body=self._shown(self.books.put("methods", key, method | {"customer": None})))

    @route("POST", "/v1/customer_sessions")
    def create_session(self, request):
        customer = request.form()["customer"]
        if not self.is_customer(customer):
            return self._missing("customer", customer)
        secret = f"cuss_secret_{secrets.token_hex(8)}"
        row = {"id": secret, "object": "customer_session", "customer": customer}
        self.books.put("sessions", secret, row)
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
        usage = form.get("payment_method_options[card][setup_future_usage]")
        if usage is not None:
            intent["payment_method_options"] = {"card": {"setup_future_usage": usage or None}}
        return Reply(body=self.books.put("intents", key, intent))
