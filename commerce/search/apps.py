from oscar.apps.search.apps import SearchConfig as OscarSearchConfig


class SearchConfig(OscarSearchConfig):
    name = "commerce.search"

    def ready(self):
        from cms.back_office.start_page import register_panel

        from . import receivers
        from .start_page import FailedSearchesPanel

        receivers.connect_page_deletion()
        register_panel(FailedSearchesPanel)
