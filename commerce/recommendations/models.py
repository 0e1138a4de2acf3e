"""Related products and sales figures: chosen by merchandisers, or counted from orders."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from markets.fields import MarketField

from .querysets import DailySalesQuerySet

# The default number of days of a ranking.
WINDOW_DAYS = 30


class ProductLink(Orderable):
    """A link from a product to another one on its page, in the merchandiser's order."""

    other = models.ForeignKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="+",
        on_delete=models.CASCADE,
    )

    panels = [FieldPanel("other")]

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return f"{self.product_id} → {self.other_id}"


class Complement(ProductLink):
    """Cross-sell: a product that goes well with another."""

    product = ParentalKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="complements",
        on_delete=models.CASCADE,
    )

    class Meta(ProductLink.Meta):
        verbose_name = _("Complementary product")
        verbose_name_plural = _("Complementary products")
        constraints = [
            models.UniqueConstraint(fields=["product", "other"], name="complement_once"),
            models.CheckConstraint(
                condition=~models.Q(product=models.F("other")), name="complement_is_another"
            ),
        ]


class RelatedProduct(ProductLink):
    """Similar product: an alternative to another."""

    product = ParentalKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="related_products",
        on_delete=models.CASCADE,
    )

    class Meta(ProductLink.Meta):
        verbose_name = _("Related product")
        verbose_name_plural = _("Related products")
        constraints = [
            models.UniqueConstraint(fields=["product", "other"], name="related_product_once"),
            models.CheckConstraint(
                condition=~models.Q(product=models.F("other")), name="related_product_is_another"
            ),
        ]


class BoughtTogether(models.Model):
    """In how many orders of the last months two products were bought together. Never edited.

    Stored in both directions, the most frequent ones of each product; variants count as their
    parent.
    """

    product = models.ForeignKey(
        "catalogue.Product", related_name="bought_together", on_delete=models.CASCADE
    )
    other = models.ForeignKey("catalogue.Product", related_name="+", on_delete=models.CASCADE)
    orders = models.PositiveIntegerField(_("Orders"))

    class Meta:
        verbose_name = _("Bought together")
        verbose_name_plural = _("Bought together")
        constraints = [
            models.UniqueConstraint(fields=["product", "other"], name="bought_together_once")
        ]

    def __str__(self) -> str:
        return f"{self.product_id} + {self.other_id}: {self.orders}"


class DailySales(models.Model):
    """Units of a product in confirmed orders of one day, in the market's time zone."""

    product = models.ForeignKey(
        "catalogue.Product", related_name="daily_sales", on_delete=models.CASCADE
    )
    market = MarketField()
    day = models.DateField(_("Day"))
    units = models.PositiveIntegerField(_("Units"))

    objects = DailySalesQuerySet.as_manager()

    class Meta:
        verbose_name = _("Sales of a day")
        verbose_name_plural = _("Sales by day")
        constraints = [
            models.UniqueConstraint(
                fields=["market", "day", "product"], name="recommendations_sales_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.product_id} {self.market} {self.day}: {self.units}"
