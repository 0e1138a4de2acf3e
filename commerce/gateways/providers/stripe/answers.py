"""What a payment intent says, in the shop's words.

An intent outlives a decline: it waits for another card (``requires_payment_method``) and goes on
telling of the last one. Each card that was tried is a charge of it, by whose name its decline
counts once.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from commerce.gateways.base import Answer, Outcome

# A voucher that was paid on its last evening is told of the day after.
TOLD_LATER = timedelta(days=1)
# A bank that settles: debits take days. From when the payment began.
SETTLES_WITHIN = timedelta(days=10)


# In these the shopper may type a card.
PAYABLE = ("requires_payment_method", "requires_confirmation", "requires_action")


def answer_of(intent: dict[str, Any], *, failed: list[str]) -> Answer:
    """``failed``: the names of its charges that were declined, oldest first."""
    status, reference = intent["status"], intent["id"]
    if status == "succeeded":
        return Answer(Outcome.SUCCEEDED, reference)
    attempts, reason = _attempts(intent, failed), _reason(intent)
    if status == "canceled":
        return Answer(Outcome.CANCELLED, reference, failure_code=reason, attempts=attempts)
    if status == "requires_payment_method" and reason:
        return Answer(Outcome.DECLINED, reference, failure_code=reason, attempts=attempts)
    until = _waits_until(intent)
    return Answer(Outcome.OPEN, reference, attempts=attempts, waits_until=until)


def was_tried(intent: dict[str, Any]) -> bool:
    """Whether it has charges that do not show in it."""
    return bool(intent.get("latest_charge")) and intent["status"] != "succeeded"


def _attempts(intent: dict[str, Any], failed: list[str]) -> tuple[str, ...]:
    error = intent.get("last_payment_error")
    if not error:
        return tuple(failed)
    # Without a charge nobody asked the bank, as when 3-D Secure was refused.
    method = error.get("payment_method") or {}
    last = error.get("charge") or method.get("id") or error.get("code") or "declined"
    return tuple(dict.fromkeys([*failed, last]))


def _reason(intent: dict[str, Any]) -> str:
    """Why the last try was declined; "" where none was."""
    if not (error := intent.get("last_payment_error")):
        return ""
    return error.get("decline_code") or error.get("code") or "card_declined"


def voucher_of(intent: dict[str, Any]) -> dict[str, Any]:
    """What a shopper takes to the counter (OXXO and others like it), as Stripe describes it:
    ``hosted_voucher_url`` and an end; empty where the intent waits for nothing of the kind."""
    step = intent.get("next_action") or {}
    kinds = (step[name] for name in step if name.endswith("_display_details"))
    return next((kind for kind in kinds if kind and _end(kind)), {})


def _end(voucher: dict[str, Any]) -> int | None:
    return voucher.get("expires_after") or voucher.get("expires_at")


def _waits_until(intent: dict[str, Any]) -> datetime | None:
    if intent["status"] == "processing":
        return datetime.fromtimestamp(intent["created"], UTC) + SETTLES_WITHIN
    voucher = voucher_of(intent)
    return datetime.fromtimestamp(_end(voucher), UTC) + TOLD_LATER if voucher else None
