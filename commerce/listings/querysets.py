from django.db import models

from cms.page_cache import freshness

from .tags import ALL_LISTINGS

# Columns that no card shows, which are most of a row's bytes.
NOT_ON_CARDS = ("gallery", "facets", "search_text", "complements", "related")


class ListingQuerySet(models.QuerySet):
    """Reads of the storefront's product rows."""

    def in_market(self, market_code: str, language: str):
        return self.filter(market=market_code, language=language)

    def in_category(self, category_id: int):
        """In the category or anywhere below it."""
        return self.filter(in_categories__category_id=category_id)

    def for_cards(self):
        """Without the columns that no card shows."""
        return self.defer(*NOT_ON_CARDS)

    def buyable(self):
        return self.exclude(stock="out")


class ListingManager(models.Manager.from_queryset(ListingQuerySet)):
    """Reading listings makes the page depend on all listings, unless the reader gives exact tags
    (``freshness.depends_only_on``). Forgetting that costs renderings and never shows old rows.
    """

    def get_queryset(self):
        freshness.depends_on(ALL_LISTINGS)
        return super().get_queryset()
