from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MerchandisingConfig(AppConfig):
    """The merchandiser's screens in the Wagtail admin. It has no tables of its own."""

    name = "commerce.merchandising"
    label = "merchandising"
    verbose_name = _("Catalog")

    def ready(self):
        from cms.back_office.start_page import register_panel

        from . import roles
        from .start_page import RunningOutPanel

        register_panel(RunningOutPanel)
        roles.register()
