from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ListingsConfig(AppConfig):
    name = "commerce.listings"
    label = "listings"
    verbose_name = _("Listings")

    def ready(self):
        from . import receivers  # noqa: F401
