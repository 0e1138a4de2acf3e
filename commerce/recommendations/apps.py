from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecommendationsConfig(AppConfig):
    name = "commerce.recommendations"
    label = "recommendations"
    verbose_name = _("Recommendations")

    def ready(self):
        from cms.addresses import link_targets, sitemaps

        from . import receivers  # noqa: F401
        from .link_targets import product_lists
        from .sitemap import entries

        link_targets.offer(product_lists)
        sitemaps.add_source(entries)
