"""Closing an order whose rest never leaves: that rest is cancelled, its money goes back.

The order's row is locked, then its stock, as where a whole order is cancelled.
"""

from decimal import Decimal

from django.db import transaction

from commerce.gateways import refunds
from commerce.gateways import services as gateways
from commerce.gateways.models import Payment
from commerce.gateways.of_order import payments_of
from commerce.inventory.services import order_quantities, take_back
from markets.money import round_price

from .acting import check_may_act, not_any_more, refunded_meanwhile
from .events import record
from .mails import queue_order_mail
from .models import CancelledLine
from .parcels import all_arrived, bring_to, mark_delivered
from .settling import lock
from .units import left_to_send


def can_cancel_rest(order) -> bool:
    """Whether part of this order left and another part did not."""
    return order.status == "partly_shipped"


def value_of_rest(order) -> Decimal:
    """What the order asks for what is still to be sent, offers taken off and tax included, in
    its currency. Delivery and other charges are not in it: something was delivered."""
    return sum(_values(order, left_to_send(order)).values(), Decimal(0))


def _values(order, units: dict[int, int]) -> dict[int, Decimal]:
    # A share of a line is a price too: pesos have no cents.
    return {
        line.pk: round_price(
            line.line_price_incl_tax * units[line.pk] / line.quantity, order.currency
        )
        if units[line.pk] < line.quantity
        else line.line_price_incl_tax
        for line in order.lines.order_by("pk")
        if line.pk in units
    }


def to_give_back(order) -> Decimal:
    """What goes back to the customer for the rest unless staff say otherwise: its value less what
    is due at the door, as far as so much of what came is still here. In the order's currency."""
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
    """Cancel what is still to be sent; the order is then as far as its parcels are.

    ``restock``: the units are there and are counted as stock again; False where they are missing
    or broken. ``amount`` goes back to the customer, in the order's currency (``to_give_back``
    where None; nothing where 0). Money that is still to come at the door becomes less by the value
    of the rest. ``seen_refunded``: what the clerk saw as given back.

    The customer gets a mail. Returns False where the provider does not answer yet about the
    refund. Raises PermissionDenied, NotPossible (nothing written), RefundRefused (more than is
    left of what came: nothing written; or the provider said no: the rest is cancelled all the
    same, and the timeline says that the refund is left to do).
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
    values = _values(locked, left)
    if amount is None:
        amount = to_give_back(locked)
    CancelledLine.objects.bulk_create(
        CancelledLine(line_id=pk, quantity=quantity, value=values[pk])
        for pk, quantity in left.items()
    )
    if restock:
        quantities = order_quantities(locked, left)
        take_back(quantities=quantities, order=locked, reason=reason, by=by)
    at_the_door = locked.payments.filter(state=Payment.State.DUE).first()
    if at_the_door is not None:
        value = sum(values.values(), Decimal(0))
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
