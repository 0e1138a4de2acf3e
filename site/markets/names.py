"""What countries, languages and currencies are called, in the reader's language."""

from collections.abc import Iterable

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

from .locales import known_locale
from .lookup import all_editions, all_markets, language_of, market_of
from .registry import Market


def _locale(language: str = "") -> Locale:
    return known_locale(language_of(language or get_language() or "es"))


def country_name(market: Market, language: str = "") -> str:
    """``Colombia``, ``Estados Unidos`` / ``United States``; without a language (an edition will do
    as well), the reader's."""
    return _locale(language).territories.get(market.country, market.country)


def country_names(codes: Iterable[str]) -> str:
    """Markets by their codes, for a cell or a sentence: ``Colombia, México``; "" for none.

    The code of a market that was closed stays as it is.
    """
    names = {market.code: country_name(market) for market in all_markets()}
    return ", ".join(names.get(code, code) for code in codes)


def language_name(language: str) -> str:
    """A language in its own words: ``Español``, ``English``."""
    named = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return named.get(language) or known_locale(language).get_display_name(language).capitalize()


def language_in_words(language: str) -> str:
    """A language as the reader calls it, within a sentence: ``inglés``, ``Spanish``."""
    return _locale().languages.get(language) or language_name(language)


def edition_name(edition: str) -> str:
    """An edition in its own words: ``English (United States)``, whoever reads it. A market that
    was closed keeps its code.
    """
    if edition not in all_editions():
        return edition
    language = language_of(edition)
    return f"{language_name(language)} ({country_name(market_of(edition), language)})"


def edition_choices() -> list[tuple[str, str]]:
    """Every edition with its name."""
    return [(edition, edition_name(edition)) for edition in all_editions()]
