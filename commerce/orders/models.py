"""What Oscar's order lacks: how it was placed, its timeline, its parcels, canceled units."""

from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField


class Placement(models.Model):
    """How an order was placed: market, person, terms, and until when its stock is reserved.

    One-to-one with Oscar's order. The order is created *before* payment is requested;
    ``held_until`` is the moment when the reservation of its stock ends.
    """

    order = models.OneToOneField(
        "order.Order", verbose_name=_("Order"), related_name="placement", on_delete=models.CASCADE
    )
    person = models.ForeignKey(
        "people.Person",
        verbose_name=_("Person"),
        related_name="placements",
        on_delete=models.PROTECT,
    )
    market = MarketField()
    # The edition of its mails, and of its page for any reader.
    edition = models.CharField(_("Language and market"), max_length=12)
    # The path prefix of the site on which it was placed (markets.sellers); "" is the company's.
    base = models.CharField(_("Site"), max_length=200, blank=True, editable=False)
    email = models.EmailField(_("Email"))
    phone = models.CharField(_("Phone"), max_length=32, blank=True)
    # SHA-256 of lines, prices, charges and choices: the same basket gives the same order. Without
    # the payment method: another one with the same total is another attempt to pay the order.
    fingerprint = models.CharField(max_length=64, editable=False)
    payment_method = models.SlugField(_("Payment method"))
    delivery_name = models.CharField(_("Shipping"), max_length=80)
    delivery_days = models.CharField(max_length=20, blank=True)
    # The customer group whose prices were used; None: public prices.
    customer_group = models.ForeignKey(
        "people.CustomerGroup",
        verbose_name=_("Prices of"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    # The answers to choices of apps, by name (``commerce.orders.choices``).
    choices = models.JSONField(default=dict, blank=True, editable=False)
    held_until = models.DateTimeField(_("Held until"), null=True, blank=True, db_index=True)
    confirmed_at = models.DateTimeField(_("Confirmed"), null=True, blank=True, db_index=True)
    # The open basket from which this unpaid order was placed. One order per basket; after two
    # baskets were merged there may be two, until the next order replaces them.
    pending_basket = models.ForeignKey(
        "basket.Basket",
        related_name="pending_placements",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
    )

    # Who placed it (checkout.limits), as keyed hashes that are deleted once the order is settled.
    visitor = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    network = models.CharField(max_length=32, blank=True, editable=False, db_index=True)

    class Meta:
        verbose_name = _("Placement")
        verbose_name_plural = _("Placements")
        # Kept as it was typed, and asked for in any case: PostgreSQL compares in capitals.
        indexes = [models.Index(Upper("email"), name="orders_placement_by_email")]

    def __str__(self) -> str:
        return self.order.number


class OrderSearchText(models.Model):
    """The text by which the order desk finds an order. Written by ``commerce.orders.search_text``.

    A separate narrow table, as a search scans all of it.
    """

    order = models.OneToOneField(
        "order.Order", primary_key=True, related_name="search_text", on_delete=models.CASCADE
    )
    # Folded (markets.folding).
    text = models.TextField()
    phone = models.CharField(max_length=32, blank=True)

    class Meta:
        verbose_name = _("Search text of an order")
        verbose_name_plural = _("Search texts of orders")

    def __str__(self) -> str:
        return self.text


class OrderEvent(models.Model):
    """An entry of an order's timeline, for staff or also for customers."""

    order = models.ForeignKey(
        "order.Order", verbose_name=_("Order"), related_name="events", on_delete=models.CASCADE
    )
    # A stable code (`confirmed`, `mail_sent`, `payment_failed`); the texts are in `events.py`.
    kind = models.SlugField(_("Event"))
    detail = models.JSONField(default=dict, blank=True)
    is_public = models.BooleanField(_("Shown to the customer"), default=False)
    by = models.ForeignKey(
        "people.User",
        verbose_name=_("By"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    created_at = models.DateTimeField(_("When"), auto_now_add=True)

    class Meta:
        ordering = ["created_at", "pk"]
        verbose_name = _("Order event")
        verbose_name_plural = _("Order events")

    def __str__(self) -> str:
        return f"{self.order_id}: {self.kind}"


class Parcel(models.Model):
    """A shipment: the units of an order that were shipped together with one carrier.

    Oscar's ShippingEvent has neither carrier nor tracking number, so parcels have a table of their
    own. Written by ``commerce.orders.parcels`` only, with the order locked.
    """

    order = models.ForeignKey(
        "order.Order", verbose_name=_("Order"), related_name="parcels", on_delete=models.CASCADE
    )
    # The parcel's number within the order, from 1.
    position = models.PositiveSmallIntegerField(_("Package"))
    carrier = models.CharField(_("Carrier"), max_length=80, blank=True)
    number = models.CharField(_("Tracking number"), max_length=80, blank=True)
    url = models.URLField(_("Tracking link"), max_length=500, blank=True)
    sent_at = models.DateTimeField(_("Sent"))
    delivered_at = models.DateTimeField(_("Delivered"), null=True, blank=True)

    class Meta:
        ordering = ["order", "position"]
        verbose_name = _("Package")
        verbose_name_plural = _("Packages")
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="orders_parcel_once")
        ]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.position}"


class ParcelLine(models.Model):
    """How many units of an order's line are in a parcel."""

    parcel = models.ForeignKey(
        Parcel, verbose_name=_("Package"), related_name="lines", on_delete=models.CASCADE
    )
    line = models.ForeignKey(
        "order.Line", verbose_name=_("Product"), related_name="in_parcels", on_delete=models.CASCADE
    )
    quantity = models.PositiveIntegerField(_("Quantity"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Package line")
        verbose_name_plural = _("Package lines")
        constraints = [
            models.UniqueConstraint(fields=["parcel", "line"], name="orders_parcel_line_once"),
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="orders_parcel_line_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} x {self.line_id}"


class CancelledLine(models.Model):
    """Canceled units of an order line: what will not be shipped of a partly shipped order.

    Written by ``commerce.orders.closing`` only, with the order locked, once for each line.
    """

    line = models.OneToOneField(
        "order.Line",
        verbose_name=_("Product"),
        related_name="cancelled_units",
        on_delete=models.CASCADE,
    )
    quantity = models.PositiveIntegerField(_("Quantity"))
    # How many of them had been refunded by then: their money went back before.
    refunded = models.PositiveIntegerField(_("Refunded"), default=0)
    # The value of the others after discounts, with tax, in the order's currency.
    value = models.DecimalField(_("Value"), max_digits=12, decimal_places=2)

    class Meta:
        ordering = ["line"]
        verbose_name = _("Canceled line")
        verbose_name_plural = _("Canceled lines")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0), name="orders_cancelled_line_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quantity} x {self.line_id}"
