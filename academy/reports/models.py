"""Files that staff ask for, written by a job."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.dates import staff_moment


class ReportExport(models.Model):
    """A file with the learners of a report. It belongs to who asked for it, and is deleted after a
    week (``tasks``).

    ``asked``: the report's filters, as its address has them. ``language``: of words in the file.
    ``content``: the file, compressed with gzip; empty until ``finished_at``.
    """

    class Kind(models.TextChoices):
        CSV = "csv", "CSV"
        XLSX = "xlsx", "XLSX"
        JSONL = "jsonl", _("Progress by lesson (JSON lines)")

    by = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="+", on_delete=models.CASCADE)
    kind = models.CharField(_("Kind"), max_length=8, choices=Kind)
    asked = models.JSONField(default=dict)
    language = models.CharField(max_length=12)
    created_at = models.DateTimeField(_("Created"), auto_now_add=True)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True)
    content = models.BinaryField(default=bytes)

    class Meta:
        verbose_name = _("File of a report")
        verbose_name_plural = _("Files of reports")
        ordering = ["-created_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.created_at:%Y-%m-%d %H:%M}"

    @property
    def asked_at(self) -> str:
        return staff_moment(self.created_at)

    @property
    def percent(self) -> int:
        if self.finished_at:
            return 100
        return min(99, 100 * self.rows_done // self.rows_total) if self.rows_total else 0
