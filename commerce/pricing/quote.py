"""What a basket costs: pure arithmetic, tested by tables of cases.

All amounts are ``Decimal`` in the quote's one currency.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal

from markets.money import decimals_of, round_money

from .tax import NOTHING, Taxed, tax_amount


@dataclass(frozen=True)
class QuoteLine:
    """Goods of one kind. ``unit`` is the price on the tag, with or without tax as the market's
    prices are; ``discount`` is for the whole line, in the same terms; ``rate`` is None while
    the tax is not known."""

    key: int
    quantity: int
    unit: Decimal
    rate: Decimal | None
    discount: Decimal = Decimal(0)

    @property
    def shown(self) -> Decimal:
        """The line's amount on the tag's terms, after discount."""
        return self.unit * self.quantity - self.discount


@dataclass(frozen=True)
class Reduction:
    """What an offer takes off the delivery: ``percent`` of it, an ``amount``, or all above a
    ``fixed`` price."""

    kind: str
    value: Decimal

    def taken_off(self, charge: Decimal) -> Decimal:
        if self.kind == "percent":
            return round_money(charge * min(self.value, Decimal(100)) / 100)
        if self.kind == "amount":
            return min(charge, self.value)
        return max(charge - self.value, Decimal(0))


@dataclass(frozen=True)
class DeliveryCharge:
    """A delivery method's price on the tag's terms, nothing from ``free_from`` on.

    ``free_from`` looks at the goods after what offers take off them.
    """

    price: Decimal
    free_from: Decimal | None = None
    rate: Decimal | None = Decimal(0)
    reduction: Reduction | None = None

    def before_offers(self, goods_shown: Decimal) -> Decimal:
        if self.free_from is not None and goods_shown >= self.free_from:
            return Decimal(0)
        return self.price

    def charge_for(self, goods_shown: Decimal, *, decimals: int) -> Decimal:
        """What is charged. ``decimals``: of prices in its currency; where they have none, an offer
        takes whole units off a whole price (rounded down, as on goods)."""
        charge = self.before_offers(goods_shown)
        if self.reduction is None:
            return charge
        taken = self.reduction.taken_off(charge)
        if decimals == 0 and charge == charge.to_integral_value():
            taken = taken.to_integral_value(ROUND_DOWN)
        return charge - taken


@dataclass(frozen=True)
class Quote:
    """The whole. ``total.tax`` is only meant while ``tax_known``; until then it is zero."""

    currency: str
    included: bool
    lines: dict[int, Taxed]
    goods_shown: Decimal
    goods: Taxed
    delivery_shown: Decimal | None
    delivery: Taxed
    tax_known: bool
    # What offers take off the goods and off the delivery.
    discount: Decimal = field(default=Decimal(0))
    delivery_discount: Decimal = field(default=Decimal(0))

    @property
    def total(self) -> Taxed:
        return self.goods + self.delivery

    @property
    def total_shown(self) -> Decimal:
        """What there is to pay as far as it is known."""
        return self.total.incl


def quote(
    lines: Iterable[QuoteLine],
    *,
    currency: str,
    included: bool,
    delivery: DeliveryCharge | None = None,
) -> Quote:
    """Add a basket up. Tax is rounded per line, so that the lines of an order add up to it."""
    lines = list(lines)
    taxed = {
        line.key: tax_amount(line.shown, rate=line.rate or Decimal(0), included=included)
        for line in lines
    }
    goods = sum(taxed.values(), start=NOTHING)
    goods_shown = sum((line.shown for line in lines), start=Decimal(0))
    delivery_shown, delivery_taxed, delivery_discount = None, NOTHING, Decimal(0)
    if delivery is not None:
        delivery_shown = delivery.charge_for(goods_shown, decimals=decimals_of(currency))
        delivery_discount = delivery.before_offers(goods_shown) - delivery_shown
        delivery_taxed = tax_amount(
            delivery_shown, rate=delivery.rate or Decimal(0), included=included
        )
    return Quote(
        currency=currency,
        included=included,
        lines=taxed,
        goods_shown=goods_shown,
        goods=goods,
        delivery_shown=delivery_shown,
        delivery=delivery_taxed,
        tax_known=all(line.rate is not None for line in lines),
        discount=sum((line.discount for line in lines), start=Decimal(0)),
        delivery_discount=delivery_discount,
    )
