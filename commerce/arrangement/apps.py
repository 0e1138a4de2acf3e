from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArrangementConfig(AppConfig):
    name = "commerce.arrangement"
    label = "arrangement"
    verbose_name = _("Catalog order")

    def ready(self):
        from . import receivers  # noqa: F401
