"""Cache of which lists are arranged and which themed days are near, in each process.

Reading it takes no query beyond the storefront's version, which every page reads.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from cms.page_cache.versioned import Versioned
from markets.lookup import get_market

from .models import CatalogueOrder, ThemedDay

READ_WITH = ("options", "label__options", "copies__locale")


@dataclass(frozen=True)
class Plan:
    """``arranged``: (market, category or None) of every catalogue order that has places."""

    arranged: frozenset
    days: tuple[ThemedDay, ...]

    def theme(self, market: str, day: date) -> ThemedDay | None:
        """The themed day of a market on a day; of several, the one that began last."""
        country = get_market(market)
        holding = [themed for themed in self.days if themed.is_on(day, country)]
        return max(holding, key=lambda themed: (themed.first_day, themed.pk), default=None)

    def turns_at(self, market: str, after: datetime) -> datetime | None:
        """The moment when a themed day next begins or ends in a market; None if none does."""
        country = get_market(market)
        moments = [moment for themed in self.days for moment in themed.turns(country)]
        return min((moment for moment in moments if moment > after), default=None)


_plans = Versioned(lambda _version, day: _read(day))


def current() -> Plan:
    """The current plan: a few queries, none while the storefront's version is the same."""
    return _plans.current(timezone.localdate())


def _read(day: date) -> Plan:
    orders = CatalogueOrder.objects.filled().values_list("market", "category_id")
    # Time zones of markets differ by less than a day.
    near = ThemedDay.objects.active().not_over(day - timedelta(days=1))
    return Plan(frozenset(orders), tuple(near.select_related("label").prefetch_related(*READ_WITH)))
