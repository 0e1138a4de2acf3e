"""Asking providers and writing down what they say. Callers hold no lock while they wait.

Giving money back is ``gateways.refunds``.
"""

import logging
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from .base import (
    Answer,
    GatewayMissing,
    InvalidSignature,
    NextStep,
    Outcome,
    RequestRefused,
    Surplus,
)
from .changing import change
from .locking import payment_of_locked_order
from .models import GatewayEvent, Payment
from .notices import check_storable
from .of_order import by_staff
from .registry import get_gateway

logger = logging.getLogger(__name__)

STATES = {
    Outcome.OPEN: Payment.State.PENDING,
    Outcome.SUCCEEDED: Payment.State.SUCCEEDED,
    Outcome.DUE: Payment.State.DUE,
    Outcome.DECLINED: Payment.State.FAILED,
    Outcome.CANCELLED: Payment.State.CANCELLED,
}
# A payment that was given up is looked at after this time, then at growing distances, until the
# slowest way to pay (a voucher paid in a shop) cannot bring money any more.
FIRST_CHECK = timedelta(minutes=5)
LONGEST_PAUSE = timedelta(hours=12)
WATCHED = timedelta(days=14)


# --- What we write. The caller holds the order's row. ------------------------------------


def ask_for(*, order, gateway: str, amount: Decimal) -> Payment:
    """Have an order be paid ``amount`` by this gateway, in its currency. No other payment of it may
    be open (the database refuses two)."""
    return Payment.objects.create(
        order=order, gateway=gateway, amount=amount, currency=order.currency
    )


def mark_starting(payment: Payment) -> None:
    """Note that the provider is about to be asked for the money.

    From here on the provider may know of the payment, even if nothing comes back: whoever gives
    it up has to ask the provider.
    """
    if payment.state in (Payment.State.CREATED, Payment.State.FAILED):
        change(payment, state=Payment.State.STARTING)


def count_declines(payment: Payment, answer: Answer) -> list[str]:
    """Write down the tries that the provider declined, each once, whoever brings the news and in
    whatever order. Returns those that are news, by the provider's names."""
    news = [name for name in answer.attempts if name not in payment.declines]
    if answer.outcome == Outcome.DECLINED and not answer.attempts:
        # Without a name it is told until the payment is begun again.
        is_told = payment.state == Payment.State.FAILED or not payment.is_open
        news = [] if is_told else [f"#{len(payment.declines) + 1}"]
    change(payment, declines=[*payment.declines, *news])
    return news


def record_answer(payment: Payment, answer: Answer) -> bool:
    """Write down a provider's answer. Says whether money came by it, which happens once.

    What is closed stays closed: of a payment that was given up only money is news.
    """
    if answer.outcome == Outcome.SUCCEEDED and payment.closed_at is None:
        watch_for_more(payment, answer.waits_until)
    if payment.has_come:
        return False
    told = {"provider_reference": answer.reference or payment.provider_reference}
    if payment.closed_at is None or answer.outcome == Outcome.SUCCEEDED:
        told |= {
            "state": STATES[answer.outcome],
            "failure_code": answer.failure_code,
            "waits_until": answer.waits_until if answer.outcome == Outcome.OPEN else None,
        }
    if answer.outcome == Outcome.SUCCEEDED:
        told["came_at"] = timezone.now()
    change(payment, **told)
    return payment.has_come


def watch_for_more(payment: Payment, until: datetime | None) -> None:
    """Its money came, and by another way to pay at its provider more may come until then: it is
    looked at again by then, and in half a day whatever was said, since what is in process may be
    decided at any time. None: nothing more may come."""
    now, later = timezone.now(), None
    if until is not None:
        later = now + LONGEST_PAUSE
        if now < until < later:
            later = max(until, now + FIRST_CHECK)
    if later != payment.check_at:
        # When somebody looks again is no change of the payment.
        payment.check_at = later
        payment.save(update_fields=["check_at"])


def surplus_of(payment: Payment, answer: Answer) -> list[Surplus]:
    """What came besides the money that counts, of a payment as it is after the answer was acted on.

    Two look-ups that cross may have seen different money first. What counts here is what was
    written down first: money that another answer took for it came besides."""
    came = list(answer.surplus)
    if answer.outcome == Outcome.SUCCEEDED and payment.has_come and answer.reference:
        came.append(Surplus(answer.reference, payment.amount))
    return [one for one in came if one.reference != payment.provider_reference]


def take_surplus(payment: Payment, surplus: Surplus) -> Payment | None:
    """Write down money that came besides, as a payment of its own that counts for nothing: it is
    there to be given back. None where that was done."""
    written = Payment.objects.filter(order=payment.order_id, gateway=payment.gateway)
    if written.filter(provider_reference=surplus.reference).exists():
        return None
    return Payment.objects.create(
        order_id=payment.order_id,
        gateway=payment.gateway,
        amount=surplus.amount,
        currency=payment.currency,
        state=Payment.State.SUCCEEDED,
        provider_reference=surplus.reference,
        came_at=timezone.now(),
        closed_at=timezone.now(),
    )


