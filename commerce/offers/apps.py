from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OffersConfig(AppConfig):
    """What Oscar's offers and vouchers lack: markets, words, and an engine that costs the same
    for one offer and for a hundred."""

    name = "commerce.offers"
    label = "offers"
    verbose_name = _("Offers")

    def ready(self):
        from cms.addresses import sitemaps

        from .link_targets import register
        from .sitemap import entries

        register()
        sitemaps.add_source(entries)
