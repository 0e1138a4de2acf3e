"""The search page and its suggestions: they read nobody's session."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cms import chrome
from cms.throttle import over_limit
from commerce.catalogue.cards import cards
from commerce.catalogue.category_page import PER_PAGE, ListingRequest
from commerce.catalogue.paths import index_path
from commerce.catalogue.tree import category_tree
from commerce.listings.models import Listing
from markets.lookup import content_languages, language_of, variant_for_language
from markets.storefront_urls import in_variant, neutral

from . import results, suggestions
from .query import clean_query
from .reporting import count_search
from .selection import Search, listings_of

POPULAR = 4
# How many suggestions an address may ask for in a minute: some three a second.
SUGGESTIONS_A_MINUTE = 200
# Suggestions are the same for everybody; who types the same again is spared the way.
SUGGESTIONS_KEPT = 120


@require_safe
def search(request):
    """Whatever is typed gives a page: results, or a way on. Never indexed by search engines."""
    with chrome.held():
        return render(request, "search/search.html", _context(request))


@require_safe
def suggest(request):
    """What somebody who is typing may mean, as a part of the page."""
    market, language = request.market.code, language_of(request.variant)
    query = clean_query(request.GET.get("q", ""), language)
    context = {"query": query, "query_text": query.typed}
    if query and not over_limit(request, "suggest", SUGGESTIONS_A_MINUTE, seconds=60):
        with chrome.held():
            context |= suggestions.suggested(query, market=market, language=language)
    response = render(request, "search/suggestions.html", context)
    patch_cache_control(response, public=True, max_age=SUGGESTIONS_KEPT)
    return response


def _context(request) -> dict:
    market, language = request.market.code, language_of(request.variant)
    query = clean_query(request.GET.get("q", ""), language)
    request.storefront_robots = "noindex, follow"
    request.storefront_canonical = neutral(reverse("search"))
    request.storefront_alternates = {other: path_in(other) for other in content_languages()}
    asked = Search(market, language)
    found = asked.find(query)
    shown = results.Results.of(found, market=market, language=language)
    asked_of = ListingRequest.read(request.GET)
    if asked_of.page == 1:
        count_search(query, market=market, language=language, found=shown.total)
    paginator = Paginator(shown.products, PER_PAGE)
    page = paginator.get_page(asked_of.page) if shown.products else None
    context = {
        "query_text": query.typed,
        "is_empty": not query,
        "found": found,
        "count": len(shown.products),
        "count_text": count_text(len(shown.products)),
        "total": shown.total,
        "page": page,
        "cards": cards(listings_of(page.object_list, market=market, language=language))
        if page
        else [],
        "query": urlencode({"q": query.typed}) + "&",
        "bets": shown.bets if asked_of.page == 1 else [],
        "found_categories": results.categories(found, market=market, language=language),
        "found_pages": results.pages(found.pages),
        "pages_text": ngettext("%(count)d page", "%(count)d pages", len(found.pages))
        % {"count": len(found.pages)},
        "search_path": reverse("search"),
        "all_url": in_variant(index_path(language)),
    }
    if page:
        context["page_range"] = paginator.get_elided_page_range(page.number, on_ends=1)
    else:
        context["parts"] = [] if found.pages else asked.parts(found)
        context |= _ways_on(market, language)
    return context


def count_text(count: int) -> str:
    return ngettext("%(count)d product", "%(count)d products", count) % {"count": count}


def _ways_on(market: str, language: str) -> dict:
    """For who found nothing: the categories, and what the shop is proud of."""
    featured = Listing.objects.in_market(market, language).buyable().for_cards()
    tree = category_tree(language)
    return {
        "categories": [
            {"label": node.title, "url": in_variant(node.path)} for node in tree.children()
        ],
        "popular": cards(featured.order_by("-featured", "-launched_at", "-pk")[:POPULAR]),
    }


def path_in(language: str) -> str:
    """The neutral path of the search page in a language."""
    with translation.override(variant_for_language(language)):
        return neutral(reverse("search"))
