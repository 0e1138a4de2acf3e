from django.apps import AppConfig


class ProductListsConfig(AppConfig):
    """Pages and blocks that show products beside the catalogue: what is new, what sells, offers.

    It has no table: which products they are is for ``commerce.recommendations`` and
    ``commerce.offers`` to say.
    """

    name = "commerce.product_lists"
    label = "product_lists"

    def ready(self):
        from cms.addresses import link_targets, sitemaps

        from .link_targets import offers_page, product_lists
        from .sitemap import entries

        link_targets.register_targets(product_lists)
        link_targets.register_targets(offers_page)
        sitemaps.register_entries(entries)
