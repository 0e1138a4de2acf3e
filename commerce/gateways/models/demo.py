"""The demo gateway's own books."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DemoCharge(models.Model):
    """The demo gateway's own books: what a real provider would keep on its side.

    Written only by the demo pay page and read only by the demo gateway, so that the shop
    cannot tell it from a provider across the network.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PAID = "paid", _("Paid")
        DECLINED = "declined", _("Declined")
        CANCELLED = "cancelled", _("Canceled")

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    idempotency_key = models.UUIDField(unique=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    refunded = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    return_url = models.CharField(max_length=500)
    # When it was begun, and from then on when it was paid.
    moved_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("Demo charge")
        verbose_name_plural = _("Demo charges")

    def __str__(self) -> str:
        return str(self.reference)


class DemoRefund(models.Model):
    """What the demo gateway gave back of a charge: once for each key."""

    charge = models.ForeignKey(DemoCharge, related_name="refunds", on_delete=models.CASCADE)
    idempotency_key = models.UUIDField(unique=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    moved_at = models.DateTimeField(default=timezone.now, db_index=True)

    @property
    def reference(self) -> str:
        return f"demo-refund-{self.idempotency_key}"

    def __str__(self) -> str:
        return self.reference
