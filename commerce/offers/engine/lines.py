"""Cart lines in memory, with the interface that Oscar's conditions and benefits use.

Oscar's own lines query the database about combinations at every step (ten thousand queries with a
hundred combinable offers). These follow the same rules without a query. Lists of offers that may
only be combined with each other (``ConditionalOffer.combinations``) are ignored: the back office
does not write them.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal


class OfferLine:
    """A line of one product. ``unit`` is the displayed unit price, in the market's currency.

    Attributes and methods are those that Oscar's conditions and benefits use.
    """

    # All lines can be bought; Oscar checks that there is a stock record.
    stockrecord = stockrecord_id = 1

    def __init__(self, *, key: int, product, quantity: int, unit: Decimal):
        self.key = key
        self.product = product
        self.quantity = quantity
        self.unit_effective_price = unit
        # (offer id, discount, units) in the order in which they were applied.
        self.discounts: list[tuple[int, Decimal, int]] = []
        self._takers: dict[int, object] = {}
        self._taken: dict[int, int] = defaultdict(int)

    def unused(self) -> "OfferLine":
        """A copy of the line of which no offer has used any units."""
        return OfferLine(
            key=self.key,
            product=self.product,
            quantity=self.quantity,
            unit=self.unit_effective_price,
        )

    @property
    def total(self) -> Decimal:
        return self.unit_effective_price * self.quantity

    def discount(self, amount, quantity, incl_tax=True, offer=None) -> None:
        self.discounts.append((offer.pk, Decimal(amount), int(quantity)))
        self.consume(quantity, offer=offer)

    def consume(self, quantity, offer=None) -> int:
        """Mark units as used by an offer. Returns how many were available."""
        available = self._available(offer)
        self._takers[offer.pk] = offer
        consumed = min(available, int(quantity))
        self._taken[offer.pk] += consumed
        return consumed

    def quantity_with_offer_discount(self, offer) -> int:
        return self._taken[offer.pk]

    def quantity_without_offer_discount(self, offer) -> int:
        return self._available(offer)

    def is_available_for_offer_discount(self, offer) -> bool:
        return self._available(offer) > 0

    def quantity_available_for_offer(self, offer) -> int:
        return self._available(offer) + self._taken[offer.pk]

    def takers(self, offer) -> list:
        """The other offers that use units of this line."""
        return [other for pk, other in self._takers.items() if self._taken[pk] and pk != offer.pk]

    def _available(self, offer) -> int:
        """The units that an offer may use. By Oscar's rules a unit is for one exclusive offer, or
        for any number of combinable ones."""
        units = self.quantity
        others = self.takers(offer)
        if offer.exclusive:
            for other in others:
                if not other.exclusive:
                    return 0
                if other.priority >= offer.priority:
                    units -= self._taken[other.pk]
                    if units == 0:
                        return 0
        elif any(other.exclusive for other in others):
            return 0
        return units - self._taken[offer.pk]


@dataclass
class OfferBasket:
    """The lines as a basket, for Oscar's conditions and benefits."""

    currency: str
    lines: list[OfferLine] = field(default_factory=list)

    def all_lines(self) -> list[OfferLine]:
        return self.lines
