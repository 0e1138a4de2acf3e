"""Labels (badges) on a product's picture: New, Discount, Free shipping, and the company's own.

Cards never read these tables: ``labels.building`` writes the labels of a product into its listings.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField, TranslatableField

from commerce.copy.models import Copy
from markets.fields import MarketField, MarketsField

from . import kinds
from .inks import validate_ground
from .querysets import LabelQuerySet

NEW_DAYS = 60
MOST_PER_CARD = 3


class Label(models.Model):
    """One label. Of each kind that the shop applies by itself (``kinds``) there is exactly one.

    The dates are days in each market's time zone, both included. A label of the company's own is on
    products that were chosen, that are in one of its categories, or that have one of its
    options; empty dates and markets are no limit.
    """

    kind = models.CharField(_("Kind"), max_length=20, choices=kinds.choices, default=kinds.CUSTOM)
    code = models.SlugField(
        _("Code"),
        unique=True,
        max_length=40,
        help_text=_("Appears in addresses of filtered lists, such as precyber."),
    )
    colour = models.CharField(
        _("Color"),
        max_length=7,
        blank=True,
        validators=[validate_ground],
        help_text=_("Such as #5E2A3C. The text on it is black or white, whichever reads better."),
    )
    priority = models.SmallIntegerField(
        _("Priority"), default=50, help_text=_("The highest comes first on a picture.")
    )
    is_active = models.BooleanField(_("Active"), default=True)
    starts_on = models.DateField(_("First day"), null=True, blank=True)
    ends_on = models.DateField(
        _("Last day"),
        null=True,
        blank=True,
        help_text=_("It ends at midnight on each country's own clock."),
    )
    markets = MarketsField()
    categories = models.ManyToManyField(
        "catalogue.Category", verbose_name=_("Categories"), blank=True, related_name="+"
    )
    options = models.ManyToManyField(
        "catalogue.AttributeOption", verbose_name=_("Options"), blank=True, related_name="+"
    )
    products = models.ManyToManyField(
        "catalogue.Product", verbose_name=_("Products"), blank=True, related_name="labels"
    )

    objects = LabelQuerySet.as_manager()

    class Meta:
        ordering = ["-priority", "code"]
        verbose_name = _("Label")
        verbose_name_plural = _("Labels")
        constraints = [
            models.UniqueConstraint(
                fields=["kind"],
                condition=~models.Q(kind="custom"),
                name="labels_label_one_of_each_kind",
            )
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_own(self) -> bool:
        return self.kind == kinds.CUSTOM

    def clean(self):
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("The last day comes before the first.")})


class LabelCopy(Copy):
    """The text of a label in one language."""

    subject_field = "label"

    label = models.ForeignKey(
        Label, verbose_name=_("Label"), related_name="copies", on_delete=models.CASCADE
    )
    text = models.CharField(_("Text"), max_length=24)

    translatable_fields = [SynchronizedField("label"), TranslatableField("text")]

    class Meta(Copy.Meta):
        verbose_name = _("Label's text")
        verbose_name_plural = _("Labels' texts")
        constraints = [
            models.UniqueConstraint(fields=["label", "locale"], name="label_copy_per_language")
        ]

    def __str__(self) -> str:
        return self.text


class LabelPolicy(models.Model):
    """How a market uses labels. Without a row the defaults apply."""

    market = MarketField(unique=True)
    new_days = models.PositiveSmallIntegerField(
        _("Days that a product is new"),
        default=NEW_DAYS,
        help_text=_("Counted from its launch. 0: never."),
    )
    most_per_card = models.PositiveSmallIntegerField(
        _("Most labels on a picture"), default=MOST_PER_CARD
    )

    class Meta:
        ordering = ["market"]
        verbose_name = _("Label policy")
        verbose_name_plural = _("Label policies")

    def __str__(self) -> str:
        return self.get_market_display()


class Newness(models.Model):
    """Until when a product is new, where staff chose the day instead of the market's policy."""

    product = models.OneToOneField(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="newness",
        on_delete=models.CASCADE,
    )
    until: date = models.DateField(_("New until"))

    class Meta:
        verbose_name = _("Newness")
        verbose_name_plural = _("Newness")

    def __str__(self) -> str:
        return f"{self.product_id}: {self.until}"
