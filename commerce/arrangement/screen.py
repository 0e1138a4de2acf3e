"""The data of the arranging screen: one page of a product list, now or on a chosen day."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.db.models import Q
from oscar.core.loading import get_model

from commerce.backoffice.categories import category_tree, reader_language
from commerce.labels.building import LabelRules, ManualLabels
from commerce.labels.kinds import Facts
from commerce.listings.models import PER_PAGE, Listing, ListingCategory
from markets.finding import matches
from markets.lookup import all_markets, get_market, language_of
from markets.money import format_money
from markets.registry import Market

from . import plan, services
from .ordering import arranged, catalogue_order, themed_rows

Category = get_model("catalogue", "Category")
ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")

MOST_FOUND = 24


@dataclass
class ListQuery:
    """The list, page, search text and day (None: the catalogue order) of the screen."""

    market: Market
    category: object | None = None
    page: int = 1
    day: date | None = None
    words: str = ""

    @classmethod
    def read(cls, params) -> "ListQuery":
        """Parse a query string; invalid values are replaced by defaults."""
        codes = {market.code: market for market in all_markets()}
        market = codes.get(params.get("market", ""), all_markets()[0])
        pk, page = params.get("category", ""), params.get("page", "")
        category = None
        if pk.isascii() and pk.isdigit() and len(pk) < 10:
            category = Category.objects.filter(pk=pk).first()
        try:
            day = date.fromisoformat(params.get("day", ""))
        except ValueError:
            day = None
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 5 else 1
        words = params.get("q", "").replace("\0", "").strip()[:100]
        return cls(market, category, max(number, 1), day, words)

    @property
    def language(self) -> str:
        return language_of(self.market.edition(reader_language()))


@dataclass
class Tile:
    """A product on the screen. ``place``: its fixed (page, sequence), or None."""

    listing: Listing
    number: int | None
    place: tuple[int, int] | None
    is_themed: bool = False
    is_mistaken: bool = False
    labels: list[dict] = field(default_factory=list)

    @property
    def price(self) -> str:
        return format_money(self.listing.price, self.listing.currency)

    @property
    def picture(self) -> dict | None:
        return self.listing.images[0] if self.listing.images else None


class Screen:
    """The context of the screen. About a dozen queries."""

    def __init__(self, asked: ListQuery):
        self.asked = asked
        self.order = services.order_of(market=asked.market.code, category=asked.category)
        here = Listing.objects.in_market(asked.market.code, asked.language)
        if asked.category is not None:
            here = here.in_category(asked.category.pk)
        self.listings = here
        self.theme = None
        list_of = {
            "market": asked.market.code,
            "category": asked.category.pk if asked.category else None,
            "per_page": PER_PAGE,
        }
        if asked.day:
            self.theme = plan.current().theme(asked.market.code, asked.day)
            rows = arranged(here, day=asked.day, **list_of)
        else:
            rows = catalogue_order(here, **list_of)
        self.page = Paginator(rows, PER_PAGE).get_page(asked.page)
        self.places = {}
        if self.order.pk:
            self.places = {
                entry.product_id: (entry.page, entry.sequence)
                for entry in self.order.entries.order_by()
            }
        first = self.page.start_index() if self.page.paginator.count else 1
        self.tiles = self._tiles(list(self.page.object_list), first=first)

    @property
    def revision(self) -> int:
        return self.order.revision

    @property
    def can_be_arranged(self) -> bool:
        return self.asked.day is None

    def found(self) -> list[Tile]:
        """Products of the list that match the search, without those on this page."""
        words = self.asked.words
        if not words:
            return []
        shown = [tile.listing.product_id for tile in self.tiles]
        rows = self.listings.exclude(product_id__in=shown).for_cards()
        rows = rows.filter(matches(Listing, words, ("title", "sku")))
        return self._tiles(list(rows.order_by("title", "pk")[:MOST_FOUND]), first=None)

    def choices(self) -> list[tuple[str, str]]:
        return [(str(branch.category.pk), branch.label) for branch in category_tree()]

    def _tiles(self, rows: list[Listing], *, first: int | None) -> list[Tile]:
        themed = set()
        if self.theme is not None:
            ahead = Listing.objects.filter(themed_rows(self.theme), pk__in=[r.pk for r in rows])
            themed = set(ahead.values_list("pk", flat=True))
        labels = labels_at(rows, self.asked.day) if self.asked.day else {}
        return [
            Tile(
                listing=row,
                number=None if first is None else first + index,
                place=self.places.get(row.product_id),
                is_themed=row.pk in themed,
                labels=labels.get(row.pk, row.labels),
            )
            for index, row in enumerate(rows)
        ]


def labels_at(rows: list[Listing], day: date) -> dict[int, list[dict]]:
    """The labels of listings at noon of a day, at today's prices."""
    ids = {row.product_id for row in rows}
    rules, manual = LabelRules.read(), ManualLabels.read(ids)
    categories: dict[int, set[int]] = {}
    for listing_id, category in ListingCategory.objects.filter(
        listing__in=[row.pk for row in rows]
    ).values_list("listing_id", "category_id"):
        categories.setdefault(listing_id, set()).add(category)
    options: dict[int, set[int]] = {}
    for product_id, parent_id, option in ProductAttributeValue.objects.filter(
        Q(product__in=ids) | Q(product__parent__in=ids), value_option__isnull=False
    ).values_list("product_id", "product__parent_id", "value_option_id"):
        options.setdefault(parent_id or product_id, set()).add(option)
    found = {}
    for row in rows:
        noon = datetime.combine(day, time(12), ZoneInfo(get_market(row.market).time_zone))
        facts = Facts(
            product_id=row.product_id,
            price=row.price,
            discount=row.discount,
            launched_at=row.launched_at,
            categories=frozenset(categories.get(row.pk, ())),
            options=frozenset(options.get(row.product_id, ())),
        )
        found[row.pk] = rules.labels(
            facts, manual, market=row.market, language=row.language, at=noon
        )
    return found
