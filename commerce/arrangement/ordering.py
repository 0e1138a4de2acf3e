"""The default order of a listing: a themed day's products, then what has its place, then the flow.

``arranged()`` stands where a paginator wants a queryset.
"""

from datetime import date, datetime

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from oscar.core.loading import get_model

from cms.page_cache import freshness
from commerce.labels.kinds import kind_of
from commerce.labels.models import Label
from commerce.listings.models import Listing, ListingCategory
from markets.days import today
from markets.lookup import get_market

from . import plan
from .building import NOT_ARRANGED
from .models import ThemedDay
from .slots import window

ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")

# How products follow each other that nobody gave a place.
FLOW = ("-featured", "-launched_at", "-pk")
# The whole catalogue's order as plain columns: for filtered lists, where "third on the first
# page" means nothing.
CATALOGUE_ORDER = ("catalogue_page", "catalogue_sequence", *FLOW)


def arranged(
    listings,
    *,
    market: str,
    category: int | None = None,
    per_page: int,
    day: date | None = None,
    at: datetime | None = None,
) -> "ArrangedListings":
    """Listings (``in_market``, and ``in_category`` where there is one) in their default order.

    ``day`` is another day than today, for a preview. Tells ``freshness`` when it will change.
    """
    at = at or timezone.now()
    known = plan.current()
    theme = known.theme(market, day or today(get_market(market), at))
    if day is None:
        freshness.expires_at(known.turns_at(market, at))
    has_places = (market, category) in known.arranged
    return ArrangedListings(
        listings,
        category=category,
        has_places=has_places,
        per_page=per_page,
        theme=theme,
    )


def catalogue_order(listings, *, market: str, category: int | None = None, per_page: int):
    """The same without any themed day: what a merchandiser arranges."""
    return ArrangedListings(
        listings,
        category=category,
        has_places=(market, category) in plan.current().arranged,
        per_page=per_page,
        theme=None,
    )


class ArrangedListings:
    """Counts and slices, as ``django.core.paginator.Paginator`` asks; ``keys`` tells the slices
    without reading the rows."""

    # The paginator warns of querysets without an order; this one has one.
    ordered = True

    def __init__(self, listings, *, category, has_places: bool, per_page: int, theme):
        self.listings = listings
        self.has_places = has_places
        self.per_page = per_page
        self.theme: ThemedDay | None = theme
        self.prefix = "in_categories__" if category and has_places else ""
        self._count: int | None = None

    def count(self) -> int:
        if self._count is None:
            self._count = self.listings.count()
        return self._count

    def __len__(self) -> int:
        return self.count()

    def __getitem__(self, part: slice) -> list[Listing]:
        keys = self.keys(part.start or 0, self.count() if part.stop is None else part.stop)
        found = Listing.objects.for_cards().in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def keys(self, start: int, stop: int) -> list[int]:
        """Primary keys of a slice."""
        if self.theme is not None:
            return self._themed(start, stop)
        if self.has_places:
            return self._placed(start, stop)
        return list(self._plain(self.listings)[start:stop])

    def _plain(self, rows):
        """Those with a place in the order of their places, then the others."""
        own = [f"{self.prefix}{name}" for name in CATALOGUE_ORDER[:2]] if self.prefix else []
        return rows.order_by(*own, *CATALOGUE_ORDER).values_list("pk", flat=True)

    def _themed(self, start: int, stop: int) -> list[int]:
        first = themed_rows(self.theme)
        ahead = self.listings.filter(first)
        number = ahead.count()
        found = list(self._plain(ahead)[start:stop]) if start < number else []
        if stop > number:
            rest = self._plain(self.listings.exclude(first))
            found += rest[max(start - number, 0) : stop - number]
        return found

    def _placed(self, start: int, stop: int) -> list[int]:
        page, sequence = (F(f"{self.prefix}{name}") for name in CATALOGUE_ORDER[:2])
        rows = self.listings.annotate(place_page=page, place_sequence=sequence)
        wanted = [
            (pk, (number - 1) * self.per_page + place - 1)
            for pk, number, place in rows.filter(place_page__lt=NOT_ARRANGED)
            .order_by("place_page", "place_sequence", "pk")
            .values_list("pk", "place_page", "place_sequence")
        ]
        view = window(wanted, self.count() - len(wanted), start, stop)
        flow = iter(())
        if view.stop > view.start:
            loose = rows.filter(place_page=NOT_ARRANGED).order_by(*CATALOGUE_ORDER)
            flow = iter(loose.values_list("pk", flat=True)[view.start : view.stop])
        found = [next(flow, None) if key is None else key for key in view.slots]
        return [key for key in found if key is not None]


def themed_rows(theme: ThemedDay) -> Q:
    """The listings that a themed day brings forward."""
    if theme.category_id:
        return Q(pk__in=_listed_in(category=theme.category_id))
    if theme.label_id:
        return labelled_rows(theme.label)
    options = [option.pk for option in theme.options.all()]
    return Q(product__in=_owners(value_option__in=options))


def themed_options(theme: ThemedDay) -> set[int]:
    """The options that bring products forward on a themed day (primary keys); none where a whole
    category comes first. No query on a day of the plan."""
    if theme.category_id:
        return set()
    owner = theme.label if theme.label_id else theme
    return {option.pk for option in owner.options.all()}


def labelled_rows(label: Label) -> Q:
    """The listings that a label stands on whenever its days hold, today or not."""
    if not label.is_own:
        return kind_of(label.kind).listings(label)
    own = {"label": label.pk}
    products = Label.products.through.objects.filter(**own).values("product_id")
    categories = Label.categories.through.objects.filter(**own).values("category_id")
    options = Label.options.through.objects.filter(**own).values("attributeoption_id")
    return (
        Q(product__in=products)
        | Q(pk__in=_listed_in(category__in=categories))
        | Q(product__in=_owners(value_option__in=options))
    )


def _owners(**found):
    """Products that are listed for attribute values: a variant stands under its parent."""
    values = ProductAttributeValue.objects.filter(**found)
    return values.annotate(owner=Coalesce("product__parent_id", "product_id")).values("owner")


def _listed_in(**found):
    return ListingCategory.objects.filter(**found).values("listing_id")
