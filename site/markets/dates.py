"""Dates as people in the edition write them (Django capitalises the months of ``es_CO``)."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, dates
from babel.core import get_global
from django.utils import formats, timezone

from .locales import known_locale
from .lookup import current_edition, get_market, language_of, market_of


def _locale(edition: str | None) -> Locale:
    edition = edition or current_edition()
    return known_locale(language_of(edition), market_of(edition).country)


def format_day(moment: date | datetime, edition: str | None = None) -> str:
    """``21 de noviembre de 2026``, ``November 21, 2026``; a moment is taken on the active clock."""
    if isinstance(moment, datetime):
        moment = timezone.localtime(moment)
    return dates.format_date(moment, "long", locale=_locale(edition))


def format_moment(moment: datetime, edition: str | None = None) -> str:
    """Day and time of day, short: ``21 nov 2026, 6:20 p. m.``, on the active clock, which is
    named (``6:20 PM CST``) in a country that has several.
    """
    local = timezone.localtime(moment)
    locale = _locale(edition)
    day = dates.format_date(local, "medium", locale=locale)
    clock = dates.format_time(local.replace(tzinfo=None), "short", locale=locale)
    return f"{day}, {clock}{_clock_name(local, locale)}".replace("\u202f", "\u00a0")


def _clock_name(local: datetime, locale: Locale) -> str:
    """`` CST``; "" where a country has one clock, or where people do not shorten its name."""
    several = list(get_global("zone_territories").values()).count(locale.territory) > 1
    name = dates.get_timezone_name(local, width="short", locale=locale) if several else ""
    return f" {name}" if name.isalpha() else ""


def staff_moment(moment: datetime | None, market: str = "") -> str:
    """How the back office writes a moment: short, on the reader's own clock, or on that of the
    market it belongs to; "" for None. ``market``: its code.
    """
    if moment is None:
        return ""
    clock = ZoneInfo(get_market(market).time_zone) if market else None
    return formats.date_format(timezone.localtime(moment, clock), "SHORT_DATETIME_FORMAT")
