"""Queueing by the clock, and taking jobs back from workers that died."""

import logging
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from .locks import locked
from .models import DEAD_AFTER, Heartbeat, TimetableRun
from .schedule import Entry

logger = logging.getLogger(__name__)

# A job that has already taken this many workers with it is not given to another one.
MAX_WORKERS_LOST = 3
# So far the clocks of the machines may be apart.
CLOCKS_AGREE = DEAD_AFTER


class WorkerLostError(Exception):
    """Several workers in a row died while they ran this job."""


def queue_if_due(*, entry: Entry) -> bool:
    """Queue the entry's task unless it was queued within its time, or still waits. Says whether.

    May be called by several schedulers at once: the row lock lets one of them through.
    """
    now = timezone.now()
    if entry.interval:
        # A tenth of slack: a scheduler's tick is never exactly on time.
        last_allowed = now - entry.interval * 0.9
    else:
        local = timezone.localtime(now, timezone.get_default_timezone())
        today = local.replace(
            hour=entry.at.hour, minute=entry.at.minute, second=entry.at.second, microsecond=0
        )
        last_allowed = today if today <= local else today - timedelta(days=1)
    TimetableRun.objects.get_or_create(name=entry.name)
    with transaction.atomic():
        # Queued in the future: the clock was ahead, and nobody waits until it is as late again.
        due = (
            Q(queued_at=None) | Q(queued_at__lt=last_allowed) | Q(queued_at__gt=now + CLOCKS_AGREE)
        )
        ours = TimetableRun.objects.filter(due, name=entry.name).update(queued_at=now)
        if not ours:
            return False
        waiting = DBTaskResult.objects.filter(
            task_path=entry.name, status=TaskResultStatus.READY, backend_name=entry.task.backend
        )
        if waiting.exists():
            return False
        entry.task.enqueue()
    return True


def take_back_lost_jobs() -> int:
    """Queue again what ran on a worker that gives no sign of life. Returns how many.

    A worker started without signs of life (plain ``db_worker``) is given an hour. A job that
    lost three workers is marked as failed instead: it may be what kills them.
    """
    now = timezone.now()
    alive = set(
        Heartbeat.objects.alive()
        .filter(kind=Heartbeat.Kind.WORKER)
        .values_list("process_id", flat=True)
    )
    taken = 0
    running = DBTaskResult.objects.filter(
        Q(started_at__lt=now - DEAD_AFTER) | Q(started_at__gt=now + CLOCKS_AGREE),
        status=TaskResultStatus.RUNNING,
    )
    for job_id, worker_ids, started_at in running.values_list("pk", "worker_ids", "started_at"):
        worker = worker_ids[-1] if worker_ids else ""
        beats = worker.startswith(Heartbeat.Kind.WORKER)
        if worker in alive or (not beats and started_at > now - timedelta(hours=1)):
            continue
        with transaction.atomic():
            job = (
                locked(DBTaskResult.objects.filter(pk=job_id, started_at=started_at))
                .filter(status=TaskResultStatus.RUNNING)
                .first()
            )
            if job is None:
                continue
            if len(job.worker_ids) >= MAX_WORKERS_LOST:
                job.set_failed(WorkerLostError(f"{len(job.worker_ids)} workers were lost"))
                logger.error("Job %s was given up: it lost its workers", job.task_path)
            else:
                job.status = TaskResultStatus.READY
                job.started_at = None
                job.save(update_fields=["status", "started_at"])
                logger.warning("Job %s was taken back from a lost worker", job.task_path)
                taken += 1
    Heartbeat.objects.filter(beat_at__lt=now - timedelta(days=1)).delete()
    return taken
