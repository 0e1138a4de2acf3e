"""The market of a basket, which Oscar's basket does not store."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BasketMarket(models.Model):
    """The edition that a basket's prices are from. Switching market requotes the basket."""

    basket = models.OneToOneField(
        "basket.Basket", related_name="locked_to", on_delete=models.CASCADE
    )
    edition = models.CharField(max_length=12)

    class Meta:
        verbose_name = _("Cart's market")
        verbose_name_plural = _("Carts' markets")

    def __str__(self) -> str:
        return self.edition
