"""Stripe on this machine, for the real ``stripe`` client: intents, refunds, disputes, customers,
the balance, signed events, and a page that does what Stripe.js does (``stripe_stand_in``).

``python -m tests.providers.stripe_server --port 8641 --webhook-url http://…/webhooks/stripe/``
"""

import argparse
import hashlib
import hmac
import json
import re
import secrets
import time
from pathlib import Path

from .server import ProviderServer, Reply, Request, Told, route
from .stripe_cards import METHODS, Card, card_of
from .stripe_js import PAYABLE, StripeJs
from .stripe_saved import SavedCards
from .stripe_stand_in import StandIn

SECRET_KEY = "sk_test_local"
PUBLISHABLE_KEY = "pk_test_local"
WEBHOOK_SECRET = "whsec_local"

VOUCHER_LASTS = 3 * 24 * 3600
# Stripe's least amount in a few currencies (https://docs.stripe.com/currencies).
LEAST = {"usd": 50, "mxn": 1000, "cop": 200000}


def new_id(kind: str) -> str:
    return f"{kind}_{secrets.token_hex(12)}"


def now() -> int:
    return int(time.time())


def fault(
    message: str, *, status: int = 400, code: str = "", kind="invalid_request_error"
) -> Reply:
    error = {"type": kind, "message": message} | ({"code": code} if code else {})
    return Reply(status, {"error": error})


def metadata_of(form: dict[str, str]) -> dict[str, str]:
    found = ((re.fullmatch(r"metadata\[(.+)\]", name), value) for name, value in form.items())
    return {match[1]: value for match, value in found if match}


