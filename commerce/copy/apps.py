from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CopyConfig(AppConfig):
    name = "commerce.copy"
    label = "product_copy"
    verbose_name = _("Product texts")

    def ready(self):
        from . import receivers  # noqa: F401
