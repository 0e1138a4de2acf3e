"""What a person does about a difference. Keyword-only; each checks who asks."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from commerce.gateways import refunds
from commerce.gateways.registry import get_gateway
from commerce.orders.acting import NotPossible
from commerce.orders.disputing import look_at_disputes
from commerce.orders.settling import confirm_payment

from .models import Difference
from .reconciling import look_again, settle

Kind = Difference.Kind
READS = "books.view_difference"
SETTLES = "books.change_difference"


def may_read(user) -> bool:
    """Whoever may settle them may read them."""
    return user.has_perm(READS) or may_settle(user)


def may_settle(user) -> bool:
    """Say what a difference is."""
    return user.has_perm(SETTLES)


def may_act(user) -> bool:
    """Settle it by what changes an order: its money is counted, or goes back."""
    return may_settle(user) and user.has_perm("order.change_order")


def can_ask_again(difference: Difference) -> bool:
    """Whether asking can change anything: money of nobody or another amount stays what it is."""
    if difference.kind == Kind.DISPUTE:
        return difference.is_open and difference.payment is not None
    return difference.is_open and difference.kind in (
        Kind.NOT_COUNTED,
        Kind.NOT_THERE,
        Kind.REFUND_NOT_COUNTED,
    )


def can_write_down_refund(difference: Difference) -> bool:
    """Whether what was given back at the provider is of a payment here that brought as much, and
    cannot be a refund of ours that is on its way."""
    return _is_of_a_payment_here(difference) and not may_be_on_its_way(difference)


def may_be_on_its_way(difference: Difference) -> bool:
    """Whether a refund that nobody asked for may be an open one of ours."""
    return (
        difference.kind == Kind.UNKNOWN_REFUND
        and difference.payment is not None
        and refunds.is_under_way(difference.payment, difference.amount)
    )


def _is_of_a_payment_here(difference: Difference) -> bool:
    payment = difference.payment
    return (
        difference.is_open
        and difference.kind == Kind.UNKNOWN_REFUND
        and payment is not None
        # Not of a second charge, which carries the same key of ours.
        and difference.payment_reference in ("", payment.provider_reference)
        and payment.currency == difference.currency
        and difference.amount <= payment.refundable
    )


def ask_again(*, difference: Difference, by) -> bool:
    """Ask the provider, act on what it says, and look whether the books agree now.

    A payment that came is counted, revives its order or goes back, as if its notification had just
    come; a refund that was refused is sent once more, with its own key; a dispute is told on its
    order. Raises PermissionDenied, NotPossible, GatewayUnavailable, RefundRefused.
    """
    _check(difference, may_act(by))
    if not can_ask_again(difference):
        raise _settled_already()
    if difference.kind == Kind.NOT_COUNTED:
        confirm_payment(order=difference.payment.order, payment=difference.payment)
    elif difference.kind == Kind.DISPUTE:
        look_at_disputes(difference.payment)
    elif difference.kind == Kind.REFUND_NOT_COUNTED:
        refunds.ask_again(difference.refund)
    fresh = Difference.objects.select_related("payment__order", "refund__payment")
    return look_again(fresh.get(pk=difference.pk), gateway=get_gateway(difference.gateway), by=by)


def write_down_refund(*, difference: Difference, by) -> None:
    """Count what was given back at the provider as given back: the timeline and the customer hear
    of it. Raises PermissionDenied, NotPossible, RefundRefused (more than is left of the payment).
    """
    _check(difference, may_act(by))
    if not _is_of_a_payment_here(difference):
        raise _settled_already()
    try:
        refunds.write_down(
            payment=difference.payment,
            amount=difference.amount,
            reference=difference.reference,
            reason=_("Given back at the provider"),
            by=by,
        )
    except refunds.RefundUnderWay:
        raise NotPossible(
            _("A refund of this amount is on its way, and may be this one: wait for its answer.")
        ) from None
    settle(difference, Difference.Settled.AGREE, by=by)


def note_as_known(*, difference: Difference, reason: str, by) -> None:
    """A person knows what it is, and says so; it is not asked about again. Raises PermissionDenied,
    NotPossible."""
    _check(difference, may_settle(by))
    if not settle(difference, Difference.Settled.KNOWN, by=by, note=reason):
        raise _settled_already()


def _check(difference: Difference, is_allowed: bool) -> None:
    if not is_allowed:
        raise PermissionDenied
    difference.refresh_from_db()


def _settled_already() -> NotPossible:
    return NotPossible(_("It was settled in the meantime."))
