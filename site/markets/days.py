"""Days on a market's own clock: what begins on the 27th begins there at midnight."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from .registry import Market


def today(market: Market, moment: datetime | None = None) -> date:
    """Which day it is in the market, now or at a moment (aware)."""
    return timezone.localtime(moment, ZoneInfo(market.time_zone)).date()


def beginning(day: date, market: Market) -> datetime:
    """The moment at which a day begins in the market (aware)."""
    return datetime.combine(day, time(), ZoneInfo(market.time_zone))


def end(day: date, market: Market) -> datetime:
    """The moment at which a day is over in the market: the next one's beginning."""
    return beginning(day + timedelta(days=1), market)
