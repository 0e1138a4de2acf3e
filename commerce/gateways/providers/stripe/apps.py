from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StripeConfig(AppConfig):
    """What Stripe keeps for customers of ours: their saved cards."""

    name = "commerce.gateways.providers.stripe"
    label = "stripe_cards"
    verbose_name = _("Saved cards")

    def ready(self):
        from people import portal, privacy

        from . import privacy as own
        from .views import may_have_cards

        portal.register_tile(
            portal.Tile(
                key="saved_cards",
                label=_("Saved cards"),
                url_name="cards:list",
                icon="card",
                order=30,
                group="buying",
                permission=may_have_cards,
            )
        )
        privacy.register_exporter("stripe_customers", own.customers_of)
        privacy.register_eraser("stripe_customers", own.forget_customers)
