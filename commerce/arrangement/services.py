"""Arrange the catalogue: set the fixed places of products in a list."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.log_actions import log

from background.locks import locked
from cms.models import StorefrontVersion
from cms.page_cache import freshness
from commerce.listings.models import Listing, ListingCategory
from commerce.listings.services import next_revision

from .building import NOWHERE, Place
from .models import CatalogueEntry, CatalogueOrder

Product = get_model("catalogue", "Product")

# The last page on which a product can have a place.
LAST_PAGE = 500


class Conflict(Exception):
    """Someone else arranged the same list since the screen was opened."""


def order_of(*, market: str, category=None) -> CatalogueOrder:
    """The catalogue order of a list; an unsaved one if there is none."""
    found = CatalogueOrder.objects.filter(market=market, category=category).first()
    return found or CatalogueOrder(market=market, category=category)


def arrange(
    *,
    market: str,
    category=None,
    places: Mapping[int, Place | None],
    per_page: int,
    revision: int,
    by,
) -> CatalogueOrder:
    """Set the places of products in a list, or remove them (None); other products keep theirs.

    ``places`` maps product ids to (page, sequence), both from 1. A product whose place is taken by
    another moves to the next free one. ``revision`` is the one that the screen was rendered with.
    Raises Conflict if the list has a newer one, ValidationError for impossible places.
    """
    for place in filter(None, places.values()):
        page, sequence = place
        if not (1 <= page <= LAST_PAGE and 1 <= sequence <= per_page):
            raise ValidationError(
                _("A place is a page from 1 to %(pages)d and a number from 1 to %(places)d.")
                % {"pages": LAST_PAGE, "places": per_page}
            )
    try:
        with transaction.atomic():
            return _arrange(market, category, places, per_page, revision, by)
    except IntegrityError:
        # Two people saved the first arrangement of the same list at the same moment.
        raise Conflict


def _arrange(market, category, places, per_page, revision, by) -> CatalogueOrder:
    order = locked(CatalogueOrder.objects.filter(market=market, category=category)).first()
    if (order.revision if order else 0) != revision:
        raise Conflict
    if order is None:
        order = CatalogueOrder.objects.create(market=market, category=category)
    before = {entry.product_id: (entry.page, entry.sequence) for entry in order.entries.order_by()}
    real = set(Product.objects.filter(pk__in=places, parent=None).values_list("pk", flat=True))
    after = settle(
        before, {pk: place for pk, place in places.items() if pk in real}, per_page=per_page
    )
    order.revision += 1
    order.save(update_fields=["revision"])
    if after != before:
        order.entries.all().delete()
        CatalogueEntry.objects.bulk_create(
            CatalogueEntry(order=order, product_id=pk, page=page, sequence=sequence)
            for pk, (page, sequence) in after.items()
        )
        write_places(order, before, after)
        StorefrontVersion.renew()
        freshness.invalidate(market)
        log(instance=order, action="wagtail.edit", user=by)
    return order


def settle(
    before: Mapping[int, Place], places: Mapping[int, Place | None], *, per_page: int
) -> dict[int, Place]:
    """All places after a change: new places are kept, products in the way move on."""
    moved = {pk: place for pk, place in places.items() if place and before.get(pk) != place}
    kept = {
        pk: place
        for pk, place in before.items()
        if pk not in moved and places.get(pk, place) is not None
    }
    taken: dict[Place, int] = {}
    for group in (moved, kept):
        for pk, place in sorted(group.items(), key=lambda item: (item[1], item[0])):
            while place in taken:
                place = _next(place, per_page)
            taken[place] = pk
    return {pk: place for place, pk in sorted(taken.items())}


def _next(place: Place, per_page: int) -> Place:
    page, sequence = place
    return (page, sequence + 1) if sequence < per_page else (page + 1, 1)


def write_places(order: CatalogueOrder, before: Mapping, after: Mapping) -> None:
    """Write the places into the listings at once, not in the background: merchandisers look at the
    shop next."""
    changed = {pk for pk in {*before, *after} if before.get(pk) != after.get(pk)}
    number = next_revision()
    listings = Listing.objects.filter(market=order.market, product__in=changed)
    if order.category_id is None:
        rows = list(listings.only("pk", "product_id"))
        owner = {row.pk: row.product_id for row in rows}
        model = Listing
    else:
        rows = list(
            ListingCategory.objects.filter(
                category=order.category_id, listing__in=listings
            ).select_related("listing")
        )
        owner = {row.pk: row.listing.product_id for row in rows}
        model = ListingCategory
    for row in rows:
        row.catalogue_page, row.catalogue_sequence = after.get(owner[row.pk], NOWHERE)
    listings.update(revision=number)
    model.objects.bulk_update(rows, ["catalogue_page", "catalogue_sequence"], batch_size=200)
