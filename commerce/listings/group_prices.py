"""A customer group's prices in listings, for the tier of the request (``cms.page_cache.tier``).

The rows themselves have the public prices. Code that shows listings' prices or sorts by them reads
them through here; all other code sees the public ones.
"""

from collections.abc import Iterable
from decimal import Decimal

from cms.page_cache import tier

from .models import GroupListing, Listing


def is_regular(amount: Decimal, compare_at: Decimal | None, everybody: Decimal | None) -> bool:
    """Whether the public price is shown struck through beside a group's price: where the group pays
    less, and its price list has no compare-at price."""
    return compare_at is None and everybody is not None and everybody > amount


def struck_through(
    amount: Decimal, compare_at: Decimal | None, everybody: Decimal | None
) -> Decimal | None:
    """The price that is shown struck through: the compare-at price, else the public one
    (``is_regular``); None for none."""
    return everybody if is_regular(amount, compare_at, everybody) else compare_at


def at_tier(listings: Iterable[Listing]) -> None:
    """Put the tier's prices into these listings: one query, none for the public."""
    shown = tier.current()
    if shown is None:
        return
    # What has them already stays as it is.
    rows = {row.pk: row for row in listings if not row.everybody_pays}
    for theirs in GroupListing.objects.filter(listing__in=list(rows), group=shown.pk):
        theirs.priced(rows[theirs.listing_id])


def everybody_pays(listing: Listing, unit: dict) -> Decimal | None:
    """The public price of a unit of a listing (``Listing.units``), where a group's differs."""
    price = listing.everybody_pays.get(unit["id"])
    return Decimal(price) if price and Decimal(price) != Decimal(unit["price"]) else None


def tier_shown(listing: Listing) -> str:
    """The name of the group whose price any unit of a listing has, "" for everybody's."""
    shown = tier.current()
    if shown is None or not any(everybody_pays(listing, unit) for unit in listing.units):
        return ""
    return shown.name
