"""What waits for the desk: each queue is a condition on orders, used by filter and dashboard."""

from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from commerce.gateways.models import Dispute, Payment, Refund
from commerce.gateways.registry import all_gateways

Order = get_model("order", "Order")

SOON = timedelta(hours=24)
# What the provider declined is given back by hand, which nobody tells us: it leaves the queue.
DECLINED_LATELY = timedelta(days=30)
# Only orders in one of these wait in a queue of open orders.
OPEN = ("pending", "confirmed", "preparing", "partly_shipped")

LABELS = {
    "packing": _("To be packed"),
    "transfer": _("Waiting for a transfer"),
    "expiring": _("Payment deadline within a day"),
    "overdue": _("Past its payment deadline"),
    "refund": _("Refund declined by the provider"),
    "dispute": _("Disputed: waits for our answer"),
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
            pk__in=Payment.objects.that_count()
            .filter(
                gateway__in=[
                    code for code, gateway in all_gateways().items() if gateway.confirmed_by_staff
                ],
                state=Payment.State.PENDING,
            )
            .values("order")
        ),
        "expiring": unpaid
        & Q(placement__held_until__gt=now, placement__held_until__lte=now + SOON),
        "overdue": unpaid & Q(placement__held_until__lte=now),
        "refund": Q(pk__in=_with_a_declined_refund(now)),
        "dispute": Q(
            pk__in=Dispute.objects.filter(state=Dispute.State.OPEN).values("payment__order")
        ),
    }
    return conditions[queue]


def _with_a_declined_refund(now):
    """Orders with a refund that was declined lately, and none of its payment after it that was
    not: another payment's refund puts nothing right."""
    later = Refund.objects.filter(payment=OuterRef("payment"), pk__gt=OuterRef("pk"))
    return (
        Refund.objects.filter(state=Refund.State.REFUSED, settled_at__gt=now - DECLINED_LATELY)
        .exclude(Exists(later.exclude(state=Refund.State.REFUSED)))
        .values("payment__order")
    )


def counts(*queues: str) -> dict[str, int]:
    """How many wait in each queue: one query, which looks at no order that is done with."""
    of_any_age = waiting_in("refund") | waiting_in("dispute")
    waiting = orders().filter(Q(status__in=OPEN) | of_any_age)
    return waiting.aggregate(**{queue: Count("pk", filter=waiting_in(queue)) for queue in queues})
