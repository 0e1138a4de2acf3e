"""Stripe's events: signed by the secret of the endpoint that they are sent to."""

from typing import Any

import stripe

from commerce.gateways.base import InvalidSignature, Notification
from commerce.gateways.credentials import every_credential
from commerce.gateways.notices import as_object, as_text, json_object

from .client import WEBHOOK_SECRET

# The name of our key in the metadata of intents, and of the charges that come of them.
PAYMENT = "payment"
# An event that is sent again is signed again: an older one is somebody else's copy.
OLDEST = 300  # seconds


def read(body: bytes, headers) -> Notification:
    """Raises InvalidSignature where none of our endpoints' secrets signed it,
    UnreadableNotification."""
    signature = headers.get("Stripe-Signature", "")
    if not any(_signed(body, signature, secret) for secret in every_credential(WEBHOOK_SECRET)):
        raise InvalidSignature("stripe")
    event = json_object(body)
    told = as_object(as_object(event.get("data"), "data").get("object"), "its object")
    metadata = as_object(told.get("metadata") or {}, "metadata")
    return Notification(
        event_id=as_text(event.get("id"), "id"),
        reference=_payment_of(told),
        # Not the whole: names and addresses have no place in an inbox.
        payload={"type": as_text(event.get("type"), "type"), "object": told.get("id", "")},
        payment_key=as_text(metadata.get(PAYMENT, ""), "our key"),
    )


def _signed(body: bytes, signature: str, secret: str) -> bool:
    try:
        stripe.WebhookSignature.verify_header(body, signature, secret, tolerance=OLDEST)
    except (stripe.SignatureVerificationError, ValueError, TypeError):
        # Also bytes that are no text, and a signature in letters that it never has.
        return False
    return True


def _payment_of(told: dict[str, Any]) -> str:
    """The intent that an event is about: itself, or that of a charge, refund or dispute."""
    if told.get("object") == "payment_intent":
        return as_text(told.get("id"), "its id")
    return as_text(told.get("payment_intent") or "", "its payment intent")
