"""Mercado Pago on this machine: preferences, its page for the shopper, payments, refunds,
notifications. ``tests.providers.mercadopago_pages`` is what the shopper sees of it.

    python -m tests.providers.mercadopago_server --port 8071 \
        --webhook-url http://localhost:8000/webhooks/mercadopago/ --books var/mercadopago.sqlite3

The shop is given any token that begins with ``TEST-``; each is an account of its own. Cards are
decided by the holder's first name, as with the real test cards: APRO is approved, CONT goes to a
review, OTHE, CALL, FUND, SECU, EXPI, FORM are declined.
"""

import argparse
import hashlib
import hmac
import json
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.providers import mercadopago_pages as pages
from tests.providers.server import ProviderServer, Reply, Request, Told, route

SECRET = "local-webhook-secret"
COLLECTOR = 447_212_764
DECLINES = {
    "OTHE": "cc_rejected_other_reason",
    "CALL": "cc_rejected_call_for_authorize",
    "FUND": "cc_rejected_insufficient_amount",
    "SECU": "cc_rejected_bad_filled_security_code",
    "EXPI": "cc_rejected_bad_filled_date",
    "FORM": "cc_rejected_bad_filled_other",
}
WITHOUT_CENTS = ("COP", "CLP")
STOPPABLE = ("pending", "in_process", "authorized")
VOUCHERS = {"COP": "efecty", "MXN": "oxxo"}
NOT_NOW = {"error": "bad_request", "message": "Not valid action for the state of the resource"}


