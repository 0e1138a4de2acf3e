"""What the lists and the offers page add to the sitemap (``cms.addresses.sitemaps``)."""

from collections.abc import Iterator

from cms.addresses.sitemaps import Entry
from markets.lookup import content_languages
from markets.storefront_urls import path_of

from .pages import LISTS


def entries() -> Iterator[Entry]:
    for name in LISTS:
        yield Entry({language: path_of(name, language) for language in content_languages()})
    yield Entry({language: path_of("offers", language) for language in content_languages()})
