"""Listings as cards: the values of ``components/product_card.html``, ready to show."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from commerce.labels.presentation import on_card
from commerce.listings.models import Listing
from markets.lookup import current_variant, language_of, market_of
from markets.money import format_money
from markets.storefront_urls import in_variant

from .quick_buy import quick_buy


def card(listing: Listing, colors: Collection[str] = ()) -> dict:
    """One listing as a card in the variant that is being served. No query.

    ``colors``: codes of those that are looked for; the card shows one of them, where it can.
    """
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


def cards(listings: Iterable[Listing], colors: Collection[str] = ()) -> list[dict]:
    return [card(listing, colors) for listing in listings]


def cards_of_products(product_ids: Iterable[int], variant: str | None = None) -> list[dict]:
    """Cards of these products in this order, without those not sold here. One query."""
    variant = variant or current_variant()
    ids = list(product_ids)
    found = {
        listing.product_id: listing
        for listing in Listing.objects.in_market(market_of(variant).code, language_of(variant))
        .filter(product_id__in=ids)
        .for_cards()
    }
    return cards(found[pk] for pk in ids if pk in found)
