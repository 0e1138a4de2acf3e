"""Stripe's events: signed by the secret of the endpoint that they are sent to."""

import json
from typing import Any

import stripe

from commerce.gateways.base import InvalidSignature, Notification
from commerce.gateways.credentials import every_credential

from .client import WEBHOOK_SECRET

# The name of our key in the metadata of intents, and of the charges that come of them.
PAYMENT = "payment"
# An event that is sent again is signed again: an older one is somebody else's copy.
OLDEST = 300  # seconds


def read(body: bytes, headers) -> Notification:
    """Raises InvalidSignature where none of our endpoints' secrets signed it."""
    signature = headers.get("Stripe-Signature", "")
    if not any(_signed(body, signature, secret) for secret in every_credential(WEBHOOK_SECRET)):
        raise InvalidSignature("stripe")
    event = json.loads(body)
    told = event["data"]["object"]
    return Notification(
        event_id=event["id"],
        reference=_payment_of(told),
        # Not the whole: names and addresses have no place in an inbox.
        payload={"type": event["type"], "object": told.get("id", "")},
        payment_key=(told.get("metadata") or {}).get(PAYMENT, ""),
    )


def _signed(body: bytes, signature: str, secret: str) -> bool:
    try:
        stripe.WebhookSignature.verify_header(body, signature, secret, tolerance=OLDEST)
    except (stripe.SignatureVerificationError, UnicodeDecodeError):
        return False
    return True


def _payment_of(told: dict[str, Any]) -> str:
    """The intent that an event is about: itself, or that of a charge, refund or dispute."""
    if told.get("object") == "payment_intent":
        return told["id"]
    return told.get("payment_intent") or ""
