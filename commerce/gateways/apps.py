from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GatewaysConfig(AppConfig):
    name = "commerce.gateways"
    label = "gateways"
    verbose_name = _("Payments")

    def ready(self):
        from background.health import register_health_check
        from commerce.charges import kinds

        from . import checks  # noqa: F401
        from .fees import CashOnDeliveryFee
        from .keys import keys_are_taken

        kinds.register_charge(CashOnDeliveryFee())
        register_health_check("payment_keys", keys_are_taken)
