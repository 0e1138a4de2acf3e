"""Charges of an order (shipping, fees), as stored when it was placed."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

from commerce.charges.kinds import name_of
from commerce.pricing.quote import DELIVERY


@dataclass(frozen=True)
class OrderCharge:
    """One charge, in the order's currency. ``name`` is in the reader's language."""

    code: str
    name: str | Promise
    incl_tax: Decimal
    excl_tax: Decimal


def charges_of(order) -> list[OrderCharge]:
    """All charges of an order, shipping first. Oscar stores shipping in the order itself and the
    others as ``surcharges``. One query, none if those are prefetched."""
    delivery = OrderCharge(
        code=DELIVERY,
        name=name_of(DELIVERY, order.shipping_method),
        incl_tax=order.shipping_incl_tax,
        excl_tax=order.shipping_excl_tax,
    )
    others = [
        OrderCharge(
            code=row.code,
            name=name_of(row.code, row.name),
            incl_tax=row.incl_tax,
            excl_tax=row.excl_tax,
        )
        for row in sorted(order.surcharges.all(), key=lambda row: row.pk)
    ]
    return [delivery, *others]
