"""What countries, languages and currencies are called, in the reader's language."""

from babel import Locale
from django.utils.translation import get_language

from .registry import Market


def _locale() -> Locale:
    return Locale.parse((get_language() or "es").split("-")[0])


def country_name(market: Market) -> str:
    """``Colombia``, ``Estados Unidos`` / ``United States``."""
    return _locale().territories[market.country]


def currency_name(market: Market) -> str:
    return _locale().currencies[market.currency]


def language_name(language: str) -> str:
    """A language in its own words: ``Español``, ``English``."""
    own = Locale.parse(language)
    return own.languages[language].capitalize()
