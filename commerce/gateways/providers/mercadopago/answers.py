"""What Mercado Pago's payments mean for one payment of ours.

One preference can be tried often: a card is declined, another one approved, a voucher printed and
then a card used all the same. Each try is a payment of its own there, with our key as its external
reference. One that brought money counts; what others brought besides is a surplus, which goes back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.utils.dateparse import parse_datetime

from commerce.gateways.base import Answer, Outcome, Surplus

# A payment there in these states brought money. (In mediation: the payer complained, and it is
# still here.)
HERE = ("approved", "in_mediation")
# In these it may still bring some: a voucher to be paid, a bank or a review that takes its time.
UNDER_WAY = ("pending", "in_process", "authorized")
# How long a review takes where no deadline is told ("less than two working days").
REVIEW = timedelta(days=3)


@dataclass(frozen=True)
class Charge:
    """One payment at Mercado Pago, as it is told there."""

    id: str
    status: str
    detail: str
    amount: Decimal
    given_back: Decimal
    created: datetime
    changed: datetime
    expires: datetime | None

    @property
    def is_here(self) -> bool:
        return self.status in HERE

    @property
    def is_under_way(self) -> bool:
        return self.status in UNDER_WAY

    @property
    def waits_until(self) -> datetime:
        return self.expires or self.created + REVIEW


def charge_of(told: dict[str, Any]) -> Charge:
    return Charge(
        id=str(told["id"]),
        status=told["status"],
        detail=told.get("status_detail") or "",
        amount=Decimal(told["transaction_amount"]),
        given_back=Decimal(told.get("transaction_amount_refunded") or 0),
        created=moment(told["date_created"]),
        changed=moment(told["date_last_updated"]),
        expires=moment(told["date_of_expiration"]) if told.get("date_of_expiration") else None,
    )


def moment(text: str) -> datetime:
    """A moment as they write it: ``2026-11-28T10:00:00.000-04:00``."""
    return parse_datetime(text)


def answer_of(payment, charges: Iterable[Charge]) -> Answer:
    """What all of them mean for our payment."""
    charges = sorted(charges, key=lambda one: (one.created, one.id))
    counts = _that_counts(payment, charges)
    surplus = tuple(
        Surplus(one.id, one.amount - one.given_back)
        for one in charges
        if one.is_here and one is not counts and one.amount > one.given_back
    )
    return replace(_without_surplus(payment, charges, counts), surplus=surplus)


def _without_surplus(payment, charges: list[Charge], counts: Charge | None) -> Answer:
    waiting = [one.waits_until for one in charges if one.is_under_way and one is not counts]
    until = max(waiting, default=None)
    if counts is not None:
        return Answer(Outcome.SUCCEEDED, reference=counts.id, waits_until=until)
    declined = [one for one in charges if one.status == "rejected"]
    attempts = tuple(one.id for one in declined)
    if declined and until is None:
        return Answer(Outcome.DECLINED, failure_code=declined[-1].detail, attempts=attempts)
    return Answer(Outcome.OPEN, waits_until=until, attempts=attempts)


def _that_counts(payment, charges: list[Charge]) -> Charge | None:
    """The one that is our payment: always the same, whatever became of it since. Where we know of
    none yet, the first that brought just what was asked for and has all of it."""
    known = next((one for one in charges if one.id == payment.provider_reference), None)
    if known is not None:
        return known
    fits = (one for one in charges if one.is_here and one.amount == payment.amount)
    return next((one for one in fits if not one.given_back), None)
