"""The ways to deliver in each market, and what they are called."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from markets.fields import MarketField
from markets.regions import InRegions

from .kinds import FLAT
from .querysets import DeliveryMethodQuerySet


class DeliveryMethod(InRegions):
    """A way to deliver in one market, at a price in its currency (tax as in its prices)."""

    market = MarketField()
    code = models.SlugField(_("Code"))
    # By which rule it is offered (``kinds``).
    kind = models.CharField(_("Kind"), max_length=20, default=FLAT)
    price = models.DecimalField(
        _("Price"), max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )
    free_from = models.DecimalField(
        _("Free from"),
        help_text=_("Orders with this subtotal or more ship free."),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
    )
    days_min = models.PositiveSmallIntegerField(_("Business days, at least"), default=2)
    days_max = models.PositiveSmallIntegerField(_("Business days, at most"), default=5)
    is_active = models.BooleanField(_("Active"), default=True)
    position = models.PositiveSmallIntegerField(_("Order"), default=0)

    objects = DeliveryMethodQuerySet.as_manager()

    class Meta:
        ordering = ["market", "position", "pk"]
        verbose_name = _("Shipping method")
        verbose_name_plural = _("Shipping methods")
        constraints = [
            models.UniqueConstraint(fields=["market", "code"], name="delivery_code_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_market_display()}: {self.code}"


class DeliveryMethodCopy(TranslatableMixin, models.Model):
    """What a delivery method is called in one language."""

    method = models.ForeignKey(
        DeliveryMethod, verbose_name=_("Method"), related_name="copies", on_delete=models.CASCADE
    )
    name = models.CharField(_("Name"), max_length=80)
    note = models.CharField(_("Note"), max_length=160, blank=True)

    translatable_fields = [
        SynchronizedField("method"),
        TranslatableField("name"),
        TranslatableField("note"),
    ]
    panels = [FieldPanel("name"), FieldPanel("note")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("Shipping method's text")
        verbose_name_plural = _("Shipping methods' texts")
        constraints = [
            models.UniqueConstraint(fields=["method", "locale"], name="delivery_copy_per_language")
        ]

    def __str__(self) -> str:
        return self.name
