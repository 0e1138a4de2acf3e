"""Build listings from their sources and write the rows that changed.

A change of a source requests a refresh (``commerce.listings.requests``), which a worker runs here.
A refresh is idempotent, and may run late or out of order: it reads the current data.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from oscar.core.loading import get_model

from background.locks import locked
from cms.page_cache import freshness
from commerce.listings.facet_rows import indexed_facts
from commerce.listings.models import GroupListing, Listing, ListingCategory
from commerce.listings.pictures import render
from commerce.listings.querysets import NOT_ON_CARDS
from commerce.listings.services import next_revision
from commerce.listings.signals import listings_changed
from commerce.listings.tags import ALL_LISTINGS, list_tags, listing_tag, product_tag

from .building import Row, build_rows
from .sources import Vocabulary, owners_of, read_sources

Category = get_model("catalogue", "Category")
Product = get_model("catalogue", "Product")

BATCH = 500
# Columns that are compared to decide whether a row is written: all but the keys.
COLUMNS = [
    column.name
    for column in Listing._meta.concrete_fields
    if column.name not in ("id", "product", "market", "language", "revision")
]


@dataclass
class Refreshed:
    """The number of rows that a refresh wrote and deleted."""

    written: int = 0
    removed: int = 0
    unchanged: int = 0

    def __add__(self, other: "Refreshed") -> "Refreshed":
        return Refreshed(
            self.written + other.written,
            self.removed + other.removed,
            self.unchanged + other.unchanged,
        )


def refresh_listings(product_ids: Iterable[int]) -> Refreshed:
    """Rebuild the listings of these products from their sources, and write those that changed.

    Ids of variants stand for their parent; rows of deleted products are deleted. About forty
    queries for 500 products.
    """
    done = Refreshed()
    for batch in _batches(sorted(set(product_ids))):
        wanted = owners_of(batch) | set(batch)
        render(wanted)
        done += _refresh_batch(wanted)
    return done


def rebuild_listings() -> Refreshed:
    """Rebuild all listings from their sources. Takes time linear in the number of products."""
    done = Refreshed()
    ids = Product.objects.filter(parent__isnull=True).order_by("pk").values_list("pk", flat=True)
    for batch in _batches(ids.iterator(chunk_size=BATCH)):
        done += refresh_listings(batch)
    return done


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    batch: list[int] = []
    for pk in ids:
        batch.append(pk)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


@transaction.atomic
def _refresh_batch(product_ids: set[int]) -> Refreshed:
    # Two workers on the same product take turns, so that the one that writes last also read last.
    list(locked(Product.objects.filter(pk__in=product_ids).only("pk"), keeps_key=True))
    # Names are read after the lock too, or a rename that another worker wrote meanwhile is undone.
    vocabulary = Vocabulary.read()
    rows = {row.key: row for row in build_rows(read_sources(product_ids, vocabulary))}
    before = {
        (listing.product_id, listing.market, listing.language): listing
        for listing in Listing.objects.filter(product_id__in=product_ids)
    }
    changed = [row for key, row in rows.items() if key not in before or _differs(row, before[key])]
    gone = [listing.pk for key, listing in before.items() if key not in rows]
    there = _category_rows(before.values())
    moved = {
        key
        for key, row in rows.items()
        if row.categories != _places(there, before[key].pk if key in before else None)
    }
    paid = _group_rows(before.values())
    repriced = {
        key
        for key, row in rows.items()
        if _prices(row.groups) != _prices(paid.get(before[key].pk, {}) if key in before else {})
    }
    # Lock the version before any row, as ``arrange`` does, to avoid a deadlock.
    number = next_revision() if changed or moved or repriced else 0
    Listing.objects.filter(pk__in=gone).delete()
    for row in changed:
        row.listing.revision = number
    Listing.objects.bulk_create(
        [row.listing for row in changed],
        update_conflicts=True,
        unique_fields=["product", "market", "language"],
        update_fields=[*COLUMNS, "revision"],
    )
    pks = {
        tuple(key): pk
        for pk, *key in Listing.objects.filter(product_id__in=product_ids).values_list(
            "pk", "product_id", "market", "language"
        )
    }
    written = {pks[row.key] for row in changed}
    if moved:
        newly_placed = {pks[key]: rows[key] for key in moved}
        _write_categories(newly_placed, there)
        Listing.objects.filter(pk__in=newly_placed).update(revision=number)
        written |= newly_placed.keys()
    if repriced:
        newly_priced = {pks[key]: rows[key] for key in repriced}
        _write_groups(newly_priced, paid)
        Listing.objects.filter(pk__in=newly_priced).update(revision=number)
        written |= newly_priced.keys()
    if written:
        listings_changed.send(sender=Listing, written=written)
    if rows.keys() != before.keys():
        # A product's page in each market says in which other markets it is sold.
        freshness.invalidate()
    elif written:
        shown = [row for row in rows.values() if pks[row.key] in written]
        freshness.invalidate(*_tags_of(shown, before, moved, there, paid))
    return Refreshed(len(changed), len(gone), len(rows) - len(changed))


# Above this number of changed listings, whole markets are invalidated instead of each listing.
MOST_NAMED = 60


def _tags_of(
    rows: list[Row],
    before: dict[tuple, Listing],
    moved: set[tuple],
    there: dict[int, dict[int, ListingCategory]],
    paid: dict[int, dict[int, GroupListing]],
) -> set[str]:
    """The cache tags to invalidate for these changed rows, which existed before.

    ``moved``: the keys of those whose categories changed; ``there`` and ``paid``: the former
    categories and group prices, by listing.
    """
    if len(rows) > MOST_NAMED:
        return {ALL_LISTINGS, *(row.listing.market for row in rows)}
    tags = {ALL_LISTINGS}
    for row in rows:
        former = before[row.key]
        market = row.listing.market
        tags.add(product_tag(market, former.product_id))
        costs_others = _shown_to_groups(row.groups) != _shown_to_groups(paid.get(former.pk, {}))
        if costs_others or _on_card(row.listing) != _on_card(former):
            tags.add(listing_tag(former.pk))
        is_filtered = indexed_facts(row.listing) != indexed_facts(former)
        if costs_others or is_filtered or row.key in moved:
            tags |= list_tags(market, row.categories.keys() | there.get(former.pk, {}).keys())
    return tags


def _on_card(listing: Listing) -> tuple:
    """The values of a listing that a card shows: all but the units left, which only the product
    page shows."""
    shown = [name for name in COLUMNS if name not in (*NOT_ON_CARDS, "units")]
    return (*(getattr(listing, name) for name in shown), _uncounted(listing.units))


def _shown_to_groups(of_groups: dict[int, GroupListing]) -> dict[int, tuple]:
    """The values that a card shows to each customer group."""
    shown = [name for name in GroupListing.COLUMNS if name != "units"]
    return {
        group: (*(getattr(row, name) for name in shown), _uncounted(row.units))
        for group, row in of_groups.items()
    }


def _uncounted(units: list[dict]) -> list[dict]:
    return [{**unit, "left": None} for unit in units]


def _differs(row: Row, before: Listing) -> bool:
    return any(getattr(row.listing, name) != getattr(before, name) for name in COLUMNS)


def _category_rows(listings: Iterable[Listing]) -> dict[int, dict[int, ListingCategory]]:
    """``{listing id: {category id: row}}``"""
    found = {listing.pk: {} for listing in listings}
    for row in ListingCategory.objects.filter(listing_id__in=found):
        found[row.listing_id][row.category_id] = row
    return found


def _places(there: dict[int, dict[int, ListingCategory]], listing_id: int | None) -> dict:
    """The stored places of a listing in its categories, in the form of ``Row.categories``."""
    rows = there.get(listing_id, {})
    return {pk: (row.catalogue_page, row.catalogue_sequence) for pk, row in rows.items()}


def _write_categories(wanted: dict[int, Row], there: dict[int, dict[int, ListingCategory]]) -> None:
    """Create, update and delete the category rows of these listings (by id)."""
    stale, missing, moved = [], [], []
    for listing_id, listing in wanted.items():
        known = there.get(listing_id, {})
        stale += [row.pk for category, row in known.items() if category not in listing.categories]
        for category, place in listing.categories.items():
            row = known.get(category) or ListingCategory(
                listing_id=listing_id, category_id=category
            )
            if row.pk and (row.catalogue_page, row.catalogue_sequence) == place:
                continue
            row.catalogue_page, row.catalogue_sequence = place
            (moved if row.pk else missing).append(row)
    if stale:
        ListingCategory.objects.filter(pk__in=stale).delete()
    missing.sort(key=lambda row: (row.listing_id, row.category_id))
    ListingCategory.objects.bulk_create(missing, ignore_conflicts=True)
    if moved:
        ListingCategory.objects.bulk_update(moved, ["catalogue_page", "catalogue_sequence"])


def _group_rows(listings: Iterable[Listing]) -> dict[int, dict[int, GroupListing]]:
    """``{listing id: {group id: row}}``"""
    found = {listing.pk: {} for listing in listings}
    for row in GroupListing.objects.filter(listing_id__in=found):
        found[row.listing_id][row.group_id] = row
    return found


def _prices(of_groups: dict[int, GroupListing]) -> dict[int, list]:
    """The columns of group prices that are compared to decide whether a row is written."""
    return {
        group: [getattr(row, name) for name in GroupListing.COLUMNS]
        for group, row in of_groups.items()
    }


def _write_groups(wanted: dict[int, Row], there: dict[int, dict[int, GroupListing]]) -> None:
    """Create, update and delete the group prices of these listings (by id)."""
    stale, written = [], []
    for listing_id, row in wanted.items():
        stale += [
            known.pk
            for group, known in there.get(listing_id, {}).items()
            if group not in row.groups
        ]
        for theirs in row.groups.values():
            theirs.listing_id = listing_id
            written.append(theirs)
    GroupListing.objects.filter(pk__in=stale).delete()
    GroupListing.objects.bulk_create(
        written,
        update_conflicts=True,
        unique_fields=["listing", "group"],
        update_fields=GroupListing.COLUMNS,
    )


def products_touched(
    *, products=(), categories=(), options=(), price_lists=(), images=()
) -> set[int]:
    """The ids of the products whose listings depend on any of these."""
    found = set(products)
    if categories:
        below = set()
        for category in Category.objects.filter(pk__in=categories):
            below.update(category.get_descendants_and_self().values_list("pk", flat=True))
        found.update(
            Product.objects.filter(productcategory__category_id__in=below).values_list(
                "pk", flat=True
            )
        )
        found.update(
            Listing.objects.filter(in_categories__category_id__in=categories).values_list(
                "product_id", flat=True
            )
        )
    if options:
        found.update(
            Product.objects.filter(attribute_values__value_option_id__in=options).values_list(
                "pk", flat=True
            )
        )
    if price_lists:
        found.update(
            Product.objects.filter(prices__price_list_id__in=price_lists).values_list(
                "pk", flat=True
            )
        )
    if images:
        found.update(
            Product.objects.filter(photos__image_id__in=images).values_list("pk", flat=True)
        )
    return found
