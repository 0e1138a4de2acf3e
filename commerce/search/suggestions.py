"""Search suggestions while typing (autocomplete). About six queries for any catalogue size."""

from collections.abc import Sequence

from wagtail.models import Page

from cms.addresses.routing import page_path
from commerce.catalogue.cards import card_values
from commerce.listings.group_prices import at_tier
from markets.storefront_urls import in_edition

from . import results
from .query import Query, clean_query
from .selection import Found, Search, listings_of

PRODUCTS, CATEGORIES, PAGES = 5, 3, 3


def suggested(query: Query, *, market: str, language: str) -> dict:
    """The context of ``search/suggestions.html``."""
    search = Search(market, language)
    found = Found(query, plan=search.plan(query, is_unfinished=True))
    found.products = search.matching(found.plan)
    found.pages = search.matching_pages(found.plan)
    if found.is_empty and (corrected := search.correction(query)):
        found.corrected = corrected
        found.plan = search.plan(clean_query(corrected, language))
        found.products = search.matching(found.plan)
        found.pages = search.matching_pages(found.plan)
    search.partly(found)
    chosen = results.Chosen.of(found, market=market, language=language)
    products = chosen.before(found.products)
    listings = listings_of(products[:PRODUCTS], market=market, language=language)
    at_tier(listings)
    return {
        "corrected": found.corrected,
        "count": len(products),
        "products": [card_values(listing) for listing in listings],
        "found_categories": results.categories(found, market=market, language=language)[
            :CATEGORIES
        ],
        "links": chosen.links + page_links(found.pages[:PAGES]),
    }


def page_links(keys: Sequence[int]) -> list[dict]:
    """Titles and URLs of these pages. One query, none without pages."""
    if not keys:
        return []
    rows = Page.objects.live().in_bulk(keys)
    shown = [rows[key] for key in keys if key in rows]
    return [
        {"title": page.title, "url": in_edition(path)}
        for page in shown
        if (path := page_path(page))
    ]
