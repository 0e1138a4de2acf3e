"""What a market allows those who buy, and what it promises them; what the company lets its staff
give back."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from markets.fields import MarketField


class CheckoutPolicy(models.Model):
    """What a market's checkout allows, and what the shop says there of returns. Where there is
    no row, the defaults hold."""

    market = MarketField(unique=True)
    guests_allowed = models.BooleanField(
        _("Guests may buy"),
        default=True,
        help_text=_("Off: everyone signs in or registers before paying."),
    )
    phone_required = models.BooleanField(_("Phone is required"), default=True)
    # Every unpaid order holds goods: without a limit anybody could empty the shop for nothing.
    open_orders = models.PositiveSmallIntegerField(
        _("Unpaid orders per customer"),
        default=5,
        validators=[MinValueValidator(1)],
        help_text=_("How many may await payment at once. They hold stock."),
    )
    open_orders_network = models.PositiveSmallIntegerField(
        _("Unpaid guest orders from one connection"),
        default=30,
        validators=[MinValueValidator(1)],
        help_text=_("A family, an office or a mobile network can be behind one."),
    )
    returns_days = models.PositiveSmallIntegerField(
        _("Days to return"),
        default=0,
        help_text=_("Calendar days from delivery. 0: product pages say nothing of returns."),
    )
    returns_free = models.BooleanField(
        _("Returns are free"),
        default=False,
        help_text=_("The company pays for the way back."),
    )
    returns_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Page about returns"),
        help_text=_("What product pages say of returns links to it, in the language of the page."),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        FieldPanel("market"),
        FieldPanel("guests_allowed"),
        FieldPanel("phone_required"),
        FieldPanel("open_orders"),
        FieldPanel("open_orders_network"),
        FieldPanel("returns_days"),
        FieldPanel("returns_free"),
        FieldPanel("returns_page"),
    ]

    class Meta:
        verbose_name = _("Checkout policy")
        verbose_name_plural = _("Checkout policies")

    def __str__(self) -> str:
        return self.get_market_display()


class RefundLimit(models.Model):
    """How much of one order the members of a group may give back by themselves. A group without a
    row gives back as much as came."""

    group = models.ForeignKey(
        "auth.Group", verbose_name=_("Role"), related_name="+", on_delete=models.CASCADE
    )
    currency = models.CharField(_("Currency"), max_length=3)
    amount = models.DecimalField(
        _("At most"),
        help_text=_("Of one order, by one person. 0: they refund nothing."),
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(0)],
    )

    class Meta:
        ordering = ["group__name", "currency"]
        verbose_name = _("Refund limit")
        verbose_name_plural = _("Refund limits")
        constraints = [
            models.UniqueConstraint(fields=["group", "currency"], name="policies_refund_limit_once")
        ]

    def __str__(self) -> str:
        return f"{self.group}: {self.amount} {self.currency}"
