"""Haystack's search indexes: products, and the pages of the site.

A product that several markets sell in one language with the same texts is one document with
several markets, made from the listing with the lowest key.
"""

from django.db.models import Exists, OuterRef
from haystack import indexes
from wagtail.models import Page

from commerce.listings.models import Listing
from markets.lookup import all_markets

from .analysis import index_terms
from .pages import SearchablePage, searchable_pages

# Added to the rank of featured products: more than the minutes since 1970, within 32 bits.
FEATURED = 10**9


class ListingIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    title = indexes.CharField()
    language = indexes.CharField(model_attr="language")
    market = indexes.MultiValueField()
    # The product's id: the shop finds its listing by market and language.
    subject = indexes.IntegerField(model_attr="product_id")
    # Tie-breaker between equal scores, higher first: featured products, then new ones.
    rank = indexes.IntegerField()

    def get_model(self):
        return Listing

    def index_queryset(self, using=None):
        """The listings that become documents, with the markets of all that have the same texts."""
        alike = Listing.objects.filter(
            product_id=OuterRef("product_id"),
            language=OuterRef("language"),
            search_text=OuterRef("search_text"),
        )
        return (
            Listing.objects.filter(~Exists(alike.filter(pk__lt=OuterRef("pk"))))
            .annotate(
                **{
                    f"sold_in_{market.code}": Exists(alike.filter(market=market.code))
                    for market in all_markets()
                }
            )
            .only("search_text", "language", "product_id", "featured", "launched_at")
            .order_by("pk")
        )

    def prepare(self, listing):
        data = super().prepare(listing)
        data["text"] = " ".join(index_terms(listing.search_text, listing.language))
        # The folded text begins with the title.
        title = listing.search_text.split(" | ", 1)[0]
        data["title"] = " ".join(index_terms(title, listing.language))
        return data

    def prepare_text(self, listing):
        return ""

    prepare_title = prepare_text

    def prepare_rank(self, listing) -> int:
        minutes = int(listing.launched_at.timestamp()) // 60
        return minutes + (FEATURED if listing.featured else 0)

    def prepare_market(self, listing) -> list[str]:
        return [
            market.code for market in all_markets() if getattr(listing, f"sold_in_{market.code}")
        ]


class PageIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    title = indexes.CharField()
    language = indexes.CharField()
    market = indexes.MultiValueField()
    subject = indexes.IntegerField(model_attr="pk")
    rank = indexes.IntegerField()

    def get_model(self):
        return Page

    def index_queryset(self, using=None):
        return searchable_pages()

    def prepare(self, page):
        self.words = SearchablePage.of(page)
        return super().prepare(page)

    def prepare_text(self, page) -> str:
        return " ".join(index_terms(self.words.text, self.words.language))

    def prepare_title(self, page) -> str:
        return " ".join(index_terms(self.words.title, self.words.language))

    def prepare_rank(self, page) -> int:
        return 0

    def prepare_language(self, page) -> str:
        return self.words.language

    def prepare_market(self, page) -> list[str]:
        return list(self.words.markets)
