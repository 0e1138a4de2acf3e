"""What every list exports, Wagtail's own included: cells that no spreadsheet computes, moments on
the reader's clock, in the reader's language, in a file that says what it holds.

There is one rule because there is one place: ``install`` puts it into the class that all of
Wagtail's exporting views share. It can go when Wagtail neutralises formulas itself (it leaves
them to the spreadsheet, https://github.com/wagtail/wagtail/issues/3466).
"""

import re
from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.text import slugify
from wagtail.admin.views.mixins import SpreadsheetExportMixin

# A spreadsheet takes a cell that begins so for a formula, the wide forms too; visitors type what
# they like. A plus or minus before nothing but digits is a phone or a number.
FORMULA = re.compile(r"\s*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d](?![\d .,]*$))|[\t\r]")
# Where a comma is the decimal sign, files are split at semicolons, also within what is quoted.
WITHIN = re.compile(r"([;\t])(?=\s*[=+\-@])")
# No workbook takes them, and nobody sees them.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def plain_text(value: str) -> str:
    """A cell of a CSV that no spreadsheet computes: marked as text by an apostrophe."""
    value = WITHIN.sub(r"\1'", value)
    return f"'{value}" if FORMULA.match(value) else value


def moment(value: datetime) -> datetime:
    """On the clock of whoever exports, without the zone, which no workbook knows."""
    return value if timezone.is_naive(value) else timezone.make_naive(value)


def install() -> None:
    """Called once, when the apps are ready."""
    if hasattr(SpreadsheetExportMixin, "_plain_cells"):
        return
    cell = SpreadsheetExportMixin.preprocess_field_value
    stream = SpreadsheetExportMixin.stream_csv

    def preprocess_field_value(self, field, value, export_format):
        if isinstance(value, datetime):
            local = moment(value)
            return local if export_format == self.FORMAT_XLSX else f"{local:%Y-%m-%d %H:%M}"
        value = cell(self, field, value, export_format)
        if isinstance(value, (str, Promise)):
            value = CONTROL.sub("", str(value))
            # A workbook says by itself which cells are text; see generate_xlsx_row.
            return plain_text(value) if export_format == self.FORMAT_CSV else value
        return value

    def stream_csv(self, queryset):
        return as_now(stream(self, queryset))

    def get_filename(self):
        if self.export_filename != SpreadsheetExportMixin.export_filename:
            return self.export_filename
        return slugify(title_of(self)) or self.export_filename

    SpreadsheetExportMixin.get_filename = get_filename
    SpreadsheetExportMixin.preprocess_field_value = preprocess_field_value
    SpreadsheetExportMixin.stream_csv = stream_csv
    SpreadsheetExportMixin._plain_cells = True


def title_of(view) -> str:
    """What a list is called on its own screen."""
    model = getattr(view, "model", None)
    title = getattr(view, "page_title", "") or (model and model._meta.verbose_name_plural)
    return str(title or "")


def as_now(rows: Iterator) -> Iterator:
    """Rows in the language and on the clock of now: they are written after the view has returned,
    and with it whose they are."""
    language, zone = translation.get_language(), timezone.get_current_timezone()

    def held():
        while True:
            with translation.override(language), timezone.override(zone):
                row = next(rows, None)
            if row is None:
                return
            yield row

    return held()
