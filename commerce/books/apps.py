from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BooksConfig(AppConfig):
    name = "commerce.books"
    label = "books"
    verbose_name = _("Reconciliation")

    def ready(self):
        from background.health import register_health_check

        from .health import books_are_compared

        register_health_check("books", books_are_compared)
