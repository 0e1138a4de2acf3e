"""Showing drafts on the real page: one mode for each market that reads the language.

Words do not know the pages that show them. Who draws a page says so when it is loaded:

    register_preview(ProductCopy, path=path_of, draw=product_preview)
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from cms.content.edition_preview import EditionPreview
from markets.lookup import language_of


@dataclass(frozen=True)
class PreviewPage:
    """The page that shows some words.

    ``path(words, language)`` is its neutral path, "/" while it has none; ``draw(request, words)``
    its answer with draft words, to a request that looks like a shopper's.
    """

    path: Callable[..., str]
    draw: Callable[[HttpRequest, object], HttpResponse]


_pages: dict[type, PreviewPage] = {}


def register_preview(
    model: type, *, path: Callable[..., str], draw: Callable[[HttpRequest, object], HttpResponse]
) -> None:
    """Say which page shows the words of a model (``PreviewPage``). Called from ``ready``."""
    _pages[model] = PreviewPage(path, draw)


class CatalogPreview(EditionPreview):
    """For words with a page. Which one it is was registered for their model."""

    @property
    def preview_page(self) -> PreviewPage:
        return _pages[type(self)]

    def preview_path(self, edition) -> str:
        return self.preview_page.path(self, language_of(edition))

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        return self.preview_page.draw(request, self)
