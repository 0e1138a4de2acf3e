"""Views of the search page and of suggestions. They never read the session, to be cacheable."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cms.page_cache.versioned import pinned_version
from cms.web.throttle import over_limit
from commerce.catalogue.cards import render_cards
from commerce.copy.paths import index_path
from commerce.product_lists.continue_shopping import continue_shopping
from markets.lookup import content_languages, language_of
from markets.storefront_urls import in_edition, neutral, path_of

from . import results, suggestions
from .listing import SearchListing
from .query import clean_query
from .reporting import count_search
from .selection import Search

# Rate limit: requests for suggestions per IP address and minute.
SUGGESTIONS_A_MINUTE = 200
# Seconds that browsers cache suggestions, which are the same for everybody.
SUGGESTIONS_KEPT = 120


@require_safe
def search(request):
    """The results page; without results it has links to continue. Marked noindex."""
    with pinned_version():
        return render(request, "search/search.html", _context(request))


@require_safe
def suggest(request):
    """Suggestions while typing, as an HTML fragment."""
    market, language = request.market.code, language_of(request.edition)
    query = clean_query(request.GET.get("q", ""), language)
    context = {"query": query, "query_text": query.typed}
    is_refused = over_limit(request, "suggest", SUGGESTIONS_A_MINUTE, seconds=60)
    if query and not is_refused:
        with pinned_version():
            context |= suggestions.suggested(query, market=market, language=language)
    response = render(request, "search/suggestions.html", context)
    if is_refused:
        add_never_cache_headers(response)
    else:
        patch_cache_control(response, public=True, max_age=SUGGESTIONS_KEPT)
    return response


def _context(request) -> dict:
    market, language = request.market.code, language_of(request.edition)
    query = clean_query(request.GET.get("q", ""), language)
    request.storefront_robots = "noindex, follow"
    request.storefront_canonical = neutral(reverse("search"))
    request.storefront_alternates = {
        other: path_of("search", other) for other in content_languages()
    }
    asked = Search(market, language)
    found = asked.find(query)
    chosen = results.Chosen.of(found, market=market, language=language)
    listing = SearchListing(
        chosen.before(found.products),
        typed=query.typed,
        edition=request.edition,
        params=request.GET,
    )
    total = listing.total + len(found.pages)
    if listing.is_first_look:
        count_search(
            query, market=market, language=language, found=0 if found.is_partial else total
        )
    context = {
        "query_text": query.typed,
        "is_empty": not query,
        "found": found,
        "listing": listing,
        "count": listing.total,
        "count_text": listing.filters.count_text,
        "total": total,
        "page": listing.page,
        "page_range": listing.page_range,
        "cards": render_cards(listing.keys, heading="h3", wanted=listing.filters.wanted),
        "query": listing.filters.query,
        "bets": chosen.links if listing.is_first_look else [],
        "found_categories": results.categories(found, market=market, language=language),
        "found_pages": results.pages(found.pages),
        "pages_text": ngettext("%(count)d page", "%(count)d pages", len(found.pages))
        % {"count": len(found.pages)},
        "search_path": reverse("search"),
        "all_url": in_edition(index_path(language)),
    }
    if not listing.total or found.is_partial:
        context["parts"] = [] if found.pages else asked.parts(found)
    if not listing.total:
        context |= continue_shopping(market, language)
    return context
