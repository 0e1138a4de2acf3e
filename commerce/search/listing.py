"""The results of a search: filtered like a category page, sorted and paginated."""

from collections.abc import Sequence
from functools import partial

from django.core.paginator import Paginator
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commerce.catalogue.category_page import SORTS, ListingRequest
from commerce.catalogue.filters import FilterColumn
from commerce.copy.tree import category_tree
from commerce.listings.facet_index import FacetIndex
from commerce.listings.models import PER_PAGE
from markets.lookup import language_of
from markets.storefront_urls import neutral

# The default sort order of a search, before those of category pages.
RELEVANCE = "relevance"
# Sort orders that only exist on category pages.
NOT_OF_A_SEARCH = {"featured", "category"}


def _scope(products: Sequence[int], index: FacetIndex) -> int:
    """The found products as a set of the facet index."""
    if hasattr(products, "places"):
        return index.at(products.places(index.position))
    return index.of_products(products)


class SearchListing:
    """One page of the filtered results of a search."""

    def __init__(self, products: Sequence[int], *, typed: str, edition: str, params: QueryDict):
        asked = ListingRequest.read(params)
        wanted = params.get("sort", "")
        known = wanted in SORTS and wanted not in NOT_OF_A_SEARCH
        self.sort = wanted if known else RELEVANCE
        self.filters = FilterColumn(
            params,
            edition=edition,
            tree=category_tree(language_of(edition)),
            scope_of=partial(_scope, products),
            path=neutral(reverse("search")),
            keep={"q": typed, "sort": self.sort if known else ""},
        )
        keys = self.filters.sorted(self.sort) if known else self.filters.ordered(products)
        self.count = len(keys)
        self.page = Paginator(keys, PER_PAGE).get_page(asked.page)
        self.keys = list(self.page.object_list)

    @property
    def total(self) -> int:
        """The number of results before filtering."""
        return self.filters.total

    @property
    def is_first_look(self) -> bool:
        """Whether this is the first page, without filters."""
        return self.page.number == 1 and not self.filters.is_filtered

    @property
    def page_range(self):
        return self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=2, on_ends=1
        )

    @property
    def sort_options(self) -> list[dict]:
        sorts = {RELEVANCE: _("Best match"), **SORTS}
        return [
            {"value": code, "label": label, "current": code == self.sort}
            for code, label in sorts.items()
            if code not in NOT_OF_A_SEARCH
        ]
