from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OffersConfig(AppConfig):
    """What Oscar's offers and vouchers lack: markets, translations, and an engine whose number of
    queries does not grow with the number of offers."""

    name = "commerce.offers"
    label = "offers"
    verbose_name = _("Offers")
