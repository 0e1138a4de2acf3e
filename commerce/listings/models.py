"""The read model of what is for sale: one row per product, market and language.

A product card must not cost queries. Category, carousel, search result and feed read these
rows and nothing else. They are derived: ``listings.services`` writes them when a source
changes, ``rebuild_listings`` from nothing, and a test proves that both agree.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField

from .querysets import ListingQuerySet


class Listing(models.Model):
    """A product as one market's shoppers see it in one language, before any tier."""

    class Stock(models.TextChoices):
        IN_STOCK = "in_stock", _("In stock")
        LOW = "low", _("Only a few left")
        OUT = "out", _("Sold out")

    product = models.ForeignKey(
        "catalogue.Product", related_name="listings", on_delete=models.CASCADE
    )
    market = MarketField()
    language = models.CharField(max_length=8)
    # The language that the words are really in, where `language` has none of its own.
    source_language = models.CharField(max_length=8)

    sku = models.CharField(max_length=64)
    title = models.CharField(max_length=120)
    summary = models.CharField(max_length=160, blank=True)
    # Neutral: `/catalogo/cuidado-facial/crema-de-noche/`, without alias and variant.
    path = models.CharField(max_length=500)

    currency = models.CharField(max_length=3)
    # Of the cheapest variant; `price_max` says how far the others go.
    price = models.DecimalField(max_digits=12, decimal_places=2)
    price_max = models.DecimalField(max_digits=12, decimal_places=2)
    compare_at = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    # Whole per cent off, rounded down, 0 where there is no compare-at price.
    discount = models.PositiveSmallIntegerField(default=0)

    stock = models.CharField(max_length=10, choices=Stock)
    # [{"src", "srcset", "width", "height", "alt"}], the first two pictures.
    images = models.JSONField(default=list)
    # Every picture, for the product page: as above with "option" (or null) and "thumb".
    gallery = models.JSONField(default=list)
    # [{"option": 3, "hex": "#A8481F", "label": "Terracota", "sku": "RZ-1-TER", "image": {...}}]
    swatches = models.JSONField(default=list)
    # [{"kind": "new", "text": "Nuevo"}]
    labels = models.JSONField(default=list)
    # {"colour": ["terracotta"], "size": ["30ml"]}: stable option codes by attribute code.
    facets = models.JSONField(default=dict)
    featured = models.BooleanField(default=False)
    rating = models.FloatField(null=True)
    launched_at = models.DateTimeField()
    # Title, SKUs, tags and option names, folded (no accents, lower case): what search reads.
    search_text = models.TextField(blank=True)

    objects = ListingQuerySet.as_manager()

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
            models.Index(fields=["market", "language", "price"]),
            models.Index(fields=["market", "language", "-discount"]),
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


class ListingCategory(models.Model):
    """A listing under a category, directly or through a descendant of it."""

    listing = models.ForeignKey(Listing, related_name="in_categories", on_delete=models.CASCADE)
    category = models.ForeignKey(
        "catalogue.Category", related_name="listing_rows", on_delete=models.CASCADE
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "category"], name="listings_listing_category_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.listing_id} in {self.category_id}"
