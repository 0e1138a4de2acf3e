"""Cards that signed-in customers save at Stripe, to pay with next time.

Whose order it is ticks in Stripe's own form that a card is to be saved. For that Stripe knows them
as a customer without a name, whose payments theirs are (``customer_for``), and the form gets a
session of that customer (``offer_of``): never for a guest who may see the order, nor for anybody
else. Only what was ticked is a saved card: Stripe marks it (``allow_redisplay``).
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
# How Stripe marks a card that was ticked in the form. What stays with a customer without that mark,
# by the tick of an earlier try, was typed by somebody who did not ask for it.
TICKED = "always"
# How an intent is told that its card is not to be saved.
UNTICKED = {
    "setup_future_usage": "",
    "payment_method_options": {"card": {"setup_future_usage": ""}},
}
SESSION = {
    "payment_element": {
        "enabled": True,
        "features": {
            "payment_method_redisplay": "enabled",
            "payment_method_redisplay_limit": MOST,
            "payment_method_allow_redisplay_filters": [TICKED],
            "payment_method_save": "enabled",
            # For payments at which they are there.
            "payment_method_save_usage": "on_session",
            # They remove cards with us, in one place.
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
    """Stripe's name of the customer whose order this is; "" where it knows none."""
    rows = StripeCustomer.objects.filter(
        user=payment.order.user_id, market=payment.order.placement.market
    )
    return rows.values_list("reference", flat=True).first() or ""


def customer_for(payment) -> str:
    """The same, made where there is none yet; "" where the order is a guest's. Called inside
    ``asking``."""
    user, market = payment.order.user, payment.order.placement.market
    if user is None:
        return ""
    row, _is_new = StripeCustomer.objects.get_or_create(user=user, market=market)
    if not row.reference:
        key = str(row.idempotency_key)
        customers = client_for(market).v1.customers
        made = customers.create({"metadata": {"customer": key}}, {"idempotency_key": key})
        StripeCustomer.objects.filter(pk=row.pk).update(reference=made.id)
        row.reference = made.id
    return row.reference


def give_customer(payment, intent: dict[str, Any]) -> dict[str, Any]:
    """Have a payment that is begun be its owner's, and have nothing saved of it that an earlier try
    asked for. Returns the intent as it is then. Called inside ``asking``."""
    intents = client_for(payment.order.placement.market).v1.payment_intents
    try:
        for _time in range(2):
            params: dict[str, Any] = dict(UNTICKED) if saves(intent) else {}
            customer = customer_for(payment)
            if customer and intent.get("customer") != customer:
                params["customer"] = customer
            if not params:
                break
            try:
                return intents.update(intent["id"], params).to_dict()
            except stripe.InvalidRequestError as refused:
                if refused.param != "customer" or refused.code != "resource_missing":
                    raise
                # Somebody deleted them at Stripe: they are made anew.
                StripeCustomer.objects.filter(reference=customer).delete()
    except (stripe.InvalidRequestError, stripe.PermissionError):
        # It was paid meanwhile, or our key may make no customers: a card can be typed all the same.
        logger.exception("Stripe refused the customer of %s", intent["id"])
    return intent


def saves(intent: dict[str, Any]) -> bool:
    """Whether the card that pays an intent stays with its customer, whoever types it."""
    card = (intent.get("payment_method_options") or {}).get("card") or {}
    return bool(intent.get("setup_future_usage") or card.get("setup_future_usage"))


def offer_of(customer: str, market: str) -> dict[str, Any]:
    """What the payment form needs to offer a customer's cards, and to save one: a secret of a few
    minutes; the local server's form gets the cards themselves besides. Called inside ``asking``."""
    client = client_for(market)
    try:
        session = client.v1.customer_sessions.create({"customer": customer, "components": SESSION})
        offer: dict[str, Any] = {"customer_secret": session.client_secret}
        return offer | ({"saved_cards": _cards(client, customer, market)} if local_server() else {})
    except (stripe.InvalidRequestError, stripe.PermissionError):
        # Without their cards they can still type one.
        logger.exception("Stripe refused to offer the cards of %s", customer)
        return {}


def saved_cards(user) -> list[SavedCard]:
    """All that somebody saved, of every market that can be asked. Raises GatewayUnavailable where
    none can."""
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
    of_them = {"type": "card", "allow_redisplay": TICKED, "limit": 100}
    try:
        listed = client.v1.customers.payment_methods.list(customer, of_them)
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
