"""The data of a category page (or the page of all products): filtered, sorted and paginated."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.images import get_image_model

from cms.page_cache import cached, freshness
from cms.templatetags.cms import PLACES, picture
from commerce.arrangement.ordering import arranged, themed_options
from commerce.copy.models import CategoryCopy
from commerce.copy.options import option_names
from commerce.copy.paths import index_path
from commerce.copy.tree import CategoryNode, CategoryTree
from commerce.listings.facet_index import FacetIndex
from commerce.listings.models import PER_PAGE, Listing
from commerce.listings.tags import list_tag
from commerce.media.models import CategoryPhoto
from markets.lookup import language_of, market_of

from .filters import FilterColumn
from .shown_variant import WantedVariant

# {code: label}; the first is the default (``assortment.SORTS``).
SORTS = {
    "featured": pgettext_lazy("a way to sort", "Featured"),
    "new": _("Newest"),
    "category": _("By category"),
    "price": _("Price, low to high"),
    "-price": _("Price, high to low"),
    "discount": _("Biggest discount"),
    "-discount": _("Smallest discount"),
    "name": _("Name, A to Z"),
}
DEFAULT_SORT = next(iter(SORTS))

# The rendition of the picture beside the heading (``{% picture %}``).
PHOTO_PLACE = "poster"
# Bytes that a category's summary takes in the cache, estimated.
SUMMARY_SIZE = 16 * 1024


@dataclass(frozen=True)
class ListingRequest:
    """The validated parameters of a request for a list. ``page`` may be beyond the last one."""

    sort: str
    page: int

    @classmethod
    def read(cls, params) -> "ListingRequest":
        sort, page = params.get("sort", ""), params.get("page", "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
        return cls(sort=sort if sort in SORTS else DEFAULT_SORT, page=max(number, 1))


@dataclass(frozen=True)
class CategorySummary:
    """The texts and picture above a category's products. ``words`` may be a draft; ``photo`` is as
    ``{% picture %}`` returns it, or None."""

    words: CategoryCopy | None = None
    photo: dict | None = None


def find_summary(node: CategoryNode, market: str) -> CategorySummary:
    """The published one, cached until something of it changes in the market."""

    def read() -> CategorySummary:
        words = CategoryCopy.objects.live().filter(
            category_id=node.pk, locale__language_code=node.language
        )
        return CategorySummary(words.select_related("locale").first(), find_photo(node))

    key = ("category", node.pk, node.language)
    # No tags of its own: a change of words or pictures invalidates the whole cache.
    return cached(market, key, read, size=lambda _summary: SUMMARY_SIZE, depends_on=())


def find_photo(node: CategoryNode) -> dict | None:
    """The category's picture in the sizes of its place. Two queries."""
    chosen = CategoryPhoto.objects.filter(category_id=node.pk).values("image_id")
    specs = [f"{size}|format-webp" for size in PLACES[PHOTO_PLACE]]
    images = get_image_model().objects.prefetch_renditions(*specs)
    return picture(images.filter(pk__in=chosen).first(), PHOTO_PLACE)


class ListingPage:
    """One page of the products of a category in an edition, filtered and sorted."""

    def __init__(
        self, tree: CategoryTree, node: CategoryNode | None, edition: str, params: QueryDict
    ):
        self.tree, self.node, self.edition = tree, node, edition
        self.asked = ListingRequest.read(params)
        self.market, self.language = market_of(edition).code, language_of(edition)
        self.filters = FilterColumn(
            params,
            edition=edition,
            tree=tree,
            node=node,
            path=self.path(1),
            scope_of=self._scope,
            keep={"sort": self.asked.sort if self.asked.sort != DEFAULT_SORT else ""},
        )
        self.count = self.filters.count
        self.paginator = Paginator(range(self.count), PER_PAGE)
        last = self.paginator.num_pages
        self.is_beyond = self.count > 0 and self.asked.page > last
        self.page: Page = self.paginator.page(self.asked.page if self.asked.page <= last else 1)
        shown = self.page.object_list if self.asked.page <= last else range(0)
        # The variant that cards show: by the filters, else by the themed day.
        self.wanted: WantedVariant = self.filters.wanted
        # The title of the themed day that arranges the list, "" without one.
        self.theme_title = ""
        # Primary keys of the listings on this page, in order.
        self.keys: list[int] = self._keys(shown.start, shown.stop)

    def _scope(self, index: FacetIndex) -> int:
        return index.in_category(self.node.pk) if self.node else index.everything

    def _keys(self, start: int, stop: int) -> list[int]:
        if start >= stop:
            return []
        is_plain = not self.filters.is_filtered and self.asked.sort == DEFAULT_SORT
        if is_plain:
            depends_on = list_tag(self.market, self.node.pk if self.node else None)
            with freshness.depends_only_on(depends_on):
                keys = self._arranged(start, stop, depends_on)
            if keys:
                return keys
        return list(self.filters.sorted(self.asked.sort)[start:stop])

    def _arranged(self, start: int, stop: int, depends_on: str) -> list[int]:
        """The order of the merchandiser or of a themed day; [] where there is none."""
        category = self.node.pk if self.node else None
        listings = Listing.objects.in_market(self.market, self.language)
        if category:
            listings = listings.in_category(category)
        arrangement = arranged(listings, market=self.market, category=category, per_page=PER_PAGE)
        if not arrangement.theme and not arrangement.has_places:
            return []
        if arrangement.theme:
            self.theme_title = arrangement.theme.title_in(self.language)
            names = option_names(self.language)
            self.wanted = WantedVariant.of(names.by_facet(themed_options(arrangement.theme)))
        theme = arrangement.theme.pk if arrangement.theme else None
        key = ("arranged", self.language, category, theme, start, stop)

        def read() -> list[int]:
            with freshness.depends_only_on(depends_on):
                return arrangement.keys(start, stop)

        return cached(
            self.market, key, read, size=lambda keys: 8 * len(keys), depends_on=[depends_on]
        )

    @property
    def page_range(self):
        return self.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)

    def subcategories(self) -> list[CategoryNode]:
        """Direct subcategories in which something is sold here."""
        index = self.filters.index
        children = self.tree.children(self.node.pk if self.node else None)
        return [child for child in children if index.in_category(child.pk)]

    def sold_in(self) -> list[str]:
        """The markets that sell anything of the category. One query."""
        rows = Listing.objects.all()
        if self.node is not None:
            rows = rows.in_category(self.node.pk)
        return list(rows.order_by("market").values_list("market", flat=True).distinct())

    @property
    def sort_options(self) -> list[dict]:
        return [
            {"value": code, "label": label, "current": code == self.asked.sort}
            for code, label in SORTS.items()
        ]

    def path(self, number: int) -> str:
        """The neutral path of one page of the list in its default order, for search engines."""
        base = self.node.path if self.node else index_path(self.language)
        return f"{base}?page={number}" if number > 1 else base
