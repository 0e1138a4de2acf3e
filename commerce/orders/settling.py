"""What becomes of a pending order: confirmed once, or its goods released once.

``confirm_payment`` is the one way to a confirmed order. The return page, a provider's
notification, staff and the sweeper all call it, in any order and any number of times.
"""

import logging

from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from background.locks import locked
from commerce.gateways import refunds
from commerce.gateways import services as gateways
from commerce.gateways.base import Answer, GatewayUnavailable, NextStep, Outcome
from commerce.gateways.models import Payment
from commerce.gateways.registry import get_gateway
from commerce.inventory.services import OutOfStock, order_quantities, release, reserve, sell
from commerce.offers.services.uses import UsedUp, give_back_uses, hold_again, take_out_coupons

from .events import record
from .mails import queue_order_mail
from .models import Placement
from .signals import order_confirmed, order_released

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")

logger = logging.getLogger(__name__)

# The states of an order that is over without having been confirmed, or was taken back.
ENDED = ("expired", "cancelled")
PAID = {Outcome.SUCCEEDED, Outcome.DUE}


class OrderEnded(Exception):
    """The order was ended (expired, replaced, cancelled) before its payment began: nothing is
    charged. ``order`` is it."""

    def __init__(self, order):
        self.order = order
        super().__init__(order.number)


def start_payment(*, order, return_url: str):
    """Ask the gateway to take the money. Returns the shopper's next step.

    Cash on delivery confirms here; a bank transfer says what to do by mail. ``return_url`` is a
    whole address. Raises OrderEnded, also where that happened while the provider answered: it
    is then told to stop. Raises GatewayUnavailable: the order stays pending and the step can be
    repeated.
    """
    with transaction.atomic():
        current = _lock(order.pk)
        if current.status != "pending":
            return _nothing_to_pay(current)
        payment = current.payment
        gateways.mark_starting(payment)
    # From here on whoever ends the order asks the provider to stop, whatever happens to us.
    answer, step = gateways.begin(payment, return_url=return_url)
    with transaction.atomic():
        current = _lock(order.pk)
        _settle_locked(current, answer)
    if current.status in ENDED:
        try:
            stop_payment(current.payment)
        except GatewayUnavailable:
            logger.warning("Order %s ended while its payment began", current.number)
        current.refresh_from_db(fields=["status"])
    return step if current.status == "pending" else _nothing_to_pay(current)


def _nothing_to_pay(order) -> NextStep:
    """Of an order that somebody else settled meanwhile. Raises OrderEnded where it ended."""
    if order.status in ENDED:
        raise OrderEnded(order)
    return NextStep(kind="done")


def _note_start(order) -> None:
    """The provider has the payment now: whoever hears of it first, once for each attempt."""
    record(order, "payment_started", gateway=order.payment.gateway)
    if get_gateway(order.payment.gateway).leaves_basket:
        _close_basket(order)
        queue_order_mail(order, "received")


def stop_payment(payment: Payment) -> None:
    """Tell the provider once more to stop a payment that was given up; what was paid all the
    same is dealt with. Raises GatewayUnavailable: it is tried again (``tasks.sweep_payments``)."""
    _settle(payment.order_id, gateways.cancel(payment))
    payment.refresh_from_db()
    gateways.plan_next_check(payment)


def confirm_payment(*, order) -> str:
    """Ask the provider and act on the answer, once. Returns the order's status afterwards.

    Raises GatewayUnavailable where the provider cannot be asked.
    """
    payment = Payment.objects.get(order_id=order.pk)
    if payment.state == Payment.State.CREATED:
        return Order.objects.values_list("status", flat=True).get(pk=order.pk)
    return _settle(order.pk, gateways.look_up(payment))


@transaction.atomic
def record_receipt(*, order, by) -> str:
    """Staff saw the money (a transfer on the account, cash from the courier)."""
    current = _lock(order.pk)
    if current.payment.state not in gateways.SETTLED:
        record(current, "payment_received", by=by, is_public=True)
    return _settle_locked(current, Answer(Outcome.SUCCEEDED))


@transaction.atomic
def _settle(order_id: int, answer: Answer) -> str:
    return _settle_locked(_lock(order_id), answer)


