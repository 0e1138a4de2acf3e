"""Signs of life of the processes beside the web server, and what the timetable has queued."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A process writes a sign of life this often, and counts as dead after six missed ones.
BEAT = timedelta(seconds=20)
DEAD_AFTER = BEAT * 6


class HeartbeatQuerySet(models.QuerySet):
    def alive(self) -> "HeartbeatQuerySet":
        """A sign of life from far ahead was written by a clock that was wrong: it is none."""
        now = timezone.now()
        return self.filter(beat_at__range=(now - DEAD_AFTER, now + DEAD_AFTER))


class Heartbeat(models.Model):
    """One running worker or scheduler. The row goes when the process stops in an orderly way."""

    class Kind(models.TextChoices):
        WORKER = "worker", _("Worker")
        SCHEDULER = "scheduler", _("Scheduler")

    process_id = models.CharField(_("Process"), max_length=64, unique=True)
    kind = models.CharField(_("Kind"), max_length=16, choices=Kind)
    started_at = models.DateTimeField(_("Started"), auto_now_add=True)
    beat_at = models.DateTimeField(_("Last sign of life"), default=timezone.now)

    objects = HeartbeatQuerySet.as_manager()

    class Meta:
        verbose_name = _("Sign of life")
        verbose_name_plural = _("Signs of life")

    def __str__(self) -> str:
        return f"{self.kind} {self.process_id}"


class TimetableRun(models.Model):
    """When a task of the timetable was last queued. Lets several schedulers run side by side:
    whoever updates the row queues the task. For a task that looks for dates that passed, also up
    to when it has looked (``windows.since_last_run``)."""

    name = models.CharField(_("Task"), max_length=200, unique=True)
    queued_at = models.DateTimeField(_("Queued"), null=True)
    done_until = models.DateTimeField(_("Looked at until"), null=True)

    class Meta:
        verbose_name = _("Run of the timetable")
        verbose_name_plural = _("Runs of the timetable")

    def __str__(self) -> str:
        return self.name
