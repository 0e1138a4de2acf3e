"""Product cards: ``components/product_card.html``, rendered once for all lists of a market."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms.page_cache import cached_many, freshness
from cms.page_cache.prefix import open_prefix, under_prefix
from commerce.labels.presentation import on_card
from commerce.listings.group_prices import (
    at_tier,
    everybody_pays,
    is_regular,
    struck_through,
    tier_shown,
)
from commerce.listings.models import Listing
from commerce.listings.tags import listing_tag
from commerce.pricing.per_unit import price_per_unit
from markets.lookup import current_edition, market_of
from markets.money import format_money
from markets.storefront_urls import in_edition

from .quick_buy import quick_buy
from .shown_variant import (
    NOTHING,
    Shown,
    WantedVariant,
    color_attribute,
    pictured_color,
    shown_variant,
)

# Cards at the top of a page: they are in view, and their pictures load eagerly.
EAGER = 4


@dataclass(frozen=True)
class Card:
    """A rendered card, with the values for structured data. ``path`` is neutral."""

    listing: int
    title: str
    path: str
    html: SafeString


def read_for_cards(keys: Iterable[int]) -> dict[int, Listing]:
    keys = list(keys)
    with freshness.depends_only_on(*map(listing_tag, keys)):
        return Listing.objects.for_cards().in_bulk(keys)


def render_cards(
    keys: Iterable[int],
    *,
    heading: str,
    wanted: WantedVariant = NOTHING,
    eager: int = EAGER,
    read: Callable[[list[int]], Mapping[int, Listing]] = read_for_cards,
) -> list[Card]:
    """The cards of these listings (primary keys, in the market and language of the request).

    Cached cards are used; ``read`` fetches the listings of the others: one query, none where all
    are cached. ``heading``: "h2" or "h3". A card shows the variant that is ``wanted``, and
    leads to it. ``eager``: how many load their pictures at once. Listings that no longer exist are
    left out.
    """
    edition = current_edition()
    places = [
        ("card", edition, pk, heading, place < eager, wanted) for place, pk in enumerate(keys)
    ]

    def draw(missing: list[tuple]) -> dict[tuple, Card]:
        # Each depends on its own listing only, though they are read together.
        with freshness.depends_only_on():
            rows = read([key[2] for key in missing])
            at_tier(rows.values())
        with open_prefix():
            return {key: _draw(rows[key[2]], *key[3:]) for key in missing if key[2] in rows}

    found = cached_many(
        market_of(edition).code,
        places,
        draw,
        size=lambda card: len(card.html),
        depends_on=lambda key: [listing_tag(key[2])],
    )
    return [
        replace(card, html=mark_safe(under_prefix(card.html)))
        for card in map(found.get, places)
        if card is not None
    ]


def render_listings(listings: Iterable[Listing], *, heading: str, eager: int = EAGER) -> list[Card]:
    """``render_cards`` for listings that have been read (``for_cards``). No query."""
    keys, rows = [], {}
    for listing in listings:
        keys.append(listing.pk)
        rows[listing.pk] = listing
    return render_cards(keys, heading=heading, eager=eager, read=lambda _missing: rows)


def _draw(listing: Listing, heading: str, eager: bool, wanted: WantedVariant) -> Card:
    values = {"card": card_values(listing, wanted), "heading": heading, "eager": eager}
    html = render_to_string("components/product_card.html", values)
    return Card(listing.pk, listing.title, listing.path, html)


def card_values(listing: Listing, wanted: WantedVariant = NOTHING) -> dict:
    """The context of ``components/product_card.html``, in the edition of the request. No query."""
    url = in_edition(listing.path)
    shown = shown_variant(listing, wanted)
    images = _pictures(listing, shown)
    price, dearest, compare_at = listing.price, listing.price_max, listing.compare_at
    everybody = None
    if shown:
        price, dearest, compare_at = shown.price, shown.dearest, shown.compare_at
        everybody = everybody_pays(listing, shown.unit)
    was = struck_through(price, compare_at, everybody)
    leads_to = url
    if shown and shown.is_looked_for and shown.unit["sku"]:
        leads_to = f"{url}?{urlencode({'variant': shown.unit['sku']})}"
    return {
        "title": listing.title,
        "url": leads_to,
        "summary": listing.summary,
        "image": images[0] if images else None,
        "image_hover": images[1] if len(images) > 1 else None,
        "price": format_money(price, listing.currency),
        "compare_at": format_money(was, listing.currency) if was else "",
        "tier": tier_shown(listing),
        "tier_hidden": everybody is None,
        "regular": is_regular(price, compare_at, everybody),
        "price_label": _("From") if dearest > price else "",
        "per_unit": price_per_unit(price, shown.content, current_edition()) if shown else "",
        "labels": on_card(listing.labels, listing.market),
        "swatches": [
            {**swatch, "url": f"{url}?variant={swatch['sku']}"}
            for swatch in listing.swatches
            if swatch["sku"]
        ],
        "quick": quick_buy(listing, shown),
        "stock_state": listing.stock.removesuffix("_stock"),
        "lang": listing.source_language if listing.source_language != listing.language else "",
    }


def _pictures(listing: Listing, shown: Shown | None) -> list[dict]:
    """The product's pictures: those of the color that the card shows, if the first has another."""
    color = shown.unit["options"].get(color_attribute(listing)) if shown else None
    pictured = pictured_color(listing)
    if color is None or color == pictured or not (pictured or shown.is_looked_for):
        return listing.images
    found = [
        swatch["image"]
        for swatch in listing.swatches
        if swatch.get("code") == color and swatch["image"]
    ]
    return found or listing.images
