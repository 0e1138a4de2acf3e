from oscar.apps.basket.apps import BasketConfig as OscarBasketConfig


class BasketConfig(OscarBasketConfig):
    name = "commerce.basket"

    def ready(self):
        from cms.web.visitor import contribute

        from .views import cart_count

        contribute("cart_count", cart_count)
