from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Content")

    def ready(self):
        from people.mails import register_frame

        from . import receivers  # noqa: F401
        from .mails import brand_frame

        register_frame(brand_frame)
