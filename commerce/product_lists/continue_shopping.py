"""Links to continue shopping on an empty page: an empty cart, a search without results."""

from commerce.catalogue.cards import render_cards
from commerce.copy.paths import index_path
from commerce.copy.tree import category_tree
from commerce.listings.facet_memory import facet_index
from commerce.recommendations.lists import LONGEST_RANKING, ranked_ids
from markets.storefront_urls import in_edition

POPULAR = 4


def continue_shopping(market: str, language: str) -> dict:
    """The context of ``components/continue_shopping.html`` in the edition of the request:
    categories, and popular products as cards. Two queries at most."""
    return {
        "categories": [
            {"label": node.title, "url": in_edition(node.path)}
            for node in category_tree(language).children()
        ],
        "popular": render_cards(popular_listings(market, language, most=POPULAR), heading="h3"),
        "all_url": in_edition(index_path(language)),
    }


def popular_listings(market: str, language: str, *, most: int) -> list[int]:
    """Primary keys of best sellers in stock, filled up with featured products. One query."""
    index = facet_index(market, language)
    best = index.listings_of(ranked_ids("best", market, most=LONGEST_RANKING), index.in_stock)
    featured = index.listings(index.in_stock, "featured")[: 2 * most]
    return list(dict.fromkeys([*best, *featured]))[:most]