class MercadoPagoServer(ProviderServer):
    """``ahead``: how far its clock is before ours."""

    def __init__(self, *, secret: str = SECRET, **kwargs):
        super().__init__(**kwargs)
        self.secret = secret
        self.ahead = timedelta()

    # --- What every call has -----------------------------------------------------------------

    def authorize(self, request: Request) -> Reply | None:
        is_api = request.path.startswith(("/v1/", "/checkout/preferences"))
        if not is_api or self._account(request).startswith("TEST-"):
            return None
        return Reply(401, {"error": "unauthorized", "message": "invalid access token"})

    def idempotency_key(self, request: Request) -> str:
        key = request.headers.get("x-idempotency-key", "")
        return f"{self._account(request)} {key}" if key and request.method == "POST" else ""

    @staticmethod
    def _account(request: Request) -> str:
        return request.headers.get("authorization", "").removeprefix("Bearer ")

    def now(self) -> datetime:
        return datetime.now(UTC) + self.ahead

    def _written(self, at: datetime | None = None) -> str:
        return (at or self.now()).isoformat(timespec="milliseconds")

    def _number(self) -> int:
        counted = (self.books.get("counter", "counter") or {"last": 1_000_000_000})["last"] + 1
        self.books.put("counter", "counter", {"last": counted})
        return counted

    def _is_over(self, text: str | None) -> bool:
        return bool(text) and datetime.fromisoformat(text) <= self.now()

    # --- Preferences -------------------------------------------------------------------------

    @route("POST", "/checkout/preferences")
    def make_preference(self, request: Request) -> Reply:
        asked = request.json()
        if problem := self._problem(asked):
            return Reply(400, {"error": "bad_request", "message": problem})
        name = f"{COLLECTOR}-{uuid.uuid4()}"
        kept = {
            **asked,
            "id": name,
            "account": self._account(request),
            "date_created": self._written(),
            "init_point": f"{self.url}/checkout/v1/redirect?pref_id={name}",
        }
        return Reply(201, self.books.put("preference", name, kept))

    @staticmethod
    def _problem(asked: dict[str, Any]) -> str:
        items = asked.get("items") or []
        if not items:
            return "items needed"
        for item in items:
            price = item.get("unit_price")
            if not isinstance(price, int | float) or price <= 0:
                return "unit_price invalid"
            if item.get("currency_id") in WITHOUT_CENTS and price != int(price):
                return "unit_price must be an integer in this currency"
        back = (asked.get("back_urls") or {}).get("success", "")
        if asked.get("auto_return") and not back.startswith("https://"):
            return "auto_return invalid. back_url.success must be defined"
        return ""

    @route("GET", "/checkout/preferences/search")
    def find_preferences(self, request: Request) -> Reply:
        key = request.query.get("external_reference")
        found = [
            row
            for row in self.books.all("preference")
            if row["account"] == self._account(request) and row["external_reference"] == key
        ]
        return Reply(200, {"elements": found, "next_offset": len(found), "total": len(found)})

    @route("PUT", "/checkout/preferences/([^/]+)")
    def change_preference(self, request: Request, name: str) -> Reply:
        kept = self.books.get("preference", name)
        if kept is None or kept["account"] != self._account(request):
            return self.not_found(request)
        return Reply(200, self.books.put("preference", name, kept | request.json()))

    # --- Payments ----------------------------------------------------------------------------

    @route("GET", "/v1/payments/search")
    def find_payments(self, request: Request) -> Reply:
        asked = request.query
        found = [
            row for row in self.books.all("payment") if row["account"] == self._account(request)
        ]
        if "external_reference" in asked:
            found = [
                one for one in found if one["external_reference"] == asked["external_reference"]
            ]
        if "range" in asked:
            since, until = map(datetime.fromisoformat, (asked["begin_date"], asked["end_date"]))
            at = asked["range"]
            found = [
                one
                for one in found
                if one[at] and since <= datetime.fromisoformat(one[at]) <= until
            ]
        offset, limit = int(asked.get("offset", 0)), int(asked.get("limit", 30))
        paging = {"total": len(found), "limit": limit, "offset": offset}
        return Reply(200, {"paging": paging, "results": found[offset : offset + limit]})

    @route("GET", r"/v1/payments/(\d+)")
    def tell_payment(self, request: Request, number: str) -> Reply:
        found = self._own(request, number)
        return Reply(200, found) if found else self.not_found(request)

    @route("PUT", r"/v1/payments/(\d+)")
    def cancel_payment(self, request: Request, number: str) -> Reply:
        found = self._own(request, number)
        if found is None:
            return self.not_found(request)
        asks_to_stop = request.json().get("status") == "cancelled"
        if not asks_to_stop or found["status"] not in STOPPABLE or found["is_at_the_bank"]:
            return Reply(400, NOT_NOW)
        return Reply(200, self.change(found, status="cancelled", detail="by_collector"))

    @route("POST", r"/v1/payments/(\d+)/refunds")
    def give_back(self, request: Request, number: str) -> Reply:
        found = self._own(request, number)
        if found is None:
            return self.not_found(request)
        left = round(found["transaction_amount"] - found["transaction_amount_refunded"], 2)
        amount = request.json().get("amount", left)
        if found["status"] != "approved":
            return Reply(400, NOT_NOW)
        if amount <= 0 or amount > left:
            return Reply(400, {"error": "bad_request", "message": "Invalid refund amount"})
        refund = {
            "id": self._number(),
            "payment_id": found["id"],
            "amount": amount,
            "date_created": self._written(),
            "status": "approved",
        }
        self.books.put("refund", str(refund["id"]), refund)
        found["transaction_amount_refunded"] = round(
            found["transaction_amount_refunded"] + amount, 2
        )
        is_all = found["transaction_amount_refunded"] == found["transaction_amount"]
        status = "refunded" if is_all else "approved"
        self.change(found, status=status, detail="refunded" if is_all else "partially_refunded")
        return Reply(201, refund)

    @route("GET", r"/v1/payments/(\d+)/refunds")
    def tell_refunds(self, request: Request, number: str) -> Reply:
        if self._own(request, number) is None:
            return self.not_found(request)
        return Reply(
            200, [row for row in self.books.all("refund") if row["payment_id"] == int(number)]
        )

    def _own(self, request: Request, number: str) -> dict | None:
        found = self.books.get("payment", number)
        return found if found and found["account"] == self._account(request) else None

    def change(self, payment: dict, *, status: str, detail: str) -> dict:
        """Something became of a payment: it is written down and told."""
        if status == "approved" and payment["date_approved"] is None:
            payment["date_approved"] = self._written()
        payment |= {"status": status, "status_detail": detail, "date_last_updated": self._written()}
        self.books.put("payment", str(payment["id"]), payment)
        self._notify(payment)
        return payment

    # --- The shopper at its page -------------------------------------------------------------

    @route("GET", "/checkout/v1/redirect")
    def show_page(self, request: Request) -> Reply:
        preference = self._payable(request.query.get("pref_id", ""))
        if isinstance(preference, Reply):
            return preference
        return Reply(200, pages.choices(preference, voucher=self._voucher_of(preference)))

    def _payable(self, name: str) -> dict | Reply:
        preference = self.books.get("preference", name)
        if preference is None:
            return Reply(404, pages.message("No such payment"))
        if preference.get("expires") and self._is_over(preference.get("expiration_date_to")):
            back = preference["back_urls"]["failure"]
            return Reply(410, pages.message("This payment link is no longer valid", back=back))
        return preference

    @staticmethod
    def _voucher_of(preference: dict) -> str:
        return VOUCHERS.get(preference["items"][0]["currency_id"], "")

    def _begin(self, preference: dict, method: str, **changes) -> dict:
        payment = {
            "id": self._number(),
            "account": preference["account"],
            "preference_id": preference["id"],
            "external_reference": preference["external_reference"],
            "currency_id": preference["items"][0]["currency_id"],
            "transaction_amount": preference["items"][0]["unit_price"],
            "transaction_amount_refunded": 0,
            "payment_method_id": method,
            "date_created": self._written(),
            "date_approved": None,
            "date_of_expiration": None,
            "is_at_the_bank": False,
            **changes,
        }
        return payment

    @route("POST", "/checkout/v1/card")
    def pay_by_card(self, request: Request) -> Reply:
        preference = self._payable(request.form().get("pref_id", ""))
        if isinstance(preference, Reply):
            return preference
        holder = request.form().get("holder", "").upper().split(" ")[0]
        payment = self._begin(preference, "master")
        if holder in DECLINES:
            self.change(payment, status="rejected", detail=DECLINES[holder])
            return Reply(200, pages.declined(preference, self._back(payment)))
        if holder == "CONT":
            self.change(payment, status="in_process", detail="pending_review_manual")
        else:
            self.change(payment, status="approved", detail="accredited")
        return self._leave(payment)

    @route("POST", "/checkout/v1/bank")
    def go_to_bank(self, request: Request) -> Reply:
        preference = self._payable(request.form().get("pref_id", ""))
        if isinstance(preference, Reply):
            return preference
        payment = self._begin(preference, "pse")
        self.change(payment, status="pending", detail="pending_waiting_transfer")
        return Reply(303, "", {"Location": f"/bank/{payment['id']}"})

    @route("GET", r"/bank/(\d+)")
    def show_bank(self, request: Request, number: str) -> Reply:
        payment = self.books.get("payment", number)
        return Reply(200, pages.bank(payment)) if payment else self.not_found(request)

    @route("POST", r"/bank/(\d+)")
    def decide_at_bank(self, request: Request, number: str) -> Reply:
        """``pay``, ``decline``, or ``days``: ordered, and no one can stop it any more."""
        payment = self.books.get("payment", number)
        if payment is None or payment["status"] not in ("pending", "in_process"):
            return Reply(410, pages.message("Nothing to pay here"))
        decision = request.form().get("decision", "")
        if decision == "pay":
            self.change(payment, status="approved", detail="accredited")
        elif decision == "decline":
            self.change(payment, status="rejected", detail="rejected_by_bank")
        elif decision == "days":
            payment["is_at_the_bank"] = True
            self.change(payment, status="in_process", detail="pending_waiting_transfer")
        return self._leave(payment)

    @route("POST", "/checkout/v1/voucher")
    def print_voucher(self, request: Request) -> Reply:
        preference = self._payable(request.form().get("pref_id", ""))
        if isinstance(preference, Reply):
            return preference
        until = preference.get("date_of_expiration")
        until = until or self._written(self.now() + timedelta(days=3))
        payment = self._begin(preference, self._voucher_of(preference), date_of_expiration=until)
        self.change(payment, status="pending", detail="pending_waiting_payment")
        return Reply(303, "", {"Location": f"/voucher/{payment['id']}"})

    @route("GET", r"/voucher/(\d+)")
    def show_voucher(self, request: Request, number: str) -> Reply:
        payment = self.books.get("payment", number)
        if payment is None:
            return self.not_found(request)
        return Reply(200, pages.voucher(payment, self._back(payment)))

    @route("POST", r"/voucher/(\d+)")
    def pay_at_counter(self, request: Request, number: str) -> Reply:
        payment = self.books.get("payment", number)
        is_over = payment is None or self._is_over(payment["date_of_expiration"])
        if is_over or payment["status"] != "pending":
            return Reply(410, pages.message("This voucher cannot be paid"))
        self.change(payment, status="approved", detail="accredited")
        return Reply(200, pages.message("Paid at the counter", back=self._back(payment)))

    def _back(self, payment: dict) -> str:
        """Where the shopper returns to, with what the real one adds to the address."""
        preference = self.books.get("preference", payment["preference_id"])
        kind = {"approved": "success", "rejected": "failure"}.get(payment["status"], "pending")
        parts = urlsplit(preference["back_urls"][kind])
        added = {
            "collection_id": payment["id"],
            "payment_id": payment["id"],
            "status": payment["status"],
            "external_reference": payment["external_reference"],
            "preference_id": payment["preference_id"],
        }
        query = urlencode([*parse_qsl(parts.query), *added.items()])
        return parts._replace(query=query).geturl()

    def _leave(self, payment: dict) -> Reply:
        preference = self.books.get("preference", payment["preference_id"])
        back = self._back(payment)
        if payment["status"] == "approved" and preference.get("auto_return"):
            return Reply(303, "", {"Location": back})
        return Reply(200, pages.message(f"Payment {payment['status']}", back=back))

    # --- Notifications -----------------------------------------------------------------------

    def _notify(self, payment: dict) -> None:
        number = str(payment["id"])
        body = {
            "id": self._number(),
            "type": "payment",
            "action": "payment.updated",
            "live_mode": False,
            "date_created": self._written(),
            "data": {"id": number},
        }
        self.tell(self._signed(payment, body, {"data.id": number, "type": "payment"}, number))
        if payment["status"] == "approved":
            body = {"topic": "merchant_order", "resource": f"{self.url}/merchant_orders/{number}"}
            query = {"id": number, "topic": "merchant_order"}
            self.tell(self._signed(payment, body, query, number))

    def _signed(self, payment: dict, body: dict, query: dict, about: str) -> Told:
        preference = self.books.get("preference", payment["preference_id"])
        given = parse_qsl(urlsplit(preference.get("notification_url", "")).query)
        request_id, at = str(uuid.uuid4()), int(self.now().timestamp() * 1000)
        manifest = f"id:{about.lower()};request-id:{request_id};ts:{at};"
        signature = hmac.new(self.secret.encode(), manifest.encode(), hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "x-request-id": request_id,
            "x-signature": f"ts={at},v1={signature}",
        }
        return Told(json.dumps(body).encode(), headers, urlencode([*given, *query.items()]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8071)
    parser.add_argument("--webhook-url", default="")
    parser.add_argument("--books", type=Path)
    asked = parser.parse_args()
    server = MercadoPagoServer(port=asked.port, webhook_url=asked.webhook_url, books=asked.books)
    print(f"Mercado Pago on {server.url}", flush=True)
    server.serve()


if __name__ == "__main__":
    main()
