"""The read model of what is for sale: one row per product, market and language.

A product card must not cost queries. Category, carousel, search result and feed read these
rows and nothing else. They are derived data: ``commerce.projection`` writes them when a source
changes, ``rebuild_listings`` writes all of them, and a test proves that both agree.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField

from .querysets import ListingManager

# Products on one page of every list; places in the catalogue order are counted in such pages.
PER_PAGE = 24
# "Only a few left" from here down.
FEW_LEFT = 5
# The place of a product that the merchandiser has not arranged: after all that are.
NOT_ARRANGED = 32767


class Listing(models.Model):
    """A product as one market's shoppers see it in one language, at the price for everybody."""

    class Stock(models.TextChoices):
        IN_STOCK = "in_stock", _("In stock")
        LOW = "low", _("Only a few left")
        OUT = "out", _("Sold out")

    product = models.ForeignKey(
        "catalogue.Product", related_name="listings", on_delete=models.CASCADE
    )
    market = MarketField()
    language = models.CharField(max_length=8)
    # The language of the text: another than `language` where there is no translation.
    source_language = models.CharField(max_length=8)

    sku = models.CharField(max_length=64)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=160, blank=True)
    # Neutral: `/catalogo/cuidado-facial/crema-de-noche/`, without alias and edition.
    path = models.CharField(max_length=500)

    currency = models.CharField(max_length=3)
    # Of the cheapest variant in stock; `price_max` is the highest price of those. Where all are
    # sold out, of all variants.
    price = models.DecimalField(max_digits=12, decimal_places=2)
    price_max = models.DecimalField(max_digits=12, decimal_places=2)
    compare_at = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    # Whole per cent off, rounded down, 0 where there is no compare-at price.
    discount = models.PositiveSmallIntegerField(default=0)

    stock = models.CharField(max_length=10, choices=Stock)
    # [{"src", "srcset", "width", "height", "alt"}], the first two pictures.
    images = models.JSONField(default=list)
    # Every picture, for the product page: as above with "option" (or null), "thumb"
    # and "share".
    gallery = models.JSONField(default=list)
    # [{"option": 3, "attribute": "colour", "code": "terracotta", "hex": "#A8481F",
    # "label": "Terracota", "sku": "RZ-1-TER", "image": {...}}]
    swatches = models.JSONField(default=list)
    # [{"kind", "code", "text", "colour", "ink", "until"?}] (commerce.labels.building).
    labels = models.JSONField(default=list)
    # Place in the whole catalogue's order, both NOT_ARRANGED where nobody arranged it.
    catalogue_page = models.PositiveSmallIntegerField(default=NOT_ARRANGED)
    catalogue_sequence = models.PositiveSmallIntegerField(default=NOT_ARRANGED)
    # Ids of products for the groups on its page, the first ones first, wherever they are sold.
    complements = models.JSONField(default=list)
    related = models.JSONField(default=list)
    # What can be put in a cart: [{"id": 7, "sku": "RZ-1-TER", "options": {"colour": "terracotta"},
    # "names": {"colour": "Terracota"}, "price": "49000.00", "compare_at": null, "stock": "low"}],
    # option codes and their names by attribute code; "values" and "shared": [[attribute, option]]
    # by primary key, the variant's own and the whole product's; "content": ["30", "ml"] where
    # that is known; "left" of the last few.
    units = models.JSONField(default=list)
    # {"colour": ["terracotta"], "size": ["30ml"]}: stable option codes by attribute code.
    facets = models.JSONField(default=dict)
    featured = models.BooleanField(default=False)
    rating = models.FloatField(null=True)
    launched_at = models.DateTimeField()
    # For search: title, SKUs, tags and option names, folded (no accents, lower case).
    search_text = models.TextField(blank=True)
    # The number of the `ListingVersion` that wrote it.
    revision = models.BigIntegerField(default=0, editable=False)

    objects = ListingManager()

    # {unit: public price}, where the prices of this instance are a customer group's.
    everybody_pays: dict[int, str] = {}

    class Meta:
        verbose_name = _("Listing")
        verbose_name_plural = _("Listings")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "market", "language"], name="listings_listing_once"
            )
        ]
        indexes = [
            models.Index(fields=["market", "language", "-featured", "-launched_at"]),
            models.Index(
                fields=[
                    "market",
                    "language",
                    "catalogue_page",
                    "catalogue_sequence",
                    "-featured",
                    "-launched_at",
                ],
                name="listings_catalogue_order",
            ),
            models.Index(fields=["market", "language", "price"]),
            models.Index(fields=["market", "language", "-discount"]),
            models.Index(fields=["market", "language", "revision"], name="listings_by_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.sku} {self.language}-{self.market}"

    def picture(self, options: set[int]) -> dict | None:
        """The picture of a variant with these options (primary keys): of its color, if there
        is one, else the product's first."""
        for swatch in self.swatches:
            if swatch.get("option") in options and swatch.get("image"):
                return swatch["image"]
        return self.images[0] if self.images else None


class GroupListing(models.Model):
    """The prices of a listing for a customer group, and the columns that follow from them.

    Only where they differ from the public ones; each column replaces the one of ``Listing``.
    """

    COLUMNS = ("price", "price_max", "compare_at", "discount", "labels", "units")

    listing = models.ForeignKey(Listing, related_name="for_groups", on_delete=models.CASCADE)
    group = models.ForeignKey(
        "people.CustomerGroup", related_name="listings", on_delete=models.CASCADE
    )
    price = models.DecimalField(max_digits=12, decimal_places=2)
    price_max = models.DecimalField(max_digits=12, decimal_places=2)
    compare_at = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    discount = models.PositiveSmallIntegerField(default=0)
    labels = models.JSONField(default=list)
    units = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["listing", "group"], name="listings_group_once")
        ]

    def __str__(self) -> str:
        return f"{self.listing_id} for {self.group_id}"

    def priced(self, listing: Listing) -> Listing:
        """The same instance, with the group's prices put in; its ``everybody_pays`` is then the
        public price of each unit, by its key."""
        listing.everybody_pays = {unit["id"]: unit["price"] for unit in listing.units}
        for name in self.COLUMNS:
            setattr(listing, name, getattr(self, name))
        return listing


