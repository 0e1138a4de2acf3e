"""Giving money of an order back: what for, how much for which units, and who may give how much.

The money itself is ``commerce.gateways.refunds``.
"""

from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from commerce.gateways.models import Refund
from commerce.policies.refund_limits import groups_that_may_refund, refund_limit
from markets.lookup import get_market, language_of
from markets.money import format_money, round_price

from .acting import NotPossible
from .models import CancelledLine

Line = get_model("order", "Line")


def _not_refused(order):
    return Refund.objects.filter(payment__order=order).exclude(state=Refund.State.REFUSED)


def refunded_units(order) -> dict[int, int]:
    """Units of each line, by its primary key, whose money is given back or on its way back."""
    units: dict[int, int] = {}
    for said in _not_refused(order).values_list("units", flat=True):
        for pk, quantity in said.items():
            units[int(pk)] = units.get(int(pk), 0) + quantity
    return units


def _units_gone(order) -> dict[int, int]:
    """Units of each line whose money is given back, or went with the rest that was canceled."""
    gone = refunded_units(order)
    for row in CancelledLine.objects.filter(line__order=order):
        gone[row.line_id] = gone.get(row.line_id, 0) + row.quantity - row.refunded
    return gone


def units_to_refund(order) -> dict[int, int]:
    """Units of each line whose money can still be given back; none, no entry. Those that were
    canceled went back with the rest."""
    gone = _units_gone(order)
    left = {
        line.pk: line.quantity - gone.get(line.pk, 0)
        for line in Line.objects.filter(order=order).order_by("pk")
    }
    return {pk: quantity for pk, quantity in left.items() if quantity > 0}


def value_of_units(order, units: dict[int, int]) -> Decimal:
    """What the order asked for these units, offers taken off and tax included, in its currency.
    The last units of a line bring what rounding left of it."""
    return sum(values_of_units(order, units).values(), Decimal(0))


def values_of_units(order, units: dict[int, int]) -> dict[int, Decimal]:
    """The same for each line, by its primary key."""
    gone = _units_gone(order)
    values = {}
    for line in Line.objects.filter(order=order, pk__in=units):
        before = gone.get(line.pk, 0)
        values[line.pk] = _share(line, before + units[line.pk], order) - _share(line, before, order)
    return values


def _share(line, quantity: int, order) -> Decimal:
    if quantity >= line.quantity:
        return line.line_price_incl_tax
    return round_price(line.line_price_incl_tax * quantity / line.quantity, order.currency)


def shipping_to_refund(order) -> Decimal:
    """What of the shipping's price was not given back with units yet, in the order's currency."""
    given = _not_refused(order).aggregate(sum=Sum("shipping"))["sum"] or Decimal(0)
    return max(order.shipping_incl_tax - given, Decimal(0))


def left_to_give(order, *, by) -> Decimal | None:
    """How much of this order somebody may still give back by themselves, in its currency: the
    limit of their groups, less what they gave. None where nobody set a limit."""
    limit = refund_limit(by, order.currency)
    if limit is None:
        return None
    given = _not_refused(order).filter(by=by).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    return max(limit - given, Decimal(0))


def beyond_limit(order, amount: Decimal, *, by) -> str:
    """Why somebody may not give so much back, and who may; "" where they may."""
    left = left_to_give(order, by=by)
    if left is None or amount <= left:
        return ""
    edition = get_market(order.placement.market).edition(language_of(get_language() or ""))
    others = groups_that_may_refund(amount, order.currency)
    said = _("You may refund %(left)s of this order.") % {
        "left": format_money(left, order.currency, edition)
    }
    if others:
        return f"{said} " + _("For more, ask: %(groups)s.") % {"groups": ", ".join(others)}
    return f"{said} " + _("For more, ask an administrator.")


def price_of_refund(order, *, units: dict[int, int], shipping: bool) -> Decimal:
    """What these units bring, and the shipping with them, in the order's currency. Raises
    NotPossible where one of them went back before."""
    left = units_to_refund(order)
    if any(not 0 < quantity <= left.get(pk, 0) for pk, quantity in units.items()):
        raise NotPossible(_("Some of these units were refunded already: check what is left."))
    price = value_of_units(order, units)
    if shipping:
        delivery = shipping_to_refund(order)
        if not delivery:
            raise NotPossible(_("The shipping was refunded already: check what is left."))
        price += delivery
    return price
