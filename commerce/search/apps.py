from oscar.apps.search.apps import SearchConfig as OscarSearchConfig


class SearchConfig(OscarSearchConfig):
    name = "commerce.search"

    def ready(self):
        from . import receivers

        receivers.follow_deleted_pages()
