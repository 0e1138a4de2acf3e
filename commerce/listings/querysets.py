from django.db import models


class ListingQuerySet(models.QuerySet):
    """Reads of the storefront's product rows."""

    def in_market(self, market_code: str, language: str):
        return self.filter(market=market_code, language=language)

    def in_category(self, category_id: int):
        """In the category or anywhere below it."""
        return self.filter(in_categories__category_id=category_id)

    def for_cards(self):
        """Without the columns that no card shows, which are most of a row's bytes."""
        return self.defer("gallery", "facets", "search_text", "complements", "related")

    def buyable(self):
        return self.exclude(stock="out")
