"""What staff do with orders: move, receive payment, cancel, refund, resend mails, add notes.

Payments by customers are in ``settling``."""

from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from commerce.gateways import refunds
from commerce.gateways.base import Answer, Outcome
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import all_gateways
from commerce.inventory.services import order_quantities, take_back

from . import parcels
from .acting import (
    NotPossible,
    check_may_act,
    not_any_more,
    refunded_meanwhile,
)
from .events import record
from .mails import queue_order_mail
from .refunding import beyond_limit, price_of_refund, shipping_to_refund
from .releasing import (
    PaymentUnderWay,
    Stopped,
    give_back_locked,
    give_up_locked,
    release_pending,
    stop_open,
)
from .settling import lock, record_receipt
from .signals import order_released
from .states import possible_moves

Order = get_model("order", "Order")
OrderNote = get_model("order", "OrderNote")

# The domain of erased people's email addresses (``privacy``).
ERASED = "@erased.invalid"

# A resend within this time after another one is ignored, as a double click.
RESEND_PAUSE = timedelta(minutes=1)
# The mails that can be resent in each state, the most useful first.
MAILS = {
    "pending": ("received",),
    "confirmed": ("confirmed",),
    "preparing": ("confirmed",),
    "partly_shipped": ("shipped", "confirmed"),
    "shipped": ("shipped", "rest_cancelled", "confirmed"),
    "delivered": ("confirmed", "shipped", "rest_cancelled"),
    "cancelled": ("cancelled",),
}


def can_receive_payment(order) -> bool:
    """Whether staff may record the payment: an open bank transfer or cash on delivery.

    Also for an expired order: a late payment confirms the order after all, or is refunded.
    """
    return payments_of(order).receivable is not None


def refundable(order) -> Decimal:
    """The amount that can still be refunded, in the order's currency."""
    return payments_of(order).refundable


def resendable_mails(order) -> tuple[str, ...]:
    """The mails of this order that were sent and are still correct."""
    if order.placement.email.endswith(ERASED):
        return ()
    sent = {event.kind for event in order.events.all()}
    kinds = MAILS.get(order.status, ())
    gateway = all_gateways().get(payments_of(order).current.gateway)
    if order.status == "pending" and not (gateway and gateway.leaves_basket):
        # It is paid by card now, so the instructions for the bank transfer are obsolete.
        return ()
    return tuple(kind for kind in kinds if f"mail_{kind}" in sent)


def move_order(*, order, to: str, by, tracking: dict | None = None) -> None:
    """Move an order to the next state: ``preparing``, ``shipped`` (all that is left as one parcel,
    with ``tracking``: number, carrier, url) or ``delivered`` (all parcels). For partial shipments
    see ``parcels``. Raises PermissionDenied, NotPossible."""
    if to == "shipped":
        parcels.send_parcel(order=order, by=by, tracking=tracking)
        return
    if to == "delivered":
        parcels.deliver_all(order=order, by=by)
        return
    check_may_act(by)
    with transaction.atomic():
        locked = lock(order.pk)
        if to == "cancelled" or to not in possible_moves(locked):
            raise not_any_more(locked)
        locked.set_status(to)
        locked.lines.update(status=to)
        record(locked, to, by=by, is_public=True)
    order.refresh_from_db()


def receive_payment(*, order, by) -> None:
    """Record that a bank transfer or the cash on delivery was received. Raises PermissionDenied,
    NotPossible."""
    check_may_act(by)
    with transaction.atomic():
        locked = lock(order.pk)
        payments = payments_of(locked)
        if payments.is_settled:
            raise NotPossible(_("The payment is already recorded as received."))
        if payments.receivable is None:
            raise not_any_more(locked)
        record_receipt(order=locked, by=by)
    order.refresh_from_db()


