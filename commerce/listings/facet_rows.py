"""Rows of the database as the filters' index takes them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from django.db.models import TextField
from django.db.models.functions import Cast, Substr
from django.utils.dateparse import parse_datetime

from .assortment import IndexedRow
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
from .figures import IndexedUnit, discount_of, hundredths
from .models import Listing, ListingCategory
from .querysets import ListingQuerySet

# Enough of the folded title to sort by.
TITLE_SORTED = 60


class IndexedLabels(NamedTuple):
    """``whole``: as of ``IndexedRow``; ``said``: what they say, by code; ``ending``: when."""

    whole: frozenset[tuple[str, str]]
    said: tuple[tuple[str, str], ...]
    ending: tuple[tuple[str, datetime], ...]


class ListingRow(NamedTuple):
    """What is read of a listing, or of what it is to a group; JSON as text."""

    pk: int
    product: int
    language: str
    price: Decimal
    discount: int
    featured: bool
    rating: float | None
    launched_at: datetime
    begins: str
    page: int
    sequence: int
    labels_text: str
    units_text: str

    @property
    def title(self) -> str:
        return self.begins.partition(" | ")[0]

    @property
    def labels(self) -> IndexedLabels:
        return _labels(self.labels_text)

    def indexed(self, categories: Iterable[int], attributes: frozenset[str]) -> IndexedRow:
        """``attributes``: the codes of those that are filters."""
        units = json.loads(self.units_text)
        facts = [_facts(unit, attributes) for unit in units]
        first = facts[0] if facts else {}
        varies = frozenset(
            code
            for code in {code for one in facts for code in one}
            if any(one.get(code) != first.get(code) for one in facts)
        )
        whole = {(CATEGORY, str(category)) for category in categories}
        whole |= {(DISCOUNT, step) for step in DISCOUNT_STEPS if self.discount >= int(step)}
        whole |= self.labels.whole
        if self.featured:
            whole.add((FEATURED, YES))
        if self.rating:
            whole |= {(RATING, step) for step in RATING_STEPS if self.rating >= int(step)}
        whole.update(pair for pair in first.items() if pair[0] not in varies)
        price = hundredths(self.price)
        return IndexedRow(
            product=self.product,
            price=price,
            discount=self.discount,
            featured=self.featured,
            launched=self.launched_at.timestamp(),
            page=self.page,
            sequence=self.sequence,
            whole=frozenset(whole),
            varies=varies,
            units=_units(units, facts, varies)
            or (IndexedUnit(frozenset(), price, self.discount, True),),
            ending=self.labels.ending,
        )


@lru_cache(maxsize=1000)
def _labels(text: str) -> IndexedLabels:
    """Many listings carry the same."""
    labels = json.loads(text)
    return IndexedLabels(
        whole=frozenset((LABEL, label["code"]) for label in labels),
        # How much is off is a filter of its own.
        said=tuple(
            (label["code"], label["text"]) for label in labels if label.get("kind") != "discount"
        ),
        ending=tuple(
            (label["code"], parse_datetime(label["until"]))
            for label in labels
            if label.get("until")
        ),
    )


def _units(units: list[dict], facts: list[dict], varies: frozenset) -> tuple[IndexedUnit, ...]:
    all_out = all(unit["stock"] == Listing.Stock.OUT for unit in units)
    found = []
    for unit, fact in zip(units, facts, strict=True):
        combination = frozenset((code, fact.get(code, "")) for code in varies)
        price = Decimal(unit["price"])
        before = Decimal(unit["compare_at"]) if unit["compare_at"] else None
        counts = all_out or unit["stock"] != Listing.Stock.OUT
        found.append(
            IndexedUnit(combination, hundredths(price), discount_of(price, before), counts)
        )
    return tuple(found)


def _facts(unit: dict, attributes: frozenset[str]) -> dict[str, str]:
    """What holds for one unit: ``{facet: value}``."""
    found = {facet_of(code): value for code, value in unit["options"].items() if code in attributes}
    if unit["stock"] != Listing.Stock.OUT:
        found[IN_STOCK] = YES
    return found


def read_rows(listings: ListingQuerySet, *, of: str = "") -> Iterator[ListingRow]:
    """One query. ``of``: the relation through which prices and labels are read ("for_groups__"),
    where they are not everybody's."""
    values = listings.annotate(
        begins=Substr("search_text", 1, TITLE_SORTED),
        labels_text=Cast(f"{of}labels", TextField()),
        units_text=Cast(f"{of}units", TextField()),
    ).values_list(
        "pk",
        "product_id",
        "language",
        f"{of}price",
        f"{of}discount",
        "featured",
        "rating",
        "launched_at",
        "begins",
        "catalogue_page",
        "catalogue_sequence",
        "labels_text",
        "units_text",
    )
    return map(ListingRow._make, values.iterator(2000))


def read_categories(listings: ListingQuerySet) -> dict[int, list[int]]:
    """``{product: categories}``. One query."""
    found = defaultdict(list)
    places = ListingCategory.objects.filter(listing__in=listings)
    for product, category in places.values_list("listing__product_id", "category_id"):
        found[product].append(category)
    return found


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
