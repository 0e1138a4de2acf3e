from functools import lru_cache

from django.conf import settings

from markets.locales import known_locale
from markets.lookup import language_of


@lru_cache(maxsize=512)
def country_name(country: str, language: str) -> str:
    """A country's name in a language: ``("US", "es-co")`` → ``Estados Unidos``."""
    return known_locale(language_of(language)).territories.get(country, country)


def language_name(language: str) -> str:
    """A content language's name in itself, as in the settings: ``es`` → ``Español``."""
    return dict(settings.WAGTAIL_CONTENT_LANGUAGES).get(language, language)


def html_language(variant: str) -> str:
    """A variant as HTML writes it: ``es-co`` → ``es-CO``. Of a language that names a country
    itself the market's counts: ``pt-br-ao`` → ``pt-AO``."""
    language = language_of(variant)
    country = variant[len(language) + 1 :].upper()
    if not country:
        return language
    head, _, region = language.rpartition("-")
    return f"{head if len(region) == 2 and head else language}-{country}"
