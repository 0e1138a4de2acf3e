from datetime import date

from babel import Locale, UnknownLocaleError, dates

from markets.lookup import language_of, market_of


def month_name(month: date, variant: str) -> str:
    """``noviembre de 2026``, ``November 2026``."""
    language = language_of(variant)
    try:
        locale = Locale.parse(f"{language}_{market_of(variant).country}")
    except UnknownLocaleError:
        locale = Locale.parse(language)
    return dates.format_skeleton("yMMMM", date(month.year, month.month, 1), locale=locale)
