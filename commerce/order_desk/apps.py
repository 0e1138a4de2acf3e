from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrderDeskConfig(AppConfig):
    """The staff's screens for orders. It owns no table: every write goes through
    ``commerce.orders``."""

    name = "commerce.order_desk"
    label = "order_desk"
    verbose_name = _("Order desk")

    def ready(self):
        from cms.back_office.start_page import register_panel, register_waiting
        from commerce.books.ways import may_settle

        from . import roles
        from .access import may_act
        from .start_page import SalesPanel, open_differences, waiting_orders

        register_waiting("orders", waiting_orders, is_for=may_act, order=10)
        register_waiting("differences", open_differences, is_for=may_settle, order=11)
        register_panel(SalesPanel)
        roles.register()
