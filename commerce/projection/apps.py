from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectionConfig(AppConfig):
    """Builds the listings. It has no table of its own: what it writes is ``commerce.listings``."""

    name = "commerce.projection"
    label = "projection"
    verbose_name = _("Building of listings")

    def ready(self):
        from . import receivers  # noqa: F401
