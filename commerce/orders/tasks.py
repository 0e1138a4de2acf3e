"""What happens to orders outside the request."""

from datetime import timedelta

from django.utils import timezone

from background.outbox import queue
from background.retries import retrying_task
from background.schedule import every
from background.sweeping import for_each
from background.windows import since_last_run
from commerce.gateways import services as gateways
from commerce.gateways.base import NOT_BY_ITSELF, GatewayUnavailable, Outcome, RequestRefused
from commerce.gateways.models import GatewayEvent, Payment
from commerce.gateways.of_order import payments_of

from .disputing import look_at_disputes
from .mails import mail_order
from .models import Placement
from .releasing import PaymentUnderWay, release_pending
from .settling import confirm_payment, stop_payment
from .stuck_money import is_stuck, tell_once

# What passes by itself, and what of it does not.
PATIENCE = {"expected": (GatewayUnavailable,), "unexpected": NOT_BY_ITSELF}


@every(minutes=5)
@retrying_task(max_attempts=1)
def sweep_orders() -> None:
    """Look again at every order that waits: what was paid is confirmed, what is late expires.
    Each by itself: one that cannot be dealt with does not keep the others waiting."""
    waiting = Placement.objects.filter(order__status="pending").select_related("order")
    for_each(waiting.order_by("pk"), _look_again, **PATIENCE)


def _look_again(placement: Placement) -> None:
    if placement.held_until and placement.held_until <= timezone.now():
        try:
            release_pending(order=placement.order, only_overdue=True)
        except PaymentUnderWay:
            # Its goods wait for that money: it is asked about again in the next round.
            if is_stuck(placement.order.date_placed):
                tell_once(placement.order, payments_of(placement.order).current)
    else:
        confirm_payment(order=placement.order)


@every(minutes=5)
@retrying_task(max_attempts=1)
def sweep_payments() -> None:
    """Payments that were given up may bring money all the same: their provider is asked to stop
    once more, at growing distances; money that came is dealt with. Those that an order waits for
    after it was confirmed are looked at with them: ``sweep_orders`` sees pending orders."""
    due = Payment.objects.filter(check_at__lte=timezone.now()).select_related("order")
    later = Payment.objects.open().exclude(order__status="pending").select_related("order")
    for_each([*due.order_by("check_at"), *later], _see_to, **PATIENCE)


def _see_to(payment: Payment) -> None:
    if payment.closed_at:
        if stop_payment(payment).outcome == Outcome.OPEN and is_stuck(payment.closed_at):
            tell_once(payment.order, payment)
    else:
        confirm_payment(order=payment.order, payment=payment)


@every(minutes=5)
@retrying_task(max_attempts=1)
def sweep_notifications() -> None:
    """Notifications that nobody could act on when they came are looked at again."""
    open_events = GatewayEvent.objects.filter(
        handled_at=None, received_at__gt=timezone.now() - gateways.WATCHED
    )
    for_each(open_events.order_by("pk"), handle_notification, **PATIENCE)


def handle_notification(event: GatewayEvent) -> bool:
    """Look at the payment that an event is about, and close the event. False where no payment is
    found, here or, with our keys, at its provider: it stays open and is looked at again. Raises
    GatewayUnavailable."""
    payment = gateways.payment_of(event)
    if payment is None:
        return False
    had_come = payment.has_come
    try:
        confirm_payment(order=payment.order, payment=payment)
        # Of what came before there is not much else to tell; and what is disputed has come.
        if had_come or "dispute" in str(event.payload.get("type", "")):
            look_at_disputes(payment)
    except RequestRefused:
        return False
    gateways.close_notification(event)
    return True


@every(minutes=10)
@retrying_task(max_attempts=1)
def sweep_mails() -> None:
    """An order that was confirmed without its mail gets it: a queue outside the database can
    lose a job between the commit and the queueing (``background.outbox``)."""
    with since_last_run(sweep_mails, at_least=timedelta(days=2)) as (since, until):
        unmailed = Placement.objects.filter(
            confirmed_at__range=(since, until - timedelta(minutes=10))
        ).exclude(order__events__kind="mail_confirmed")
        for placement in unmailed:
            queue(mail_order, order_id=placement.order_id, kind="confirmed")
