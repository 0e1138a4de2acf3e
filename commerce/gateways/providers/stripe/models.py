"""Which customers of ours Stripe keeps cards of. The cards themselves are only there."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField


class StripeCustomer(models.Model):
    """A customer at the account that takes a market's money, made when they first
    pay by card as signed in: they may save one then.

    ``reference``: Stripe's name of them; "" while Stripe was asked and has not answered.
    """

    user = models.ForeignKey(
        "people.User",
        verbose_name=_("Customer"),
        related_name="stripe_customers",
        on_delete=models.CASCADE,
    )
    market = MarketField()
    reference = models.CharField(_("Provider's reference"), max_length=255, blank=True)
    # Sent with the call that makes them, so that a repeated call is the same call.
    idempotency_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("Customer at Stripe")
        verbose_name_plural = _("Customers at Stripe")
        constraints = [
            models.UniqueConstraint(fields=["user", "market"], name="stripe_customer_once")
        ]

    def __str__(self) -> str:
        return f"{self.market} {self.reference}"


class ErasedCustomer(models.Model):
    """A customer whom Stripe still has to delete: theirs here were erased. Names nobody."""

    market = MarketField()
    reference = models.CharField(_("Provider's reference"), max_length=255)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Customer to be deleted at Stripe")
        verbose_name_plural = _("Customers to be deleted at Stripe")

    def __str__(self) -> str:
        return f"{self.market} {self.reference}"
