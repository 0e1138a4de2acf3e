"""The learners of a report as a file: written in pieces, so that any number fits."""

import csv
import gzip
import io
import json
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import IO

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from academy.progress.filters import state_name
from academy.progress.models import Enrolment
from cms.back_office.exports import CONTROL, moment, plain_text
from markets.names import country_names

# Learners that are read by one query.
PIECE = 2000
# What a sheet holds, less its head.
MOST_ROWS_OF_A_SHEET = 1_000_000

Told = Callable[[int], None]


def pieces(rows: QuerySet[Enrolment]) -> Iterator[list[Enrolment]]:
    """The learners with all that a file says of them, in the order of their keys."""
    rows = rows.select_related(
        "course",
        "person__consultant__position__zone",
        "person__consultant__position__sponsor__consultant",
    ).order_by("pk")
    last = 0
    while piece := list(rows.filter(pk__gt=last)[:PIECE]):
        last = piece[-1].pk
        yield piece


def heads() -> list[str]:
    return [
        _("Name"),
        _("Code"),
        _("Market"),
        _("Zone"),
        _("Sponsor"),
        _("Course"),
        _("State"),
        _("How they came to it"),
        _("Enrolled"),
        _("Started"),
        _("Finished"),
        _("Due"),
        _("Percent"),
        _("Days to finish"),
    ]


def cells(row: Enrolment) -> list:
    person = row.person
    consultant = getattr(person, "consultant", None)
    position = getattr(consultant, "position", None)
    return [
        person.name if not person.erased_at else person.pseudonym,
        consultant.code if consultant else "",
        country_names([person.edition.rpartition("-")[2]]),
        position.zone.name if position and position.zone else "",
        position.sponsor.consultant.code if position and position.sponsor else "",
        row.course.title,
        str(state_name(row)),
        str(row.get_origin_display()),
        row.created_at,
        row.started_at,
        row.finished_at,
        row.due_on,
        row.percent,
        row.days,
    ]


def write_csv(rows: QuerySet[Enrolment], file: IO[bytes], told: Told) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(heads())
    for piece in pieces(rows):
        writer.writerows([_csv_cell(value) for value in cells(row)] for row in piece)
        told(len(piece))
    text.detach()


def _csv_cell(value):
    if isinstance(value, datetime):
        return f"{moment(value):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return plain_text(CONTROL.sub("", value)) if isinstance(value, str) else value


def write_xlsx(rows: QuerySet[Enrolment], file: IO[bytes], told: Told) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Learners"))
    sheet.append(heads())
    for piece in pieces(rows):
        for row in piece:
            sheet.append([_sheet_cell(sheet, value) for value in cells(row)])
        told(len(piece))
    book.save(file)


def _sheet_cell(sheet, value):
    if isinstance(value, datetime):
        return moment(value)
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(sheet, CONTROL.sub("", value))
    # Never a formula, whatever somebody is called.
    cell.data_type = "s"
    return cell


def write_jsonl(rows: QuerySet[Enrolment], file: IO[bytes], told: Told) -> None:
    """One object a line for each learner in a course, with their lessons; people by their public
    id, moments in UTC."""
    for piece in pieces(rows.prefetch_related("lessons")):
        for row in piece:
            consultant = getattr(row.person, "consultant", None)
            line = {
                "person": str(row.person.public_id),
                "consultant": consultant.code if consultant else None,
                "course": str(row.course.key),
                "title": row.course.title,
                "origin": row.origin,
                "enrolled": row.created_at.isoformat(),
                "started": row.started_at and row.started_at.isoformat(),
                "finished": row.finished_at and row.finished_at.isoformat(),
                "due": row.due_on and row.due_on.isoformat(),
                "percent": row.percent,
                "lessons": [
                    {
                        "lesson": str(one.lesson),
                        "opened": one.opened_at.isoformat(),
                        "finished": one.finished_at and one.finished_at.isoformat(),
                    }
                    for one in row.lessons.all()
                ],
            }
            file.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")
        told(len(piece))


WRITERS = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}


def written(kind: str, rows: QuerySet[Enrolment], told: Told) -> bytes:
    """The file, compressed with gzip. ``told`` hears how many learners each piece had."""
    with tempfile.TemporaryFile() as plain, tempfile.TemporaryFile() as packed:
        WRITERS[kind](rows, plain, told)
        plain.seek(0)
        with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as archive:
            while part := plain.read(1 << 20):
                archive.write(part)
        packed.seek(0)
        return packed.read()
