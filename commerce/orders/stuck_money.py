"""Money that its provider says is on its way, for longer than any way to pay takes.

An order whose money cannot be stopped waits for it, whatever its deadline was: its goods would be
given away while they are being paid. After two weeks the money is lost somewhere, and a person has
to ask the provider: the log and the order's timeline say so once, the health check until it is
over, and the order stands in the desk's queue of those past their deadline.
"""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from background.health import Warned
from commerce.gateways.models import Payment
from commerce.gateways.services import LONGEST_PAUSE, WATCHED

from .events import record
from .models import Placement
from .settling import lock

Order = get_model("order", "Order")

logger = logging.getLogger(__name__)

# The sweeper has ended by then what could be ended.
SWEPT = timedelta(hours=1)


def is_stuck(since) -> bool:
    """Whether money that was asked for at that moment should long have come, or not."""
    return since < timezone.now() - WATCHED


@transaction.atomic
def tell_once(order, payment: Payment) -> None:
    """Have the operator ask the provider about a payment that cannot be stopped: once for each."""
    current = lock(order.pk)
    if current.events.filter(kind="payment_stuck", detail__payment=payment.pk).exists():
        return
    record(current, "payment_stuck", payment=payment.pk, gateway=payment.gateway)
    logger.error(
        "Order %s: its payment %s has been on its way at %s for more than %s days and cannot be "
        "stopped. Ask the provider what became of it.",
        current.number,
        payment.provider_reference or payment.idempotency_key,
        payment.gateway,
        WATCHED.days,
    )


def money_arrives() -> None:
    """Warns where an order has waited for money that is on its way for longer than it takes, or
    a payment that was given up."""
    now = timezone.now()
    waiting = Placement.objects.filter(
        order__status="pending",
        order__date_placed__lt=now - WATCHED - SWEPT,
        held_until__lt=now - SWEPT,
    )
    given_up = Payment.objects.filter(
        check_at__isnull=False, closed_at__lt=now - WATCHED - LONGEST_PAUSE - SWEPT
    )
    number = "order__number"
    found = waiting.order_by().values_list(number).union(given_up.order_by().values_list(number))
    if numbers := sorted(number for (number,) in found[:5]):
        raise Warned(f"money has been on its way for weeks: {', '.join(numbers)}")
