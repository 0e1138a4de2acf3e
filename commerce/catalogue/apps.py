from oscar.apps.catalogue.apps import CatalogueConfig as OscarCatalogueConfig


class CatalogueConfig(OscarCatalogueConfig):
    name = "commerce.catalogue"

    def ready(self):
        from . import receivers  # noqa: F401
