"""Asking for files of reports."""

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from background.outbox import queue
from people.models import User

from .files import MOST_ROWS_OF_A_SHEET
from .forms import ReportForm
from .models import ReportExport
from .tasks import write_export

# Files that somebody may wait for at once.
MOST_WAITING = 3


class NotPossible(Exception):
    """It cannot be done now. ``message`` says why, translated."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@transaction.atomic
def ask_for(*, kind: str, form: ReportForm, by: User) -> ReportExport:
    """Have a job write the learners of a valid form's report into a file. Raises NotPossible for
    more than a sheet holds, and for who waits for others already."""
    waiting = ReportExport.objects.filter(by=by, finished_at=None).count()
    if waiting >= MOST_WAITING:
        raise NotPossible(_("Wait for the files that are being written."))
    number = form.rows().count()
    if kind == ReportExport.Kind.XLSX and number > MOST_ROWS_OF_A_SHEET:
        raise NotPossible(_("A sheet holds a million rows: narrow the report, or take CSV."))
    export = ReportExport.objects.create(
        by=by,
        kind=kind,
        asked={name: form.data.get(name, "") for name in form.fields},
        language=get_language() or "",
        rows_total=number,
    )
    queue(write_export, export_id=export.pk)
    return export
