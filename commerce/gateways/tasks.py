"""Refunds outside the request, and whether providers take our keys."""

from datetime import timedelta

from django.utils import timezone

from background.retries import retrying_task
from background.schedule import every
from background.sweeping import for_each

from . import keys, refund_sending
from .base import NOT_BY_ITSELF, GatewayUnavailable
from .models import Refund

# By then the job of a refund has been repeated for an hour, or was lost with its queue.
LATE = timedelta(hours=1)


@retrying_task(max_attempts=8)
def send_refund(refund_id: int) -> None:
    """Have the provider give the money back; repeated with the same key until it answers."""
    refund_sending.send_refund(Refund.objects.get(pk=refund_id))


@every(minutes=15)
@retrying_task(max_attempts=1)
def sweep_refunds() -> None:
    """Send again every refund that is still open: none is ever given up."""
    late = Refund.objects.filter(
        state__in=[Refund.State.ASKED, Refund.State.SENT], created_at__lt=timezone.now() - LATE
    )
    for_each(
        late,
        refund_sending.send_refund,
        expected=(GatewayUnavailable,),
        unexpected=NOT_BY_ITSELF,
    )


@every(minutes=15)
@retrying_task(max_attempts=1)
def look_at_keys() -> None:
    keys.look_at_keys()