def close(payment: Payment, answer: Answer) -> None:
    """Give the payment up, after the provider (or nobody, where it never was asked) said so."""
    was_asked = payment.was_asked
    record_answer(payment, answer)
    _give_up(payment, check_in=FIRST_CHECK if was_asked else None)


def close_unasked(payment: Payment) -> None:
    """Give the payment up before its provider was told: the sweeper tells it, and what it brings
    by then goes back."""
    was_asked = payment.was_asked
    record_answer(payment, Answer(Outcome.CANCELLED))
    _give_up(payment, check_in=timedelta(0) if was_asked else None)


def _give_up(payment: Payment, *, check_in: timedelta | None) -> None:
    now = timezone.now()
    is_watched = check_in is not None and not by_staff(payment)
    change(payment, closed_at=now, check_at=now + check_in if is_watched else payment.check_at)


def take_up_again(payment: Payment) -> None:
    """Its money came after it was given up, and the order can use it: it counts again."""
    change(payment, closed_at=None, check_at=None)


def ask_less(payment: Payment, amount: Decimal) -> None:
    """Take ``amount`` off what is still to be paid at the door: less was sent than was ordered.
    Raises ValueError where the money is not due, or less than that is."""
    current = payment_of_locked_order(payment.pk)
    if current.state != Payment.State.DUE or not 0 <= amount <= current.amount:
        raise ValueError("less cannot be asked for")
    change(current, amount=current.amount - amount)
    payment.amount = current.amount


def plan_next_check(payment: Payment, *, is_under_way: bool = False) -> None:
    """When a closed payment is looked at again: seldom after a while, then never, unless its money
    is still under way. One that is not closed is looked at with its order."""
    if payment.closed_at is None:
        return
    now = timezone.now()
    age = now - payment.closed_at
    pause = min(max(age / 2, FIRST_CHECK), LONGEST_PAUSE)
    over = payment.has_come or (age > WATCHED and not is_under_way)
    Payment.objects.filter(pk=payment.pk).update(check_at=None if over else now + pause)


# --- What we ask. No lock is held. --------------------------------------------------------


def begin(payment: Payment, *, return_url: str) -> tuple[Answer, NextStep]:
    """Start or resume the payment at its gateway. Raises GatewayUnavailable."""
    try:
        return get_gateway(payment.gateway).begin(payment, return_url=return_url)
    except RequestRefused:
        # The shopper only hears that it does not respond.
        logger.exception("%s takes no payment for %s", payment.gateway, payment.order)
        raise


def form(payment: Payment, *, return_url: str, customer=None) -> NextStep:
    """The form in which a payment that was begun goes on, for ``customer``, whose order it is, or
    for anybody else who may see it (None). Raises GatewayUnavailable."""
    gateway = get_gateway(payment.gateway)
    return gateway.form(payment, return_url=return_url, customer=customer)


def look_up(payment: Payment) -> Answer:
    """What the provider says of the payment now. Raises GatewayUnavailable."""
    return get_gateway(payment.gateway).look_up(payment)


def cancel(payment: Payment) -> Answer:
    """Stop the payment at the provider; SUCCEEDED where it was paid, OPEN where its money is under
    way. Raises GatewayUnavailable."""
    return get_gateway(payment.gateway).cancel(payment)


# --- What providers tell us ---------------------------------------------------------------


def take_notification(
    *, gateway_code: str, body: bytes, headers, query: Mapping[str, str]
) -> GatewayEvent | None:
    """Verify a provider's notification and take it once.

    Returns the event to handle, None where it was handled before. Raises InvalidSignature, also
    for a gateway that there is not, and UnreadableNotification.
    """
    try:
        gateway = get_gateway(gateway_code)
    except GatewayMissing:
        raise InvalidSignature("no such gateway") from None
    notification = gateway.read_notification(body=body, headers=headers, query=query)
    check_storable(notification)
    event, _created = GatewayEvent.objects.get_or_create(
        gateway=gateway_code,
        event_id=notification.event_id,
        defaults={
            "payload": notification.payload,
            "reference": notification.reference,
            "payment_key": _as_key(notification.payment_key),
        },
    )
    return None if event.handled_at else event


def _as_key(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def payment_of(event: GatewayEvent) -> Payment | None:
    """The payment that an event is about: by our own key first, which is known before the
    provider's reference is. None where there is none (yet), or it is another shop's."""
    payments = Payment.objects.filter(gateway=event.gateway).select_related("order")
    if event.payment_key:
        found = payments.filter(idempotency_key=event.payment_key).first()
        if found is not None:
            return found
    return payments.filter(provider_reference=event.reference).first() if event.reference else None


def payment_with_key(text: str, *, order) -> Payment | None:
    """The order's payment with this key of ours, as somebody brings it; None without one."""
    key = _as_key(text)
    return order.payments.filter(idempotency_key=key).first() if key else None


def close_notification(event: GatewayEvent) -> None:
    """The payment was looked up: this event is done with."""
    with transaction.atomic():
        event.handled_at = timezone.now()
        event.save(update_fields=["handled_at"])
