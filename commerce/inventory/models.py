"""Where stock lies and every movement of it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from markets.fields import MarketField


class Warehouse(models.Model):
    """A place that ships to one or more markets. Its stock records hang on the partner."""

    partner = models.OneToOneField(
        "partner.Partner",
        verbose_name=_("Partner"),
        related_name="warehouse",
        on_delete=models.CASCADE,
    )

    class Meta:
        verbose_name = _("Warehouse")
        verbose_name_plural = _("Warehouses")

    def __str__(self) -> str:
        return self.partner.name


class WarehouseMarket(models.Model):
    """A market that a warehouse serves; the lowest ``position`` with stock ships."""

    warehouse = models.ForeignKey(
        Warehouse, verbose_name=_("Warehouse"), related_name="served", on_delete=models.CASCADE
    )
    market = MarketField()
    position = models.PositiveSmallIntegerField(_("Order"), default=0)

    class Meta:
        ordering = ["market", "position", "pk"]
        verbose_name = _("Market served")
        verbose_name_plural = _("Markets served")
        constraints = [
            models.UniqueConstraint(
                fields=["warehouse", "market"], name="inventory_warehouse_market_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.warehouse} → {self.market}"


class StockMovement(models.Model):
    """One change of a stock record, append-only: what, why, by whom.

    ``in_stock`` and ``allocated`` are signed changes of the record's two columns.
    """

    class Kind(models.TextChoices):
        RESERVED = "reserved", _("Reserved for an order")
        RELEASED = "released", _("Reservation released")
        SOLD = "sold", _("Sold")
        RETURNED = "returned", _("Returned to stock")
        ADJUSTED = "adjusted", _("Adjusted by hand")

    stockrecord = models.ForeignKey(
        "partner.StockRecord",
        verbose_name=_("Stock record"),
        related_name="movements",
        on_delete=models.CASCADE,
    )
    kind = models.CharField(_("Kind"), max_length=16, choices=Kind)
    in_stock = models.IntegerField(pgettext_lazy("how many", "In stock"), default=0)
    allocated = models.IntegerField(_("Reserved"), default=0)
    order = models.ForeignKey(
        "order.Order",
        verbose_name=_("Order"),
        related_name="stock_movements",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    reason = models.CharField(_("Reason"), max_length=255, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("By"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    created_at = models.DateTimeField(_("When"), auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("Stock movement")
        verbose_name_plural = _("Stock movements")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.stockrecord_id}"
