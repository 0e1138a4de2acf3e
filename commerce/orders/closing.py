"""Close a partly shipped order: cancel the units that are left, and refund them.

Lock order: the order's row, then its stock, as for canceling a whole order.
"""

from decimal import Decimal

from django.db import transaction

from commerce.gateways import refunds
from commerce.gateways import services as gateways
from commerce.gateways.models import Payment
from commerce.gateways.of_order import payments_of
from commerce.inventory.services import order_quantities, take_back

from .acting import NotPossible, check_may_act, not_any_more, refunded_meanwhile
from .events import record
from .mails import queue_order_mail
from .models import CancelledLine
from .parcels import all_arrived, bring_to, mark_delivered
from .refunding import beyond_limit, refunded_units, values_of_units
from .settling import lock
from .units import left_to_send


def can_cancel_rest(order) -> bool:
    """Whether the order was shipped in part only."""
    return order.status == "partly_shipped"


def refunded_of_rest(order) -> dict[int, int]:
    """Units still to be shipped whose money went back before, by line. Which units of a line a
    refund was of is not written down: those that never left come first, so that the rest gives
    none back twice."""
    back = refunded_units(order)
    return {
        pk: min(quantity, back[pk]) for pk, quantity in left_to_send(order).items() if pk in back
    }


def value_of_rest(order) -> Decimal:
    """The value of the units still to be shipped, after discounts and with tax, in the order's
    currency; without those that were refunded before. Without shipping and other charges, as
    something was delivered."""
    return sum(_values(order, left_to_send(order), refunded_of_rest(order)).values(), Decimal(0))


def _values(order, left: dict[int, int], refunded: dict[int, int]) -> dict[int, Decimal]:
    units = {pk: quantity - refunded.get(pk, 0) for pk, quantity in left.items()}
    return values_of_units(order, units)


def to_give_back(order) -> Decimal:
    """The suggested refund for the units that are left: their value less what is due on delivery,
    at most what can be refunded. In the order's currency."""
    payments = payments_of(order)
    return min(max(value_of_rest(order) - payments.due, Decimal(0)), payments.refundable)


def cancel_rest(
    *,
    order,
    by,
    reason: str,
    restock: bool = True,
    amount: Decimal | None = None,
    seen_refunded: Decimal | None = None,
) -> bool:
    """Cancel the units still to be shipped, and mail the customer. The order's state then follows
    from its parcels.

    ``restock``: return the units to stock; False if they are missing or broken. ``amount``: the
    refund in the order's currency (None: ``to_give_back``; 0: none). What is due on delivery is
    reduced by the value of the canceled units. ``seen_refunded``: the amount already refunded as
    the clerk saw it.

    Returns False if the provider has not responded yet about the refund. Raises PermissionDenied,
    NotPossible (nothing is written), RefundRefused (more than can be refunded: nothing is written;
    or refused by the provider: the units are canceled all the same, and the timeline says that the
    refund is still to do).
    """
    check_may_act(by)
    try:
        asked = _cancel_rest(
            order=order,
            by=by,
            reason=reason,
            restock=restock,
            amount=amount,
            seen_refunded=seen_refunded,
        )
    except refunds.RefundedMeanwhile:
        raise refunded_meanwhile() from None
    order.refresh_from_db()
    return refunds.send_while_they_wait(asked)


@transaction.atomic
def _cancel_rest(*, order, by, reason, restock, amount, seen_refunded):
    locked = lock(order.pk)
    if not can_cancel_rest(locked):
        raise not_any_more(locked)
    left = left_to_send(locked)
    refunded = refunded_of_rest(locked)
    values = _values(locked, left, refunded)
    value = sum(values.values(), Decimal(0))
    if amount is None:
        amount = to_give_back(locked)
    # The price of what never leaves goes back by itself; what is beyond it, somebody gives.
    if amount > value and (refused := beyond_limit(locked, amount - value, by=by)):
        raise NotPossible(refused)
    CancelledLine.objects.bulk_create(
        CancelledLine(line_id=pk, quantity=quantity, refunded=refunded.get(pk, 0), value=values[pk])
        for pk, quantity in left.items()
    )
    if restock:
        quantities = order_quantities(locked, left)
        take_back(quantities=quantities, order=locked, reason=reason, by=by)
    at_the_door = locked.payments.filter(state=Payment.State.DUE).first()
    if at_the_door is not None:
        gateways.ask_less(at_the_door, min(value, at_the_door.amount))
        if not payments_of(locked).refundable:
            amount = Decimal(0)
    bring_to(locked, "shipped")
    asked = []
    if amount:
        asked = refunds.ask_refunds(
            order=locked,
            amount=amount,
            reason=reason,
            by=by,
            seen_refunded=seen_refunded,
        )
    record(
        locked,
        "rest_cancelled",
        by=by,
        is_public=True,
        units=sum(left.values()),
        **({"amount": str(amount), "refunds": [one.pk for one in asked]} if asked else {}),
        restocked=restock,
        reason=reason,
    )
    if all_arrived(locked):
        mark_delivered(locked, by=by)
    queue_order_mail(locked, "rest_cancelled")
    return asked
