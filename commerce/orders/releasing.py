"""How a pending order ends without money: its open payment is stopped at the provider, then its
goods are released, once. What was paid by then settles the order instead (``settling``).
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from commerce.gateways import refunds
from commerce.gateways import services as gateways
from commerce.gateways.base import Answer, Outcome
from commerce.gateways.models import Payment, Refund
from commerce.gateways.of_order import payments_of
from commerce.inventory.services import order_quantities, release
from commerce.offers.services.uses import give_back_uses

from .events import record
from .models import Placement
from .settling import ENDED, Order, lock, note_declines, settle, settle_locked
from .signals import order_released


class PaymentUnderWay(Exception):
    """Money for the order is on its way and cannot be stopped now: the order goes on waiting for
    it, and nothing else is asked for. ``order`` is it."""

    def __init__(self, order):
        self.order = order
        super().__init__(order.number)


def release_pending(*, order, reason: str = "expired", only_overdue: bool = False) -> bool:
    """End a pending order and give its goods back: False where it was paid after all.

    The open payment is cancelled first, unless its provider was never asked; one that says
    "already paid" makes this a confirmation. ``only_overdue``: nothing is done, and False, where
    the order is held for longer by now. Raises GatewayUnavailable, PaymentUnderWay: the order is
    as it was, the sweeper comes again.
    """
    if only_overdue and not _is_overdue(order):
        return False
    stopped = stop_open(order)
    with transaction.atomic():
        current = lock(order.pk)
        if stopped.still_holds(current):
            if not only_overdue or _is_overdue(current):
                return _release_locked(current, stopped, reason)
            # Another way to pay was chosen, and begun, while we asked: it is begun anew.
            if stopped.payment is not None and stopped.payment.was_asked:
                settle_locked(current, stopped.payment.pk, stopped.answer)
            return False
    return release_pending(order=order, reason=reason, only_overdue=only_overdue)


def _is_overdue(order) -> bool:
    """Read now: whoever chooses another way to pay has the goods held for longer."""
    return Placement.objects.filter(order=order.pk, held_until__lte=timezone.now()).exists()


@dataclass(frozen=True)
class Stopped:
    """The open payment of an order, as its provider was told to stop it before anything is locked;
    no ``payment`` where none was open."""

    payment: Payment | None
    answer: Answer

    def still_holds(self, order) -> bool:
        """Whether no other payment is open by now, and its provider still knows of none where it
        was not told. The caller holds the order's row."""
        now = payments_of(order).open
        if now is None:
            return True
        told = self.payment is not None and self.payment.pk == now.pk
        return told and self.payment.was_asked == now.was_asked


def stop_open(order) -> Stopped:
    """Tell the provider of the open payment to stop it, if it may know of it. No lock is held.
    Raises PaymentUnderWay where it cannot be stopped, GatewayUnavailable."""
    payment = Payment.objects.filter(order_id=order.pk).open().first()
    if payment is None or not payment.was_asked:
        return Stopped(payment, Answer(Outcome.CANCELLED))
    answer = gateways.cancel(payment)
    if answer.outcome == Outcome.OPEN:
        settle(payment, answer)
        raise PaymentUnderWay(order)
    return Stopped(payment, answer)


def give_up_locked(order, stopped: Stopped) -> bool:
    """Close the payment that was stopped; False where it was paid after all, and is counted. The
    caller holds the order's row."""
    if stopped.payment is None:
        return True
    payment = order.payments.get(pk=stopped.payment.pk)
    if stopped.answer.outcome == Outcome.SUCCEEDED or payment.has_come:
        settle_locked(order, payment.pk, stopped.answer)
        return False
    if payment.is_open:
        note_declines(order, payment, stopped.answer)
        gateways.close(payment, stopped.answer)
    return True


def give_back_locked(order, *, reason: str, by=None) -> list[Refund]:
    """Of an order that ends: nothing of it is asked for any more, at the door neither, and what
    came goes back. The caller holds the order's row."""
    for payment in order.payments.filter(state=Payment.State.DUE):
        gateways.close(payment, Answer(Outcome.CANCELLED))
    for payment in order.payments.open():
        gateways.close_unasked(payment)
    left = payments_of(order).refundable
    return refunds.ask_refunds(order=order, amount=left, reason=reason, by=by) if left else []


def _release_locked(order, stopped: Stopped, reason: str) -> bool:
    was_paid = not give_up_locked(order, stopped)
    if order.status != "pending":
        return order.status in ENDED and not was_paid
    give_back_uses(order=order)
    release(quantities=order_quantities(order), order=order, reason=reason)
    order.lines.update(num_allocated=0, status="expired")
    order.set_status("cancelled" if reason == "cancelled" else "expired")
    Placement.objects.filter(pk=order.placement.pk).update(pending_basket=None, held_until=None)
    give_back_locked(order, reason=reason)
    if reason != "cancelled":
        record(order, reason)
    order_released.send(sender=Order, order=order)
    return True
