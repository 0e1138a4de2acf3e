from oscar.apps.basket.apps import BasketConfig as OscarBasketConfig


class BasketConfig(OscarBasketConfig):
    name = "commerce.basket"

    def ready(self):
        """Not Oscar's: it loads views of its own that have no pages here."""
