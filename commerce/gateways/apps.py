from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GatewaysConfig(AppConfig):
    name = "commerce.gateways"
    label = "gateways"
    verbose_name = _("Payments")

    def ready(self):
        from commerce.charges import kinds

        from . import checks  # noqa: F401
        from .fees import CashOnDeliveryFee

        kinds.register_charge(CashOnDeliveryFee())
