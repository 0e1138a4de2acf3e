"""Giving money back, so that it neither gets lost nor goes twice.

A refund is asked for in the transaction that decides it, together with the job that sends it
(``refund_sending``), under the order's row.
"""

from decimal import Decimal

from django.db import transaction

from background.outbox import queue

from .base import GatewayUnavailable, RefundRefused
from .locking import payment_of_locked_order
from .models import Payment, Refund
from .refund_sending import send_refund
from .tasks import send_refund as send_refund_job


class RefundedMeanwhile(RefundRefused):
    """More was given back since somebody looked."""


def refundable(payment: Payment) -> Decimal:
    """What came and is neither given back nor on its way back, in the payment's currency."""
    if payment.state != Payment.State.SUCCEEDED:
        return Decimal(0)
    return payment.amount - payment.refunded


@transaction.atomic
def ask_refund(
    *,
    payment: Payment,
    amount: Decimal,
    reason: str,
    by=None,
    seen_refunded: Decimal | None = None,
) -> Refund:
    """Decide that ``amount`` goes back, in the payment's currency, never more than came. The
    caller holds the order's row.

    It counts as given back from here on, and a job sends it once the transaction commits.
    ``seen_refunded`` is what had been given back when somebody decided: a second click, or a
    second clerk, is refused. Raises RefundRefused (RefundedMeanwhile for that case).
    """
    current = payment_of_locked_order(payment.pk)
    if seen_refunded is not None and current.refunded != seen_refunded:
        raise RefundedMeanwhile("refunded in between")
    if current.state != Payment.State.SUCCEEDED or amount <= 0:
        raise RefundRefused("nothing to give back")
    if current.refunded + amount > current.amount:
        raise RefundRefused("more than was paid")
    current.refunded += amount
    current.save(update_fields=["refunded", "updated_at"])
    payment.refunded = current.refunded
    refund = Refund.objects.create(payment=current, amount=amount, reason=reason[:255], by=by)
    queue(send_refund_job, refund_id=refund.pk)
    return refund


def send_while_they_wait(refund: Refund) -> bool:
    """Not only by the job: whoever decided it sees what the provider says. False where it does
    not answer now (the job asks until it does). Raises RefundRefused."""
    try:
        refund = send_refund(refund)
    except GatewayUnavailable:
        return False
    if refund.state == Refund.State.REFUSED:
        raise RefundRefused(refund.failure)
    return True
