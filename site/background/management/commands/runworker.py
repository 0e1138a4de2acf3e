from django_tasks_db.management.commands.db_worker import Command as DatabaseWorker

from background.heartbeat import heartbeat, new_process_id
from background.models import Heartbeat


class Command(DatabaseWorker):
    """The queue's own worker, giving signs of life, so that jobs of a dead one are taken back."""

    help = "Run background jobs until stopped; Ctrl-C lets the current job finish"

    def handle(self, **options):
        options["worker_id"] = new_process_id("worker")
        # The reloader kills a worker in the middle of a job, also on a laptop.
        options["reload"] = False
        with heartbeat(options["worker_id"], Heartbeat.Kind.WORKER):
            super().handle(**options)
