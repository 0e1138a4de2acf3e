"""Prices and discounts of what can be put in a cart, as filters and orders ask for them.

A figure that stands for several variants is made of those that can be bought, and of all only
where everything is sold out. A filter by price asks the same variant as the other filters do.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from decimal import ROUND_DOWN, Decimal
from itertools import chain
from typing import NamedTuple

from .bits import bits_of, flags_of

Range = tuple[Decimal | None, Decimal | None]
# {what varies: {combination: bits}}
Varied = dict[frozenset, dict[frozenset, int]]

# A price range has a set for each combination of color, size and stock.
MOST_RANGES = 32
# The units of so many listings are put in their places one by one; of more they are sorted.
FEW = 8

# The orders by price and by discount, of the variant that a card shows.
FIGURES = {
    "price": lambda price, _discount: price,
    "-price": lambda price, _discount: -price,
    "discount": lambda _price, discount: -discount,
    # The smallest one first; what has none comes last.
    "-discount": lambda _price, discount: (not discount, discount),
}


class IndexedUnit(NamedTuple):
    """What can be put in a cart; ``price`` in hundredths. ``counts``: whether the whole product's
    figures are made of it."""

    combination: frozenset[tuple[str, str]]
    price: int
    discount: int
    counts: bool


def hundredths(price: Decimal) -> int:
    return int(price * 100)


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


class Priced(NamedTuple):
    """Units of one combination by column, the cheapest first where they are in order: price in
    hundredths, its number among the listing's units, discount, and place of the listing."""

    prices: array
    numbers: array
    discounts: array
    places: array

    @classmethod
    def empty(cls) -> "Priced":
        return cls(array("q"), array("H"), array("h"), array("i"))

    def append(self, unit: tuple[int, int, int, int]) -> None:
        for column, value in zip(self, unit, strict=True):
            column.append(value)

    def units(self, part: slice = slice(None)) -> Iterable[tuple[int, int, int, int]]:
        return zip(*(column[part] for column in self), strict=True)

    @classmethod
    def in_order(cls, units: Iterable[tuple[int, int, int, int]]) -> "Priced":
        found = cls.empty()
        for column, values in zip(found, zip(*sorted(units), strict=True), strict=False):
            column.extend(values)
        return found

    def changed(self, touched: set[int], added: "Priced") -> "Priced":
        """Without the units of the ``touched`` listings, and with the ``added`` ones."""
        if len(touched) > FEW:
            kept = (unit for unit in self.units() if unit[-1] not in touched)
            return Priced.in_order(chain(kept, added.units()))
        found = Priced(*(column[:] for column in self))
        for place in touched:
            for _unit in range(self.places.count(place)):
                at = found.places.index(place)
                for column in found:
                    del column[at]
        for unit in added.units():
            at = bisect_right(found.prices, unit[0])
            for column, value in zip(found, unit, strict=True):
                column.insert(at, value)
        return found

    def within(self, least: Decimal | None, most: Decimal | None) -> slice:
        start = 0 if least is None else bisect_left(self.prices, least * 100)
        end = len(self.prices) if most is None else bisect_right(self.prices, most * 100)
        return slice(start, max(start, end))


class UnitPrices:
    """Which listings have a unit of some combination that costs so much. Never changed."""

    def __init__(self, priced: dict[tuple, Priced], size: int):
        """``priced``: by what varies, combination, and whether the product's figures are made of
        it."""
        self.size, self.priced = size, priced
        self._ranges: dict[Range, Varied] = {}

    def changed(
        self, touched: set[int], held: set[tuple], added: dict[tuple, Priced], size: int
    ) -> "UnitPrices":
        """After a change of the listings at the ``touched`` places, which had units of the
        combinations ``held``, and now have those ``added``."""
        found, none = dict(self.priced), Priced.empty()
        for key in added.keys() | {(*one, counts) for one in held for counts in (True, False)}:
            units = found.pop(key, none).changed(touched, added.get(key, none))
            if units.prices:
                found[key] = units
        new = UnitPrices(found, size)
        if len(touched) <= FEW:
            away = bits_of(touched, size)
            coming = {key: Priced.in_order(units.units()) for key, units in added.items()}
            for asked, varied in list(self._ranges.items()):
                here = {
                    (codes, one): bits & ~away if (codes, one) in held else bits
                    for codes, combinations in varied.items()
                    for one, bits in combinations.items()
                }
                for (codes, one, counts), units in coming.items():
                    if counts:
                        there = here.get((codes, one), 0)
                        here[codes, one] = there | new._places_within(asked, units)
                new._ranges[asked] = new._by_what_varies(lambda *key, here=here: here.get(key, 0))
        return new

    def _places_within(self, asked: Range, units: Priced) -> int:
        return bits_of(units.places[units.within(*asked)], self.size)

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
            found = self._between(asked)
            if len(self._ranges) >= MOST_RANGES:
                self._ranges.clear()
            self._ranges[asked] = found
        return found

    def _between(self, asked: Range) -> Varied:
        return self._by_what_varies(
            lambda *key: self._places_within(asked, self.priced[(*key, True)])
        )

    def _by_what_varies(self, listings: Callable) -> Varied:
        """``listings(codes, combination)`` of every one there is; the same keys for any range."""
        found: Varied = {}
        for codes, one, counts in self.priced:
            here = found.setdefault(codes, {})
            if counts:
                here[one] = listings(codes, one)
        return found

    def best(self, fits: Callable, ranges: Iterable[Range], bits: int) -> dict[int, tuple]:
        """``{place: (price in hundredths, discount)}`` of the cheapest unit of each listing in the
        set whose combination ``fits`` and whose price is in one of the ranges; of what is sold out
        only where nothing else does."""
        flags, found = flags_of(bits, self.size), {}
        ranges = tuple(ranges) or ((None, None),)
        for wanted in (False, True):
            here: dict[int, tuple] = {}
            for (_codes, one, counts), units in self.priced.items():
                if counts is not wanted or not fits(one):
                    continue
                for part in ranges:
                    for *figures, place in units.units(units.within(*part)):
                        if flags[place] and (place not in here or figures < here[place]):
                            here[place] = figures
            found |= {place: (price, discount) for place, (price, _, discount) in here.items()}
        return found
