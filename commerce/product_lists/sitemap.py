"""What the lists and the offers page add to the sitemap (``cms.addresses.sitemaps``)."""

from collections.abc import Iterator

from cms.addresses.sitemaps import Entry
from commerce.recommendations.lists import LISTS, list_path
from markets.lookup import content_languages

from .live_offers import path_in


def entries() -> Iterator[Entry]:
    for name in LISTS:
        yield Entry({language: list_path(name, language) for language in content_languages()})
    yield Entry({language: path_in(language) for language in content_languages()})
