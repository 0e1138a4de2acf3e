"""How a shopper pays: they begin a payment, and may choose another way while the order waits.

Providers are asked without a lock; what they say is written down under the order's row.
"""

import logging
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from oscar.core.loading import get_model

from commerce.gateways import services as gateways
from commerce.gateways.base import Answer, GatewayUnavailable, NextStep, Outcome
from commerce.gateways.models import Payment, PaymentMethod
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import get_gateway

from .attempt_limit import TooManyAttempts, is_tried_too_often, may_try_another
from .events import record
from .methods import other_methods
from .models import Placement
from .releasing import give_up_locked, stop_open
from .settling import ENDED, confirm_payment, lock, settle_locked, stop_payment

Order = get_model("order", "Order")

logger = logging.getLogger(__name__)

# Under this name our key of a payment is in the address to which its provider sends the shopper.
PAYMENT_KEY = "payment"


class OrderEnded(Exception):
    """The order was ended (expired, replaced, cancelled) before its payment began: nothing is
    charged. ``order`` is it."""

    def __init__(self, order):
        self.order = order
        super().__init__(order.number)


def start_payment(*, order, return_url: str):
    """Ask the gateway to take the money. Returns the shopper's next step.

    Cash on delivery confirms here; a bank transfer says what to do by mail. ``return_url`` is a
    whole address, without a query: our key of the payment is added to it. Raises OrderEnded, also
    where that happened while the provider answered: it is then told to stop. Raises
    TooManyAttempts where it was tried too often. Raises GatewayUnavailable: the order stays
    pending and the step can be repeated. A payment that its provider stopped is begun anew, as
    another one.
    """
    has_asked = False
    while True:
        with transaction.atomic():
            current = lock(order.pk)
            payment = payments_of(current).open
            if current.status in ENDED or payment is None:
                return _nothing_to_pay(current)
            if has_asked or not payment.was_asked:
                payment = _next_attempt(current, payment)
                break
        # A provider that takes the same payment up again says no more that it was declined: who
        # came back without its page, before its notification, could try as often as they like.
        confirm_payment(order=order, payment=payment)
        has_asked = True
    # From here on whoever ends the order asks the provider to stop, whatever happens to us.
    answer, step = gateways.begin(payment, return_url=way_back(payment, return_url))
    with transaction.atomic():
        current = lock(order.pk)
        payment = settle_locked(current, payment.pk, answer)
    if payment.is_open and payment.state == Payment.State.CANCELLED:
        return start_payment(order=order, return_url=return_url)
    if payment.closed_at and not payment.has_come:
        try:
            stop_payment(payment)
        except GatewayUnavailable:
            logger.warning("Order %s: a payment was given up as it began", current.number)
        current.refresh_from_db(fields=["status"])
    return step if payment.is_open and current.status not in ENDED else _nothing_to_pay(current)


def way_back(payment: Payment, return_url: str) -> str:
    """Where the shopper gets to from the payment's provider, or from its form on our page: to
    ``return_url`` (whole, without a query), with our key of the payment."""
    return f"{return_url}?{PAYMENT_KEY}={payment.idempotency_key}"


def _next_attempt(order, payment: Payment) -> Payment:
    """The payment to begin: this one, or another one where its provider stopped it. The caller
    holds the order's row. Raises TooManyAttempts."""
    if is_tried_too_often(payment):
        raise TooManyAttempts(order)
    if payment.state == Payment.State.CANCELLED:
        gateways.close(payment, Answer(Outcome.CANCELLED))
        payment = gateways.ask_for(order=order, gateway=payment.gateway, amount=payment.amount)
    gateways.mark_starting(payment)
    return payment


def _nothing_to_pay(order) -> NextStep:
    """Of an order that somebody else settled meanwhile. Raises OrderEnded where it ended."""
    if order.status in ENDED:
        raise OrderEnded(order)
    return NextStep(kind="done")


class MethodNotOffered(Exception):
    """The order cannot be paid by this method, or not at the price that was agreed."""


def choose_method(*, order, gateway: str) -> None:
    """Have a pending order paid another way: a new attempt at what is still owed, under the same
    number and at the same price.

    The attempt before is stopped at its provider first; where it was paid after all, it counts
    and the order is confirmed instead. Nothing changes where the order does not wait for payment
    (any more), or is paid this way already. Money that a person of the company sees come may
    always be chosen: no card is tried. Raises MethodNotOffered, TooManyAttempts, PaymentUnderWay
    (the attempt before cannot be stopped now: it is waited for), GatewayUnavailable (the order is
    as it was; the attempt before may be stopped, and is then begun anew).
    """
    if payments_of(order).current.gateway == gateway:
        return
    offered = other_methods(order, edition=order.placement.edition)
    if gateway not in {words.gateway for words in offered}:
        raise MethodNotOffered(gateway)
    if not get_gateway(gateway).confirmed_by_staff and not may_try_another(order):
        raise TooManyAttempts(order)
    method = PaymentMethod.objects.get(market=order.placement.market, gateway=gateway)
    stopped = stop_open(order)
    with transaction.atomic():
        current = lock(order.pk)
        if stopped.still_holds(current):
            give_up_locked(current, stopped)
            if current.status == "pending" and payments_of(current).open is None:
                _ask_by(current, method)
            return
    # Another tab was faster: what it began is looked at anew.
    choose_method(order=order, gateway=gateway)


def pay_part(*, order, gateway: str, amount: Decimal) -> None:
    """Have ``amount`` of what is owed be paid by this gateway first, as a balance beside a card;
    the order's own method is asked for the rest once that came. In the order's currency.

    Of a pending order, and of one that costs more than when it was confirmed. The attempt before
    is stopped at its provider first; where it was paid after all, that counts. Nothing changes
    where nothing is owed any more. Raises ValueError where the amount is not above 0,
    PaymentUnderWay, GatewayUnavailable (as ``choose_method``).
    """
    if amount <= 0:
        raise ValueError("a part is more than nothing")
    stopped = stop_open(order)
    with transaction.atomic():
        current = lock(order.pk)
        if stopped.still_holds(current):
            give_up_locked(current, stopped)
            payments = payments_of(current)
            if current.status not in ENDED and payments.owed and payments.open is None:
                part = min(amount, payments.owed)
                gateways.ask_for(order=current, gateway=gateway, amount=part)
            return
    pay_part(order=order, gateway=gateway, amount=amount)


def _ask_by(order, method: PaymentMethod) -> None:
    gateways.ask_for(order=order, gateway=method.gateway, amount=payments_of(order).owed)
    # Read now: what was joined to the locked row may be older than the lock.
    placement = Placement.objects.get(order=order)
    # As long as if it had been chosen at first: changing to and fro holds nothing for longer.
    held = order.date_placed + timedelta(minutes=method.hold_minutes)
    if placement.held_until:
        placement.held_until = max(placement.held_until, held)
    placement.payment_method = method.gateway
    Placement.objects.filter(pk=placement.pk).update(
        held_until=placement.held_until, payment_method=placement.payment_method
    )
    record(order, "method_chosen", is_public=True, gateway=method.gateway)
