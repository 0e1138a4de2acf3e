"""Finding a market: by code, by edition, by what a visitor seems to want."""

from functools import cache, lru_cache

from django.conf import settings
from django.utils.translation import get_language, get_language_from_request

from .registry import Market

EDITION_COOKIE = "edition"


@cache
def all_markets() -> tuple[Market, ...]:
    """Every market the company sells in, in the order of the country switch."""
    return tuple(settings.MARKETS)


@cache
def _by_code() -> dict[str, Market]:
    return {market.code: market for market in all_markets()}


@cache
def _by_edition() -> dict[str, Market]:
    return {edition: market for market in all_markets() for edition in market.editions}


def default_market() -> Market:
    return all_markets()[0]


def get_market(code: str) -> Market:
    """The market with this code. Raises KeyError where there is none."""
    return _by_code()[code]


def all_editions() -> tuple[str, ...]:
    return tuple(_by_edition())


def is_edition(code: str) -> bool:
    return code in _by_edition()


def market_of(edition: str) -> Market:
    """The market an edition (``es-co``) belongs to. Raises KeyError for anything else."""
    return _by_edition()[edition]


@cache
def _language_by_code() -> dict[str, str]:
    """Of our editions and content languages, either of which may have hyphens of its own."""
    of_editions = {
        f"{language}-{market.code}": language
        for market in all_markets()
        for language in market.languages
    }
    return {code: code for code in content_languages()} | of_editions


# Asked some twenty times for a page.
@lru_cache(maxsize=1024)
def language_of(code: str) -> str:
    """The content language of an edition or of any language code: ``es-co`` → ``es``,
    ``fil-ph`` → ``fil``, ``zh-hans-cn`` → ``zh-hans``. Of one that content is not written in
    the first part.
    """
    known = _language_by_code()
    parts = code.lower().split("-")
    beginnings = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((known[one] for one in beginnings if one in known), parts[0])


def html_language(edition: str) -> str:
    """An edition as HTML writes it: ``es-co`` → ``es-CO``. Of a language that names a country
    itself the market's counts: ``pt-br-ao`` → ``pt-AO``."""
    language = language_of(edition)
    country = edition[len(language) + 1 :].upper()
    if not country:
        return language
    head, _, region = language.rpartition("-")
    return f"{head if len(region) == 2 and head else language}-{country}"


def current_edition() -> str:
    """The edition that is being served, or the default one outside the storefront."""
    language = get_language() or ""
    if is_edition(language):
        return language
    return edition_for_language(language)


def current_market() -> Market:
    return market_of(current_edition())


def content_languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)


def default_language() -> str:
    return content_languages()[0]


def edition_for_language(language: str, *, prefer: Market | None = None) -> str:
    """An edition that speaks ``language``: of the preferred market, else of the first that does.

    Falls back to the default market's own edition where nobody speaks it.
    """
    language = language_of(language)
    candidates = [prefer, *all_markets()] if prefer else all_markets()
    for market in candidates:
        if language in market.languages:
            return market.edition(language)
    return default_market().default_edition


def preferred_edition(request, *, language: str | None = None) -> str:
    """Where a visitor without an edition belongs: their cookie, their browser, the default.

    With ``language`` (``es``) the answer speaks it: the visitor's market if it does, else the
    first that does.
    """
    cookie = request.COOKIES.get(EDITION_COOKIE, "")
    if is_edition(cookie):
        wanted = cookie
    else:
        accepted = get_language_from_request(request)
        wanted = accepted if is_edition(accepted) else edition_for_language(accepted)
    if language is None or language_of(wanted) == language:
        return wanted
    return edition_for_language(language, prefer=market_of(wanted))
