from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PoliciesConfig(AppConfig):
    name = "commerce.policies"
    label = "policies"
    verbose_name = _("Checkout policies")

    def ready(self):
        from . import receivers  # noqa: F401
