"""What waits for the desk: each queue is a condition on orders, used by filter and dashboard."""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from commerce.gateways.models import Payment
from commerce.gateways.registry import all_gateways

Order = get_model("order", "Order")

SOON = timedelta(hours=24)

LABELS = {
    "packing": _("To be packed"),
    "transfer": _("Waiting for a transfer"),
    "expiring": _("Payment deadline within a day"),
    "overdue": _("Past its payment deadline"),
}


def orders():
    """Every order that was placed here."""
    return Order.objects.filter(placement__isnull=False)


def waiting_in(queue: str) -> Q:
    """The condition of a queue, as of now. Raises KeyError."""
    now = timezone.now()
    unpaid = Q(status="pending")
    conditions = {
        "packing": Q(status__in=["confirmed", "preparing", "partly_shipped"]),
        # Staff must look at the bank account; once it is there, the order is not pending.
        "transfer": unpaid
        & Q(
            payment__gateway__in=[
                code for code, gateway in all_gateways().items() if gateway.confirmed_by_staff
            ],
            payment__state=Payment.State.PENDING,
        ),
        "expiring": unpaid
        & Q(placement__held_until__gt=now, placement__held_until__lte=now + SOON),
        "overdue": unpaid & Q(placement__held_until__lte=now),
    }
    return conditions[queue]


def counts(*queues: str) -> dict[str, int]:
    """How many wait in each queue: one query."""
    return orders().aggregate(**{queue: Count("pk", filter=waiting_in(queue)) for queue in queues})
