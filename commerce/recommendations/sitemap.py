"""What the lists add to the sitemap (``cms.addresses.sitemaps``)."""

from collections.abc import Iterator

from cms.addresses.sitemaps import Entry
from markets.lookup import content_languages

from .lists import LISTS, list_path


def entries() -> Iterator[Entry]:
    for name in LISTS:
        yield Entry({language: list_path(name, language) for language in content_languages()})
