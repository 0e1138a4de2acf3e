"""Showing drafts on the real page: one mode for each market that reads the language."""

from django.utils import timezone, translation

from cms.frame.country_names import country_name
from markets.lookup import all_markets, language_of, variant_for_language
from markets.names import language_name
from markets.storefront_urls import absolute, join


class CatalogPreview:
    """For words with a page. Says where the page is (``preview_path``) and which view draws it
    (``draw_preview``); the view gets the draft and a request that looks like a shopper's.
    """

    def preview_path(self, language: str) -> str:
        """The neutral path of the page, "/" while it has none."""
        raise NotImplementedError

    def draw_preview(self, request):
        raise NotImplementedError

    @property
    def preview_modes(self):
        language = self.locale.language_code
        spoken = translation.get_language() or language
        return [
            (
                market.variant(language),
                f"{country_name(market.country, spoken)} ({language_name(language)})",
            )
            for market in all_markets()
            if language in market.languages
        ] or [(variant_for_language(language), language_name(language))]

    def make_preview_request(
        self, original_request=None, preview_mode=None, extra_request_attrs=None
    ):
        """The preview goes through the middleware at the page's address in the mode's variant,
        and leaves the editor's own language and clock as they were.
        """
        modes = dict(self.preview_modes)
        self._preview_variant = preview_mode if preview_mode in modes else next(iter(modes))
        zone = timezone.get_current_timezone()
        with translation.override(translation.get_language()), timezone.override(zone):
            return super().make_preview_request(
                original_request, self._preview_variant, extra_request_attrs
            )

    def _get_dummy_header_url(self, original_request=None):
        variant = self._preview_variant
        path = join(variant=variant, rest=self.preview_path(language_of(variant)))
        if original_request is not None:
            return original_request.build_absolute_uri(path)
        return absolute(path)

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        return self.draw_preview(request)


class ProductPreview(CatalogPreview):
    def preview_path(self, language: str) -> str:
        listing = self.product.listings.filter(language=language).first()
        return listing.path if listing else "/"

    def draw_preview(self, request):
        from commerce.catalogue.views import product_preview

        return product_preview(request, self)


class CategoryPreview(CatalogPreview):
    def preview_path(self, language: str) -> str:
        from commerce.catalogue.tree import build_tree

        node = build_tree(language).nodes.get(self.category_id)
        return node.path if node else "/"

    def draw_preview(self, request):
        from commerce.catalogue.views import category_preview

        return category_preview(request, self)
