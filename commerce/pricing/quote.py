"""What a basket costs: pure arithmetic, tested by tables of cases.

All amounts are ``Decimal`` in the quote's one currency.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal

from django.utils.functional import Promise

from markets.money import decimals_of, round_money

from .tax import NOTHING, Taxed, tax_amount

# The code of the one charge that offers can make cheaper.
DELIVERY = "delivery"


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
    """What an offer takes off a charge: ``percent`` of it, an ``amount``, or all above a
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
class Charge:
    """What is added to the goods: delivery, wrapping, a fee. ``price`` is on the tag's terms, as
    the goods' prices are, and nothing from ``free_from`` on; ``rate`` is None while the tax is not
    known.

    ``free_from`` looks at the goods after what offers take off them. Raises ValueError for a price
    below nothing: what somebody has to their credit is a payment.
    """

    code: str
    name: str | Promise
    price: Decimal
    free_from: Decimal | None = None
    rate: Decimal | None = Decimal(0)
    reduction: Reduction | None = None

    def __post_init__(self):
        if self.price < 0:
            raise ValueError(f"{self.code} costs less than nothing")

    def before_offers(self, goods_shown: Decimal) -> Decimal:
        if self.free_from is not None and goods_shown >= self.free_from:
            return Decimal(0)
        return self.price

    def amount_for(self, goods_shown: Decimal, *, decimals: int) -> Decimal:
        """What is charged, on the tag's terms. ``decimals``: of prices in its currency; where they
        have none, an offer takes whole units off a whole price (rounded down, as on goods)."""
        charge = self.before_offers(goods_shown)
        if self.reduction is None:
            return charge
        taken = self.reduction.taken_off(charge)
        if decimals == 0 and charge == charge.to_integral_value():
            taken = taken.to_integral_value(ROUND_DOWN)
        return charge - taken


@dataclass(frozen=True)
class ChargeLine:
    """A charge as it is asked for: ``shown`` on the tag's terms, after ``discount``, which is what
    offers take off it."""

    code: str
    name: str | Promise
    shown: Decimal
    taxed: Taxed
    rate: Decimal | None
    discount: Decimal = Decimal(0)


@dataclass(frozen=True)
class Quote:
    """The whole. ``total.tax`` is only meant while ``tax_known``; until then it is zero."""

    currency: str
    included: bool
    lines: dict[int, Taxed]
    goods_shown: Decimal
    goods: Taxed
    charges: tuple[ChargeLine, ...]
    tax_known: bool
    # What offers take off the goods.
    discount: Decimal = field(default=Decimal(0))

    @property
    def total(self) -> Taxed:
        return sum((line.taxed for line in self.charges), start=self.goods)

    @property
    def delivery(self) -> ChargeLine | None:
        """What the delivery costs; None while none is chosen."""
        return next((line for line in self.charges if line.code == DELIVERY), None)

    @property
    def total_shown(self) -> Decimal:
        """What there is to pay as far as it is known."""
        return self.total.incl


def quote(
    lines: Iterable[QuoteLine],
    *,
    currency: str,
    included: bool,
    charges: Iterable[Charge] = (),
) -> Quote:
    """Add a basket up. Tax is rounded per line and per charge, so that the lines and charges of an
    order add up to it."""
    lines, charges = list(lines), list(charges)
    taxed = {
        line.key: tax_amount(line.shown, rate=line.rate or Decimal(0), included=included)
        for line in lines
    }
    goods = sum(taxed.values(), start=NOTHING)
    goods_shown = sum((line.shown for line in lines), start=Decimal(0))
    return Quote(
        currency=currency,
        included=included,
        lines=taxed,
        goods_shown=goods_shown,
        goods=goods,
        charges=tuple(
            _charge_line(charge, goods_shown, currency=currency, included=included)
            for charge in charges
        ),
        tax_known=all(one.rate is not None for one in (*lines, *charges)),
        discount=sum((line.discount for line in lines), start=Decimal(0)),
    )


def _charge_line(
    charge: Charge, goods_shown: Decimal, *, currency: str, included: bool
) -> ChargeLine:
    shown = charge.amount_for(goods_shown, decimals=decimals_of(currency))
    return ChargeLine(
        code=charge.code,
        name=charge.name,
        shown=shown,
        taxed=tax_amount(shown, rate=charge.rate or Decimal(0), included=included),
        rate=charge.rate,
        discount=charge.before_offers(goods_shown) - shown,
    )
