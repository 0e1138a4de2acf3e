"""Queueing that belongs to a transaction: the job is there if, and only if, the change is.

The queue lies in the shop's own database, so a job that is queued *inside* a transaction commits
with it (the "transactional outbox"): a process that dies a moment after the commit loses nothing.
Where the queue is another system (Redis), jobs wait for the commit instead; what such an
installation can lose in that moment is queued again by the timetable (``commerce.orders.tasks``).

    with transaction.atomic():
        order.set_status("confirmed")
        queue(mail_order, order_id=order.pk, kind="confirmed")
"""

from collections.abc import Iterable

from django.db import connection, transaction
from django_tasks.base import Task
from django_tasks_db import DatabaseBackend
from django_tasks_db.models import DBTaskResult


def queue(task: Task, **arguments) -> None:
    """Queue one job with the current transaction; at once where there is none.

    ``arguments`` are the task's, plain JSON.
    """
    if isinstance(task.get_backend(), DatabaseBackend):
        task.enqueue(**arguments)
        return
    transaction.on_commit(lambda: task.enqueue(**arguments), robust=_is_remote(task))


def gather(task: Task, *, everything: bool = False, **ids: Iterable[int]) -> None:
    """Queue one job for all calls of a transaction: the ids of each call are put together.

    The task takes lists of ids by these names, and ``everything`` where that is used. Costs one
    INSERT for the first call of a transaction, and one UPDATE for a later one that adds to it.
    """
    gathered = next(
        (
            function
            for _savepoints, function, *_robust in connection.run_on_commit
            if isinstance(function, Gathered) and function.task is task and not function.sent
        ),
        None,
    )
    if gathered is None:
        gathered = Gathered(task)
        # Django forgets it with a savepoint that is rolled back, as the database forgets the row.
        transaction.on_commit(gathered, robust=_is_remote(task))
        if gathered.sent:
            # No transaction: it ran at once, with nothing to do.
            gathered.add(everything, ids)
            gathered.enqueue()
            return
    gathered.add(everything, ids)


def _is_remote(task: Task) -> bool:
    """A queue elsewhere may be away: the hooks of a commit that follow must run all the same.
    Tests run jobs at once, and want to hear of their failures."""
    return task.get_backend().supports_defer


class Gathered:
    """What one transaction asked of one task."""

    def __init__(self, task: Task):
        self.task = task
        self.everything = False
        self.ids: dict[str, set[int]] = {}
        # Tests run callbacks without leaving the transaction: what was sent takes no more.
        self.sent = False
        self._row = None
        self._written_in: list[str] | None = None

    def add(self, everything: bool, ids: dict[str, Iterable[int]]) -> None:
        before = self.arguments
        self.everything = self.everything or everything
        for name, keys in ids.items():
            self.ids.setdefault(name, set()).update(key for key in keys if key)
        if self.sent or not isinstance(self.task.get_backend(), DatabaseBackend):
            return
        here = list(connection.savepoint_ids)
        if self._row is None:
            if self.arguments:
                self._row = self.task.enqueue(**self.arguments).id
                self._written_in = here
        elif self.arguments != before or here[: len(self._written_in)] != self._written_in:
            # What was written in a savepoint may have been taken back with it.
            DBTaskResult.objects.filter(pk=self._row).update(
                args_kwargs={"args": [], "kwargs": self.arguments}
            )
            self._written_in = here

    @property
    def arguments(self) -> dict:
        if self.everything:
            return {"everything": True}
        return {name: sorted(keys) for name, keys in self.ids.items() if keys}

    def enqueue(self) -> None:
        if self.arguments:
            self.task.enqueue(**self.arguments)

    def __call__(self) -> None:
        """The commit: a queue of our own has the job already, another one gets it now."""
        self.sent = True
        if self._row is None:
            self.enqueue()
