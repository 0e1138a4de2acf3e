"""What is for sale in a market and language, by everything that one can filter by.

Sets of listings as bits (``bits``): exact counts for all values of all filters cost a millisecond
at 10,000 products, and never a query. ``facet_memory`` keeps it in each process.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from .bits import any_of, bits_of, in_order
from .facets import (
    CATEGORY,
    FEATURED,
    IN_STOCK,
    LABEL,
    PRICE,
    YES,
    facet_of,
)
from .figures import FIGURES, IndexedUnit, UnitPrices, Varied, within
from .ranked import Ranked

# Categories and a few searches; a set of 10,000 is 1.25 KB.
MOST_REMEMBERED = 256
SORTS = {
    "featured": lambda row: row.catalogue_order,
    "new": lambda row: (-row.launched, -row.pk),
    "price": lambda row: (row.price, -row.pk),
    "-price": lambda row: (-row.price, -row.pk),
    "discount": lambda row: (-row.discount, -row.pk),
    # The smallest one first; what has none comes last.
    "-discount": lambda row: (not row.discount, row.discount, -row.pk),
    "name": lambda row: (row.title, -row.pk),
}


@dataclass(frozen=True)
class IndexedRow:
    """One listing as filters and orders know it; ``price`` and ``discount`` as its card says."""

    pk: int
    product: int
    price: Decimal
    discount: int
    launched: float
    title: str
    catalogue_order: tuple
    # What holds for the listing as a whole: {("featured", "1"), ("category", "7"), …}.
    whole: frozenset[tuple[str, str]]
    # What its units differ by, and each combination that there is.
    varies: frozenset[str]
    combinations: frozenset[frozenset[tuple[str, str]]]
    units: tuple[IndexedUnit, ...] = ()
    # What its labels say, by code; and until when those hold that end.
    labels: tuple[tuple[str, str], ...] = ()
    ending: tuple[tuple[str, datetime], ...] = ()


@dataclass(frozen=True)
class Choice:
    """What somebody filters by: several values of a facet are "or", several facets are "and".

    ``prices`` are pairs of least and most, either of them open (None), both included.
    """

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    prices: tuple[tuple[Decimal | None, Decimal | None], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values or self.prices)

    def without(self, facet: str) -> "Choice":
        if facet == PRICE:
            return replace(self, prices=())
        return replace(self, values={k: v for k, v in self.values.items() if k != facet})


class FacetIndex:
    """A state of one market's listings in one language. Never changed once it is there."""

    def __init__(self, rows: Iterable[IndexedRow], attributes: Iterable[str] = ()):
        self.rows = list(rows)
        # The facets that are attributes.
        self.attributes = frozenset(facet_of(code) for code in attributes)
        self.size = len(self.rows)
        self.position = {row.product: place for place, row in enumerate(self.rows)}
        self.label_texts = dict(sorted({pair for row in self.rows for pair in row.labels}))
        self.everything = (1 << self.size) - 1
        self._orders: dict[str, list[int]] = {}
        # {(question, scope, how many labels had ended): answer} where nothing is chosen.
        self._unfiltered: dict[tuple, object] = {}
        # How many labels had ended when this was worked out, and where.
        self._ended: tuple[int, dict[str, int]] = (0, {})
        whole = defaultdict(list)
        varied = defaultdict(lambda: defaultdict(list))
        for place, row in enumerate(self.rows):
            for pair in row.whole:
                whole[pair].append(place)
            for combination in row.combinations:
                varied[row.varies][combination].append(place)
        # {facet: {value: bits}}
        self.whole: dict[str, dict[str, int]] = defaultdict(dict)
        for (facet, value), places in whole.items():
            self.whole[facet][value] = bits_of(places, self.size)
        # {what varies: {combination: bits}}; what has no varying units stands under the empty set.
        self.varied = {
            codes: {one: bits_of(places, self.size) for one, places in found.items()}
            for codes, found in varied.items()
        }
        self.kinds = {codes: any_of(found.values()) for codes, found in self.varied.items()}
        units = (
            (place, row.varies, unit) for place, row in enumerate(self.rows) for unit in row.units
        )
        self.unit_prices = UnitPrices(units, self.size)

    # --- Scopes -------------------------------------------------------------------------

    def in_category(self, category_id: int) -> int:
        """The listings in a category or below it."""
        return self.whole[CATEGORY].get(str(category_id), 0)

    @cached_property
    def in_stock(self) -> int:
        """The listings of which something can be bought."""
        units = (
            bits
            for combinations in self.varied.values()
            for combination, bits in combinations.items()
            if (IN_STOCK, YES) in combination
        )
        return self.whole.get(IN_STOCK, {}).get(YES, 0) | any_of(units)

    @property
    def featured(self) -> int:
        return self.whole.get(FEATURED, {}).get(YES, 0)

    def labelled(self, code: str, moment: datetime) -> int:
        """The listings that carry a label then."""
        return self._still(LABEL, code, self.whole.get(LABEL, {}).get(code, 0), moment)

    def of_products(self, product_ids: Iterable[int]) -> int:
        """These products, as far as they are sold here."""
        known = self.position
        return bits_of((known[pk] for pk in product_ids if pk in known), self.size)

    # --- Finding ------------------------------------------------------------------------

    def find(self, choice: Choice, scope: int, moment: datetime) -> int:
        """The listings of a scope that match every facet of the choice."""
        return self._matching(choice, moment) & scope

    def counts(self, choice: Choice, scope: int, moment: datetime) -> dict[str, dict[str, int]]:
        """``{facet: {value: n}}``: how many there would be if this value were the facet's only one.

        All other facets hold as chosen. Values that nobody in the scope has are not named.
        """
        if choice:
            return self._counts(choice, scope, moment)
        return self._remembered(
            ("counts", scope, self._ended_at(moment)),
            lambda: self._counts(choice, scope, moment),
        )

    def _counts(self, choice: Choice, scope: int, moment: datetime) -> dict[str, dict[str, int]]:
        facets = {*self.whole, *(code for codes in self.varied for code in codes)}
        found = {}
        for facet in facets:
            found[facet] = self._count(facet, choice.without(facet), scope, moment)
        return found

    def _remembered(self, key: tuple, work_out: Callable):
        """Most pages are asked for without any filter: those answers are kept."""
        found = self._unfiltered.get(key)
        if found is None:
            found = work_out()
            if len(self._unfiltered) >= MOST_REMEMBERED:
                self._unfiltered.clear()
            self._unfiltered[key] = found
        return found

    def price_counts(self, choice: Choice, scope: int, moment: datetime, ranges) -> list[int]:
        """How many there are in each price range, everything else as chosen."""
        return [
            (self._matching(replace(choice, prices=(one,)), moment) & scope).bit_count()
            for one in ranges
        ]

    def _count(self, facet: str, rest: Choice, scope: int, moment: datetime) -> dict[str, int]:
        around = self._matching(rest, moment) & scope
        priced = self._within(rest.prices)
        held = defaultdict(int)
        # As a set that keeps its order.
        there: dict[str, bool] = {}
        for value, bits in self.whole.get(facet, {}).items():
            still = self._still(facet, value, bits, moment)
            if still & scope:
                there[value] = True
                held[value] |= still & around
        for codes, combinations in self.varied.items():
            if facet not in codes:
                continue
            fitting = self._around_units(rest.values, codes, moment) & scope
            here = priced.get(codes, {})
            for combination, bits in combinations.items():
                value = dict(combination)[facet]
                if value and bits & scope:
                    there[value] = True
                    if self._fits(combination, rest.values):
                        held[value] |= here.get(combination, 0) & fitting
        return {value: held[value].bit_count() for value in there}

    def _matching(self, choice: Choice, moment: datetime) -> int:
        """All of it of one unit: who wants it in orange for 50 wants the orange one for 50."""
        values, found = choice.values, 0
        if not choice:
            return self.everything
        for codes, combinations in self._within(choice.prices).items():
            if codes.isdisjoint(values):
                bits = any_of(combinations.values()) if choice.prices else self.kinds[codes]
            else:
                bits = any_of(
                    one
                    for combination, one in combinations.items()
                    if self._fits(combination, values)
                )
            found |= bits & self._around_units(values, codes, moment)
        return found

    def _around_units(self, values: Mapping, codes: frozenset, moment: datetime) -> int:
        """Where the facets that do not vary among units hold."""
        bits = self.everything
        for facet, chosen in values.items():
            if facet not in codes:
                known = self.whole.get(facet, {})
                bits &= any_of(
                    self._still(facet, value, known[value], moment)
                    for value in chosen
                    if value in known
                )
        return bits

    @staticmethod
    def _fits(combination: Iterable[tuple[str, str]], values: Mapping) -> bool:
        """Whether a unit has a chosen value of each facet that units differ by."""
        own = dict(combination)
        return all(own[code] in values[code] for code in own.keys() & values.keys())

    def _still(self, facet: str, value: str, bits: int, moment: datetime) -> int:
        """Without those whose label is over by now."""
        return bits & ~self._over(moment).get(value, 0) if facet == LABEL else bits

    def _over(self, moment: datetime) -> dict[str, int]:
        """``{label: listings on which it has ended}``."""
        ended = self._ended_at(moment)
        if self._ended[0] != ended:
            over = defaultdict(list)
            for _ends, code, place in self._endings[:ended]:
                over[code].append(place)
            sets = {code: bits_of(places, self.size) for code, places in over.items()}
            self._ended = (ended, sets)
        return self._ended[1]

    # --- Prices -------------------------------------------------------------------------

    def _within(self, ranges) -> Varied:
        """``varied``, as far as it costs that much."""
        return self.unit_prices.within(ranges) if ranges else self.varied

    def price_steps(self, scope: int, parts: int) -> list[Decimal]:
        """The prices that divide a scope into so many parts, with the lowest and the highest."""
        return self._remembered(("prices", scope, parts), lambda: self._steps(scope, parts))

    def _steps(self, scope: int, parts: int) -> list[Decimal]:
        found = list(in_order(scope, self.order("price"), self.size))
        if not found:
            return []
        last = len(found) - 1
        return [self.rows[found[number * last // parts]].price for number in range(parts + 1)]

    # --- Launches -----------------------------------------------------------------------

    def launched(self, *, by: datetime, after: datetime | None = None) -> int:
        """The listings that were in the shop by a moment, and not yet at another."""
        order, launches = self.order("new"), self._launches
        start = bisect_left(launches, -by.timestamp())
        end = bisect_left(launches, -after.timestamp()) if after else len(order)
        return bits_of(order[start:end], self.size)

    # --- Orders -------------------------------------------------------------------------

    def order(self, sort: str) -> list[int]:
        """All positions in an order of ``SORTS``, which is total: the key ends in the row's own."""
        found = self._orders.get(sort)
        if found is None:
            key, rows = SORTS[sort], self.rows
            found = sorted(range(self.size), key=lambda place: key(rows[place]))
            self._orders[sort] = found
        return found

    def listings(self, bits: int, sort: str, choice: Choice | None = None) -> Sequence[int]:
        """Primary keys of a set in an order; by the figures of the units that were chosen, where
        the order is one of figures."""
        if choice and sort in FIGURES and (choice.prices or self.attributes & choice.values.keys()):
            return self._by_figures(bits, FIGURES[sort], choice)
        return Ranked(self, bits, sort)

    def _by_figures(self, bits: int, key: Callable, choice: Choice) -> list[int]:
        def figures(row: IndexedRow) -> tuple[Decimal, int]:
            fitting = [
                unit
                for unit in row.units
                if self._fits(unit.combination, choice.values) and within(unit.price, choice.prices)
            ]
            best = min(fitting, key=lambda unit: (not unit.counts, unit.price), default=row)
            return best.price, best.discount

        rows = [self.rows[place] for place in in_order(bits, range(self.size), self.size)]
        return [row.pk for row in sorted(rows, key=lambda row: (key(*figures(row)), -row.pk))]

    def listings_of(self, product_ids: Iterable[int], bits: int) -> list[int]:
        """Primary keys of those in the set, in the order of the products."""
        places = (self.position[pk] for pk in product_ids if pk in self.position)
        return [self.rows[place].pk for place in in_order(bits, places, self.size)]

    @cached_property
    def _launches(self) -> list[float]:
        """Of ``order("new")``, negative: the latest is the least."""
        return [-self.rows[place].launched for place in self.order("new")]

    @cached_property
    def _endings(self) -> list[tuple[datetime, str, int]]:
        return sorted(
            (ends, code, place) for place, row in enumerate(self.rows) for code, ends in row.ending
        )

    def _ended_at(self, moment: datetime) -> int:
        return bisect_right(self._endings, moment, key=lambda ending: ending[0])

    def next_ending(self, moment: datetime) -> datetime | None:
        """When the first label ends that has not ended."""
        ended = self._ended_at(moment)
        return self._endings[ended][0] if ended < len(self._endings) else None
