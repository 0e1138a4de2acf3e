"""What staff do with an order. Customers' payments are ``settling``'s."""

from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from commerce.gateways import refunds
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
from .settling import (
    give_back_locked,
    give_up_locked,
    lock,
    record_receipt,
    release_pending,
    stop_open,
)
from .signals import order_released
from .states import possible_moves

Order = get_model("order", "Order")
OrderNote = get_model("order", "OrderNote")

# Where the mail addresses of erased people lead (``privacy``).
ERASED = "@erased.invalid"

# How long after a mail was sent once more the same button does nothing: a double click.
RESEND_PAUSE = timedelta(minutes=1)
# The mails that fit an order's state, the most useful first.
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
    """Whether staff may say that the money came: a transfer or cash, not there yet.

    Also after the time was up: money that comes late revives the order or goes back.
    """
    return payments_of(order).receivable is not None


def refundable(order) -> Decimal:
    """How much of what came can still be given back, in the order's currency."""
    return payments_of(order).refundable


def resendable_mails(order) -> tuple[str, ...]:
    """The mails of this order that were sent and still tell the truth."""
    if order.placement.email.endswith(ERASED):
        return ()
    sent = {event.kind for event in order.events.all()}
    kinds = MAILS.get(order.status, ())
    gateway = all_gateways().get(payments_of(order).current.gateway)
    if order.status == "pending" and not (gateway and gateway.leaves_basket):
        # It is paid by card now: how to transfer the money is true no more.
        return ()
    return tuple(kind for kind in kinds if f"mail_{kind}" in sent)


def move_order(*, order, to: str, by, tracking: dict | None = None) -> None:
    """Move an order on: ``preparing``, ``shipped`` (all that is left, as one parcel with
    ``tracking``: number, carrier, url), ``delivered`` (every parcel). ``parcels`` does less than
    all. Raises PermissionDenied, NotPossible."""
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
    """The transfer is on the account, or the courier brought the cash. Raises
    PermissionDenied, NotPossible."""
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
    """Cancel before it leaves: goods go back on the shelf, money that came goes back.

    Raises PermissionDenied, NotPossible, GatewayUnavailable (nothing changed), RefundRefused
    (the order is cancelled all the same and its timeline says that the refund is left to do).
    A provider that does not answer now is asked again until it does (``gateways.refunds``).
    """
    check_may_act(by)
    order.refresh_from_db(fields=["status"])
    if order.status == "pending":
        _cancel_pending(order, by=by, reason=reason)
        return
    if "cancelled" not in possible_moves(order):
        raise not_any_more(order)
    stopped = stop_open(order)
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
    if not release_pending(order=order, reason="cancelled"):
        raise NotPossible(
            _(
                "It was paid in the meantime: the order is confirmed. Check it again before "
                "canceling."
            )
        )
    with transaction.atomic():
        locked = lock(order.pk)
        if locked.status != "cancelled" or locked.events.filter(kind="cancelled").exists():
            # Somebody else was faster, or its time was up.
            raise not_any_more(locked)
        record(locked, "cancelled", by=by, is_public=True, reason=reason)
        queue_order_mail(locked, "cancelled")
    order.refresh_from_db()


def refund_order(
    *, order, amount: Decimal, reason: str, by, seen_refunded: Decimal | None = None
) -> bool:
    """Give money back, in the order's currency.

    It goes back by the payments that brought it, the newest first. ``seen_refunded``: what the
    clerk saw as given back; a second click changes nothing. Raises
    PermissionDenied, NotPossible, RefundRefused. Returns whether the provider has done it; where
    it does not answer now it is asked again until it does.
    """
    check_may_act(by)
    try:
        with transaction.atomic():
            locked = lock(order.pk)
            asked = refunds.ask_refunds(
                order=locked,
                amount=amount,
                reason=reason,
                by=by,
                seen_refunded=seen_refunded,
            )
    except refunds.RefundedMeanwhile:
        raise refunded_meanwhile() from None
    return refunds.send_while_they_wait(asked)


@transaction.atomic
def resend_mail(*, order, kind: str, by) -> None:
    """Send a mail of this order once more, to the address it was placed with.

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
    """Write a note that only staff read."""
    check_may_act(by)
    OrderNote.objects.create(order=order, user=by, message=message, note_type="Staff")
    record(order, "note", by=by)
