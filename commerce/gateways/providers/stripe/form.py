"""Stripe's form on our payment page: the Payment Element, or on this machine a plain form of the
local server's, because the Element comes from the network."""

from typing import Any

from commerce.gateways.base import NextStep
from commerce.gateways.credentials import credential

from .answers import voucher_of
from .client import PUBLISHABLE_KEY, local_server
from .declines import texts_by_code

SCRIPT = "https://js.stripe.com/v3/"
# What Stripe asks a policy to allow (https://docs.stripe.com/security/guide).
ELEMENT_SOURCES = {
    "script-src": ["https://js.stripe.com", "https://*.js.stripe.com"],
    "frame-src": [
        "https://js.stripe.com",
        "https://*.js.stripe.com",
        "https://hooks.stripe.com",
    ],
    "connect-src": ["https://api.stripe.com"],
}


def form_step(
    intent: dict[str, Any], *, market_code: str, return_url: str, cards: dict[str, Any]
) -> NextStep:
    """``cards``: what whose order it is adds to the form's context (``cards.offer_of``)."""
    if voucher := voucher_of(intent):
        # Somebody may be on the way to the counter with it: it is shown again, not replaced.
        return NextStep(
            kind="form",
            template="gateways/stripe/voucher.html",
            context={"voucher_url": voucher["hosted_voucher_url"]},
        )
    context = {"client_secret": intent["client_secret"], "return_url": return_url, **cards}
    if server := local_server():
        return NextStep(
            kind="form",
            template="gateways/stripe/stand_in.html",
            context={
                **context,
                "confirm_url": f"{server}/stand-in/{intent['id']}",
                "takes_cash": intent["currency"] == "mxn",
            },
            sources={"form-action": [server]},
        )
    return NextStep(
        kind="form",
        template="gateways/stripe/element.html",
        context={
            **context,
            "publishable_key": credential(PUBLISHABLE_KEY, market_code),
            "script": SCRIPT,
            "texts": texts_by_code(),
        },
        sources=ELEMENT_SOURCES,
    )
