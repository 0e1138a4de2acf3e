from functools import lru_cache

from babel import Locale, UnknownLocaleError
from django.conf import settings


@lru_cache(maxsize=512)
def country_name(country: str, language: str) -> str:
    """A country's name in a language: ``("US", "es-co")`` → ``Estados Unidos``."""
    try:
        return Locale(language.split("-")[0]).territories.get(country, country)
    except (UnknownLocaleError, ValueError):
        return country


def language_name(language: str) -> str:
    """A content language's name in itself, as in the settings: ``es`` → ``Español``."""
    return dict(settings.WAGTAIL_CONTENT_LANGUAGES).get(language, language)


def html_language(variant: str) -> str:
    """A variant as HTML writes it: ``es-co`` → ``es-CO``."""
    language, _, country = variant.partition("-")
    return f"{language}-{country.upper()}" if country else language
