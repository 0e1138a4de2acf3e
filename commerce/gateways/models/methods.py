"""Which gateways take money in which market, and what they are called there."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from markets.fields import MarketField
from markets.regions import InRegions

from ..registry import gateway_name


class PaymentMethod(InRegions):
    """A gateway offered in a market. ``hold_minutes`` is how long stock waits for the money.

    Regions are those that the order goes to: no courier takes cash everywhere.
    """

    market = MarketField()
    gateway = models.SlugField(_("Gateway"))
    hold_minutes = models.PositiveIntegerField(
        _("Holds stock for (minutes)"), default=60, validators=[MinValueValidator(5)]
    )
    fee = models.DecimalField(
        _("Fee"),
        help_text=_("What cash on delivery adds to an order. 0: nothing."),
        max_digits=12,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
    )
    is_active = models.BooleanField(_("Active"), default=True)
    position = models.PositiveSmallIntegerField(_("Order"), default=0)

    class Meta:
        ordering = ["market", "position", "pk"]
        verbose_name = _("Payment method")
        verbose_name_plural = _("Payment methods")
        constraints = [
            models.UniqueConstraint(
                fields=["market", "gateway"], name="gateways_method_once_per_market"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_market_display()}: {gateway_name(self.gateway)}"


class PaymentMethodCopy(TranslatableMixin, models.Model):
    """What a payment method is called, and what to do with it, in one language."""

    method = models.ForeignKey(
        PaymentMethod, verbose_name=_("Method"), related_name="copies", on_delete=models.CASCADE
    )
    name = models.CharField(_("Name"), max_length=80)
    note = models.CharField(_("Note"), max_length=160, blank=True)
    instructions = RichTextField(
        _("Instructions"),
        features=["bold", "italic", "ul", "ol"],
        blank=True,
        help_text=_("Shown and emailed with the order: where to transfer, what to have ready."),
    )

    translatable_fields = [
        SynchronizedField("method"),
        TranslatableField("name"),
        TranslatableField("note"),
        TranslatableField("instructions"),
    ]
    panels = [FieldPanel("name"), FieldPanel("note"), FieldPanel("instructions")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("Payment method's text")
        verbose_name_plural = _("Payment methods' texts")
        constraints = [
            models.UniqueConstraint(
                fields=["method", "locale"], name="gateways_method_copy_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.name


class RefusedKeys(models.Model):
    """Keys of a market that a provider does not take: told once, until it takes them again
    (``gateways.keys``)."""

    gateway = models.SlugField(_("Gateway"))
    market = MarketField()
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gateway", "market"], name="gateways_keys_refused_once")
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.market}"
