"""Mercado Pago Checkout Pro behind the shop's interface: a page of theirs for each payment, where
the shopper pays by card, from their bank (PSE), or prints a voucher (Efecty, OXXO)."""

import logging
from dataclasses import replace
from decimal import Decimal

from commerce.gateways.base import (
    Answer,
    Gateway,
    GatewayUnavailable,
    NextStep,
    Outcome,
    RefundRefused,
    RequestRefused,
)
from commerce.gateways.credentials import credential
from markets.lookup import get_market

from . import movements, notifications, preferences
from .answers import Charge, answer_of, charge_of
from .client import ACCESS_TOKEN, Api, Refused, api_of, api_of_market, every_api
from .declines import decline_text
from .disputes import disputes_of

logger = logging.getLogger(__name__)

# Where it serves merchants, in which currency, and under which address.
COUNTRIES = {
    "AR": ("ARS", "com.ar"),
    "BR": ("BRL", "com.br"),
    "CL": ("CLP", "cl"),
    "CO": ("COP", "com.co"),
    "MX": ("MXN", "com.mx"),
    "PE": ("PEN", "com.pe"),
    "UY": ("UYU", "com.uy"),
}


class MercadoPagoGateway(Gateway):
    """A payment's reference is its preference until money came, then the payment there that
    brought it."""

    code = "mercadopago"
    default_name = "Mercado Pago"
    has_books = True

    def serves(self, market):
        currency, _address = COUNTRIES.get(market.country, ("", ""))
        return currency == market.currency and bool(credential(ACCESS_TOKEN, market.code))

    def try_keys(self, market):
        api_of_market(market.code).get("/v1/payments/search", limit=1)

    def staff_url(self, payment):
        country = get_market(payment.order.placement.market).country
        if not payment.provider_reference.isdigit() or country not in COUNTRIES:
            return ""
        _currency, address = COUNTRIES[country]
        return f"https://www.mercadopago.{address}/activities/1?q={payment.provider_reference}"

    def decline_text(self, failure_code):
        return decline_text(failure_code)

    def begin(self, payment, *, return_url):
        api = api_of(payment)
        answer = Answer(Outcome.OPEN)
        if payment.provider_reference:
            # Begun before: a voucher may wait, or money have come.
            answer = self.look_up(payment)
            if answer.outcome == Outcome.SUCCEEDED:
                return answer, NextStep(kind="done")
        try:
            if preferences.is_preference(payment.provider_reference):
                made = preferences.hold_open(api, payment, payment.provider_reference)
            else:
                made = preferences.make(api, payment, return_url=return_url)
        except Refused as refused:
            raise RequestRefused(str(refused)) from None
        step = NextStep(kind="redirect", url=made["init_point"])
        return replace(answer, reference=made["id"]), step

    def look_up(self, payment):
        api = api_of(payment)
        charges = _charges(api, payment)
        answer = answer_of(payment, charges)
        if answer.outcome == Outcome.SUCCEEDED and not payment.has_come:
            _stop_the_rest(api, payment, charges)
        return answer

    def cancel(self, payment):
        api = api_of(payment)
        # First nobody can begin any more, then what was begun is stopped, then we look.
        preferences.close(api, payment)
        for charge in _charges(api, payment):
            _stop(api, charge)
        answer = answer_of(payment, _charges(api, payment))
        is_over = answer.outcome == Outcome.DECLINED or answer.waits_until is None
        if answer.outcome != Outcome.SUCCEEDED and is_over:
            return replace(answer, outcome=Outcome.CANCELLED)
        return answer

    def refund(self, payment, *, amount: Decimal, idempotency_key):
        if not payment.provider_reference.isdigit():
            raise RefundRefused("Mercado Pago knows of no money that came")
        path = f"/v1/payments/{payment.provider_reference}/refunds"
        body = {"amount": preferences.number_of(amount)}
        try:
            return str(api_of(payment).post(path, body, key=idempotency_key)["id"])
        except Refused as refused:
            raise RefundRefused(refused.message or f"Mercado Pago: {refused.status}") from None

    def disputes(self, payment, *, undecided):
        if not payment.provider_reference.isdigit():
            return []
        of_it = charge_of(api_of(payment).get(f"/v1/payments/{payment.provider_reference}"))
        return disputes_of([of_it], undecided=undecided)

    def movements(self, *, since, until):
        for api in every_api():
            yield from movements.movements(api, since=since, until=until)

    def read_notification(self, *, body, headers, query):
        return notifications.read(body=body, headers=headers, query=query)


def _charges(api: Api, payment) -> list[Charge]:
    """Every payment there that is of ours: by our key, and the one whose name we know (the search
    may know it later, or never, where it was a surplus of another one)."""
    key = str(payment.idempotency_key)
    found = api.get("/v1/payments/search", external_reference=key, limit=100)["results"]
    charges = {one.id: one for one in map(charge_of, found)}
    known = payment.provider_reference
    if known.isdigit() and known not in charges:
        charges[known] = charge_of(api.get(f"/v1/payments/{known}"))
    return list(charges.values())


def _stop(api: Api, charge: Charge) -> None:
    """A voucher that nobody paid yet, a review. One that cannot be stopped is waited for."""
    if not charge.is_under_way:
        return
    try:
        api.put(f"/v1/payments/{charge.id}", {"status": "cancelled"})
    except Refused as refused:
        logger.info("Mercado Pago: payment %s goes on: %s", charge.id, refused)


def _stop_the_rest(api: Api, payment, charges: list[Charge]) -> None:
    """Money came: have no voucher and no open tab bring it a second time. What cannot be stopped
    now and comes all the same is a surplus, and goes back."""
    try:
        preferences.close(api, payment)
        for charge in charges:
            _stop(api, charge)
    except GatewayUnavailable as error:
        logger.warning("Mercado Pago: %s may be paid twice: %s", payment.order, error)
