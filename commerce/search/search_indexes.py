"""What haystack indexes: one document for each listing, which is a product as sold somewhere."""

from haystack import indexes

from commerce.listings.models import Listing


class ListingIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    language = indexes.CharField(model_attr="language")
    market = indexes.CharField(model_attr="market")

    def get_model(self):
        return Listing

    def index_queryset(self, using=None):
        return Listing.objects.only("search_text", "language", "market").order_by("pk")

    def prepare_text(self, listing) -> str:
        # The title stands at the front of the folded text; twice, it weighs twice.
        title = listing.search_text.split(" | ", 1)[0]
        return f"{title} | {listing.search_text}"
