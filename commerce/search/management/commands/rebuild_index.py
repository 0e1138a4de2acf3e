from django.core.management.base import CommandError
from haystack import connections
from haystack.management.commands import rebuild_index

from commerce.search import services, terms


class Command(rebuild_index.Command):
    """Haystack's command, without downtime: an engine with ``rebuild`` builds a new index beside
    the one in use. Another engine is emptied and filled, as in haystack. Same options."""

    help = "Index everything anew. Whoosh: at a new place, so that searching never finds it empty."

    def handle(self, **options):
        for alias in options["using"] or ["default"]:
            if alias not in connections.connections_info:
                raise CommandError(f"There is no search connection called {alias}.")
            backend = connections[alias].get_backend()
            if not hasattr(backend, "rebuild"):
                super().handle(**{**options, "using": [alias]})
                continue
            count = services.rebuild(using=alias)
            if options["verbosity"]:
                self.stdout.write(f"{count} documents")
        terms.rebuild()
