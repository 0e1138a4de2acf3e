from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CartConfig(AppConfig):
    """The cart: Oscar's basket in one market, with offers, coupons and a quote."""

    name = "commerce.cart"
    label = "cart"
    verbose_name = _("Cart")

    def ready(self):
        from cms.web.visitor import register_part

        from .views import cart_count

        register_part("cart_count", cart_count)
