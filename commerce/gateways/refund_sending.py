"""Having the provider give money back, and writing down what it answers.

One call with the refund's own key, and the same call again until the provider has answered. All of
it under the order's row: whoever hears that it is settled writes on the order's timeline.
"""

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from .base import RefundRefused
from .changing import change
from .locking import payment_of_locked_order
from .models import Payment, Refund
from .registry import get_gateway
from .signals import refund_settled

State = Refund.State


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
        return settle_refund(refund, State.REFUSED, failure=str(refused))
    return settle_refund(refund, State.DONE, reference=reference)


def _lock(refund: Refund) -> tuple[Payment, Refund]:
    payment = payment_of_locked_order(refund.payment_id)
    refund = Refund.objects.get(pk=refund.pk)
    refund.payment = payment
    return payment, refund


@transaction.atomic
def settle_refund(refund: Refund, state: str, *, reference: str = "", failure: str = "") -> Refund:
    """Write down what became of an open refund, and tell who listens; once."""
    payment, refund = _lock(refund)
    if not refund.is_open:
        return refund
    refund.state, refund.settled_at = state, timezone.now()
    refund.provider_reference, refund.failure = reference, failure[:255]
    refund.save(update_fields=["state", "settled_at", "provider_reference", "failure"])
    if state == State.REFUSED:
        change(payment, refunded=payment.refunded - refund.amount)
    else:
        done = payment.refunds.filter(state=State.DONE).aggregate(sum=Sum("amount"))["sum"]
        if done == payment.amount:
            change(payment, state=Payment.State.REFUNDED)
    refund_settled.send(sender=Refund, refund=refund)
    return refund
