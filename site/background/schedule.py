"""The timetable: which tasks are queued when. ``manage.py runscheduler`` reads it.

An app says so in its ``tasks.py``, beside the task itself:

    @every(minutes=5)
    @retrying_task()
    def release_expired_reservations() -> None: ...

    @daily(at="03:15")
    @retrying_task()
    def forget_old_searches() -> None: ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time, timedelta

from django.conf import settings
from django_tasks.base import Task


@dataclass(frozen=True)
class Entry:
    """One line of the timetable. Either ``interval`` or ``at`` (in ``settings.TIME_ZONE``)."""

    task: Task
    interval: timedelta | None = None
    at: time | None = None

    @property
    def name(self) -> str:
        return self.task.module_path

    @property
    def when(self) -> str:
        if self.interval:
            return f"every {self.interval}"
        return f"daily at {self.at:%H:%M} ({settings.TIME_ZONE})"


_entries: dict[str, Entry] = {}


def timetable() -> tuple[Entry, ...]:
    """Everything that runs by the clock, by name."""
    return tuple(_entries[name] for name in sorted(_entries))


def every(**interval: float) -> Callable[[Task], Task]:
    """Queue the task at this interval: ``@every(minutes=5)``. Raises ValueError below 10 s.

    The first time is one interval after the scheduler starts, at most a minute. A task is not
    queued while the last one of its name still waits, so a long night without a worker does
    not end in a thousand repeats.
    """
    length = timedelta(**interval)
    if length < timedelta(seconds=10):
        raise ValueError("The timetable is for intervals of ten seconds and more.")
    return lambda task: _add(Entry(task, interval=length))


def daily(*, at: str) -> Callable[[Task], Task]:
    """Queue the task once a day: ``@daily(at="03:15")`` on the clock of ``settings.TIME_ZONE``."""
    moment = time.fromisoformat(at)
    return lambda task: _add(Entry(task, at=moment))


def _add(entry: Entry) -> Task:
    if not isinstance(entry.task, Task):
        raise TypeError("The timetable wants a task: put the decorator above @retrying_task.")
    _entries[entry.name] = entry
    return entry.task
