"""Prices and discounts of what can be put in a cart, as filters and orders ask for them.

A figure that stands for several variants is made of those that can be bought, and of all only
where everything is sold out. A filter by price asks the same variant as the other filters do.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from typing import NamedTuple

from .bits import bits_of

Range = tuple[Decimal | None, Decimal | None]
# {what varies: {combination: bits}}
Varied = dict[frozenset, dict[frozenset, int]]

# A price range has a set for each combination of color, size and stock.
MOST_RANGES = 32

# The orders by price and by discount, of the variant that a card shows.
FIGURES = {
    "price": lambda price, _discount: price,
    "-price": lambda price, _discount: -price,
    "discount": lambda _price, discount: -discount,
    # The smallest one first; what has none comes last.
    "-discount": lambda _price, discount: (not discount, discount),
}


class IndexedUnit(NamedTuple):
    """What can be put in a cart. ``counts``: whether the whole product's figures are made of it."""

    combination: frozenset[tuple[str, str]]
    price: Decimal
    discount: int
    counts: bool


def discount_of(amount: Decimal, compare_at: Decimal | None) -> int:
    """Whole per cent off, rounded down: a shop promises no more than it gives."""
    if not compare_at or compare_at <= amount:
        return 0
    return int(((compare_at - amount) * 100 / compare_at).to_integral_value(ROUND_DOWN))


def within(price: Decimal, ranges: Iterable[Range]) -> bool:
    """Whether a price is in one of the ranges, ends included; where there are none, every one."""
    ranges = tuple(ranges)
    return not ranges or any(
        (least is None or price >= least) and (most is None or price <= most)
        for least, most in ranges
    )


class UnitPrices:
    """Which listings have a unit of some combination that costs so much."""

    def __init__(self, units: Iterable[tuple[int, frozenset, IndexedUnit]], size: int):
        """``units``: (place of the listing, what its units differ by, unit)."""
        found = defaultdict(lambda: defaultdict(list))
        for place, varies, unit in units:
            if unit.counts:
                found[varies][unit.combination].append((unit.price, place))
        self.size = size
        # {what varies: {combination: [(price, place), …]}}, the cheapest first.
        self._priced = {
            codes: {one: sorted(pairs) for one, pairs in combinations.items()}
            for codes, combinations in found.items()
        }
        self._ranges: dict[Range, Varied] = {}

    def within(self, ranges: Iterable[Range]) -> Varied:
        """What is in at least one of the ranges."""
        first, *others = (self._in_range(one) for one in ranges)
        if not others:
            return first
        found = {codes: dict(combinations) for codes, combinations in first.items()}
        for other in others:
            for codes, combinations in other.items():
                for one, bits in combinations.items():
                    found[codes][one] = found[codes].get(one, 0) | bits
        return found

    def _in_range(self, asked: Range) -> Varied:
        found = self._ranges.get(asked)
        if found is None:
            found = self._between(*asked)
            if len(self._ranges) >= MOST_RANGES:
                self._ranges.clear()
            self._ranges[asked] = found
        return found

    def _between(self, least: Decimal | None, most: Decimal | None) -> Varied:
        found: Varied = {}
        for codes, combinations in self._priced.items():
            found[codes] = {}
            for one, pairs in combinations.items():
                start = 0 if least is None else bisect_left(pairs, (least,))
                end = len(pairs) if most is None else bisect_right(pairs, (most, self.size))
                if start < end:
                    places = (place for _price, place in pairs[start:end])
                    found[codes][one] = bits_of(places, self.size)
        return found
