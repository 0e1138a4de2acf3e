"""What is for sale in a market and language, by everything that one can filter by.

Sets of listings as bits (``bits``): exact counts for all values of all filters cost a millisecond
at 10,000 products, and never a query. ``facet_memory`` keeps it in each process.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from functools import cached_property
from itertools import repeat

from .assortment import Assortment
from .bits import any_of, bits_of, in_order, members
from .facets import CATEGORY, FEATURED, IN_STOCK, LABEL, PRICE, YES
from .figures import FIGURES, Varied
from .ranked import Ranked
from .wording import Wording

# Categories and a few searches; a set of 10,000 is 1.25 KB.
MOST_REMEMBERED = 256


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

    def __init__(self, assortment: Assortment, wording: Wording, position: Mapping[int, int]):
        """``position``: the place of each product, of those too that are sold no more."""
        self.assortment, self.wording, self.position = assortment, wording, position
        self.attributes = assortment.attributes
        self.whole, self.varied = assortment.whole, assortment.varied
        self.size = assortment.size
        self.everything = assortment.everything & wording.everything
        self.label_texts = wording.label_texts
        # {(question, scope, how many labels had ended): answer} where nothing is chosen.
        self._unfiltered: dict[tuple, object] = {}
        # How many labels had ended when this was worked out, and where.
        self._ended: tuple[int, dict[str, int]] = (0, {})

    def __contains__(self, product: int) -> bool:
        """Whether it is sold here."""
        return product in self.position and bool(self.everything >> self.position[product] & 1)

    # --- Scopes -------------------------------------------------------------------------

    def in_category(self, category_id: int) -> int:
        """The listings in a category or below it."""
        return self._where(CATEGORY, str(category_id))

    def _where(self, facet: str, value: str) -> int:
        return self.whole.get(facet, {}).get(value, 0) & self.everything

    @cached_property
    def in_stock(self) -> int:
        """The listings of which something can be bought."""
        units = (
            bits
            for combinations in self.varied.values()
            for combination, bits in combinations.items()
            if (IN_STOCK, YES) in combination
        )
        return self._where(IN_STOCK, YES) | any_of(units) & self.everything

    @property
    def featured(self) -> int:
        return self._where(FEATURED, YES)

    def labelled(self, code: str, moment: datetime) -> int:
        """The listings that carry a label then."""
        return self._still(LABEL, code, self._where(LABEL, code), moment)

    def of_products(self, product_ids: Iterable[int]) -> int:
        """These products, as far as they are sold here."""
        return self.at(list(self._places(product_ids)))

    def at(self, places: Collection[int]) -> int:
        """What is sold here of the products at these places (``position``)."""
        return bits_of(places, self.size) & self.everything

    def _places(self, product_ids: Iterable[int]) -> Iterator[int]:
        """Of the products that were ever sold here."""
        nowhere = -1
        places = map(self.position.get, product_ids, repeat(nowhere))
        return filter(nowhere.__ne__, places)

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
        values, kinds, found = choice.values, self.assortment.kinds, 0
        if not choice:
            return self.everything
        for codes, combinations in self._within(choice.prices).items():
            if codes.isdisjoint(values):
                bits = any_of(combinations.values()) if choice.prices else kinds[codes]
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
        known = self._ended
        if known[0] != ended:
            over = defaultdict(list)
            for ending in self._endings[:ended]:
                over[ending[1]].extend(self.assortment.endings[ending])
            sets = {code: bits_of(places, self.size) for code, places in over.items()}
            # Another thread may ask at another moment: each returns what it worked out itself.
            known = self._ended = (ended, sets)
        return known[1]

    # --- Prices -------------------------------------------------------------------------

    def _within(self, ranges) -> Varied:
        """``varied``, as far as it costs that much."""
        return self.assortment.unit_prices.within(ranges) if ranges else self.varied

    def price_steps(self, scope: int, parts: int) -> list[Decimal]:
        """The prices that divide a scope into so many parts, with the lowest and the highest."""
        return self._remembered(("prices", scope, parts), lambda: self._steps(scope, parts))

    def _steps(self, scope: int, parts: int) -> list[Decimal]:
        prices, found = self.assortment.columns.price, self.order("price")
        if scope != self.assortment.everything:
            found = list(in_order(scope, found, self.size))
        if not found:
            return []
        last = len(found) - 1
        steps = (prices[found[number * last // parts]] for number in range(parts + 1))
        return [Decimal(price).scaleb(-2) for price in steps]

    # --- Launches -----------------------------------------------------------------------

    def launched(self, *, by: datetime, after: datetime | None = None) -> int:
        """The listings that were in the shop by a moment, and not yet at another."""
        order, launches = self.order("new"), self.assortment.columns.launched

        def launch(place: int) -> float:
            return -launches[place]

        start = bisect_left(order, -by.timestamp(), key=launch)
        end = bisect_left(order, -after.timestamp(), key=launch) if after else len(order)
        return bits_of(order[start:end], self.size) & self.everything

    # --- Orders -------------------------------------------------------------------------

    def order(self, sort: str) -> Sequence[int]:
        """Places in the order of their names, or one of ``assortment.SORTS``."""
        return self.wording.order() if sort == "name" else self.assortment.order(sort)

    def listings(self, bits: int, sort: str, choice: Choice | None = None) -> Sequence[int]:
        """Primary keys of a set in an order; by the figures of the units that were chosen, where
        the order is one of figures."""
        if choice and sort in FIGURES and (choice.prices or self.attributes & choice.values.keys()):
            return self._by_figures(bits, FIGURES[sort], choice)
        return Ranked(self.wording.pks, bits, lambda: self.order(sort))

    def _by_figures(self, bits: int, key: Callable, choice: Choice) -> list[int]:
        columns = self.assortment.columns
        chosen = self.assortment.unit_prices.best(
            lambda combination: self._fits(combination, choice.values), choice.prices, bits
        )

        def figures(place: int) -> tuple:
            price, discount = chosen.get(place) or (columns.price[place], columns.discount[place])
            return key(price, discount), -columns.product[place]

        return [self.wording.pks[place] for place in sorted(members(bits, self.size), key=figures)]

    def listings_of(self, product_ids: Iterable[int], bits: int) -> list[int]:
        """Primary keys of those in the set, in the order of the products."""
        places = in_order(bits, self._places(product_ids), self.size)
        return [self.wording.pks[place] for place in places]

    def ranked(self, product_ids: Sequence[int], bits: int) -> Sequence[int]:
        """The same of a set that is all among the products, found as far as it is asked for."""
        return Ranked(self.wording.pks, bits, lambda: _once(self._places(product_ids)))

    @cached_property
    def _endings(self) -> list[tuple[datetime, str]]:
        return sorted(self.assortment.endings)

    def _ended_at(self, moment: datetime) -> int:
        return bisect_right(self._endings, moment, key=lambda ending: ending[0])

    def next_ending(self, moment: datetime) -> datetime | None:
        """When the first label ends that has not ended."""
        ended = self._ended_at(moment)
        return self._endings[ended][0] if ended < len(self._endings) else None


def _once(places: Iterable[int]) -> Iterator[int]:
    seen = set()
    for place in places:
        if place not in seen:
            seen.add(place)
            yield place
