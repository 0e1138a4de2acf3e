"""The offers page in the sitemap."""

from collections.abc import Iterator

from cms.addresses.sitemaps import Entry
from markets.lookup import content_languages

from .pages import path_in


def entries() -> Iterator[Entry]:
    yield Entry({language: path_in(language) for language in content_languages()})
