from functools import lru_cache

from markets.locales import known_locale
from markets.lookup import language_of


@lru_cache(maxsize=512)
def country_name(country: str, language: str) -> str:
    """A country's name in a language: ``("US", "es-co")`` → ``Estados Unidos``."""
    return known_locale(language_of(language)).territories.get(country, country)
