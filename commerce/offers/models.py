"""What Oscar's offers lack: markets, customer groups, and translated names.

Conditions, benefits, ranges and vouchers are Oscar's tables; these tables extend them.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField, TranslatableField

from commerce.copy.models import Copy
from markets.fields import MarketField


class OfferTerms(models.Model):
    """The customer groups of an offer, and whether it is public (shown on the offers page)."""

    offer = models.OneToOneField(
        "offer.ConditionalOffer", related_name="terms", on_delete=models.CASCADE
    )
    groups = models.ManyToManyField(
        "people.CustomerGroup", verbose_name=_("Customer groups"), related_name="+", blank=True
    )
    is_listed = models.BooleanField(_("Shown on the offers page"), default=True)

    class Meta:
        verbose_name = _("Offer's terms")
        verbose_name_plural = _("Offers' terms")

    def __str__(self) -> str:
        return str(self.offer)


class OfferMarket(models.Model):
    """An offer in one market, with the moments when it begins and ends; None: always."""

    offer = models.ForeignKey(
        "offer.ConditionalOffer", related_name="in_markets", on_delete=models.CASCADE
    )
    market = MarketField()
    starts_at = models.DateTimeField(_("Starts"), null=True, blank=True)
    ends_at = models.DateTimeField(_("Ends"), null=True, blank=True)

    class Meta:
        verbose_name = _("Offer's market")
        verbose_name_plural = _("Offers' markets")
        constraints = [
            models.UniqueConstraint(fields=["offer", "market"], name="offers_market_once"),
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True)
                | Q(ends_at__isnull=True)
                | Q(ends_at__gt=F("starts_at")),
                name="offers_ends_after_start",
                violation_error_message=_("The end must come after the start."),
            ),
        ]
        indexes = [models.Index(fields=["market", "ends_at"])]

    def __str__(self) -> str:
        return f"{self.offer_id}: {self.market}"


class RangeLabel(models.Model):
    """A range with all products that have a label, by the label's code."""

    range = models.ForeignKey("offer.Range", related_name="by_label", on_delete=models.CASCADE)
    label = models.SlugField(_("Label"), max_length=40)

    class Meta:
        verbose_name = _("Label of a range")
        verbose_name_plural = _("Labels of ranges")
        constraints = [
            models.UniqueConstraint(fields=["range", "label"], name="offers_range_label_once")
        ]

    def __str__(self) -> str:
        return self.label


class OfferCopy(Copy):
    """The name and description of an offer in one language, for customers."""

    offer = models.ForeignKey(
        "offer.ConditionalOffer", related_name="copies", on_delete=models.CASCADE
    )
    name = models.CharField(
        _("Name"),
        max_length=100,
        help_text=_("What customers read in the cart and on the offers page."),
    )
    description = models.CharField(_("Description"), max_length=300, blank=True)

    subject_field = "offer"
    translatable_fields = [
        SynchronizedField("offer"),
        TranslatableField("name"),
        TranslatableField("description"),
    ]
    panels = [FieldPanel("name"), FieldPanel("description")]

    class Meta(Copy.Meta):
        verbose_name = _("Offer's text")
        verbose_name_plural = _("Offers' texts")
        constraints = [
            models.UniqueConstraint(fields=["offer", "locale"], name="offers_copy_per_language")
        ]

    def __str__(self) -> str:
        return self.name
