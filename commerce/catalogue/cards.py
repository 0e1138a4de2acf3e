"""Listings as cards: ``components/product_card.html``, drawn once for all lists of a market."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms.frame_parts import open_prefix, under_prefix
from cms.page_cache import remember_all
from commerce.labels.presentation import on_card
from commerce.listings.models import Listing
from markets.lookup import current_variant, market_of
from markets.money import format_money
from markets.storefront_urls import in_variant

from .quick_buy import quick_buy

# Of a list that a page opens with: they are in view, and their pictures load at once.
EAGER = 4


@dataclass(frozen=True)
class Card:
    """A drawn card, with what machines read of the listing. ``path`` is neutral."""

    listing: int
    title: str
    path: str
    html: SafeString


def read_for_cards(keys: Iterable[int]) -> dict[int, Listing]:
    return Listing.objects.for_cards().in_bulk(list(keys))


def draw_cards(
    keys: Iterable[int],
    *,
    heading: str,
    colors: Collection[str] = (),
    eager: int = EAGER,
    read: Callable[[list[int]], Mapping[int, Listing]] = read_for_cards,
) -> list[Card]:
    """Listings (primary keys, of the market and language that are being served) as cards.

    ``heading``: "h2" or "h3". ``colors``: codes of those that are looked for; a card shows one of
    them, where it can. ``eager``: the pictures of how many load at once. ``read`` gets the
    listings that have to be drawn: one query, none where all are known. What no longer exists is
    left out.
    """
    variant, looked_for = current_variant(), tuple(sorted(colors))
    places = [
        ("card", variant, pk, heading, place < eager, looked_for) for place, pk in enumerate(keys)
    ]

    def draw(missing: list[tuple]) -> dict[tuple, Card]:
        rows = read([key[2] for key in missing])
        with open_prefix():
            return {key: _draw(rows[key[2]], *key[3:]) for key in missing if key[2] in rows}

    found = remember_all(market_of(variant).code, places, draw, size=lambda card: len(card.html))
    return [
        replace(card, html=mark_safe(under_prefix(card.html)))
        for card in map(found.get, places)
        if card is not None
    ]


def draw_listings(listings: Iterable[Listing], *, heading: str, eager: int = EAGER) -> list[Card]:
    """``draw_cards`` of listings that have been read (``for_cards``). No query."""
    keys, rows = [], {}
    for listing in listings:
        keys.append(listing.pk)
        rows[listing.pk] = listing
    return draw_cards(keys, heading=heading, eager=eager, read=lambda _missing: rows)


def _draw(listing: Listing, heading: str, eager: bool, colors: Collection[str]) -> Card:
    values = {"card": card_values(listing, colors), "heading": heading, "eager": eager}
    html = render_to_string("components/product_card.html", values)
    return Card(listing.pk, listing.title, listing.path, html)


def card_values(listing: Listing, colors: Collection[str] = ()) -> dict:
    """What ``components/product_card.html`` shows, in the variant being served. No query."""
    url = in_variant(listing.path)
    images = listing.images
    quick = quick_buy(listing, colors)
    if quick and quick["color"] in colors:
        images = _pictures_of(quick["color"], listing) or images
    return {
        "title": listing.title,
        "url": url,
        "summary": listing.summary,
        "image": images[0] if images else None,
        "image_hover": images[1] if len(images) > 1 else None,
        "price": format_money(listing.price, listing.currency),
        "compare_at": format_money(listing.compare_at, listing.currency)
        if listing.compare_at
        else "",
        "price_label": _("From") if listing.price_max > listing.price else "",
        "labels": on_card(listing.labels, listing.market),
        "swatches": [
            {**swatch, "url": f"{url}?variant={swatch['sku']}"}
            for swatch in listing.swatches
            if swatch["sku"]
        ],
        "quick": quick,
        "stock_state": listing.stock.removesuffix("_stock"),
        "lang": listing.source_language if listing.source_language != listing.language else "",
    }


def _pictures_of(color: str, listing: Listing) -> list[dict]:
    return [
        swatch["image"]
        for swatch in listing.swatches
        if swatch.get("code") == color and swatch["image"]
    ]