class ListingVersion(models.Model):
    """The version of all listings: one row, written by every transaction that writes listings.

    It is locked until that transaction ends, so that numbers are committed in their order: a reader
    that has number 7 finds all later changes by ``revision > 7``. ``words`` are random tokens, one
    for each of the last numbers, the newest last: a number that was rolled back and used again
    has another token.
    """

    KEPT = 20

    number = models.BigIntegerField(default=0)
    words = models.JSONField(default=list)

    def __str__(self) -> str:
        return str(self.number)


class FilterableAttribute(models.Model):
    """An attribute by which shoppers narrow a list. Its values are counted beside the list."""

    attribute = models.OneToOneField(
        "catalogue.ProductAttribute",
        verbose_name=_("Attribute"),
        related_name="filterable",
        on_delete=models.CASCADE,
    )

    class Meta:
        verbose_name = _("Filterable attribute")
        verbose_name_plural = _("Filterable attributes")

    def __str__(self) -> str:
        return str(self.attribute)


class ListingCategory(models.Model):
    """A listing under a category, directly or through a descendant of it."""

    listing = models.ForeignKey(Listing, related_name="in_categories", on_delete=models.CASCADE)
    category = models.ForeignKey(
        "catalogue.Category", related_name="listing_rows", on_delete=models.CASCADE
    )
    # Place in this category's order, as `Listing.catalogue_page` in the whole catalogue.
    catalogue_page = models.PositiveSmallIntegerField(default=NOT_ARRANGED)
    catalogue_sequence = models.PositiveSmallIntegerField(default=NOT_ARRANGED)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "category"], name="listings_listing_category_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.listing_id} in {self.category_id}"
