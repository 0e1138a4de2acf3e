"""Offers loaded for the engine: it runs on them without a query."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from oscar.core.loading import get_model

Benefit = get_model("offer", "Benefit")

# Oscar's own limit where an offer has none.
MANY = 10_000

DELIVERY_BENEFITS = {
    Benefit.SHIPPING_PERCENTAGE: "percent",
    Benefit.SHIPPING_ABSOLUTE: "amount",
    Benefit.SHIPPING_FIXED_PRICE: "fixed",
}


@dataclass(frozen=True)
class CouponInBasket:
    """A coupon in a basket. ``used``: whether it is used up by others ("elsewhere"), by this
    customer ("yourself"), not (""), or "unknown" without an account."""

    pk: int
    code: str
    usage: str
    used: str = ""


@dataclass(eq=False)
class LoadedOffer:
    """One of Oscar's offers in one market, with its condition and benefit.

    ``limit`` is how many times it may be applied to this cart; 0 with a ``refusal``: one of
    ``paused``, ``not_yet``, ``expired``, ``other_group``, ``used_up``, ``sign_in``,
    ``used_by_you``, ``no_coupon``.
    """

    offer: object
    condition: object
    benefit: object
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    coupon: CouponInBasket | None = None
    limit: int = MANY
    refusal: str = ""
    name: str = ""

    @property
    def pk(self) -> int:
        return self.offer.pk

    @property
    def order(self) -> tuple:
        """Sort key: highest priority first, coupons before offers without a code."""
        return (-self.offer.priority, self.coupon is None, self.offer.pk)

    @property
    def is_on_delivery(self) -> bool:
        return self.benefit.type in DELIVERY_BENEFITS

    @property
    def value(self) -> Decimal:
        return self.benefit.value or Decimal(0)


def ready(row, members: Collection[int] | None):
    """A condition or benefit as Oscar's class for its type, with its range in memory.

    Oscar's ``proxy()`` forgets the range that was read with it. ``members`` are the primary
    keys of the cart's products in the range; None for a row without a range. None for a type
    that is not Oscar's own.
    """
    kind = row.proxy_map.get(row.type)
    if row.proxy_class or kind is None:
        return None
    columns = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    made = kind(**columns)
    if row.range_id is not None:
        goods = row.range
        goods.contains_product = lambda product: product.pk in members
        made.range = goods
    return made
