from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BooksConfig(AppConfig):
    name = "commerce.books"
    label = "books"
    verbose_name = _("Reconciliation")

    def ready(self):
        from background.health import register_health_check
        from people import privacy

        from .health import books_are_compared
        from .privacy import forget_payers, statement_lines_of

        register_health_check("books", books_are_compared)
        privacy.register_exporter("statement_lines", statement_lines_of)
        privacy.register_eraser("statement_lines", forget_payers)
