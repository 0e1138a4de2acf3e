"""What staff do with an order. Customers' payments are ``checkout.services.settling``'s."""

from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction
from oscar.core.loading import get_model

from commerce.checkout.events import record
from commerce.checkout.mails import queue_order_mail
from commerce.checkout.services.settling import record_receipt, release_pending
from commerce.checkout.signals import order_released
from commerce.gateways import services as gateways
from commerce.gateways.models import Payment
from commerce.inventory.services import order_quantities, take_back

Order = get_model("order", "Order")
OrderNote = get_model("order", "OrderNote")

# What staff may move an order to, from each state. Confirming is the payment's business.
MOVES = {
    "pending": ("cancelled",),
    "confirmed": ("preparing", "cancelled"),
    "preparing": ("shipped", "cancelled"),
    "shipped": ("delivered",),
}


class NotPossible(Exception):
    """The order is not in a state for this (any more); the message is for staff."""


def _check(by) -> None:
    if not by.has_perm("order.change_order"):
        raise PermissionDenied


def _lock(order):
    return (
        Order.objects.select_for_update(of=("self",))
        .select_related("placement", "payment")
        .get(pk=order.pk)
    )


def possible_moves(order) -> tuple[str, ...]:
    """The states that staff may move this order to now."""
    return MOVES.get(order.status, ())


def move_order(*, order, to: str, by, tracking: dict | None = None) -> None:
    """Move an order on: ``preparing``, ``shipped`` (``tracking``: number, carrier, url),
    ``delivered``. Raises PermissionDenied, NotPossible."""
    _check(by)
    with transaction.atomic():
        locked = _lock(order)
        if to == "cancelled" or to not in possible_moves(locked):
            raise NotPossible(to)
        locked.set_status(to)
        locked.lines.update(status=to)
        record(locked, to, by=by, is_public=True, **(tracking or {}))
        if to == "shipped":
            queue_order_mail(locked, "shipped")
    order.refresh_from_db()


def receive_payment(*, order, by) -> None:
    """The transfer is on the account, or the courier brought the cash. Raises
    PermissionDenied, NotPossible."""
    _check(by)
    payment = Payment.objects.get(order_id=order.pk)
    if payment.state in gateways.SETTLED or order.status == "cancelled":
        raise NotPossible(payment.state)
    record_receipt(order=order, by=by)
    order.refresh_from_db()


def cancel_order(*, order, by, reason: str) -> None:
    """Cancel before it leaves: goods go back on the shelf, money that came goes back.

    Raises PermissionDenied, NotPossible, RefundRefused (the order is cancelled all the same and
    its timeline says that the refund is left to do).
    """
    _check(by)
    order.refresh_from_db(fields=["status"])
    if order.status == "pending":
        if not release_pending(order=order, reason="cancelled"):
            raise NotPossible("paid")
        record(order, "cancelled", by=by, is_public=True, reason=reason)
        queue_order_mail(order, "cancelled")
        order.refresh_from_db()
        return
    with transaction.atomic():
        locked = _lock(order)
        if "cancelled" not in possible_moves(locked):
            raise NotPossible(locked.status)
        take_back(quantities=order_quantities(locked), order=locked, reason=reason, by=by)
        locked.set_status("cancelled")
        locked.lines.update(status="cancelled")
        record(locked, "cancelled", by=by, is_public=True, reason=reason)
        if locked.payment.state == Payment.State.DUE:
            locked.payment.state = Payment.State.CANCELLED
            locked.payment.save(update_fields=["state", "updated_at"])
        order_released.send(sender=Order, order=locked)
        queue_order_mail(locked, "cancelled")
    left = locked.payment.amount - locked.payment.refunded
    if locked.payment.state == Payment.State.SUCCEEDED and left:
        refund_order(order=order, amount=left, reason=reason, by=by)
    order.refresh_from_db()


def refund_order(*, order, amount: Decimal, reason: str, by) -> None:
    """Give money back, in the order's currency. Raises PermissionDenied, RefundRefused."""
    _check(by)
    payment = Payment.objects.get(order_id=order.pk)
    try:
        gateways.refund(payment=payment, amount=amount, reason=reason, by=by)
    except gateways.RefundRefused as refused:
        record(order, "refund_failed", by=by, error=str(refused))
        raise
    record(order, "refunded", by=by, is_public=True, amount=str(amount))


@transaction.atomic
def add_note(*, order, message: str, by) -> None:
    """Write a note that only staff read."""
    _check(by)
    OrderNote.objects.create(order=order, user=by, message=message, note_type="Staff")
    record(order, "note", by=by)
