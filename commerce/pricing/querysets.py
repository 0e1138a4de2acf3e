from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone


class PriceListQuerySet(models.QuerySet):
    def in_market(self, market_code: str):
        return self.filter(market=market_code)

    def valid_at(self, moment: datetime | None = None):
        moment = moment or timezone.now()
        return self.filter(
            Q(starts_at__isnull=True) | Q(starts_at__lte=moment),
            Q(ends_at__isnull=True) | Q(ends_at__gt=moment),
        )


class PriceQuerySet(models.QuerySet):
    def in_market(self, market_code: str, *, group_id: int | None = None, moment=None):
        """Prices that hold for a member of a customer group, or for everybody, the winning one
        of each product first."""
        moment = moment or timezone.now()
        return (
            self.filter(
                Q(price_list__starts_at__isnull=True) | Q(price_list__starts_at__lte=moment),
                Q(price_list__ends_at__isnull=True) | Q(price_list__ends_at__gt=moment),
                Q(price_list__customer_group__isnull=True) | Q(price_list__customer_group=group_id),
                price_list__market=market_code,
            )
            .select_related("price_list")
            .order_by("-price_list__priority", "amount", "pk")
        )

    def by_product(self) -> dict[int, "models.Model"]:
        """``{product id: winning price}``: the first row of each product."""
        winning: dict = {}
        for price in self:
            winning.setdefault(price.product_id, price)
        return winning