def cancel_order(*, order, by, reason: str) -> None:
    """Cancel an order before it is shipped: stock is released and payments are refunded.

    Raises PermissionDenied, NotPossible, GatewayUnavailable (nothing is changed), RefundRefused
    (the order is canceled all the same, and its timeline says that the refund is still to do). A
    refund at a provider that does not respond is retried until it does (``gateways.refunds``).
    """
    check_may_act(by)
    order.refresh_from_db(fields=["status"])
    if order.status == "pending":
        _cancel_pending(order, by=by, reason=reason)
        return
    if "cancelled" not in possible_moves(order):
        raise not_any_more(order)
    try:
        stopped = stop_open(order)
    except PaymentUnderWay:
        # A difference that was asked for later: given up unstopped, and what it brings goes back.
        stopped = Stopped(None, Answer(Outcome.CANCELLED))
    with transaction.atomic():
        locked = lock(order.pk)
        if "cancelled" not in possible_moves(locked):
            raise not_any_more(locked)
        give_up_locked(locked, stopped)
        take_back(quantities=order_quantities(locked), order=locked, reason=reason, by=by)
        locked.set_status("cancelled")
        locked.lines.update(status="cancelled")
        record(locked, "cancelled", by=by, is_public=True, reason=reason)
        asked = give_back_locked(locked, reason=reason, by=by)
        order_released.send(sender=Order, order=locked)
        queue_order_mail(locked, "cancelled")
    refunds.send_while_they_wait(asked)
    order.refresh_from_db()


def _cancel_pending(order, *, by, reason: str) -> None:
    try:
        is_released = release_pending(order=order, reason="cancelled")
    except PaymentUnderWay:
        raise NotPossible(
            _(
                "A payment is being processed and can't be stopped now. Cancel the order once it's "
                "known whether the money came."
            )
        ) from None
    if not is_released:
        raise NotPossible(
            _(
                "It was paid in the meantime: the order is confirmed. Check it again before "
                "canceling."
            )
        )
    with transaction.atomic():
        locked = lock(order.pk)
        if locked.status != "cancelled" or locked.events.filter(kind="cancelled").exists():
            # Someone else was faster, or the order expired.
            raise not_any_more(locked)
        record(locked, "cancelled", by=by, is_public=True, reason=reason)
        queue_order_mail(locked, "cancelled")
    order.refresh_from_db()


def refund_order(
    *,
    order,
    reason: str,
    by,
    amount: Decimal | None = None,
    cause: str = "",
    units: dict[int, int] | None = None,
    shipping: bool = False,
    seen_refunded: Decimal | None = None,
) -> bool:
    """Refund an amount in the order's currency, to the payments that brought it, newest first.

    Either ``amount``, or ``units`` (of which lines, by primary key) and ``shipping``: then it is
    what these cost, each unit once and the shipping once. ``seen_refunded``: the amount already
    refunded as the clerk saw it, so that a second click does nothing. Raises PermissionDenied,
    NotPossible (also beyond what ``by`` may refund), RefundRefused. Returns whether the provider
    has done it; if it does not respond, the refund is retried until it does.
    """
    check_may_act(by)
    units = units or {}
    if (amount is None) != bool(units or shipping):
        raise ValueError("either an amount, or units and shipping")
    try:
        with transaction.atomic():
            locked = lock(order.pk)
            if amount is None:
                amount = price_of_refund(locked, units=units, shipping=shipping)
            if refused := beyond_limit(locked, amount, by=by):
                raise NotPossible(refused)
            asked = refunds.ask_refunds(
                order=locked,
                amount=amount,
                reason=reason,
                by=by,
                cause=cause,
                units=units,
                shipping=shipping_to_refund(locked) if shipping else Decimal(0),
                seen_refunded=seen_refunded,
            )
    except refunds.RefundedMeanwhile:
        raise refunded_meanwhile() from None
    return refunds.send_while_they_wait(asked)


@transaction.atomic
def resend_mail(*, order, kind: str, by) -> None:
    """Resend a mail of this order, to the email address it was placed with.

    ``kind``: one of ``resendable_mails``. Raises PermissionDenied, NotPossible.
    """
    check_may_act(by)
    locked = lock(order.pk)
    if kind not in resendable_mails(locked):
        raise not_any_more(locked)
    lately = timezone.now() - RESEND_PAUSE
    if locked.events.filter(kind="mail_resent", detail__mail=kind, created_at__gt=lately).exists():
        raise NotPossible(_("This email was resent a moment ago."))
    record(locked, "mail_resent", by=by, mail=kind)
    queue_order_mail(locked, kind, again=True)


@transaction.atomic
def add_note(*, order, message: str, by) -> None:
    """Add a note for staff only."""
    check_may_act(by)
    OrderNote.objects.create(order=order, user=by, message=message, note_type="Staff")
    record(order, "note", by=by)
