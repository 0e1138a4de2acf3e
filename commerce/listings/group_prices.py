"""Listings as the tier of whoever asks sees them (``cms.page_cache.tier``).

Everybody's are the rows themselves. Whoever reads listings to show or sort by what they cost reads
them through here; what does not is the public's.
"""

from collections.abc import Iterable
from decimal import Decimal

from cms.page_cache import tier

from .models import GroupListing, Listing


def is_regular(amount: Decimal, compare_at: Decimal | None, everybody: Decimal | None) -> bool:
    """Whether what everybody pays stands struck through beside a group's price: where the group
    pays less, and its list names no former price."""
    return compare_at is None and everybody is not None and everybody > amount


def struck_through(
    amount: Decimal, compare_at: Decimal | None, everybody: Decimal | None
) -> Decimal | None:
    """What stands struck through beside a price: its former one, else what everybody pays
    (``is_regular``); None for nothing."""
    return everybody if is_regular(amount, compare_at, everybody) else compare_at


def at_tier(listings: Iterable[Listing]) -> None:
    """Put the tier's prices into listings that were read: one query, none for the public."""
    shown = tier.current()
    if shown is None:
        return
    # What has them already stays as it is.
    rows = {row.pk: row for row in listings if not row.everybody_pays}
    for theirs in GroupListing.objects.filter(listing__in=list(rows), group=shown.pk):
        theirs.priced(rows[theirs.listing_id])


def everybody_pays(listing: Listing, unit: dict) -> Decimal | None:
    """What a unit of a listing (``Listing.units``) costs everybody, where a group pays something
    else for it."""
    price = listing.everybody_pays.get(unit["id"])
    return Decimal(price) if price and Decimal(price) != Decimal(unit["price"]) else None


def tier_shown(listing: Listing) -> str:
    """The name of the group whose price any unit of a listing has, "" for everybody's."""
    shown = tier.current()
    if shown is None or not any(everybody_pays(listing, unit) for unit in listing.units):
        return ""
    return shown.name
