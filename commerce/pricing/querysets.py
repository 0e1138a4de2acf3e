from collections.abc import Iterable
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

    def open_to(self, group_ids: Iterable[int] = ()):
        """Lists for everybody and for these customer groups."""
        return self.filter(Q(customer_group__isnull=True) | Q(customer_group__in=list(group_ids)))


class PriceQuerySet(models.QuerySet):
    def in_market(self, market_code: str, *, group_ids: Iterable[int] = (), moment=None):
        """Prices that hold for such a visitor, the winning one of each product first."""
        moment = moment or timezone.now()
        return (
            self.filter(
                Q(price_list__starts_at__isnull=True) | Q(price_list__starts_at__lte=moment),
                Q(price_list__ends_at__isnull=True) | Q(price_list__ends_at__gt=moment),
                Q(price_list__customer_group__isnull=True)
                | Q(price_list__customer_group__in=list(group_ids)),
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
