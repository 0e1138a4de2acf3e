"""The default order of a product list: products of a themed day, then those with a fixed place,
then the others.

``arranged()`` returns what ``django.core.paginator.Paginator`` takes in place of a queryset.
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

# The order of products without a place.
FLOW = ("-featured", "-launched_at", "-pk")
# The whole catalogue's order as plain columns: for filtered lists, which ignore page numbers.
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
    """Listings (``in_market``, with ``in_category`` if there is a category) in default order.

    ``day``: for a preview of another day than today. The page being rendered expires when the order
    changes next.
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
    """Listings in catalogue order, without themed days: what a merchandiser arranges."""
    return ArrangedListings(
        listings,
        category=category,
        has_places=(market, category) in plan.current().arranged,
        per_page=per_page,
        theme=None,
    )


class ArrangedListings:
    """A sequence for ``django.core.paginator.Paginator``; ``keys`` returns the primary keys of a
    slice without reading the rows."""

    # The paginator warns about unordered querysets.
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
        """Rows with a place, in the order of the places, then the others."""
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
    """Filter for the listings that come first on a themed day."""
    if theme.category_id:
        return Q(pk__in=_listed_in(category=theme.category_id))
    if theme.label_id:
        return labelled_rows(theme.label)
    options = [option.pk for option in theme.options.all()]
    return Q(product__in=_owners(value_option__in=options))


def themed_options(theme: ThemedDay) -> set[int]:
    """Primary keys of the options whose products come first on a themed day (of the day itself or
    of its label); empty if a category is used. No query for a day from the plan."""
    if theme.category_id:
        return set()
    owner = theme.label if theme.label_id else theme
    return {option.pk for option in owner.options.all()}


def labelled_rows(label: Label) -> Q:
    """Filter for the listings that have a label, on whatever days the label is shown."""
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
    """Filter for products with attribute values, of their own or of a variant."""
    values = ProductAttributeValue.objects.filter(**found)
    return values.annotate(owner=Coalesce("product__parent_id", "product_id")).values("owner")


def _listed_in(**found):
    return ListingCategory.objects.filter(**found).values("listing_id")
