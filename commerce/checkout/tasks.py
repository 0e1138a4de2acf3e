"""What happens to orders outside the request."""

import logging
from datetime import timedelta

from django.utils import timezone
from oscar.core.loading import get_model

from background.retries import retrying_task
from background.schedule import every
from commerce.gateways.base import GatewayUnavailable

from .mails import send_order_mail
from .models import Placement
from .services.settling import confirm_payment, release_pending

logger = logging.getLogger(__name__)


@retrying_task(max_attempts=8)
def mail_order(order_id: int, kind: str, again: bool = False) -> None:
    Order = get_model("order", "Order")
    order = Order.objects.select_related("placement").get(pk=order_id)
    send_order_mail(order, kind, again=again)


@every(minutes=5)
@retrying_task(max_attempts=1)
def sweep_orders() -> None:
    """Look again at every order that waits: what was paid is confirmed, what is late expires,
    what was confirmed without its mail gets it."""
    now = timezone.now()
    waiting = Placement.objects.filter(order__status="pending").select_related("order")
    for placement in waiting.iterator():
        try:
            if placement.held_until and placement.held_until <= now:
                release_pending(order=placement.order)
            else:
                confirm_payment(order=placement.order)
        except GatewayUnavailable:
            logger.warning("Gateway of order %s did not answer", placement.order.number)
    unmailed = (
        Placement.objects.filter(confirmed_at__lt=now - timedelta(minutes=10))
        .filter(confirmed_at__gt=now - timedelta(days=2))
        .exclude(order__events__kind="mail_confirmed")
    )
    for placement in unmailed:
        mail_order.enqueue(order_id=placement.order_id, kind="confirmed")
