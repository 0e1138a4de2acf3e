from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig


class CatalogueConfig(OscarCatalogueConfig):
    name = "commerce.catalogue"

    def ready(self):
        from cms.addresses import sitemaps

        from . import previews, receivers  # noqa: F401
        from .sitemap import entries

        sitemaps.register_entries(entries)
        previews.register()
