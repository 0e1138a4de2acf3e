"""Prices are set per market, never converted. A price is a product on a price list."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField
from markets.lookup import get_market

from .per_unit import GRAM, KILOGRAM, LITRE, MILLILITRE, PIECE, Content
from .querysets import PriceListQuerySet, PriceQuerySet

MILLI = Decimal("0.001")


class PriceList(models.Model):
    """The prices of a market, for everybody or for one customer group, always or for a while.

    Of the lists that hold for a visitor the one with the highest ``priority`` that names the
    product wins, of equal ones the cheaper price; a market's ordinary list has priority 0. What a
    group's list does not name costs its members what it costs everybody. Amounts are in the
    market's currency and include tax where the market's prices do.
    """

    code = models.SlugField(_("Code"), unique=True)
    name = models.CharField(_("Name"), max_length=120)
    market = MarketField()
    customer_group = models.ForeignKey(
        "people.CustomerGroup",
        verbose_name=_("Customer group"),
        help_text=_("Only for this group. Empty: for everyone."),
        null=True,
        blank=True,
        related_name="price_lists",
        on_delete=models.PROTECT,
    )
    priority = models.SmallIntegerField(_("Priority"), default=0)
    starts_at = models.DateTimeField(_("Starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("Ends"), null=True, blank=True)

    objects = PriceListQuerySet.as_manager()

    class Meta:
        ordering = ["market", "-priority", "code"]
        verbose_name = _("Price list")
        verbose_name_plural = _("Price lists")
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=models.F("starts_at")),
                name="pricing_list_ends_after_start",
                violation_error_message=_("The end must come after the start."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def currency(self) -> str:
        return get_market(self.market).currency


class Price(models.Model):
    """What one product costs on one price list, in the list's currency.

    A variant without a price of its own costs what its parent does.
    """

    product = models.ForeignKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="prices",
        on_delete=models.CASCADE,
    )
    price_list = models.ForeignKey(
        PriceList, verbose_name=_("Price list"), related_name="prices", on_delete=models.CASCADE
    )
    amount = models.DecimalField(
        _("Price"), max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )
    compare_at = models.DecimalField(
        _("Compare-at price"),
        help_text=_("The former price, struck through. Must be higher than the price."),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
    )

    objects = PriceQuerySet.as_manager()

    class Meta:
        verbose_name = _("Price")
        verbose_name_plural = _("Prices")
        constraints = [
            models.UniqueConstraint(fields=["product", "price_list"], name="pricing_price_once"),
            models.CheckConstraint(condition=Q(amount__gte=0), name="pricing_amount_not_negative"),
            models.CheckConstraint(
                condition=Q(compare_at__isnull=True) | Q(compare_at__gt=models.F("amount")),
                name="pricing_compare_at_higher",
                violation_error_message=_("The compare-at price must be higher than the price."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.price_list.currency}"


class OptionContent(models.Model):
    """How much is in a pack of an option (30 ml). Products with it say what they cost by the
    measure (``per_unit``)."""

    class Unit(models.TextChoices):
        MILLILITRE = MILLILITRE, "ml"
        LITRE = LITRE, "l"
        GRAM = GRAM, "g"
        KILOGRAM = KILOGRAM, "kg"
        PIECE = PIECE, _("pieces")

    option = models.OneToOneField(
        "catalogue.AttributeOption",
        verbose_name=_("Option"),
        related_name="content",
        on_delete=models.CASCADE,
    )
    amount = models.DecimalField(
        _("Content"), max_digits=9, decimal_places=3, validators=[MinValueValidator(MILLI)]
    )
    unit = models.CharField(_("Unit"), max_length=5, choices=Unit)

    class Meta:
        verbose_name = _("Content")
        verbose_name_plural = _("Contents")

    def __str__(self) -> str:
        return f"{self.amount} {self.get_unit_display()}"

    @classmethod
    def by_option(cls) -> dict[int, Content]:
        """All of them by the option's primary key. One query."""
        return {
            pk: Content(amount, unit)
            for pk, amount, unit in cls.objects.values_list("option_id", "amount", "unit")
        }


class ClassTax(models.Model):
    """The tax class of a product class: which of a market's rates its products bear."""

    product_class = models.OneToOneField(
        "catalogue.ProductClass",
        verbose_name=_("Product class"),
        related_name="tax",
        on_delete=models.CASCADE,
    )
    tax_class = models.SlugField(_("Tax class"), default="standard")

    class Meta:
        verbose_name = _("Tax class")
        verbose_name_plural = _("Tax classes")

    def __str__(self) -> str:
        return self.tax_class


class TaxRate(models.Model):
    """A sales tax by region, for markets whose prices exclude tax (the United States).

    The most specific row wins: postcode prefix, then region, then the market's own (empty
    region). No row at all means no tax.
    """

    market = MarketField()
    region = models.CharField(_("State"), max_length=16, blank=True)
    postcode_prefix = models.CharField(_("Postal code starts with"), max_length=10, blank=True)
    tax_class = models.SlugField(_("Tax class"), default="standard")
    rate = models.DecimalField(
        _("Rate"),
        help_text=_("As a fraction: 0.0725 is 7.25%."),
        max_digits=6,
        decimal_places=5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
    )

    class Meta:
        ordering = ["market", "region", "postcode_prefix"]
        verbose_name = _("Tax rate")
        verbose_name_plural = _("Tax rates")
        constraints = [
            models.UniqueConstraint(
                fields=["market", "region", "postcode_prefix", "tax_class"],
                name="pricing_tax_rate_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.market} {self.region} {self.postcode_prefix}".strip()

    def clean(self):
        if self.postcode_prefix and not self.region:
            raise ValidationError({"region": _("A postal code needs its state.")})
