"""Writing files of reports, and forgetting them."""

from datetime import timedelta

from django.db.models import F
from django.utils import timezone, translation

from background.retries import retrying_task
from background.schedule import daily

from .files import written
from .forms import ReportForm
from .models import ReportExport

KEPT = timedelta(days=7)


@retrying_task(max_attempts=3)
def write_export(export_id: int) -> None:
    """Write a file from its beginning, unless it is written or was forgotten meanwhile."""
    export = ReportExport.objects.filter(pk=export_id, finished_at=None).first()
    if export is None:
        return
    this = ReportExport.objects.filter(pk=export_id)
    this.update(rows_done=0)
    form = ReportForm(export.asked)
    if not form.is_valid():
        # The zone or group that it was narrowed by is gone: there is nothing to write.
        this.delete()
        return
    with translation.override(export.language):
        content = written(
            export.kind,
            form.rows(),
            lambda number: this.update(rows_done=F("rows_done") + number),
        )
    this.update(content=content, finished_at=timezone.now())


@daily(at="04:40")
@retrying_task(max_attempts=1)
def forget_report_files() -> None:
    ReportExport.objects.filter(created_at__lt=timezone.now() - KEPT).delete()
