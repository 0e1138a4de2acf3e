"""The search page: reads the index and the listings, and nobody's session."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cms import chrome
from commerce.catalogue.cards import cards
from commerce.catalogue.category_page import PER_PAGE, ListingRequest
from commerce.catalogue.paths import index_path
from commerce.catalogue.tree import category_tree
from commerce.listings.models import Listing
from markets.lookup import content_languages, language_of, variant_for_language
from markets.storefront_urls import in_variant, neutral

from .selection import clean_query, listings_of, search_listings

POPULAR = 4


@require_safe
def search(request):
    """Whatever is typed gives a page: results, or a way on. Never indexed by search engines."""
    with chrome.held():
        return render(request, "search/search.html", _context(request))


def _context(request) -> dict:
    market, language = request.market.code, language_of(request.variant)
    query = clean_query(request.GET.get("q", ""), language)
    request.storefront_robots = "noindex, follow"
    request.storefront_canonical = neutral(reverse("search"))
    request.storefront_alternates = {other: path_in(other) for other in content_languages()}
    results = search_listings(query, market_code=market, language=language)
    paginator = Paginator(results, PER_PAGE)
    count = paginator.count if query.words else 0
    page = paginator.get_page(ListingRequest.read(request.GET).page) if count else None
    context = {
        "query_text": query.typed,
        "is_empty": not query.words,
        "count": count,
        "count_text": ngettext("%(count)d product", "%(count)d products", count) % {"count": count},
        "page": page,
        "cards": cards(listings_of(page.object_list)) if page else [],
        "query": urlencode({"q": query.typed}) + "&",
        "all_url": in_variant(index_path(language)),
    }
    if page:
        context["page_range"] = paginator.get_elided_page_range(page.number, on_ends=1)
    else:
        context |= _ways_on(market, language)
    return context


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
