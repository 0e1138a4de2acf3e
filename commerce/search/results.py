"""Data for the results page: best bets, categories and pages beside the products."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.text import Truncator
from wagtail.models import Page

from cms.addresses.routing import page_path
from commerce.copy.tree import category_tree
from commerce.listings.models import ListingCategory
from markets.storefront_urls import in_edition

from . import best_bets
from .analysis import index_terms
from .query import clean_query
from .selection import Found, Plan

MOST_CATEGORIES = 8
MOST_PAGES = 12


@dataclass
class Chosen:
    """The best bets of a search: products and links that editors put on top."""

    products: list[int] = field(default_factory=list)
    # {"title", "text", "url"}
    links: list[dict] = field(default_factory=list)

    @classmethod
    def of(cls, found: Found, *, market: str, language: str) -> "Chosen":
        """The best bets of the query as typed or as corrected. Two queries at most."""
        if not found.query:
            return cls()
        phrases = best_bets.phrases_for(found.query, clean_query(found.corrected, language))
        bets = best_bets.bets_for(phrases, market=market, language=language)
        return cls(
            products=best_bets.bet_products(bets, market=market, language=language),
            links=[link for bet in bets if (link := best_bets.bet_link(bet))],
        )

    def before(self, products: Sequence[int]) -> Sequence[int]:
        """The products of the best bets, followed by the other results."""
        return list(dict.fromkeys([*self.products, *products])) if self.products else products


@lru_cache(maxsize=5000)
def _words(title: str, language: str) -> frozenset[str]:
    return frozenset(index_terms(title, language))


def fits(plan: Plan, words: frozenset[str]) -> bool:
    """Whether these stems match an alternative of every entry of the plan."""
    return bool(plan.entries) and all(
        any(words.issuperset(alternative) for alternative in entry) for entry in plan.entries
    )


def categories(found: Found, *, market: str, language: str) -> list[dict]:
    """The categories whose name matches the query and that have products.

    One query, none if no name matches.
    """
    tree = category_tree(language)
    named = [node for node in tree.nodes.values() if fits(found.plan, _words(node.title, language))]
    if not named:
        return []
    filled = set(
        ListingCategory.objects.filter(
            category_id__in=[node.pk for node in named],
            listing__market=market,
            listing__language=language,
        )
        .values_list("category_id", flat=True)
        .distinct()
    )
    shown = [node for node in named if node.pk in filled][:MOST_CATEGORIES]
    return [{"label": node.title, "url": in_edition(node.path)} for node in shown]


def pages(keys: Sequence[int]) -> list[dict]:
    """Titles, URLs and summaries of pages, in this order. One query, and one per page type."""
    if not keys:
        return []
    rows = {
        page.pk: page for page in Page.objects.live().filter(pk__in=keys[:MOST_PAGES]).specific()
    }
    shown = [(rows[key], page_path(rows[key])) for key in keys if key in rows]
    return [
        {
            "title": page.title,
            "url": in_edition(path),
            "summary": Truncator(getattr(page, "summary", "")).chars(180),
        }
        for page, path in shown
        if path
    ]
