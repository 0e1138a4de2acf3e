"""Giving money back, so that it neither gets lost nor goes twice.

A refund is asked for in the transaction that decides it, together with the job that sends it. The
job makes one call with the refund's own key, and makes the same call again until the provider has
answered. Lock order: the order, then its payment, then the refund: whoever hears that it is settled
writes on the order's timeline, which waits for whoever holds the order.
"""

from decimal import Decimal

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from oscar.core.loading import get_model

from background.outbox import queue

from .base import GatewayUnavailable, RefundRefused
from .models import Payment, Refund
from .registry import get_gateway
from .signals import refund_settled

Order = get_model("order", "Order")
State = Refund.State


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
    from .tasks import send_refund as send

    locked = Payment.objects.select_for_update().get(pk=payment.pk)
    if seen_refunded is not None and locked.refunded != seen_refunded:
        raise RefundedMeanwhile("refunded in between")
    if locked.state != Payment.State.SUCCEEDED or amount <= 0:
        raise RefundRefused("nothing to give back")
    if locked.refunded + amount > locked.amount:
        raise RefundRefused("more than was paid")
    locked.refunded += amount
    locked.save(update_fields=["refunded", "updated_at"])
    payment.refunded = locked.refunded
    refund = Refund.objects.create(payment=locked, amount=amount, reason=reason[:255], by=by)
    queue(send, refund_id=refund.pk)
    return refund


def send_refund(refund: Refund) -> Refund:
    """Have the provider give it back, and write down the answer; safe to repeat, also at once.

    Raises GatewayUnavailable: it stays open and is sent again, with the same key. A refusal is
    no exception here: it is the refund's state.
    """
    with transaction.atomic():
        payment, refund = _lock(refund)
        if not refund.is_open:
            return refund
        refund.state = State.SENT
        refund.save(update_fields=["state"])
    try:
        reference = get_gateway(payment.gateway).refund(
            payment, amount=refund.amount, idempotency_key=refund.idempotency_key
        )
    except RefundRefused as refused:
        return _settle(refund, State.REFUSED, failure=str(refused))
    return _settle(refund, State.DONE, reference=reference)


def send_while_they_wait(refund: Refund) -> bool:
    """Not only by the job: whoever decided it sees what the provider says. False where it does
    not answer now (the job asks until it does). Raises RefundRefused."""
    try:
        refund = send_refund(refund)
    except GatewayUnavailable:
        return False
    if refund.state == State.REFUSED:
        raise RefundRefused(refund.failure)
    return True


def _lock(refund: Refund) -> tuple[Payment, Refund]:
    Order.objects.select_for_update(of=("self",)).get(payment=refund.payment_id)
    payment = Payment.objects.select_for_update().get(pk=refund.payment_id)
    refund = Refund.objects.select_for_update(of=("self",)).get(pk=refund.pk)
    refund.payment = payment
    return payment, refund


@transaction.atomic
def _settle(refund: Refund, state: str, *, reference: str = "", failure: str = "") -> Refund:
    payment, refund = _lock(refund)
    if not refund.is_open:
        return refund
    refund.state, refund.settled_at = state, timezone.now()
    refund.provider_reference, refund.failure = reference, failure[:255]
    refund.save(update_fields=["state", "settled_at", "provider_reference", "failure"])
    if state == State.REFUSED:
        payment.refunded -= refund.amount
    else:
        done = payment.refunds.filter(state=State.DONE).aggregate(sum=Sum("amount"))["sum"]
        if done == payment.amount:
            payment.state = Payment.State.REFUNDED
    payment.save(update_fields=["refunded", "state", "updated_at"])
    refund_settled.send(sender=Refund, refund=refund)
    return refund
