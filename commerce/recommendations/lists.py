"""Automatic product lists: new products, best sellers and trending products."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from cms.page_cache import freshness
from commerce.arrangement import plan
from commerce.labels.models import Newness
from commerce.labels.presentation import policy
from commerce.listings.facet_index import FacetIndex
from commerce.listings.facet_memory import facet_index
from commerce.listings.models import NOT_ARRANGED, ListingCategory
from markets.days import end, today
from markets.lookup import get_market

from .models import WINDOW_DAYS, DailySales
from .tags import ranking_tag

# The most products of a ranking.
LONGEST_RANKING = 96
# The longest time that a page with a ranking is cached: rankings change with every sale.
TRUE_FOR = timedelta(hours=1)


def new_listings(index: FacetIndex, market: str) -> int:
    """The new products of a market, as a set of its facet index. One query."""
    country = get_market(market)
    now = timezone.now()
    day = today(country, now)
    freshness.expires_at(end(day, country))
    since = now - timedelta(days=policy(market).new_days)
    # A product's own last day as new is used instead of the policy's, earlier or later.
    dated = Newness.objects.filter(Q(until__gte=day) | Q(product__date_created__gt=since))
    own = dict(dated.values_list("product_id", "until"))
    still = index.of_products(pk for pk, until in own.items() if until >= day)
    by_policy = index.launched(by=now, after=since) & ~index.of_products(own)
    return by_policy | (index.launched(by=now) & still)


def category_listings(
    index: FacetIndex, category: int, scope: int, *, market: str, language: str
) -> list[int]:
    """Primary keys of a category's listings within a set of the facet index, in catalogue order.

    First those with a place in the category, then by the order of the whole catalogue. One query
    if the category is arranged."""
    left = index.in_category(category) & scope
    if (market, category) not in plan.current().arranged:
        return list(index.listings(left, "featured"))
    places = ListingCategory.objects.filter(
        category=category,
        listing__market=market,
        listing__language=language,
        catalogue_page__lt=NOT_ARRANGED,
    ).order_by("catalogue_page", "catalogue_sequence", "listing_id")
    placed = list(places.values_list("listing__product_id", flat=True))
    rest = index.listings(left & ~index.of_products(placed), "featured")
    return [*index.listings_of(placed, left), *rest]


def ranked_ids(kind: str, market: str, *, days: int = WINDOW_DAYS, most: int) -> list[int]:
    """Product ids of the ranking ``best`` or ``rising`` in a market, in order. One query."""
    freshness.depends_on(ranking_tag(kind, market, days=days, places=most))
    return _ranked_ids(kind, market, days=days, most=most)


def _ranked_ids(kind: str, market: str, *, days: int, most: int) -> list[int]:
    country = get_market(market)
    now = timezone.now()
    day = today(country, now)
    freshness.expires_at(min(end(day, country), now + TRUE_FOR))
    rank = DailySales.objects.rising if kind == "rising" else DailySales.objects.best_sellers
    rows = rank(market=market, today=day, days=days)
    return list(rows.values_list("product_id", flat=True)[:most])


def ranked_listings(
    kind: str, market: str, language: str, *, days: int = WINDOW_DAYS, most: int
) -> list[int]:
    """Primary keys of the listings of the ranking ``best`` or ``rising``, in order. One query.

    Products that are not sold any more are left out, and others move up.
    """
    ids = _ranked_ids(kind, market, days=days, most=most + 12)
    # Needed to know which are sold here. No tags: withdrawing a product invalidates everything.
    index = facet_index(market, language, depends_on=())
    shown = [pk for pk in ids if pk in index][:most]
    # The page depends on the first places of the ranking, as many as it had to read.
    places = ids.index(shown[-1]) + 1 if len(shown) == most else most + 12
    freshness.depends_on(ranking_tag(kind, market, days=days, places=places))
    return index.listings_of(shown, index.everything)
