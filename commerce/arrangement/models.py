"""The order of products in a market's lists: fixed places, and themed days that change it."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField, TranslatableField

from commerce.copy.models import Copy
from markets.days import beginning, end
from markets.fields import MarketField, MarketsField, is_for_market
from markets.registry import Market

from .querysets import CatalogueOrderQuerySet, ThemedDayQuerySet


class CatalogueOrder(models.Model):
    """The catalogue order of a category in a market; without a category, of the whole catalogue.

    ``revision`` grows with every save: optimistic locking for two people who arrange at once.
    """

    market = MarketField()
    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name=_("Category"),
        related_name="orders",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
    )
    revision = models.PositiveIntegerField(default=0, editable=False)

    objects = CatalogueOrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("Catalog order")
        verbose_name_plural = _("Catalog orders")
        constraints = [
            models.UniqueConstraint(
                fields=["market", "category"], name="arrangement_order_of_category_once"
            ),
            models.UniqueConstraint(
                fields=["market"],
                condition=models.Q(category=None),
                name="arrangement_order_of_catalogue_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_market_display()} · {self.category or _('All products')}"


class CatalogueEntry(models.Model):
    """The fixed place of a product: the third on the first page is ``page=1, sequence=3``."""

    order = models.ForeignKey(CatalogueOrder, related_name="entries", on_delete=models.CASCADE)
    product = models.ForeignKey(
        "catalogue.Product", related_name="catalogue_entries", on_delete=models.CASCADE
    )
    page = models.PositiveSmallIntegerField(_("Page"), validators=[MinValueValidator(1)])
    sequence = models.PositiveSmallIntegerField(_("Place"), validators=[MinValueValidator(1)])

    class Meta:
        ordering = ["order", "page", "sequence"]
        verbose_name = _("Catalog entry")
        verbose_name_plural = _("Catalog entries")
        constraints = [
            models.UniqueConstraint(
                fields=["order", "product"], name="arrangement_product_has_one_place"
            ),
            models.UniqueConstraint(
                fields=["order", "page", "sequence"], name="arrangement_place_has_one_product"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.product_id}: {self.page}.{self.sequence}"


class ThemedDay(models.Model):
    """Days on which some products come first ("Orange day"), in each market's own time zone.

    The products are chosen by exactly one of options, category and label (the form validates it; of
    several the category is used, then the label). First and last day are included.
    """

    name = models.CharField(_("Name"), max_length=80, help_text=_("Shown only here."))
    first_day = models.DateField(_("First day"))
    last_day = models.DateField(
        _("Last day"), help_text=_("The same as the first one for a single day.")
    )
    markets = MarketsField()
    options = models.ManyToManyField(
        "catalogue.AttributeOption",
        verbose_name=_("Products with any of these options"),
        related_name="+",
        blank=True,
    )
    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name=_("Products in the category"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
    )
    label = models.ForeignKey(
        "labels.Label",
        verbose_name=_("Products with the label"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.CASCADE,
    )
    is_active = models.BooleanField(_("Active"), default=True)

    objects = ThemedDayQuerySet.as_manager()

    class Meta:
        ordering = ["first_day", "pk"]
        verbose_name = _("Themed day")
        verbose_name_plural = _("Themed days")

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day comes before the first.")})

    def title_in(self, language: str) -> str:
        """The title above the lists that it arranges, "" without one. No query for a day from the
        plan."""
        return next(
            (words.title for words in self.copies.all() if words.locale.language_code == language),
            "",
        )

    def is_on(self, day: date, market: Market) -> bool:
        return self.first_day <= day <= self.last_day and is_for_market(self.markets, market.code)

    def turns(self, market: Market) -> tuple:
        """The moments when it begins and ends in a market (aware datetimes)."""
        if not is_for_market(self.markets, market.code):
            return ()
        return beginning(self.first_day, market), end(self.last_day, market)


class ThemedDayCopy(Copy):
    """The title of a themed day in the shop, in one language."""

    subject_field = "themed_day"

    themed_day = models.ForeignKey(
        ThemedDay, verbose_name=_("Themed day"), related_name="copies", on_delete=models.CASCADE
    )
    title = models.CharField(
        _("Title for shoppers"),
        max_length=60,
        help_text=_("Above the lists that it arranges. Empty: the shop does not name it."),
    )

    translatable_fields = [SynchronizedField("themed_day"), TranslatableField("title")]

    class Meta(Copy.Meta):
        verbose_name = _("Themed day's title")
        verbose_name_plural = _("Themed days' titles")
        constraints = [
            models.UniqueConstraint(
                fields=["themed_day", "locale"], name="arrangement_day_copy_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.title
