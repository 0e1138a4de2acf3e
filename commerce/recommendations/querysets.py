from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q, Sum

TOTALS = ("product_id", "late", "early")


class DailySalesQuerySet(models.QuerySet):
    """Queries for daily sales. Rankings are in the order of ``ranking.ranked``."""

    def best_sellers(self, *, market: str, today: date, days: int):
        """Product ids with ``units``, the most sold of the last ``days`` (today counts) first."""
        return (
            self.filter(market=market, day__gt=today - timedelta(days=days), day__lte=today)
            .values("product_id")
            .annotate(total=Sum("units"))
            .filter(total__gt=0)
            .order_by("-total", "product_id")
        )

    def rising(self, *, market: str, today: date, days: int):
        """Product ids whose sales grew, by units over those of the ``days`` before."""
        return (
            self._totals(market=market, today=today, days=days)
            .annotate(growth=F("late") - F("early"))
            .filter(growth__gt=0)
            .order_by("-growth", "-late", "product_id")
        )

    def totals(self, *, market: str, today: date, days: int) -> dict[int, tuple[int, int]]:
        """``{product id: (units of the last days, units of those before)}``. One query."""
        rows = self._totals(market=market, today=today, days=days).order_by()
        return {pk: (late, early) for pk, late, early in rows.values_list(*TOTALS)}

    def _totals(self, *, market: str, today: date, days: int):
        turn = today - timedelta(days=days)
        return (
            self.filter(market=market, day__gt=turn - timedelta(days=days), day__lte=today)
            .values("product_id")
            .annotate(
                late=Sum("units", filter=Q(day__gt=turn), default=0),
                early=Sum("units", filter=Q(day__lte=turn), default=0),
            )
        )
