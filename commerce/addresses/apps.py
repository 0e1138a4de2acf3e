from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AddressesConfig(AppConfig):
    """Addresses as each country writes them, and every customer's book of them (Oscar's table)."""

    name = "commerce.addresses"
    label = "addresses"
    verbose_name = _("Addresses")

    def ready(self):
        from people import overview, portal
        from people.panels import Panel

        from .views import tile_summary, usual_panel

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
