"""The facet indexes of this process: read once, then brought up to date row by row.

While nothing that it reads has changed in the market (``indexed_facts``) an index is what it was.
Then one query tells which listings have (``ListingVersion``), and only the rows that were written
since are read again, and changed in it. The languages of a market have all but words in common.
"""

import json
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Count, Subquery

from cms.page_cache import cached, freshness, tier
from cms.page_cache.prepared import PreparedQuery

from .facet_index import FacetIndex
from .facet_rows import read_categories, read_rows
from .market_index import MarketIndex
from .models import FilterableAttribute, Listing, ListingVersion
from .querysets import ListingQuerySet
from .tags import list_tag


@dataclass(frozen=True)
class State:
    """The listings of a market at a moment: their version, and how many they are.

    Rows that go write no version, hence the number.
    """

    number: int
    words: tuple[str, ...]
    count: int

    def follows(self, other: "State") -> bool:
        """Whether what is new since ``other`` can be told by revisions."""
        back = self.number - other.number
        return 0 <= back < len(self.words) and self.words[-1 - back] == other.words[-1]


@dataclass(frozen=True)
class Known:
    state: State
    market_index: MarketIndex
    # The thread whose transaction is not over, if any: what it has read may be taken back.
    preliminary_of: int | None

    def is_mine(self) -> bool:
        """Whether it may be used here: by anybody, unless it is preliminary."""
        return self.preliminary_of in (None, _transaction())

    def answers(self, asked: State) -> bool:
        """Whether it is what somebody asks for, or newer: a request that began before a change
        asks for what was then."""
        is_newer = self.state.number > asked.number and self.state.follows(asked)
        return self.is_mine() and (self.state == asked or (is_newer and not self.preliminary_of))


def _transaction() -> int | None:
    return threading.get_ident() if connection.in_atomic_block else None


# By market. Who reads one does not keep those waiting who want another.
_known: dict[str, Known] = {}
_locks: dict[str, threading.Lock] = {}
# {(market, group): (everybody's, theirs)}
_of_groups: dict[tuple[str, int], tuple[MarketIndex, MarketIndex]] = {}


def facet_index(
    market: str, language: str, *, depends_on: Iterable[str] | None = None
) -> FacetIndex:
    """As of now, at the prices of the tier that is served. No query while nothing has changed in
    the market that it reads.

    What is being drawn with it is made of the market's whole list, unless whoever asks looks at a
    part of it only, and says at which (``depends_on``, ``listings.tags``).
    """
    with freshness.depends_only_on(*([list_tag(market)] if depends_on is None else depends_on)):
        everybodys, shown = _everybodys(market), tier.current()
        market_index = everybodys if shown is None else _at_group(everybodys, market, shown.pk)
    return market_index.index(language)


def _at_group(everybodys: MarketIndex, market: str, group: int) -> MarketIndex:
    """The same listings at a group's prices: what does not differ is shared."""
    known = _of_groups.get((market, group))
    # A change of a group's price is a change of its listing: that makes everybody's another one.
    if known is None or known[0] is not everybodys:
        theirs = Listing.objects.filter(market=market, for_groups__group=group)
        known = (everybodys, _with(everybodys, theirs, of="for_groups__"))
        if _transaction() is None:
            # What other groups were shown of the state before takes room until they come again.
            for other in [one for one in list(_of_groups) if one[0] == market]:
                if _of_groups.get(other, known)[0] is not everybodys:
                    _of_groups.pop(other, None)
            _of_groups[market, group] = known
    return known[1]


def _everybodys(market: str) -> MarketIndex:
    state = _state(market)
    known = _known.get(market)
    if known and known.answers(state):
        return known.market_index
    with _locks.setdefault(market, threading.Lock()):
        known = _known.get(market)
        if not known or not known.answers(state):
            known = Known(state, _read(market, state, known), _transaction())
            # Without a version nobody can tell later whether it still holds.
            if state.words:
                _known[market] = known
    return known.market_index


def _state(market: str) -> State:
    """As of now. One query at most; listings are counted where any came or went."""
    asked: list[State] = []

    def count() -> State:
        asked.append(_counted(market))
        return asked[0]

    def version() -> State:
        return asked[0] if asked else _counted(market, known=counted.count)

    # Both as of one change: what came between them would be taken for read.
    with freshness.pinned():
        # Where one comes or goes everything is made anew, or at least all of the market.
        counted = cached(market, ("listings counted",), count, size=lambda _state: 0, depends_on=())
        depends_on = [list_tag(market)]
        return cached(market, ("listings",), version, size=lambda _state: 0, depends_on=depends_on)


def _counted(market: str, known: int | None = None) -> State:
    """``known``: how many listings there are, where that need not be asked."""
    query = _version_and_count if known is None else _version
    for number, words, *count in query.rows(market=market):
        words = json.loads(words) if isinstance(words, str) else words
        return State(number, tuple(words), (count[0] or 0) if count else known)
    return State(0, (), Listing.objects.filter(market=market).count())


def _with_count():
    there = Listing.objects.filter(market="{market}")
    count = there.order_by().values("market").annotate(n=Count("pk")).values("n")
    versions = ListingVersion.objects.filter(pk=1).annotate(count=Subquery(count))
    return versions.values_list("number", "words", "count")


_version_and_count = PreparedQuery(_with_count)
_version = PreparedQuery(lambda: ListingVersion.objects.filter(pk=1).values_list("number", "words"))


def _read(market: str, state: State, known: Known | None) -> MarketIndex:
    attributes = frozenset(FilterableAttribute.objects.values_list("attribute__code", flat=True))
    listings = Listing.objects.filter(market=market)
    market_index = known.market_index if known and known.is_mine() else None
    if market_index and market_index.attributes == attributes and state.follows(known.state):
        # By name, as the database's index has them.
        here = listings.filter(language__in=market_index.wordings)
        market_index = _with(market_index, here.filter(revision__gt=known.state.number))
        if market_index.count == state.count:
            return market_index
        there = list(listings.values_list("language", "product_id"))
        market_index = market_index.without_the_gone(there)
        if market_index.count == len(there):
            return market_index
    return _with(MarketIndex.empty(attributes), listings)


def _with(market_index: MarketIndex, listings: ListingQuerySet, *, of: str = "") -> MarketIndex:
    """With these listings as the database has them (``of``: ``read_rows``). Two queries."""
    categories = read_categories(listings.order_by().values("pk"))
    return market_index.with_rows(read_rows(listings, of=of), categories)
