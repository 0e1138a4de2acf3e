"""What Oscar's order does not know: how it came to be, what happened to it, and its parcels."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField


class Placement(models.Model):
    """How an order came to be: market, person, what was agreed, and until when it is held.

    Beside Oscar's order, one to one. The order is created *before* payment is asked for
    (design: "order first"); ``held_until`` says how long stock stays reserved for it.
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
    # Mails and the order page are in this edition, whoever opens them.
    edition = models.CharField(_("Language and market"), max_length=12)
    # The site it was placed on (markets.sellers): "" is the company's own.
    base = models.CharField(_("Site"), max_length=200, blank=True, editable=False)
    email = models.EmailField(_("Email"))
    phone = models.CharField(_("Phone"), max_length=32, blank=True)
    # SHA-256 of lines, prices, charges and choices: the same basket gives the same order. Not of
    # the payment method: another one at the same price is another attempt at the same order.
    fingerprint = models.CharField(max_length=64, editable=False)
    payment_method = models.SlugField(_("Payment method"))
    delivery_name = models.CharField(_("Shipping"), max_length=80)
    delivery_days = models.CharField(max_length=20, blank=True)
    # Whose prices it was placed at; None: everybody's. Leaving the group changes no order.
    customer_group = models.ForeignKey(
        "people.CustomerGroup",
        verbose_name=_("Prices of"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
    )
    # What was chosen besides, by the choice's name (``commerce.orders.choices``).
    choices = models.JSONField(default=dict, blank=True, editable=False)
    held_until = models.DateTimeField(_("Held until"), null=True, blank=True, db_index=True)
    confirmed_at = models.DateTimeField(_("Confirmed"), null=True, blank=True, db_index=True)
    # The open basket that this unpaid order was made of. Placing leaves one order per basket;
    # where two baskets were merged there may be two, until the next order replaces them.
    pending_basket = models.ForeignKey(
        "basket.Basket",
        related_name="pending_placements",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
    )

    # Who placed it, as far as it is proven (checkout.limits): keyed hashes, gone with the payment.
    visitor = models.CharField(max_length=32, blank=True, editable=False, db_index=True)
    network = models.CharField(max_length=32, blank=True, editable=False, db_index=True)

    class Meta:
        verbose_name = _("Placement")
        verbose_name_plural = _("Placements")

    def __str__(self) -> str:
        return self.order.number


class OrderSearchText(models.Model):
    """What the desk's search reads of an order. Only ``commerce.orders.search_text`` writes it.

    A narrow table of its own: a search reads all of it.
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
    """Something that happened to an order, for the timeline that staff and customers read."""

    order = models.ForeignKey(
        "order.Order", verbose_name=_("Order"), related_name="events", on_delete=models.CASCADE
    )
    # A stable code (`confirmed`, `mail_sent`, `payment_failed`); its words are in `events.py`.
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
    """One shipment of an order: what left the warehouse at one moment, with one carrier.

    Oscar's ShippingEvent knows lines and a kind, but no carrier, number or correction, so the
    desk's truth is here. Only ``commerce.orders.parcels`` writes it, under the order's lock.
    """

    order = models.ForeignKey(
        "order.Order", verbose_name=_("Order"), related_name="parcels", on_delete=models.CASCADE
    )
    # 1, 2, … within the order: what staff and customers call it.
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
    """Units of an order's line that will never leave: the rest of an order that was sent in part.

    Only ``commerce.orders.closing`` writes it, under the order's lock, once for each line.
    """

    line = models.OneToOneField(
        "order.Line",
        verbose_name=_("Product"),
        related_name="cancelled_units",
        on_delete=models.CASCADE,
    )
    quantity = models.PositiveIntegerField(_("Quantity"))
    # What the order asks for these units, tax included, in its currency.
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
