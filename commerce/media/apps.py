from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "commerce.media"
    label = "product_media"
    verbose_name = _("Product pictures")
