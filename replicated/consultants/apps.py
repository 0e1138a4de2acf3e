from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConsultantsConfig(AppConfig):
    name = "replicated.consultants"
    label = "consultants"
    verbose_name = _("Consultants")

    def ready(self):
        from people import naming

        from . import receivers, reserved, roles

        roles.register()
        receivers.register_audiences()
        naming.register_check(reserved.refuse_sellers_name)
