from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LabelsConfig(AppConfig):
    name = "commerce.labels"
    label = "labels"
    verbose_name = _("Product labels")

    def ready(self):
        from . import receivers  # noqa: F401
