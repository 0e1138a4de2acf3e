"""Pages of new products, best sellers and offers. They read no session and no user."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from cms.page_cache.versioned import pinned_version
from commerce.catalogue import structured_data
from commerce.catalogue.cards import render_cards
from commerce.catalogue.views import framed
from commerce.copy.paths import index_path
from commerce.listings.facet_memory import facet_index
from commerce.listings.models import PER_PAGE
from commerce.recommendations.lists import (
    LONGEST_RANKING,
    new_listings,
    ranked_listings,
)
from markets.lookup import content_languages, language_of
from markets.storefront_urls import canonical, in_edition, neutral, path_of

from .live_offers import live_offers
from .pages import LISTS


@framed
def new_products(request):
    market, language = request.market.code, language_of(request.edition)
    index = facet_index(market, language)
    keys = index.listings(new_listings(index, market), "new")
    return _list(request, "new-products", keys)


@framed
def best_sellers(request):
    return _ranking(request, "best-sellers", "best")


@framed
def rising(request):
    return _ranking(request, "rising", "rising")


def _ranking(request, name: str, kind: str):
    market, language = request.market.code, language_of(request.edition)
    keys = ranked_listings(kind, market, language, most=LONGEST_RANKING)
    return _list(request, name, keys)


def _list(request, name: str, keys: Sequence[int]):
    language = language_of(request.edition)
    paginator = Paginator(keys, PER_PAGE)
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    is_beyond = number > paginator.num_pages
    page = paginator.page(1 if is_beyond else max(number, 1))
    cards = render_cards([] if is_beyond else page.object_list, heading="h2")
    title, lead = LISTS[name]
    path = path_of(name, language)
    crumbs = [(_("Home"), "/"), (str(title), path)]
    request.storefront_alternates = {other: path_of(name, other) for other in content_languages()}
    request.storefront_breadcrumb = crumbs
    if page.number > 1:
        request.storefront_canonical = f"{path}?page={page.number}"
    if is_beyond or not cards:
        request.storefront_robots = "noindex, follow"
    count = paginator.count

    def address(other: int) -> str:
        return canonical(f"{path}?page={other}" if other > 1 else path)

    context = {
        "title": title,
        "lead": lead,
        "breadcrumb": [{"label": label, "url": in_edition(to)} for label, to in crumbs],
        "lists": [
            {
                "label": other_title,
                "url": in_edition(path_of(other, language)),
                "current": other == name,
            }
            for other, (other_title, _lead) in LISTS.items()
        ],
        "cards": cards,
        "count_text": ngettext("%(count)d product", "%(count)d products", count) % {"count": count},
        "is_beyond": is_beyond,
        "page": page,
        "page_range": paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1),
        "query": "",
        "previous_url": address(page.number - 1) if page.has_previous() else "",
        "next_url": address(page.number + 1) if page.has_next() else "",
        "last_page_url": f"?page={paginator.num_pages}",
        "all_url": in_edition(index_path(language)),
        "item_list": structured_data.list_data(
            cards, edition=request.edition, first=page.start_index() if cards else 1
        ),
        "crumb_data": structured_data.breadcrumb_data(crumbs, request.edition),
    }
    return render(request, "product_lists/list.html", context, status=404 if is_beyond else 200)


@require_safe
def offers(request):
    with pinned_version():
        request.storefront_canonical = neutral(reverse("offers"))
        request.storefront_alternates = {
            other: path_of("offers", other) for other in content_languages()
        }
        context = {"offers": live_offers(request.edition)}
        return render(request, "product_lists/offers.html", context)
