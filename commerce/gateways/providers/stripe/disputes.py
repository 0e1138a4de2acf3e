"""A cardholder's dispute, as Stripe tells it (https://docs.stripe.com/api/disputes/object)."""

from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from commerce.gateways.base import DisputeAnswer, DisputeState

from .units import from_minor

STATES = {
    "warning_needs_response": DisputeState.OPEN,
    "warning_under_review": DisputeState.REVIEW,
    "warning_closed": DisputeState.WON,
    "needs_response": DisputeState.OPEN,
    "under_review": DisputeState.REVIEW,
    "prevented": DisputeState.WON,
    "won": DisputeState.WON,
    "lost": DisputeState.LOST,
}
# https://docs.stripe.com/disputes/categories
REASONS = {
    "bank_cannot_process": _("The bank cannot process the charge"),
    "credit_not_processed": _("A refund that was promised did not arrive"),
    "customer_initiated": _("The cardholder disputes it without a reason"),
    "duplicate": _("Charged twice"),
    "fraudulent": _("The cardholder didn't order it"),
    "general": _("No reason given"),
    "incorrect_account_details": _("Wrong account details"),
    "insufficient_funds": _("The account had no money"),
    "product_not_received": _("Nothing arrived"),
    "product_unacceptable": _("Damaged, or not as described"),
    "subscription_canceled": _("It had been canceled"),
    "unrecognized": _("The cardholder doesn't recognize the charge"),
}
# In these Stripe has taken the money. In a ``warning`` the bank has only asked.
TAKEN = ("needs_response", "under_review", "lost")


def dispute_of(told: dict[str, Any]) -> DisputeAnswer:
    status = told["status"]
    until = (told.get("evidence_details") or {}).get("due_by")
    return DisputeAnswer(
        reference=told["id"],
        # A status that is not known here yet is looked at by a person.
        state=STATES.get(status, DisputeState.OPEN),
        amount=from_minor(told["amount"], told["currency"]),
        is_withdrawn=status in TAKEN,
        opened_at=datetime.fromtimestamp(told["created"], UTC),
        reason=told.get("reason") or "",
        answer_until=datetime.fromtimestamp(until, UTC) if until else None,
    )
