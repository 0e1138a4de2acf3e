"""Structured data of products and lists for search engines (JSON-LD, schema.org)."""

from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from cms.frame.structured_data import as_json
from markets.storefront_urls import absolute, canonical

from .cards import Card
from .product_page import ProductPage

IN_STOCK, OUT_OF_STOCK = "https://schema.org/InStock", "https://schema.org/OutOfStock"


def product_data(page: ProductPage, *, brand: str) -> SafeString:
    """Product with one offer for each variant that is sold here. On a member's page without offers:
    only public prices may be passed on by machines."""
    url = canonical(page.listing.path, page.edition)
    offers = [
        {
            "@type": "Offer",
            "sku": unit.sku,
            "url": canonical(f"{page.listing.path}?variant={unit.sku}", page.edition)
            if unit.sku and page.attributes
            else url,
            "price": str(unit.amount),
            "priceCurrency": page.market.currency,
            "availability": IN_STOCK if unit.available else OUT_OF_STOCK,
            "itemCondition": "https://schema.org/NewCondition",
        }
        for unit in page.units
        if not page.tier
    ]
    data = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": page.words.title,
        "description": page.words.summary or strip_tags(page.words.description)[:500],
        "sku": page.listing.sku,
        "url": url,
        "image": [absolute(photo["src"]) for photo in page.listing.gallery],
    }
    if offers:
        data["offers"] = offers
    if brand:
        data["brand"] = {"@type": "Brand", "name": brand}
    return as_json(data)


def list_data(cards: list[Card], *, edition: str, first: int = 1) -> SafeString:
    """The products of a listing, in order. ``first`` is the place of the first one."""
    return as_json(
        {
            "@context": "https://schema.org",
            "@type": "ItemList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": card.title,
                    "url": canonical(card.path, edition),
                }
                for position, card in enumerate(cards, start=first)
            ],
        }
    )


def breadcrumb_data(crumbs: list[tuple[str, str]], edition: str) -> SafeString:
    """BreadcrumbList from (label, neutral path), from the top."""
    return as_json(
        {
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "name": label,
                    "item": canonical(path, edition),
                }
                for position, (label, path) in enumerate(crumbs, start=1)
            ],
        }
    )
