from django.utils.translation import gettext_lazy as _
from oscar.apps.checkout.apps import CheckoutConfig as OscarCheckoutConfig


class CheckoutConfig(OscarCheckoutConfig):
    name = "commerce.checkout"

    def ready(self):
        # Not Oscar's: it loads views of its own that have no pages here.
        from people import overview, portal
        from people.panels import Panel

        from . import receivers  # noqa: F401 - they connect
        from .address_views import tile_summary, usual_panel
        from .limits import forget_who_placed
        from .signals import order_confirmed, order_released

        for settled in (order_confirmed, order_released):
            settled.connect(forget_who_placed, dispatch_uid="forget_who_placed")

        portal.register_tile(
            portal.Tile(
                key="addresses",
                label=_("Addresses"),
                url_name="addresses:list",
                icon="map-pin",
                order=20,
                group="buying",
                summary=tile_summary,
            )
        )
        overview.panels.register(
            Panel(heading=_("Where we send"), html=usual_panel, icon="map-pin", order=20)
        )
