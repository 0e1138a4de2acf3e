"""Writing listings: the one way they come about.

Whoever changes a source asks for a refresh (``commerce.listings.requests``); a worker does it
here. Running the same refresh twice, late or out of turn does no harm: it reads what is true when
it runs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db import transaction
from oscar.core.loading import get_model

from cms.page_cache import freshness
from commerce.listings.models import GroupListing, Listing, ListingCategory
from commerce.listings.pictures import render
from commerce.listings.services import next_revision
from commerce.listings.signals import listings_changed

from .building import Row, build_rows
from .sources import Vocabulary, owners_of, read_sources

Category = get_model("catalogue", "Category")
Product = get_model("catalogue", "Product")

BATCH = 500
# Compared to tell whether a row has to be written; the key and the primary key are not in it.
COLUMNS = [
    column.name
    for column in Listing._meta.concrete_fields
    if column.name not in ("id", "product", "market", "language", "revision")
]


@dataclass
class Refreshed:
    """What a refresh did, in rows."""

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
    """Bring the listings of these products to what their sources say now.

    Variants stand for their parent; products that no longer exist lose their rows. Some forty
    queries for 500 products. Rows that would not change are not written.
    """
    done = Refreshed()
    for batch in _batches(sorted(set(product_ids))):
        wanted = owners_of(batch) | set(batch)
        render(wanted)
        done += _refresh_batch(wanted)
    return done


def rebuild_listings() -> Refreshed:
    """Make every listing anew, from nothing but the sources. Linear in the number of products."""
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
    # Two workers on the same product take turns, and the second reads what the first one's
    # successor committed: the last writer is never the one that read first.
    list(
        Product.objects.select_for_update(no_key=True)
        .filter(pk__in=product_ids)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    # Names too: those of a moment ago would stay, if somebody's renaming was followed meanwhile.
    vocabulary = Vocabulary.read()
    rows = {row.key: row for row in build_rows(read_sources(product_ids, vocabulary))}
    before = {
        (listing.product_id, listing.market, listing.language): listing
        for listing in Listing.objects.filter(product_id__in=product_ids)
    }
    changed = [row for key, row in rows.items() if key not in before or _differs(row, before[key])]
    gone = [listing.pk for key, listing in before.items() if key not in rows]
    Listing.objects.filter(pk__in=gone).delete()
    number = next_revision() if changed else 0
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
    moved = _write_categories(pks, rows) | _write_groups(pks, rows)
    if moved:
        Listing.objects.filter(pk__in=moved).update(revision=number or next_revision())
    written = {pks[row.key] for row in changed} | moved
    if written:
        listings_changed.send(sender=Listing, written=written)
    if rows.keys() != before.keys():
        # Each country's page of a product says where else it is sold.
        freshness.invalidate()
    elif touched := {row.listing.market for row in rows.values() if pks[row.key] in written}:
        freshness.invalidate(*touched)
    return Refreshed(len(changed), len(gone), len(rows) - len(changed))


def _differs(row: Row, before: Listing) -> bool:
    return any(getattr(row.listing, name) != getattr(before, name) for name in COLUMNS)


def _write_categories(pks: dict[tuple, int], rows: dict[tuple, Row]) -> set[int]:
    """Bring the category rows in line; returns the listings whose categories changed."""
    wanted = {
        (pks[key], category): place
        for key, row in rows.items()
        for category, place in row.categories.items()
    }
    there = {
        (row.listing_id, row.category_id): row
        for row in ListingCategory.objects.filter(listing_id__in=pks.values())
    }
    stale = there.keys() - wanted.keys()
    missing = wanted.keys() - there.keys()
    if stale:
        ListingCategory.objects.filter(pk__in=[there[pair].pk for pair in stale]).delete()
    ListingCategory.objects.bulk_create(
        [
            ListingCategory(
                listing_id=pair[0],
                category_id=pair[1],
                catalogue_page=wanted[pair][0],
                catalogue_sequence=wanted[pair][1],
            )
            for pair in sorted(missing)
        ],
        ignore_conflicts=True,
    )
    moved = []
    for pair in there.keys() & wanted.keys():
        row = there[pair]
        if (row.catalogue_page, row.catalogue_sequence) != wanted[pair]:
            row.catalogue_page, row.catalogue_sequence = wanted[pair]
            moved.append(row)
    if moved:
        ListingCategory.objects.bulk_update(moved, ["catalogue_page", "catalogue_sequence"])
    return {pair[0] for pair in stale | missing} | {row.listing_id for row in moved}


def _write_groups(pks: dict[tuple, int], rows: dict[tuple, Row]) -> set[int]:
    """Bring what groups pay in line; returns the listings for which that changed."""
    wanted = {}
    for key, row in rows.items():
        for group, theirs in row.groups.items():
            theirs.listing_id = pks[key]
            wanted[theirs.listing_id, group] = theirs
    there = {
        (row.listing_id, row.group_id): row
        for row in GroupListing.objects.filter(listing__in=pks.values())
    }
    stale = [row for pair, row in there.items() if pair not in wanted]
    changed = [
        row
        for pair, row in wanted.items()
        if pair not in there
        or any(getattr(row, name) != getattr(there[pair], name) for name in GroupListing.COLUMNS)
    ]
    GroupListing.objects.filter(pk__in=[row.pk for row in stale]).delete()
    GroupListing.objects.bulk_create(
        changed,
        update_conflicts=True,
        unique_fields=["listing", "group"],
        update_fields=GroupListing.COLUMNS,
    )
    return {row.listing_id for row in [*stale, *changed]}


def products_touched(
    *, products=(), categories=(), options=(), price_lists=(), images=()
) -> set[int]:
    """The products whose listings depend on any of these."""
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
