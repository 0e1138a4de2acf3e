from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrdersConfig(AppConfig):
    """Orders from when they are placed: payments, parcels, mails, pages."""

    name = "commerce.orders"
    label = "orders"
    verbose_name = _("Orders")

    def ready(self):
        from background.health import register_health_check
        from people import overview, portal, privacy
        from people.code_purposes import Purpose, register_purpose
        from people.panels import Panel

        from . import mails, receivers  # noqa: F401
        from . import overview as own_overview
        from . import privacy as own
        from .stuck_money import money_arrives
        from .views import CODE_PURPOSE, no_order_mail

        mails.register_mails()
        register_health_check("payments", money_arrives)
        register_purpose(
            Purpose(name=CODE_PURPOSE, template="orders/mail/code", instead=no_order_mail)
        )
        portal.register_tile(
            portal.Tile(
                key="orders",
                label=_("Orders"),
                url_name="orders:history",
                icon="box",
                order=10,
                group="buying",
                summary=own.tile_summary,
            )
        )
        overview.register_reminder("orders", own_overview.reminders)
        overview.panels.register(
            Panel(
                heading=_("Your latest order"),
                html=own_overview.latest,
                icon="box",
                order=10,
                is_wide=True,
            )
        )
        privacy.register_exporter("orders", own.export_orders)
        privacy.register_eraser("orders", own.forget_orders, locks=own.lock_orders)
