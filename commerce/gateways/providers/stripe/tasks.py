"""What Stripe is told about customers outside the request."""

from datetime import timedelta

from django.utils import timezone

from background.retries import retrying_task
from background.schedule import every
from background.sweeping import for_each
from commerce.gateways.base import NOT_BY_ITSELF, GatewayUnavailable

from .cards import forget_customer
from .models import ErasedCustomer

# By then the job has been repeated, or was lost with its queue.
LATE = timedelta(hours=2)


@retrying_task(max_attempts=8)
def forget_customer_at_stripe(erased_id: int) -> None:
    """Have Stripe delete an erased customer, if that is still to be done."""
    for erased in ErasedCustomer.objects.filter(pk=erased_id):
        _forget(erased)


@every(minutes=60)
@retrying_task(max_attempts=1)
def sweep_erased_customers() -> None:
    """Ask again for each that Stripe did not delete yet: none is ever given up."""
    late = ErasedCustomer.objects.filter(created_at__lt=timezone.now() - LATE)
    for_each(late, _forget, expected=(GatewayUnavailable,), unexpected=NOT_BY_ITSELF)


def _forget(erased: ErasedCustomer) -> None:
    forget_customer(erased.market, erased.reference)
    erased.delete()
