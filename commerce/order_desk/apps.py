from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrderDeskConfig(AppConfig):
    """The staff's screens for orders. It owns no table: every write goes through
    ``commerce.orders``."""

    name = "commerce.order_desk"
    label = "order_desk"
    verbose_name = _("Order desk")

    def ready(self):
        from . import roles

        roles.register()
