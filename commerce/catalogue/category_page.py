"""What a category page (or the page of all products) shows: some four queries."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail.images import get_image_model

from cms.templatetags.cms import PLACES
from commerce.listings.models import Listing, ListingCategory
from commerce.media.models import CategoryPhoto
from markets.lookup import language_of, market_of

from .tree import CategoryNode, CategoryTree

PER_PAGE = 24

# {code: (label, order)}; the first is the default. Names are sorted by the folded title, which
# `search_text` begins with: "Árnica" stands under A. The primary key makes every order stable.
SORTS = {
    "featured": (pgettext_lazy("a way to sort", "Featured"), ("-featured", "-launched_at")),
    "new": (_("Newest"), ("-launched_at",)),
    "price": (_("Price, low to high"), ("price",)),
    "-price": (_("Price, high to low"), ("-price",)),
    "discount": (_("Biggest discount"), ("-discount",)),
    "name": (_("Name, A to Z"), ("search_text",)),
}
DEFAULT_SORT = next(iter(SORTS))

# What the picture beside the heading is drawn as (``{% picture %}``).
PHOTO_PLACE = "poster"


@dataclass(frozen=True)
class ListingRequest:
    """What a visitor asked of a listing, made sane. ``page`` may still be beyond the last."""

    sort: str
    page: int

    @classmethod
    def read(cls, params) -> "ListingRequest":
        sort, page = params.get("sort", ""), params.get("page", "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 7 else 1
        return cls(sort=sort if sort in SORTS else DEFAULT_SORT, page=max(number, 1))

    @property
    def query(self) -> str:
        """The rest of the query string beside ``page``, ending in "&" when not empty."""
        return f"sort={self.sort}&" if self.sort != DEFAULT_SORT else ""


class ListingPage:
    """The products of a category in a variant, one page of them."""

    def __init__(
        self, tree: CategoryTree, node: CategoryNode | None, variant: str, asked: ListingRequest
    ):
        self.tree, self.node, self.variant, self.asked = tree, node, variant, asked
        self.market, self.language = market_of(variant).code, language_of(variant)
        listings = Listing.objects.in_market(self.market, self.language)
        if node is not None:
            listings = listings.in_category(node.pk)
        _label, order = SORTS[asked.sort]
        self.paginator = Paginator(listings.for_cards().order_by(*order, "-pk"), PER_PAGE)
        self.count = self.paginator.count
        self.is_beyond = asked.page > self.paginator.num_pages
        self.page: Page = self.paginator.page(1 if self.is_beyond else asked.page)
        self.listings = [] if self.is_beyond else list(self.page.object_list)

    @property
    def page_range(self):
        return self.paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)

    def subcategories(self) -> list[CategoryNode]:
        """Direct subcategories in which something is sold here. One query, none without any."""
        children = self.tree.children(self.node.pk if self.node else None)
        if not children:
            return []
        filled = set(
            ListingCategory.objects.filter(
                category_id__in=[child.pk for child in children],
                listing__market=self.market,
                listing__language=self.language,
            )
            .values_list("category_id", flat=True)
            .distinct()
        )
        return [child for child in children if child.pk in filled]

    def photo(self):
        """The category's picture with its renditions, for the first page; or None. Two queries."""
        if self.node is None or self.asked.page > 1:
            return None
        chosen = CategoryPhoto.objects.filter(category_id=self.node.pk).values("image_id")
        specs = [f"{size}|format-webp" for size in PLACES[PHOTO_PLACE]]
        images = get_image_model().objects.prefetch_renditions(*specs)
        return images.filter(pk__in=chosen).first()

    def sold_in(self) -> list[str]:
        """The markets that sell anything of the category. One query."""
        rows = Listing.objects.all()
        if self.node is not None:
            rows = rows.in_category(self.node.pk)
        return list(rows.order_by("market").values_list("market", flat=True).distinct())

    @property
    def count_text(self) -> str:
        return ngettext("%(count)d product", "%(count)d products", self.count) % {
            "count": self.count
        }

    @property
    def sort_options(self) -> list[dict]:
        return [
            {"value": code, "label": label, "current": code == self.asked.sort}
            for code, (label, _order) in SORTS.items()
        ]

    def path(self, number: int) -> str:
        """The neutral path of one page of the listing, unsorted: what search engines know."""
        from .paths import index_path

        base = self.node.path if self.node else index_path(self.language)
        return f"{base}?page={number}" if number > 1 else base
