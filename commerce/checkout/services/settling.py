"""What becomes of a pending order: confirmed once, or its goods released once.

``confirm_payment`` is the one way to a confirmed order. The return page, a provider's
notification, staff and the sweeper all call it, in any order and any number of times.
"""

from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.checkout.events import record
from commerce.checkout.mails import queue_order_mail
from commerce.checkout.models import Placement
from commerce.checkout.signals import order_confirmed, order_released
from commerce.gateways import services as gateways
from commerce.gateways.base import Answer, Outcome, RefundRefused
from commerce.gateways.models import Payment
from commerce.gateways.registry import get_gateway
from commerce.inventory.services import (
    OutOfStock,
    order_quantities,
    release,
    reserve,
    sell,
)
from commerce.offers.services.uses import UsedUp, give_back_uses, hold_again, take_out_coupons

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")

PAID = {Outcome.SUCCEEDED, Outcome.DUE}


def start_payment(*, order, return_url: str):
    """Ask the gateway to take the money. Returns the shopper's next step.

    Cash on delivery confirms here; a bank transfer says what to do by mail. Raises
    GatewayUnavailable: the order stays pending and the step can be repeated.
    """
    payment = order.payment
    answer, step = gateways.begin(payment, return_url=return_url)
    gateway = get_gateway(payment.gateway)
    if answer.outcome in PAID:
        _settle(order.pk, answer)
        return step
    with transaction.atomic():
        locked = _lock(order.pk)
        if locked.status == "pending":
            first_time = locked.payment.state == Payment.State.CREATED
            gateways.record_answer(locked.payment, answer)
            if first_time:
                record(locked, "payment_started", gateway=payment.gateway)
            if gateway.leaves_basket and first_time:
                _close_basket(locked)
                queue_order_mail(locked, "received")
    return step


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
    locked = _lock(order.pk)
    payment = locked.payment
    if payment.state not in gateways.SETTLED:
        payment.state = Payment.State.SUCCEEDED
        payment.save(update_fields=["state", "updated_at"])
        record(locked, "payment_received", by=by, is_public=True)
    return _settle_locked(locked, Answer(Outcome.SUCCEEDED))


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
    gateways.record_answer(payment, answer)
    if answer.outcome not in PAID:
        return order.status
    if order.status == "pending":
        _confirm(order)
    elif order.status in ("expired", "cancelled") and payment.state == Payment.State.SUCCEEDED:
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
    again, or give the money back."""
    if order.events.filter(kind__in=["revived", "paid_too_late"]).exists():
        return
    if order.status == "expired":
        try:
            with transaction.atomic():
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
    transaction.on_commit(lambda: _give_back(order.pk))


def _give_back(order_id: int) -> None:
    order = Order.objects.get(pk=order_id)
    payment = order.payment
    try:
        gateways.refund(payment=payment, amount=payment.amount, reason="paid too late")
    except RefundRefused as refused:
        record(order, "refund_failed", error=str(refused))
    else:
        record(order, "refunded", is_public=True)
    queue_order_mail(order, "cancelled")


def release_pending(*, order, reason: str = "expired") -> bool:
    """End a pending order and give its goods back: False where it was paid after all.

    The payment is cancelled first; a provider that says "already paid" makes this a
    confirmation. Raises GatewayUnavailable: nothing changed, the sweeper comes again.
    """
    payment = Payment.objects.get(order_id=order.pk)
    answer = (
        Answer(Outcome.CANCELLED)
        if payment.state == Payment.State.CREATED
        else gateways.cancel(payment)
    )
    with transaction.atomic():
        locked = _lock(order.pk)
        if answer.outcome == Outcome.SUCCEEDED or locked.payment.state in gateways.SETTLED:
            _settle_locked(locked, Answer(Outcome.SUCCEEDED, reference=answer.reference))
            return False
        if locked.status != "pending":
            return locked.status in ("expired", "cancelled")
        give_back_uses(order=locked)
        release(quantities=order_quantities(locked), order=locked, reason=reason)
        locked.lines.update(num_allocated=0, status="expired")
        locked.set_status("cancelled" if reason == "cancelled" else "expired")
        gateways.record_answer(locked.payment, answer)
        Placement.objects.filter(pk=locked.placement.pk).update(
            pending_basket=None, held_until=None
        )
        if reason != "cancelled":
            record(locked, reason)
        order_released.send(sender=Order, order=locked)
    return True


def _lock(order_id: int):
    return (
        Order.objects.select_for_update(of=("self",))
        .select_related("payment", "placement")
        .get(pk=order_id)
    )


def _close_basket(order) -> None:
    """Take what was ordered out of the basket; what was added since stays for the next order."""
    Placement.objects.filter(pk=order.placement.pk).update(pending_basket=None)
    if order.basket_id is None:
        return
    basket = Basket.objects.select_for_update().get(pk=order.basket_id)
    if basket.status != Basket.OPEN:
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
