"""Finding a market: by code, by variant, by what a visitor seems to want."""

from functools import cache

from django.conf import settings
from django.utils.translation import get_language, get_language_from_request

from .registry import Market

VARIANT_COOKIE = "variant"


@cache
def all_markets() -> tuple[Market, ...]:
    """Every market the company sells in, in the order of the country switch."""
    return tuple(settings.MARKETS)


@cache
def _by_code() -> dict[str, Market]:
    return {market.code: market for market in all_markets()}


@cache
def _by_variant() -> dict[str, Market]:
    return {variant: market for market in all_markets() for variant in market.variants}


def default_market() -> Market:
    return all_markets()[0]


def get_market(code: str) -> Market:
    """The market with this code. Raises KeyError where there is none."""
    return _by_code()[code]


def all_variants() -> tuple[str, ...]:
    return tuple(_by_variant())


def is_variant(code: str) -> bool:
    return code in _by_variant()


def market_of(variant: str) -> Market:
    """The market a variant (``es-co``) belongs to. Raises KeyError for anything else."""
    return _by_variant()[variant]


@cache
def _language_by_code() -> dict[str, str]:
    """Of our variants and content languages, either of which may have hyphens of its own."""
    of_variants = {
        f"{language}-{market.code}": language
        for market in all_markets()
        for language in market.languages
    }
    return {code: code for code in content_languages()} | of_variants


def language_of(code: str) -> str:
    """The content language of a variant or of any language code: ``es-co`` → ``es``,
    ``fil-ph`` → ``fil``, ``zh-hans-cn`` → ``zh-hans``. Of one that content is not written in
    the first part.
    """
    known = _language_by_code()
    parts = code.lower().split("-")
    beginnings = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((known[one] for one in beginnings if one in known), parts[0])


def html_language(variant: str) -> str:
    """A variant as HTML writes it: ``es-co`` → ``es-CO``. Of a language that names a country
    itself the market's counts: ``pt-br-ao`` → ``pt-AO``."""
    language = language_of(variant)
    country = variant[len(language) + 1 :].upper()
    if not country:
        return language
    head, _, region = language.rpartition("-")
    return f"{head if len(region) == 2 and head else language}-{country}"


def current_variant() -> str:
    """The variant that is being served, or the default one outside the storefront."""
    language = get_language() or ""
    if is_variant(language):
        return language
    return variant_for_language(language)


def current_market() -> Market:
    return market_of(current_variant())


def content_languages() -> tuple[str, ...]:
    return tuple(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)


def default_language() -> str:
    return content_languages()[0]


def variant_for_language(language: str, *, prefer: Market | None = None) -> str:
    """A variant that speaks ``language``: of the preferred market, else of the first that does.

    Falls back to the default market's own variant where nobody speaks it.
    """
    language = language_of(language)
    candidates = [prefer, *all_markets()] if prefer else all_markets()
    for market in candidates:
        if language in market.languages:
            return market.variant(language)
    return default_market().default_variant


def preferred_variant(request, *, language: str | None = None) -> str:
    """Where a visitor without a variant belongs: their cookie, their browser, the default.

    With ``language`` (``es``) the answer speaks it: the visitor's market if it does, else the
    first that does.
    """
    cookie = request.COOKIES.get(VARIANT_COOKIE, "")
    if is_variant(cookie):
        wanted = cookie
    else:
        accepted = get_language_from_request(request)
        wanted = accepted if is_variant(accepted) else variant_for_language(accepted)
    if language is None or language_of(wanted) == language:
        return wanted
    return variant_for_language(language, prefer=market_of(wanted))
