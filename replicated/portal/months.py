from datetime import date

from babel import dates

from markets.locales import known_locale
from markets.lookup import language_of, market_of


def month_name(month: date, edition: str) -> str:
    """``noviembre de 2026``, ``November 2026``."""
    locale = known_locale(language_of(edition), market_of(edition).country)
    return dates.format_skeleton("yMMMM", date(month.year, month.month, 1), locale=locale)
