"""Showing drafts on the real page: one mode for each market that reads the language.

Words do not know the pages that show them. Who draws a page says so when it is loaded:

    register(ProductCopy, path=path_of, draw=product_preview)
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from markets.lookup import all_markets, edition_for_language, language_of
from markets.names import country_name, language_name
from markets.storefront_urls import absolute, join


@dataclass(frozen=True)
class PreviewPage:
    """The page that shows some words.

    ``path(words, language)`` is its neutral path, "/" while it has none; ``draw(request, words)``
    its answer with draft words, to a request that looks like a shopper's.
    """

    path: Callable[..., str]
    draw: Callable[[HttpRequest, object], HttpResponse]


_pages: dict[type, PreviewPage] = {}


def register(
    model: type, *, path: Callable[..., str], draw: Callable[[HttpRequest, object], HttpResponse]
) -> None:
    """Say which page shows the words of a model (``PreviewPage``). Called from ``ready``."""
    _pages[model] = PreviewPage(path, draw)


class CatalogPreview:
    """For words with a page. Which one it is was registered for their model."""

    @property
    def preview_page(self) -> PreviewPage:
        return _pages[type(self)]

    @property
    def preview_modes(self):
        language = self.locale.language_code
        spoken = translation.get_language() or language
        return [
            (
                market.edition(language),
                f"{country_name(market, spoken)} ({language_name(language)})",
            )
            for market in all_markets()
            if language in market.languages
        ] or [(edition_for_language(language), language_name(language))]

    def make_preview_request(
        self, original_request=None, preview_mode=None, extra_request_attrs=None
    ):
        """The preview goes through the middleware at the page's address in the mode's edition,
        and leaves the editor's own language and clock as they were.
        """
        modes = dict(self.preview_modes)
        self._preview_edition = preview_mode if preview_mode in modes else next(iter(modes))
        zone = timezone.get_current_timezone()
        with translation.override(translation.get_language()), timezone.override(zone):
            return super().make_preview_request(
                original_request, self._preview_edition, extra_request_attrs
            )

    def _get_dummy_header_url(self, original_request=None):
        edition = self._preview_edition
        path = join(edition=edition, rest=self.preview_page.path(self, language_of(edition)))
        if original_request is not None:
            return original_request.build_absolute_uri(path)
        return absolute(path)

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        return self.preview_page.draw(request, self)
