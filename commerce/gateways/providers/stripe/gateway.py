"""Stripe behind the shop's interface: one payment intent for each payment.

The intent carries our key, and is made by it: a call that is made again within a day gets the
first answer (Stripe keeps keys for at least 24 hours), and after that the intent is found by what
it carries. Whoever has no reference of it never handed out its secret: nobody can have paid it.
"""

from datetime import timedelta
from typing import Any

import stripe
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commerce.gateways.base import (
    Answer,
    Gateway,
    NextStep,
    Outcome,
    RefundRefused,
    RequestRefused,
)
from commerce.gateways.credentials import credential

from . import books, cards, declines, notifications
from .answers import PAYABLE, answer_of, voucher_of, was_tried
from .client import (
    PUBLISHABLE_KEY,
    SECRET_KEY,
    asking,
    client_for,
    every_client,
    local_server,
)
from .disputes import REASONS, dispute_of
from .form import form_step
from .units import to_minor

DASHBOARD = "https://dashboard.stripe.com"
# Shorter than Stripe keeps idempotency keys.
KEYS_KEPT = timedelta(hours=20)
# Codes of amounts that cannot be paid this way: the shopper's to know, not ours to repeat.
NOT_THIS_AMOUNT = ("amount_too_small", "amount_too_large")
REFUND_FAILED = ("failed", "canceled")


