from babel.lists import format_list
from django.utils.translation import get_language

from markets.locales import known_locale
from markets.lookup import language_of


def listed(words: list[str]) -> str:
    """``["a", "b", "c"]`` within a sentence in the reader's language: "a, b, and c", "a, b y c"."""
    return format_list(words, locale=known_locale(language_of(get_language() or "")))