class StripeServer(StandIn, StripeJs, SavedCards, ProviderServer):
    payable = PAYABLE
    webhook_secret = WEBHOOK_SECRET

    def __init__(self, *given, **named):
        super().__init__(*given, **named)
        # Paths that are said no to: 403, the shop's key has no right to it; 400, anything else.
        self.refused: dict[str, int] = {}

    # --- Who asks ---------------------------------------------------------------------------

    def authorize(self, request: Request) -> Reply | None:
        if not self.is_of_the_shop(request):
            return None
        if status := self.refused.get(request.path):
            return fault("No.", status=status)
        if request.headers.get("authorization") == f"Bearer {SECRET_KEY}":
            return None
        return fault("Invalid API Key provided", status=401)

    def is_of_the_shop(self, request: Request) -> bool:
        return request.path.startswith("/v1/")

    def idempotency_key(self, request: Request) -> str:
        return request.headers.get("idempotency-key", "")

    def conflicting_key(self) -> Reply:
        return fault("Keys for idempotent requests …", kind="idempotency_error")

    def not_found(self, request: Request) -> Reply:
        return fault(f"Unrecognized request URL {request.path}", status=404)

    def _missing(self, kind: str, key: str, *, param: str = "") -> Reply:
        """``param``: which parameter of a call names what there is not; else its address does."""
        message, code = f"No such {kind}: '{key}'", "resource_missing"
        refused = fault(message, status=400 if param else 404, code=code)
        refused.body["error"] |= {"param": param} if param else {}
        return refused

    # --- Intents ----------------------------------------------------------------------------

    @route("POST", "/v1/payment_intents")
    def create_intent(self, request):
        form = request.form()
        amount, currency = int(form["amount"]), form["currency"]
        if amount < LEAST.get(currency, 1):
            return fault("Amount must be more", code="amount_too_small")
        key = new_id("pi")
        intent = {
            "id": key,
            "object": "payment_intent",
            "amount": amount,
            "amount_received": 0,
            "currency": currency,
            "status": "requires_payment_method",
            "client_secret": f"{key}_secret_{secrets.token_hex(8)}",
            "created": now(),
            "description": form.get("description"),
            "livemode": False,
            "capture_method": "automatic_async",
            "metadata": metadata_of(form),
            "customer": form.get("customer"),
            "last_payment_error": None,
            "latest_charge": None,
            "next_action": None,
            "payment_method": None,
            "payment_method_options": {"card": {}},
            "setup_future_usage": None,
        }
        self.books.put("intents", key, intent)
        self._happened("payment_intent.created", intent)
        return Reply(body=intent)

    @route("GET", "/v1/payment_intents")
    def list_intents(self, request):
        return self._page(request, list(self.books.all("intents")))

    @route("GET", r"/v1/payment_intents/search")
    def search_intents(self, request):
        name, value = re.fullmatch(r'metadata\["(.+)"\]:"(.+)"', request.query["query"]).groups()
        found = [one for one in self.books.all("intents") if one["metadata"].get(name) == value]
        body = {"object": "search_result", "url": request.path, "has_more": False, "data": found}
        return Reply(body=body)

    @route("GET", r"/v1/payment_intents/(pi_\w+)")
    def retrieve_intent(self, request, key):
        intent = self.books.get("intents", key)
        return Reply(body=intent) if intent else self._missing("payment_intent", key)

    @route("POST", r"/v1/payment_intents/(pi_\w+)/cancel")
    def cancel_intent(self, request, key):
        intent = self.books.get("intents", key)
        if intent is None:
            return self._missing("payment_intent", key)
        if intent["status"] not in PAYABLE:
            return self._unexpected(intent, "cancel")
        intent |= {"status": "canceled", "next_action": None}
        self.books.put("intents", key, intent)
        self._happened("payment_intent.canceled", intent)
        return Reply(body=intent)

    @route("POST", r"/v1/payment_intents/(pi_\w+)/confirm")
    def confirm_intent(self, request, key):
        """As Stripe.js does it, with a test card by the name that Stripe has for it."""
        form = request.form()
        intent = self.books.get("intents", key)
        if intent is None:
            return self._missing("payment_intent", key)
        if intent["status"] not in PAYABLE:
            return self._unexpected(intent, "confirm")
        intent = self.pay_by_card(intent, METHODS[form["payment_method"]])
        if error := intent["last_payment_error"]:
            return Reply(402, {"error": error})
        return Reply(body=intent)

    def _unexpected(self, intent: dict, what: str) -> Reply:
        message = f"You cannot {what} this PaymentIntent: it has a status of {intent['status']}."
        return fault(message, code="payment_intent_unexpected_state")

    # --- What becomes of an intent ------------------------------------------------------------

    def pay_by_card(self, intent: dict, number: str) -> dict:
        return self._pay_with(intent, self.method_of(new_id("pm"), number))

    def pay_in_form(self, intent: dict, form: dict[str, str]) -> dict:
        """As a browser fills in Stripe's form. ``saved``: the name of a card that was saved, in
        place of a ``number``; ``save``: the tick that the card is to be saved. Both only with a
        session of the customer (``customer_secret``)."""
        features = self.session_of(intent, form.get("customer_secret", ""))
        if saved := form.get("saved"):
            method = self.books.get("methods", saved)
            if not features or method is None or method["customer"] != intent["customer"]:
                return self.decline(intent, "payment_method_unactivated")
            return self._pay_with(intent, method)
        method = self.method_of(new_id("pm"), form.get("number", ""))
        if form.get("save"):
            intent = self.tick(intent, method, features)
        return self._pay_with(intent, method)

    def _pay_with(self, intent: dict, method: dict) -> dict:
        card = card_of(method["number"])
        intent |= {"payment_method": method["id"], "last_payment_error": None, "next_action": None}
        if card.asks:
            step = {"type": "redirect_to_url", "redirect_to_url": {"url": self.secure_url(intent)}}
            intent |= {"status": "requires_action", "next_action": step}
            self.books.put("intents", intent["id"], intent)
            self._happened("payment_intent.requires_action", intent)
            return intent
        return self.ask_bank(intent, card)

    def ask_bank(self, intent: dict, card: Card) -> dict:
        if card.declined is not None:
            return self.decline(intent, *card.declined, charge=new_id("ch"))
        return self.succeed(intent, card)

    def decline(self, intent: dict, code: str, decline_code: str = "", charge: str = "") -> dict:
        method = {"id": intent["payment_method"], "object": "payment_method"}
        error = {
            "type": "card_error" if charge else "invalid_request_error",
            "code": code,
            "message": code,
            "payment_method": method,
        }
        if charge:
            error |= {"charge": charge, "decline_code": decline_code}
            row = self._charge(intent, charge, status="failed", failure_code=code)
            self.books.put("declined", charge, row)
        intent |= {
            "status": "requires_payment_method",
            "payment_method": None,
            "next_action": None,
            "last_payment_error": error,
            "latest_charge": charge or intent["latest_charge"],
        }
        self.books.put("intents", intent["id"], intent)
        self._happened("payment_intent.payment_failed", intent)
        return intent

    def succeed(self, intent: dict, card: Card) -> dict:
        charge = self._charge(intent, new_id("ch"), status="succeeded")
        self.books.put("charges", charge["id"], charge | {"card": vars(card)})
        self._move("charge", charge, charge["amount"])
        intent |= {
            "status": "succeeded",
            "amount_received": intent["amount"],
            "latest_charge": charge["id"],
            "next_action": None,
            "last_payment_error": None,
        }
        self.books.put("intents", intent["id"], intent)
        self.keep_method(intent)
        self._happened("payment_intent.succeeded", intent)
        if card.disputed:
            self.dispute(charge)
        return intent

    @staticmethod
    def _charge(intent: dict, key: str, *, status: str, failure_code: str | None = None) -> dict:
        return {
            "id": key,
            "object": "charge",
            "amount": intent["amount"],
            "amount_refunded": 0,
            "currency": intent["currency"],
            "created": now(),
            "failure_code": failure_code,
            "metadata": intent["metadata"],
            "payment_intent": intent["id"],
            "paid": status == "succeeded",
            "status": status,
        }

    def make_voucher(self, intent: dict) -> dict:
        details = {
            "expires_after": now() + VOUCHER_LASTS,
            "number": secrets.token_hex(7).upper(),
            "hosted_voucher_url": f"{self.url}/stand-in/{intent['id']}/voucher",
        }
        step = {"type": "oxxo_display_details", "oxxo_display_details": details}
        method = {"id": new_id("pm"), "object": "payment_method", "type": "oxxo"}
        intent |= {
            "status": "requires_action",
            "payment_method": method["id"],
            "last_payment_error": None,
            "next_action": step,
        }
        self.books.put("intents", intent["id"], intent)
        self._happened("payment_intent.requires_action", intent)
        return intent

    # --- Refunds and disputes -------------------------------------------------------------------

    @route("POST", "/v1/refunds")
    def create_refund(self, request):
        form = request.form()
        intent = self.books.get("intents", form["payment_intent"])
        if intent is None:
            return self._missing("payment_intent", form["payment_intent"])
        if intent["status"] != "succeeded":
            return fault("This PaymentIntent does not have a successful charge to refund.")
        charge = self.books.get("charges", intent["latest_charge"])
        left = charge["amount"] - charge["amount_refunded"]
        amount = int(form.get("amount", left))
        if not left:
            return fault("Charge has already been refunded.", code="charge_already_refunded")
        if amount > left:
            return fault(f"Refund amount ({amount}) is greater than unrefunded amount ({left})")
        refund = {
            "id": new_id("re"),
            "object": "refund",
            "amount": amount,
            "charge": charge["id"],
            "currency": charge["currency"],
            "created": now(),
            "metadata": metadata_of(form),
            "payment_intent": intent["id"],
            "status": "pending" if charge["card"]["pending_refund"] else "succeeded",
        }
        charge["amount_refunded"] += amount
        self.books.put("charges", charge["id"], charge)
        self.books.put("refunds", refund["id"], refund)
        self._move("refund", refund, -amount)
        self._happened("charge.refunded", charge)
        if charge["card"]["refund_fails_later"]:
            self.fail_refund(refund["id"])
        return Reply(body=refund)

    def fail_refund(self, key: str) -> None:
        """The bank does not take it back: the money is with the shop again."""
        refund = self.books.get("refunds", key)
        refund |= {"status": "failed", "failure_reason": "expired_or_canceled_card"}
        self.books.put("refunds", key, refund)
        charge = self.books.get("charges", refund["charge"])
        charge["amount_refunded"] -= refund["amount"]
        self.books.put("charges", charge["id"], charge)
        self._move("refund_failure", refund, refund["amount"])
        self._happened("refund.failed", refund)

    def decide(self, dispute: dict, status: str) -> None:
        """The bank decides: ``won`` brings the money back."""
        dispute |= {"status": status}
        self.books.put("disputes", dispute["id"], dispute)
        if status == "won":
            self._move("adjustment", dispute, dispute["amount"])
        kind = "closed" if status in ("won", "lost") else "updated"
        self._happened(f"charge.dispute.{kind}", dispute)

    @route("GET", "/v1/disputes")
    def list_disputes(self, request):
        intent, rows = request.query.get("payment_intent"), list(self.books.all("disputes"))
        if intent is not None and self.books.get("intents", intent) is None:
            return self._missing("payment_intent", intent)
        return self._page(request, [one for one in rows if intent in (None, one["payment_intent"])])

    def dispute(self, charge: dict) -> dict:
        dispute = {
            "id": new_id("du"),
            "object": "dispute",
            "amount": charge["amount"],
            "charge": charge["id"],
            "currency": charge["currency"],
            "created": now(),
            "metadata": {},
            "payment_intent": charge["payment_intent"],
            "evidence_details": {"due_by": now() + 7 * 86400},
            "reason": "fraudulent",
            "status": "needs_response",
        }
        self.books.put("disputes", dispute["id"], dispute)
        self._move("adjustment", dispute, -dispute["amount"])
        self._happened("charge.dispute.created", dispute)
        return dispute

    # --- Lists ------------------------------------------------------------------------------

    @route("GET", "/v1/charges")
    def list_charges(self, request):
        """Those that brought money, and each card that was declined."""
        intent = request.query["payment_intent"]
        rows = [*self.books.all("declined"), *self.books.all("charges")]
        return self._page(request, [one for one in rows if one["payment_intent"] == intent])

    @route("GET", "/v1/refunds")
    def list_refunds(self, request):
        intent = request.query["payment_intent"]
        return self._page(
            request,
            [one for one in self.books.all("refunds") if one["payment_intent"] == intent],
        )

    @route("GET", "/v1/balance_transactions")
    def list_movements(self, request):
        since, until = int(request.query["created[gte]"]), int(request.query["created[lt]"])
        rows = [row for row in self.books.all("movements") if since <= row["created"] < until]
        for row in rows:
            kind, key = row["source"]
            row["source"] = self.books.get(kind, key)
        return self._page(request, rows)

    def _page(self, request: Request, rows: list[dict]) -> Reply:
        """Newest first, as Stripe's lists are."""
        rows = rows[::-1]
        if after := request.query.get("starting_after"):
            rows = rows[[row["id"] for row in rows].index(after) + 1 :]
        limit = int(request.query.get("limit", 10))
        body = {
            "object": "list",
            "url": request.path,
            "has_more": len(rows) > limit,
            "data": rows[:limit],
        }
        return Reply(body=body)

    def _move(self, kind: str, source: dict, amount: int) -> None:
        row = {
            "id": new_id("txn"),
            "object": "balance_transaction",
            "type": kind,
            "amount": amount,
            "created": now(),
            "source": [f"{source['object']}s", source["id"]],
        }
        self.books.put("movements", row["id"], row)

    # --- Events -----------------------------------------------------------------------------

    def _happened(self, kind: str, row: dict) -> None:
        event = {
            "id": new_id("evt"),
            "object": "event",
            "created": now(),
            "livemode": False,
            "type": kind,
            "data": {"object": row},
        }
        self.tell(self.signed(json.dumps(event).encode()))

    def signed(self, body: bytes, *, secret: str = "", at: int = 0) -> Told:
        """An event as Stripe signs it when it is sent."""
        at = at or now()
        secret = secret or self.webhook_secret
        signature = hmac.new(secret.encode(), b"%d." % at + body, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "Stripe-Signature": f"t={at},v1={signature}",
        }
        return Told(body, headers)


def main() -> None:
    parser = argparse.ArgumentParser(description="Stripe on this machine")
    parser.add_argument("--port", type=int, default=8641)
    parser.add_argument("--webhook-url", default="")
    parser.add_argument("--books", type=Path)
    parser.add_argument("--fault-rate", type=float, default=0.0, help="0.25: one call in four")
    given = parser.parse_args()
    server = StripeServer(port=given.port, webhook_url=given.webhook_url, books=given.books)
    server.fault_rate = given.fault_rate
    print(f"Stripe's stand-in answers at {server.url}", flush=True)
    server.serve()


if __name__ == "__main__":
    main()
