"""The facet indexes of this process: read once, then brought up to date row by row.

While nothing that it reads has changed in the market (``indexed_facts``) an index is what it was.
Then one query tells which listings have (``ListingVersion``), and only the rows that were written
since are read again.
"""

import json
import threading
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import Count, Subquery
from django.db.models.functions import Substr
from django.utils.dateparse import parse_datetime

from cms.page_cache import cached, freshness, tier
from cms.page_cache.prepared import PreparedQuery

from .facet_index import FacetIndex, IndexedRow
from .facets import (
    CATEGORY,
    DISCOUNT,
    DISCOUNT_STEPS,
    FEATURED,
    IN_STOCK,
    LABEL,
    RATING,
    RATING_STEPS,
    YES,
    facet_of,
)
from .figures import IndexedUnit, discount_of
from .models import FilterableAttribute, GroupListing, Listing, ListingCategory, ListingVersion
from .tags import list_tag

# Enough of the folded title to sort by.
TITLE_SORTED = 60
# Units that differ by nothing.
ALIKE = frozenset({frozenset()})


@dataclass(frozen=True)
class State:
    """The listings of a market and language at a moment: their version, and how many they are.

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
    attributes: frozenset[str]
    index: FacetIndex
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


_known: dict[tuple[str, str], Known] = {}
_lock = threading.Lock()


# {(market, language, group): (everybody's, theirs)}
_of_groups: dict[tuple[str, str, int], tuple[FacetIndex, FacetIndex]] = {}


def facet_index(
    market: str, language: str, *, depends_on: Iterable[str] | None = None
) -> FacetIndex:
    """As of now, at the prices of the tier that is served. No query while nothing has changed in
    the market that it reads.

    What is being drawn with it is made of the market's whole list, unless whoever asks looks at a
    part of it only, and says at which (``depends_on``, ``listings.tags``).
    """
    with freshness.depends_only_on(*([list_tag(market)] if depends_on is None else depends_on)):
        return _of_tier(market, language)


def _of_tier(market: str, language: str) -> FacetIndex:
    everybodys, shown = _everybodys(market, language), tier.current()
    if shown is None:
        return everybodys
    key = (market, language, shown.pk)
    known = _of_groups.get(key)
    # A change of a group's price is a change of its listing: that makes everybody's index anew.
    if known is None or known[0] is not everybodys:
        known = (everybodys, _at_group(everybodys, market, language, shown.pk))
        if _transaction() is None:
            # What other groups were shown of the index before takes room until they come again.
            for other in [one for one in list(_of_groups) if one[:2] == key[:2]]:
                if _of_groups.get(other, known)[0] is not everybodys:
                    _of_groups.pop(other, None)
            _of_groups[key] = known
    return known[1]


def _at_group(everybodys: FacetIndex, market: str, language: str, group: int) -> FacetIndex:
    """The same listings at a group's prices: rows that do not differ are shared."""
    rows = GroupListing.objects.filter(
        group=group, listing__market=market, listing__language=language
    )
    values = rows.annotate(begins=Substr("listing__search_text", 1, TITLE_SORTED)).values_list(
        "listing",
        "listing__product_id",
        "price",
        "discount",
        "listing__featured",
        "listing__rating",
        "listing__launched_at",
        "begins",
        "listing__catalogue_page",
        "listing__catalogue_sequence",
        "labels",
        "units",
    )
    theirs = {columns[0]: columns for columns in values}
    if not theirs:
        return everybodys
    attributes = frozenset(FilterableAttribute.objects.values_list("attribute__code", flat=True))

    def priced(row: IndexedRow) -> IndexedRow:
        if row.pk not in theirs:
            return row
        categories = [int(value) for facet, value in row.whole if facet == CATEGORY]
        return _row(theirs[row.pk], categories, attributes)

    return FacetIndex(map(priced, everybodys.rows), attributes)


def _everybodys(market: str, language: str) -> FacetIndex:
    state = cached(
        market,
        ("listings", language),
        lambda: _state(market, language),
        size=lambda _state: 0,
        depends_on=[list_tag(market)],
    )
    known = _known.get((market, language))
    if known and known.answers(state):
        return known.index
    with _lock:
        known = _known.get((market, language))
        if not known or not known.answers(state):
            known = _read(market, language, state, known)
            # Without a version nobody can tell later whether it still holds.
            if state.words:
                _known[market, language] = known
    return known.index


def _of_now():
    there = Listing.objects.in_market("{market}", "{language}")
    count = there.order_by().values("market").annotate(n=Count("pk")).values("n")
    versions = ListingVersion.objects.filter(pk=1).annotate(count=Subquery(count))
    return versions.values_list("number", "words", "count")


_state_of_now = PreparedQuery(_of_now)


def _state(market: str, language: str) -> State:
    for number, words, count in _state_of_now.rows(market=market, language=language):
        words = json.loads(words) if isinstance(words, str) else words
        return State(number, tuple(words), count or 0)
    return State(0, (), Listing.objects.in_market(market, language).count())


