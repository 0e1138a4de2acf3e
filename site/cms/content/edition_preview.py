"""Previews as a shopper will see the page: one mode for each market that reads the language."""

from django.utils import timezone, translation

from markets.lookup import all_markets, current_edition
from markets.names import country_name, language_name
from markets.storefront_urls import absolute, join

from ..addresses.routing import source_edition


class EditionPreview:
    """For what has a ``locale`` and is previewed by Wagtail: pages, and words that a page shows.

    A mode is the code of an edition. The preview goes through the middleware at the address that
    ``preview_path`` gives, in the mode's edition.
    """

    # The edition that is previewed; None before ``make_preview_request``.
    _preview_edition: str | None = None

    def preview_path(self, edition: str) -> str:
        """The neutral path of what is previewed; "/" while it has none."""
        raise NotImplementedError

    def is_previewed_in(self, market) -> bool:
        """Whether there is a mode for a market that reads the language."""
        return True

    @property
    def preview_modes(self):
        language = self.locale.language_code
        spoken = translation.get_language() or language
        own = language_name(language)
        return [
            (market.edition(language), f"{country_name(market, spoken)} ({own})")
            for market in all_markets()
            if language in market.languages and self.is_previewed_in(market)
        ] or [(source_edition(language, current_edition()), own)]

    def make_preview_request(
        self, original_request=None, preview_mode=None, extra_request_attrs=None
    ):
        """The editor's own language and clock are left as they were."""
        modes = dict(self.preview_modes)
        self._preview_edition = preview_mode if preview_mode in modes else next(iter(modes))
        zone = timezone.get_current_timezone()
        with translation.override(translation.get_language()), timezone.override(zone):
            return super().make_preview_request(
                original_request, self._preview_edition, extra_request_attrs
            )

    def _get_dummy_header_url(self, original_request=None):
        edition = self._preview_edition
        if edition is None:
            return super()._get_dummy_header_url(original_request)
        path = join(edition=edition, rest=self.preview_path(edition))
        if original_request is not None:
            return original_request.build_absolute_uri(path)
        return absolute(path)
