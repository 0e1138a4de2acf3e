from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MerchandisingConfig(AppConfig):
    """The merchandiser's screens in the Wagtail admin. It owns no table: every write goes
    through the services of the app whose rows they are."""

    name = "commerce.merchandising"
    label = "merchandising"
    verbose_name = _("Catalog")

    def ready(self):
        from . import roles

        roles.register()
