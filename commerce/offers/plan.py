"""``OfferPlan``: an offer as one form edits it, with condition, benefit, goods, markets, groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from oscar.core.loading import get_model

Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")
Voucher = get_model("voucher", "Voucher")

# Types of benefit without a range of products.
WITHOUT_GOODS = {
    Benefit.FIXED_PRICE,
    Benefit.SHIPPING_ABSOLUTE,
    Benefit.SHIPPING_FIXED_PRICE,
    Benefit.SHIPPING_PERCENTAGE,
}
# Types whose value is an amount of money, in one market's currency.
MONEY = {
    Condition.VALUE,
    Benefit.FIXED,
    Benefit.FIXED_UNIT,
    Benefit.FIXED_PRICE,
    Benefit.SHIPPING_ABSOLUTE,
    Benefit.SHIPPING_FIXED_PRICE,
}


@dataclass(frozen=True)
class Goods:
    """The products of a condition or benefit: all, or those in any of these categories, labels or
    products."""

    everything: bool = True
    categories: tuple[int, ...] = ()
    products: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    without: tuple[int, ...] = ()


@dataclass(frozen=True)
class OfferPlan:
    """An offer as edited. ``names`` and ``descriptions`` by content language; the first and last
    day are included, in each market's own time zone; ``code`` makes it a coupon.

    ``when`` and ``gives`` are Oscar's types (``Count``, ``Percentage``, …); amounts are in the
    currency of the one market.
    """

    names: Mapping[str, str]
    descriptions: Mapping[str, str] = field(default_factory=dict)
    when: str = Condition.COUNT
    when_value: Decimal = Decimal(1)
    goods: Goods = Goods()
    gives: str = Benefit.PERCENTAGE
    gives_value: Decimal | None = None
    gives_most: int | None = None
    # None: the same as the condition's.
    gives_goods: Goods | None = None
    markets: tuple[str, ...] = ()
    first_day: date | None = None
    last_day: date | None = None
    groups: tuple[int, ...] = ()
    priority: int = 0
    combinable: bool = False
    per_order: int | None = None
    per_customer: int | None = None
    in_all: int | None = None
    budget: Decimal | None = None
    is_listed: bool = True
    is_active: bool = True
    is_coupon: bool = False
    code: str = ""
    usage: str = Voucher.MULTI_USE

    @property
    def is_in_money(self) -> bool:
        return bool({self.when, self.gives} & MONEY) or self.budget is not None
