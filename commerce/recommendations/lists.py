"""Lists that nobody arranges: new products and best sellers, as pages and for carousels."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms import freshness
from commerce.labels.models import Newness
from commerce.labels.presentation import policy
from commerce.listings.facet_memory import facet_index
from markets.days import end, today
from markets.lookup import get_market, variant_for_language
from markets.storefront_urls import neutral

from .models import DailySales
from .services import WINDOW_DAYS

# {name of the address: (title, lead)}
LISTS = {
    "new-products": (
        pgettext_lazy("a list of products", "New"),
        _("What came into the shop most recently."),
    ),
    "best-sellers": (
        _("Best sellers"),
        _("What people here have taken home most in the last 30 days."),
    ),
}
# A ranking says nothing about the hundredth.
LONGEST_RANKING = 96
# How long a page with numbers that move with every sale is kept at most.
TRUE_FOR = timedelta(hours=1)


def list_path(name: str, language: str) -> str:
    """The neutral path of a list in a language: ``/mas-vendidos/``."""
    with translation.override(variant_for_language(language)):
        return neutral(reverse(name))


def new_listings(market: str, language: str) -> int:
    """What a market calls new, as a set of its index. One query."""
    country = get_market(market)
    now = timezone.now()
    day = today(country, now)
    freshness.until(end(day, country))
    index = facet_index(market, language)
    own = dict(Newness.objects.values_list("product_id", "until"))
    by_policy = index.launched(by=now, after=now - timedelta(days=policy(market).new_days))
    still = index.of_products(pk for pk, until in own.items() if until >= day)
    return (by_policy & ~index.of_products(own)) | (index.launched(by=now) & still)


def ranked_ids(kind: str, market: str, *, days: int = WINDOW_DAYS, most: int) -> list[int]:
    """Product ids of ``best`` or ``rising`` in a market, the first one first. One query."""
    country = get_market(market)
    now = timezone.now()
    day = today(country, now)
    freshness.until(min(end(day, country), now + TRUE_FOR))
    rank = DailySales.objects.rising if kind == "rising" else DailySales.objects.best_sellers
    rows = rank(market=market, today=day, days=days)
    return list(rows.values_list("product_id", flat=True)[:most])


def ranked_listings(
    kind: str, market: str, language: str, *, days: int = WINDOW_DAYS, most: int
) -> list[int]:
    """Primary keys of the listings of ``best`` or ``rising``, in order. One query.

    What has been withdrawn since is left out, and others move up.
    """
    ids = ranked_ids(kind, market, days=days, most=most + 12)
    index = facet_index(market, language)
    return index.listings_of(ids, index.everything)[:most]
