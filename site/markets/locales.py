"""Babel's locales of our languages and countries, of which it does not know every one."""

from functools import cache

from babel import Locale, UnknownLocaleError

FALLBACK = Locale("en")


@cache
def known_locale(language: str, country: str = "") -> Locale:
    """How a language is written, in a country if one is given. A pair that nobody has described
    (English in Colombia) follows its language: who chose English reads ``99,000``. A language
    that nobody has described follows the country's own.
    """
    base = _parsed(language)
    if base is None:
        return (country and home_locale(country)) or FALLBACK
    try:
        return Locale(base.language, country or base.territory, script=base.script)
    except UnknownLocaleError:
        return base


@cache
def home_locale(country: str) -> Locale | None:
    """How a country's own first language is written there; None where nobody knows."""
    return _parsed(f"und-{country}")


def _parsed(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
