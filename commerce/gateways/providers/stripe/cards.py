"""Cards that signed-in customers save at Stripe, to pay with next time.

Whoever pays ticks that a card is to be saved (``save_card``): only then Stripe gets to know them,
as a customer without a name. From then on their payments are that customer's, and Stripe's form
offers their cards to them (``offer_of``), never to a guest who may see the order, nor to anybody
else.
"""

import logging
from dataclasses import dataclass
from typing import Any

import stripe

from commerce.gateways.base import GatewayUnavailable

from .client import asking, client_for, local_server
from .models import StripeCustomer

logger = logging.getLogger(__name__)

# As many as Stripe's form can offer.
MOST = 10
SESSION = {
    "payment_element": {
        "enabled": True,
        "features": {
            "payment_method_redisplay": "enabled",
            "payment_method_redisplay_limit": MOST,
            # Only what they asked us to save is there: all of it is theirs to use.
            "payment_method_allow_redisplay_filters": ["always", "limited", "unspecified"],
            # They save and remove cards with us, in one place.
            "payment_method_save": "disabled",
            "payment_method_remove": "disabled",
        },
    }
}


@dataclass(frozen=True)
class SavedCard:
    """A card as its owner knows it. ``key`` is Stripe's name of it; ``month`` and ``year`` are when
    it expires."""

    key: str
    market: str
    brand: str
    last4: str
    month: int
    year: int


def customer_of(payment) -> str:
    """Stripe's name of the customer whose order this is, "" where they saved no card."""
    rows = StripeCustomer.objects.filter(
        user=payment.order.user_id, market=payment.order.placement.market
    )
    return rows.values_list("reference", flat=True).first() or ""


def _made_customer(user, market: str) -> str:
    row, _is_new = StripeCustomer.objects.get_or_create(user=user, market=market)
    if not row.reference:
        key = str(row.idempotency_key)
        customers = client_for(market).v1.customers
        made = customers.create({"metadata": {"customer": key}}, {"idempotency_key": key})
        StripeCustomer.objects.filter(pk=row.pk).update(reference=made.id)
        row.reference = made.id
    return row.reference


def is_to_be_saved(intent: dict[str, Any]) -> bool:
    """Whether the card that pays an intent will be saved."""
    card = (intent.get("payment_method_options") or {}).get("card") or {}
    return bool(card.get("setup_future_usage"))


def save_card(payment, *, wanted: bool) -> None:
    """Have the card that pays this payment be saved for whose order it is, or not. Nothing happens
    to one that is over. Raises GatewayUnavailable."""
    market = payment.order.placement.market
    # Cards only: a voucher that can be used once is still offered.
    card = {"setup_future_usage": "on_session" if wanted else ""}
    params: dict[str, Any] = {"payment_method_options": {"card": card}}
    with asking():
        for _time in range(2):
            if wanted:
                params["customer"] = _made_customer(payment.order.user, market)
            try:
                client_for(market).v1.payment_intents.update(payment.provider_reference, params)
            except stripe.InvalidRequestError as refused:
                if refused.param == "customer" and refused.code == "resource_missing":
                    # Somebody deleted them at Stripe: they are made anew.
                    StripeCustomer.objects.filter(user=payment.order.user, market=market).delete()
                    continue
                # It was paid, or stopped, in another tab.
            return


def offer_of(customer: str, market: str) -> dict[str, Any]:
    """What the payment form needs to offer a customer's cards: a secret of a few minutes for
    Stripe's form, the cards themselves for the local server's. Called inside ``asking``."""
    client = client_for(market)
    if local_server():
        return {"saved_cards": _cards(client, customer, market)}
    try:
        session = client.v1.customer_sessions.create({"customer": customer, "components": SESSION})
    except stripe.InvalidRequestError:
        # Without their cards they can still type one.
        logger.exception("Stripe refused to offer the cards of %s", customer)
        return {}
    return {"customer_secret": session.client_secret}


def saved_cards(user) -> list[SavedCard]:
    """All of somebody's, of every market that can be asked. Raises GatewayUnavailable where none
    can."""
    found: list[SavedCard] = []
    rows = list(StripeCustomer.objects.filter(user=user).exclude(reference="").order_by("pk"))
    away = []
    for row in rows:
        try:
            with asking():
                found += _cards(client_for(row.market), row.reference, row.market)
        except GatewayUnavailable as error:
            # One market's keys may be gone for good: the cards of the others can be removed.
            away.append(error)
    if away and len(away) == len(rows):
        raise away[0]
    return found


def remove_card(user, key: str) -> SavedCard | None:
    """Have Stripe forget a card of theirs; None where they have none of that name (any more).
    Raises GatewayUnavailable."""
    card = next((one for one in saved_cards(user) if one.key == key), None)
    if card is not None:
        with asking():
            try:
                client_for(card.market).v1.payment_methods.detach(card.key)
            except stripe.InvalidRequestError:
                return None  # Another tab was faster.
    return card


def forget_customer(market: str, reference: str) -> None:
    """Have Stripe delete a customer and their cards; safe to repeat. Raises GatewayUnavailable."""
    with asking():
        try:
            client_for(market).v1.customers.delete(reference)
        except stripe.InvalidRequestError as unknown:
            if unknown.http_status != 404:
                raise


def _cards(client: stripe.StripeClient, customer: str, market: str) -> list[SavedCard]:
    try:
        listed = client.v1.customers.payment_methods.list(customer, {"type": "card", "limit": 100})
    except stripe.InvalidRequestError as unknown:
        if unknown.http_status != 404:
            raise
        return []  # Somebody deleted them at Stripe.
    return [
        SavedCard(
            key=one.id,
            market=market,
            brand=one.card.brand,
            last4=one.card.last4,
            month=one.card.exp_month,
            year=one.card.exp_year,
        )
        for one in listed.data
    ]