class StripeGateway(Gateway):
    """Cards and wallets, and whatever methods the account has for the currency."""

    code = "stripe"
    default_name = _("Card (Stripe)")
    has_books = True

    def serves(self, market):
        return all(credential(name, market.code) for name in (SECRET_KEY, PUBLISHABLE_KEY))

    def try_keys(self, market):
        with asking():
            # A restricted key may have the one right and not the other.
            account = client_for(market.code).v1
            account.payment_intents.list({"limit": 1})
            account.disputes.list({"limit": 1})
            account.customers.list({"limit": 1})

    def staff_url(self, payment):
        if not payment.provider_reference:
            return ""
        is_test = "_test_" in credential(SECRET_KEY, _market_of(payment))
        base = local_server() or (f"{DASHBOARD}/test" if is_test else DASHBOARD)
        return f"{base}/payments/{payment.provider_reference}"

    def decline_text(self, failure_code):
        return declines.decline_text(failure_code)

    # --- Paying -----------------------------------------------------------------------------

    def begin(self, payment, *, return_url):
        with asking():
            try:
                intent = self._known(payment) or self._created(payment)
            except stripe.InvalidRequestError as refused:
                if refused.code not in NOT_THIS_AMOUNT:
                    raise
                return Answer(Outcome.DECLINED, failure_code=refused.code), NextStep(kind="done")
            if intent["status"] in PAYABLE:
                # Not as it is made: what is asked with one key may not change.
                intent = cards.give_customer(payment, intent)
            answer = self._answer(payment, intent)
        if intent["status"] not in PAYABLE:
            return answer, NextStep(kind="done")
        return answer, NextStep(kind="form")

    def form(self, payment, *, return_url, customer=None):
        market_code, cards_of = _market_of(payment), {}
        with asking():
            intent = self._known(payment, search=True)
            if intent is None or intent["status"] not in PAYABLE:
                return NextStep(kind="done")
            if customer is None and cards.saves(intent) and not voucher_of(intent):
                # Its owner ticked that as they tried to pay. Whoever else types a card here did
                # not: from the order's page it is begun anew, which forgets the tick.
                return NextStep(kind="done")
            known = cards.customer_of(payment) if customer is not None else ""
            if known and intent.get("customer") == known:
                cards_of = cards.offer_of(known, market_code)
        return form_step(intent, market_code=market_code, return_url=return_url, cards=cards_of)

    def _answer(self, payment, intent: dict[str, Any]) -> Answer:
        """With every card that was tried: between two of them nobody may have looked."""
        failed = []
        if was_tried(intent):
            charges = client_for(_market_of(payment)).v1.charges
            tried = charges.list({"payment_intent": intent["id"], "limit": 100}).data
            failed = [one.id for one in reversed(tried) if one.status == "failed"]
        return answer_of(intent, failed=failed)

    def _created(self, payment) -> dict[str, Any]:
        market_code = _market_of(payment)
        intents = client_for(market_code).v1.payment_intents
        key = str(payment.idempotency_key)
        # Nothing here may change while the payment waits: the same key must be the same call.
        params = {
            "amount": to_minor(payment.amount, payment.currency),
            "currency": payment.currency.lower(),
            "automatic_payment_methods": {"enabled": True},
            "description": payment.order.number,
            "metadata": {
                notifications.PAYMENT: key,
                "order": payment.order.number,
                "market": market_code,
            },
        }
        return intents.create(params, {"idempotency_key": key}).to_dict()

    def _known(self, payment, *, search: bool = False) -> dict[str, Any] | None:
        """The intent that there is: by its reference, else by our key where asking with the key
        again might make another (or ``search`` says so). None where Stripe knows of none."""
        intents = client_for(_market_of(payment)).v1.payment_intents
        if payment.provider_reference:
            try:
                return intents.retrieve(payment.provider_reference).to_dict()
            except stripe.InvalidRequestError as unknown:
                if unknown.http_status != 404:
                    raise
                return None
        if not search and payment.created_at > timezone.now() - KEYS_KEPT:
            return None
        query = f'metadata["{notifications.PAYMENT}"]:"{payment.idempotency_key}"'
        found = intents.search({"query": query, "limit": 1}).data
        return found[0].to_dict() if found else None

    def look_up(self, payment):
        with asking():
            intent = self._known(payment, search=True)
            if intent is None and payment.provider_reference:
                # Stripe forgets none: it is of another account than the one that our key is of.
                raise RequestRefused(f"No such payment_intent: {payment.provider_reference}")
            return self._answer(payment, intent) if intent else Answer(Outcome.OPEN)

    def cancel(self, payment):
        with asking():
            intent = self._known(payment, search=True)
            if intent is None:
                return Answer(Outcome.CANCELLED)
            if intent["status"] not in ("succeeded", "canceled"):
                intents = client_for(_market_of(payment)).v1.payment_intents
                try:
                    intent = intents.cancel(intent["id"]).to_dict()
                except stripe.InvalidRequestError:
                    # It moved on meanwhile: paid, or under way.
                    intent = intents.retrieve(intent["id"]).to_dict()
            return self._answer(payment, intent)

    # --- Giving back ------------------------------------------------------------------------

    def refund(self, payment, *, amount, idempotency_key):
        try:
            with asking():
                refund = self._refunded(payment, amount, str(idempotency_key))
        except RequestRefused as refused:
            raise RefundRefused(str(refused)) from refused
        if refund["status"] in REFUND_FAILED:
            raise RefundRefused(refund.get("failure_reason") or refund["status"])
        return refund["id"]

    def _refunded(self, payment, amount, key: str) -> dict[str, Any]:
        intent = self._known(payment, search=True)
        if intent is None:
            raise RefundRefused("Stripe knows nothing of this payment")
        refunds = client_for(_market_of(payment)).v1.refunds
        # Sent again after days its key is forgotten, and it would go back twice.
        given = refunds.list({"payment_intent": intent["id"], "limit": 100}).auto_paging_iter()
        for one in (row.to_dict() for row in given):
            if (one.get("metadata") or {}).get(books.REFUND) == key:
                return one
        params = {
            "payment_intent": intent["id"],
            "amount": to_minor(amount, payment.currency),
            "metadata": {books.REFUND: key, notifications.PAYMENT: str(payment.idempotency_key)},
        }
        return refunds.create(params, {"idempotency_key": key}).to_dict()

    def dispute_text(self, reason):
        return str(REASONS.get(reason, reason))

    def disputes(self, payment, *, undecided):
        if not payment.provider_reference:
            return []
        told = client_for(_market_of(payment)).v1.disputes
        of_it = {"payment_intent": payment.provider_reference, "limit": 100}
        with asking():
            return [dispute_of(one.to_dict()) for one in told.list(of_it).auto_paging_iter()]

    # --- What Stripe tells ------------------------------------------------------------------

    def movements(self, *, since, until):
        for client in every_client():
            yield from books.movements(client, since=since, until=until)

    def read_notification(self, *, body, headers, query):
        return notifications.read(body, headers)


def _market_of(payment) -> str:
    """Whose keys a payment was made with: those of the market that its order is of."""
    return payment.order.placement.market