def _read(market: str, language: str, state: State, known: Known | None) -> Known:
    attributes = frozenset(FilterableAttribute.objects.values_list("attribute__code", flat=True))
    is_base = known and known.is_mine() and known.attributes == attributes
    if not is_base or not state.follows(known.state):
        rows = _rows(market, language, attributes, None)
        return Known(state, attributes, FacetIndex(rows, attributes), _transaction())
    found = {row.pk: row for row in known.index.rows}
    found.update((row.pk, row) for row in _rows(market, language, attributes, known.state.number))
    if len(found) != state.count:
        there = set(Listing.objects.in_market(market, language).values_list("pk", flat=True))
        found = {pk: row for pk, row in found.items() if pk in there}
        if len(found) != len(there):
            found = {row.pk: row for row in _rows(market, language, attributes, None)}
    index = FacetIndex(found.values(), attributes)
    return Known(state, attributes, index, _transaction())


def _rows(market: str, language: str, attributes: frozenset[str], since: int | None) -> list:
    """The listings of a market and language, of all revisions or of those after one."""
    listings = Listing.objects.in_market(market, language)
    places = ListingCategory.objects.filter(listing__market=market, listing__language=language)
    if since is not None:
        listings = listings.filter(revision__gt=since)
        places = places.filter(listing__revision__gt=since)
    categories = defaultdict(list)
    for listing_id, category_id in places.values_list("listing_id", "category_id"):
        categories[listing_id].append(category_id)
    values = listings.annotate(begins=Substr("search_text", 1, TITLE_SORTED)).values_list(
        "pk",
        "product_id",
        "price",
        "discount",
        "featured",
        "rating",
        "launched_at",
        "begins",
        "catalogue_page",
        "catalogue_sequence",
        "labels",
        "units",
    )
    return [_row(columns, categories[columns[0]], attributes) for columns in values.iterator(2000)]


def _row(columns: tuple, categories: list[int], attributes: frozenset[str]) -> IndexedRow:
    pk, product, price, discount, featured, rating, launched_at, begins = columns[:8]
    page, sequence, labels, units = columns[8:]
    whole = {(CATEGORY, str(category)) for category in categories}
    whole |= {(DISCOUNT, step) for step in DISCOUNT_STEPS if discount >= int(step)}
    whole |= {(LABEL, label["code"]) for label in labels}
    if featured:
        whole.add((FEATURED, YES))
    if rating:
        whole |= {(RATING, step) for step in RATING_STEPS if rating >= int(step)}
    facts = [_facts(unit, attributes) for unit in units]
    first = facts[0] if facts else {}
    varies = frozenset(
        code
        for code in {code for one in facts for code in one}
        if any(one.get(code) != first.get(code) for one in facts)
    )
    combinations = [frozenset((code, one.get(code, "")) for code in varies) for one in facts]
    whole.update(pair for pair in first.items() if pair[0] not in varies)
    launched = launched_at.timestamp()
    return IndexedRow(
        pk=pk,
        product=product,
        price=price,
        discount=discount,
        launched=launched,
        title=begins.partition(" | ")[0],
        catalogue_order=(page, sequence, not featured, -launched, -pk),
        whole=frozenset(whole),
        varies=varies,
        combinations=frozenset(combinations) if varies else ALIKE,
        units=_units(units, combinations) or (IndexedUnit(frozenset(), price, discount, True),),
        # How much is off is a filter of its own.
        labels=tuple(
            (label["code"], label["text"]) for label in labels if label.get("kind") != "discount"
        ),
        ending=tuple(
            (label["code"], parse_datetime(label["until"]))
            for label in labels
            if label.get("until")
        ),
    )


def indexed_facts(listing: Listing) -> tuple:
    """What an index reads of a listing beside its categories: where this stays, lists do too."""
    units = [
        (unit["options"], unit["price"], unit["compare_at"], unit["stock"] == Listing.Stock.OUT)
        for unit in listing.units
    ]
    columns = (
        listing.price,
        listing.discount,
        listing.featured,
        listing.rating,
        listing.launched_at,
        listing.search_text[:TITLE_SORTED],
        listing.catalogue_page,
        listing.catalogue_sequence,
    )
    return (*columns, listing.labels, units)


def _units(units: list[dict], combinations: list[frozenset]) -> tuple[IndexedUnit, ...]:
    all_out = all(unit["stock"] == Listing.Stock.OUT for unit in units)
    found = []
    for unit, combination in zip(units, combinations, strict=True):
        price = Decimal(unit["price"])
        before = Decimal(unit["compare_at"]) if unit["compare_at"] else None
        counts = all_out or unit["stock"] != Listing.Stock.OUT
        found.append(IndexedUnit(combination, price, discount_of(price, before), counts))
    return tuple(found)


def _facts(unit: dict, attributes: frozenset[str]) -> dict[str, str]:
    """What holds for one unit: ``{facet: value}``."""
    found = {facet_of(code): value for code, value in unit["options"].items() if code in attributes}
    if unit["stock"] != Listing.Stock.OUT:
        found[IN_STOCK] = YES
    return found
