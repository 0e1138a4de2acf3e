from django.apps import AppConfig


class SalesCountingConfig(AppConfig):
    """Counts from orders what sells and what is bought together.

    It has no table: what it writes is ``commerce.recommendations``, which pages read and which
    knows no order.
    """

    name = "commerce.sales_counting"
    label = "sales_counting"

    def ready(self):
        from . import receivers  # noqa: F401
