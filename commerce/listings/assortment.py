"""What a market sells, by everything that filters and orders ask of it but words.

The same in all languages of the market, which share it. Each product has a *place*, a number that
it keeps for as long as the process runs: columns are arrays by place, facets sets of places.
"""

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable
from copy import copy
from datetime import datetime
from functools import partial
from typing import NamedTuple

from .bits import any_of, bits_of, members
from .facets import facet_of
from .figures import IndexedUnit, Priced, UnitPrices


class IndexedRow(NamedTuple):
    """One product as filters and orders know it; ``price`` (in hundredths) and ``discount`` as its
    card says."""

    product: int
    price: int
    discount: int
    featured: bool
    launched: float
    page: int
    sequence: int
    # What holds for the product as a whole: {("featured", "1"), ("category", "7"), …}.
    whole: frozenset[tuple[str, str]]
    # What its units differ by.
    varies: frozenset[str]
    units: tuple[IndexedUnit, ...]
    # Its labels that end, and when.
    ending: tuple[tuple[str, datetime], ...] = ()


class Columns(NamedTuple):
    """The first values of the rows, by place."""

    product: array
    price: array
    discount: array
    featured: array
    launched: array
    page: array
    sequence: array

    @classmethod
    def empty(cls) -> "Columns":
        return cls(*map(array, "qqhbdHH"))

    def put(self, place: int, row: IndexedRow) -> None:
        """A place that is new is the next one."""
        for column, value in zip(self, row, strict=False):
            if place < len(column):
                column[place] = value
            else:
                column.append(value)


SORTS: dict[str, Callable[[Columns, int], tuple]] = {
    "featured": lambda of, at: (
        of.page[at],
        of.sequence[at],
        not of.featured[at],
        -of.launched[at],
        -of.product[at],
    ),
    "new": lambda of, at: (-of.launched[at], -of.product[at]),
    "price": lambda of, at: (of.price[at], -of.product[at]),
    "-price": lambda of, at: (-of.price[at], -of.product[at]),
    "discount": lambda of, at: (-of.discount[at], -of.product[at]),
    # The smallest one first; what has none comes last.
    "-discount": lambda of, at: (not of.discount[at], of.discount[at], -of.product[at]),
}


# So many are moved in an order one by one; after a change of more it is made anew.
FEW = 100


class Places(dict[int, int]):
    """``{product: place}``. A product that is new takes the next one."""

    def __missing__(self, product: int) -> int:
        place = self[product] = len(self)
        return place


class Assortment:
    """A state of one market's products. Never changed once it is there: ``changed`` makes the next
    one, which shares with this one whatever stays the same."""

    def __init__(self, attributes: Iterable[str] = ()):
        # The facets that are attributes.
        self.attributes = frozenset(map(facet_of, attributes))
        self.columns = Columns.empty()
        self.everything = 0
        # {facet: {value: bits}}
        self.whole: dict[str, dict[str, int]] = {}
        # {what varies: {combination: bits}}; what has no varying units stands under the empty set.
        self.varied: dict[frozenset, dict[frozenset, int]] = {}
        # The same without the combinations.
        self.kinds: dict[frozenset, int] = {}
        self.unit_prices = UnitPrices({}, 0)
        # {(when a label ends, its code): places}
        self.endings: dict[tuple[datetime, str], array] = {}
        self._orders: dict[str, array] = {}

    @property
    def size(self) -> int:
        """How many places there are, those included at which nothing is sold any more."""
        return len(self.columns.product)

    def changed(
        self, rows: Iterable[tuple[int, IndexedRow]], gone: Iterable[int] = ()
    ) -> "Assortment":
        """The state in which these rows are as they are given, by place, and nothing is sold at
        the places that are ``gone``. Rows are taken one by one, and not kept."""
        new = copy(self)
        new.columns = Columns(*(column[:] for column in self.columns))
        whole, varied = defaultdict(places_array), defaultdict(places_array)
        units, endings = defaultdict(Priced.empty), defaultdict(places_array)
        sold = places_array()
        for place, row in rows:
            new.columns.put(place, row)
            sold.append(place)
            for pair in row.whole:
                whole[pair].append(place)
            for combination in {unit.combination for unit in row.units}:
                varied[row.varies, combination].append(place)
            for number, unit in enumerate(row.units):
                key = (row.varies, unit.combination, unit.counts)
                units[key].append((unit.price, number, unit.discount, place))
            for code, ends in row.ending:
                endings[ends, code].append(place)
        touched = {*sold, *gone}
        away = bits_of(touched, new.size)
        held = {
            (codes, one)
            for codes, combinations in self.varied.items()
            for one, bits in combinations.items()
            if bits & away
        }
        new.everything = self.everything & ~away | bits_of(sold, new.size)
        new.whole = patched(self.whole, away, whole, new.size)
        new.varied = patched(self.varied, away, varied, new.size)
        new.kinds = {codes: any_of(found.values()) for codes, found in new.varied.items()}
        new.unit_prices = self.unit_prices.changed(touched, held, units, new.size)
        new.endings = {
            one: places
            if touched.isdisjoint(places)
            else array("i", (place for place in places if place not in touched))
            for one, places in self.endings.items()
        }
        for one, places in endings.items():
            new.endings[one] = new.endings.get(one, places_array()) + places
        new.endings = {one: places for one, places in new.endings.items() if places}
        leaving = [place for place in touched if self.everything >> place & 1]
        new._orders = {
            sort: reordered(
                order,
                leaving=leaving,
                left_by=self._key(sort),
                coming=sold,
                placed_by=new._key(sort),
            )
            for sort, order in list(self._orders.items())
            if len(touched) <= FEW
        }
        return new

    def _key(self, sort: str) -> Callable[[int], tuple]:
        return partial(SORTS[sort], self.columns)

    def order(self, sort: str) -> array:
        """The places of all that is sold in an order of ``SORTS``, which is total."""
        found = self._orders.get(sort)
        if found is None:
            found = array("i", sorted(members(self.everything, self.size), key=self._key(sort)))
            self._orders[sort] = found
        return found


def places_array() -> array:
    return array("i")


def patched(sets: dict, away: int, added: dict[tuple, array], size: int) -> dict:
    """``{name: {value: bits}}`` without some places, and with those that are added, by (name,
    value). Sets without any are left out."""
    found: dict = {}
    for name, values in sets.items():
        found[name] = {one: bits & ~away if bits & away else bits for one, bits in values.items()}
    for (name, one), places in added.items():
        here = found.setdefault(name, {})
        here[one] = here.get(one, 0) | bits_of(places, size)
    kept = {
        name: {one: bits for one, bits in values.items() if bits} for name, values in found.items()
    }
    return {name: values for name, values in kept.items() if values}


def reordered(
    order: array,
    *,
    leaving: Iterable[int],
    left_by: Callable,
    coming: Iterable[int],
    placed_by: Callable,
) -> array:
    """An order of places without those ``leaving`` and with those ``coming``, by its keys before
    and now."""
    order = order[:]
    for place in leaving:
        del order[bisect_left(order, left_by(place), key=left_by)]
    for place in coming:
        order.insert(bisect_left(order, placed_by(place), key=placed_by), place)
    return order
