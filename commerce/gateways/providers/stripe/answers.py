"""What a payment intent says, in the shop's words.

An intent outlives a decline: it waits for another card (``requires_payment_method``) and goes on
telling of the last one. Which decline was told of already stands with the intent itself
(``SEEN``), written when the payment is taken up again.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from commerce.gateways.base import Answer, Outcome

SEEN = "declined_before"
# A voucher that was paid on its last evening is told of the day after.
TOLD_LATER = timedelta(days=1)
# A bank that settles: debits take days. From when the payment began.
SETTLES_WITHIN = timedelta(days=10)


def answer_of(intent: dict[str, Any]) -> Answer:
    status, reference = intent["status"], intent["id"]
    if status == "succeeded":
        return Answer(Outcome.SUCCEEDED, reference)
    if status == "canceled":
        return Answer(Outcome.CANCELLED, reference)
    if unseen_decline(intent):
        return Answer(Outcome.DECLINED, reference, failure_code=_reason(intent))
    return Answer(Outcome.OPEN, reference, waits_until=_waits_until(intent))


def unseen_decline(intent: dict[str, Any]) -> str:
    """Which attempt was declined and is not marked as seen yet; "" for none."""
    if intent["status"] != "requires_payment_method":
        return ""
    declined = _declined(intent)
    return "" if declined == (intent.get("metadata") or {}).get(SEEN) else declined


def _declined(intent: dict[str, Any]) -> str:
    """The last declined attempt, by a name that another one does not have; "" for none."""
    error = intent.get("last_payment_error")
    if not error:
        return ""
    # Without a charge nobody asked the bank, as when 3-D Secure was refused.
    method = error.get("payment_method") or {}
    return error.get("charge") or method.get("id") or error.get("code") or "declined"


def _reason(intent: dict[str, Any]) -> str:
    error = intent["last_payment_error"]
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
