"""What a cardholder disputes at their bank, told on the order: staff answer it at the provider."""

from django.db import transaction

from background.retries import retrying_task
from background.schedule import every
from background.sweeping import for_each
from commerce.gateways import disputes
from commerce.gateways.base import NOT_BY_ITSELF, DisputeState, GatewayUnavailable
from commerce.gateways.models import Dispute, Payment

from .events import record
from .settling import lock

EVENTS = {
    DisputeState.OPEN: "disputed",
    DisputeState.REVIEW: "dispute_answered",
    DisputeState.WON: "dispute_won",
    DisputeState.LOST: "dispute_lost",
}


def look_at_disputes(payment: Payment) -> None:
    """Ask the provider of a payment that came, and tell on the order's timeline what is news.
    Raises GatewayUnavailable."""
    undecided = disputes.undecided(payment)
    answers = disputes.ask(payment, undecided=undecided)
    if not answers and not undecided:
        return
    with transaction.atomic():
        order = lock(payment.order_id)
        current = order.payments.get(pk=payment.pk)
        for dispute in disputes.write_down(current, answers, undecided=undecided):
            record(
                order,
                EVENTS[dispute.state],
                amount=str(dispute.amount),
                code=dispute.reason,
                gateway=current.gateway,
            )


@every(minutes=6 * 60)
@retrying_task(max_attempts=1)
def sweep_disputes() -> None:
    """Those that are not decided are looked at again: that they are may never have been told."""
    undecided = Payment.objects.filter(disputes__state__in=Dispute.OPEN_STATES).distinct()
    for_each(
        undecided.select_related("order__placement"),
        look_at_disputes,
        expected=(GatewayUnavailable,),
        unexpected=NOT_BY_ITSELF,
    )