def _settle_locked(order, answer: Answer) -> str:
    payment = order.payment
    if answer.outcome == Outcome.DECLINED:
        if order.status == "pending" and payment.state != Payment.State.FAILED:
            gateways.record_answer(payment, answer)
            record(order, "payment_declined", is_public=True, code=answer.failure_code)
        return order.status
    was_starting = payment.state == Payment.State.STARTING
    money_came = gateways.record_answer(payment, answer)
    if order.status == "pending" and answer.outcome in PAID:
        _confirm(order)
    elif order.status == "pending" and was_starting and answer.outcome == Outcome.OPEN:
        _note_start(order)
    elif order.status in ENDED and money_came:
        _paid_too_late(order)
    return order.status


def _confirm(order) -> None:
    # The basket's row before the stock's: the same order in which placing takes them.
    _close_basket(order)
    sell(quantities=order_quantities(order), order=order)
    order.lines.update(num_allocated=0, status="confirmed")
    order.set_status("confirmed")
    Placement.objects.filter(pk=order.placement.pk).update(
        confirmed_at=timezone.now(), held_until=None
    )
    record(order, "confirmed", is_public=True)
    order_confirmed.send(sender=Order, order=order)
    queue_order_mail(order, "confirmed")


def _paid_too_late(order) -> None:
    """Money for an order whose goods were given back: take them (and the uses of its offers)
    again, or give the money back. Happens once: money comes once."""
    if order.status == "expired":
        try:
            with transaction.atomic():
                # Confirming closes it: locked before the offers and the stock, as placing does it.
                _basket_of(order)
                hold_again(order=order)
                reserve(quantities=order_quantities(order), order=order)
        except (OutOfStock, UsedUp):
            pass
        else:
            record(order, "revived")
            _confirm(order)
            return
        order.set_status("cancelled")
    record(order, "paid_too_late", is_public=True)
    refunds.ask_refund(payment=order.payment, amount=order.payment.amount, reason="paid too late")
    queue_order_mail(order, "cancelled")


def release_pending(*, order, reason: str = "expired") -> bool:
    """End a pending order and give its goods back: False where it was paid after all.

    The payment is cancelled first, unless its provider was never asked; one that says "already
    paid" makes this a confirmation. Raises GatewayUnavailable: nothing changed, the sweeper
    comes again.
    """
    payment = Payment.objects.get(order_id=order.pk)
    was_asked = payment.state != Payment.State.CREATED
    answer = gateways.cancel(payment) if was_asked else Answer(Outcome.CANCELLED)
    with transaction.atomic():
        current = _lock(order.pk)
        began_meanwhile = not was_asked and current.payment.state != Payment.State.CREATED
        if not began_meanwhile:
            return _release_locked(current, answer, reason)
    return release_pending(order=order, reason=reason)


def _release_locked(order, answer: Answer, reason: str) -> bool:
    if answer.outcome == Outcome.SUCCEEDED or order.payment.state in gateways.SETTLED:
        _settle_locked(order, Answer(Outcome.SUCCEEDED, reference=answer.reference))
        return False
    if order.status != "pending":
        return order.status in ENDED
    give_back_uses(order=order)
    release(quantities=order_quantities(order), order=order, reason=reason)
    order.lines.update(num_allocated=0, status="expired")
    order.set_status("cancelled" if reason == "cancelled" else "expired")
    gateways.close(order.payment, answer)
    Placement.objects.filter(pk=order.placement.pk).update(pending_basket=None, held_until=None)
    if reason != "cancelled":
        record(order, reason)
    order_released.send(sender=Order, order=order)
    return True


def _lock(order_id: int):
    return locked(Order.objects.select_related("payment", "placement")).get(pk=order_id)


def _basket_of(order):
    """The basket that was ordered, locked; None where there is none any more."""
    if order.basket_id is None:
        return None
    return locked(Basket.objects.filter(pk=order.basket_id)).get()


def _close_basket(order) -> None:
    """Take what was ordered out of the basket; what was added since stays for the next order."""
    Placement.objects.filter(pk=order.placement.pk).update(pending_basket=None)
    basket = _basket_of(order)
    if basket is None or basket.status != Basket.OPEN:
        return
    take_out_coupons(basket=basket, order=order)
    ordered = {line.product_id: line.quantity for line in order.lines.all()}
    left = 0
    for line in basket.lines.all():
        rest = line.quantity - ordered.get(line.product_id, 0)
        if rest > 0 and line.product_id in ordered:
            line.quantity = rest
            line.save(update_fields=["quantity"])
        elif line.product_id in ordered:
            line.delete()
            continue
        left += 1
    if not left:
        basket.status = Basket.SUBMITTED
        basket.date_submitted = timezone.now()
        basket.save(update_fields=["status", "date_submitted"])
