"""What turned by the clock alone since somebody last looked.

A task that looks for dates that passed (a price list began, a label ended) must not look back a
fixed time: after a longer outage of the worker it would miss some for good.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks.base import Task

from .models import TimetableRun

# So far back looks a task that has never finished: a new shop, or one from before this was noted.
AT_FIRST = timedelta(days=30)
# Clocks of several machines differ, and a date may be saved while the task runs.
OVERLAP = timedelta(minutes=10)


@contextmanager
def since_last_run(
    task: Task, *, at_least: timedelta = OVERLAP
) -> Iterator[tuple[datetime, datetime]]:
    """The two moments between which a task of the timetable looks, the earlier one first.

        with since_last_run(refresh_after_price_dates) as (since, until): ...

    From the moment that its last run *that finished* looked up to, however long ago, and
    ``at_least`` so far back; to now. Where the clock has been put back since, from now to
    what that run took for now: what had begun has not yet. Leaving the block without an error
    notes that everything up to now was looked at. Runs side by side look twice, never too little.
    """
    run, _made = TimetableRun.objects.get_or_create(name=task.module_path)
    now = timezone.now()
    seen = run.done_until or now - AT_FIRST
    yield min(seen - OVERLAP, now - at_least), max(seen, now)
    # Unless another run has noted its own moment meanwhile.
    TimetableRun.objects.filter(pk=run.pk, done_until=run.done_until).update(done_until=now)
