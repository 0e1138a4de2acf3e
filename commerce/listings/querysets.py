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
    """Whatever is drawn with these rows depends on all of them, unless its reader says on which
    (``freshness.depends_only_on``): who forgets it is drawn anew too often, and never shows old
    rows.
    """

    def get_queryset(self):
        freshness.depends_on(ALL_LISTINGS)
        return super().get_queryset()
