"""Reading a bank's CSV, whatever its bank makes of it.

First the table: encoding, delimiter, where its header stands. Then the layout: which column is
what, guessed, and confirmed by a person. Only then the lines: money that came in.
"""

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from markets import csv_files
from markets.csv_files import Row
from markets.folding import fold

from . import columns
from .columns import AMOUNT, CREDIT, CURRENCY, DATE, DEBIT, PAYER, TEXT

MOST_BYTES = 2 * 1024 * 1024
MOST_LINES = 5000
# What a line's column holds.
MOST_AMOUNT = Decimal("999999999999.99")
# What comes on a long weekend stands under the bank's next working day.
AHEAD = timedelta(days=5)


class NotReadable(Exception):
    """The file, or the layout that was chosen, is none; ``message`` is for whoever uploaded it."""

    def __init__(self, message: str):
        self.message = message
        super().__init__(message)


@dataclass(frozen=True)
class Layout:
    """``roles``: what each column is; ``dates``: a key of ``columns.DATES``."""

    roles: list[str]
    dates: str = "dmy"

    def cell(self, cells: list[str], role: str) -> str:
        found = [text for text, own in zip(cells, self.roles, strict=False) if own == role]
        return " ".join(text.strip() for text in found if text.strip())

    def check(self) -> None:
        """Raises NotReadable."""
        if DATE not in self.roles:
            raise NotReadable(_("Choose the column with the date."))
        if AMOUNT not in self.roles and CREDIT not in self.roles:
            raise NotReadable(_("Choose the column with the amount that came in."))
        twice = [one for one, often in Counter(self.roles).items() if often > 1]
        if set(twice) - {TEXT, ""}:
            raise NotReadable(_("Only the text can stand in several columns."))


@dataclass(frozen=True)
class Table:
    names: list[str]
    rows: list[Row]

    def guess(self, *, prefer: str) -> Layout:
        """What the columns seem to be. ``prefer``: the order of dates where several fit."""
        roles = columns.guess_roles(self.names)
        layout = Layout(roles)
        own = [text for row in self.rows if (text := layout.cell(row.cells, DATE))]
        return Layout(roles, columns.guess_dates(own, prefer=prefer))


@dataclass(frozen=True)
class Line:
    """Money that came in. ``key`` is the same for the same row in every file that has it."""

    position: int
    day: date
    amount: Decimal
    currency: str
    text: str
    payer: str
    key: str


def decode(content: bytes) -> str:
    """The file as text. Raises NotReadable."""
    if len(content) > MOST_BYTES:
        raise NotReadable(_("The file is too large: at most 2 MB. Export fewer days."))
    try:
        return csv_files.decode(content)
    except csv_files.NotText:
        raise NotReadable(_("This is no CSV file. Export the statement as CSV at your bank."))


def read_table(text: str) -> Table:
    """Find the delimiter and the header. Raises NotReadable."""
    try:
        rows = csv_files.table_of(text, fitness=_fitness)
    except csv_files.TooWide:
        raise NotReadable(_("The file has more than 100 columns. Export fewer of them."))
    except csv_files.Malformed as found:
        raise NotReadable(
            _("Line %(number)d cannot be read: a quotation mark is open or out of place.")
            % {"number": found.line}
        )
    width = csv_files.width_of(rows)
    if width < 2:
        raise NotReadable(_("No columns were found. Export the statement as CSV at your bank."))
    at = _header(rows)
    if at is None:
        names = [_("Column %(number)d") % {"number": number + 1} for number in range(width)]
        first = next(number for number, row in enumerate(rows) if len(row.cells) == width)
        body = rows[first:]
    else:
        names, body = rows[at].cells, rows[at + 1 :]
    if not body:
        raise NotReadable(_("The file has no lines."))
    if len(body) > MOST_LINES:
        raise NotReadable(_("The file has more than 5000 lines. Export fewer days."))
    return Table([name.strip() for name in names], body)


def _header(rows: list[Row]) -> int | None:
    """Where it stands. What is above the table (account, holder, period) is narrower, or names no
    columns."""
    for number, row in enumerate(rows[: csv_files.LOOKED_AT]):
        roles = [role for role in columns.guess_roles(row.cells) if role]
        days = (columns.read_date(cell, order) for cell in row.cells for order in columns.DATES)
        if len(roles) >= 2 and not any(days):
            return number
    return None


def _fitness(rows: list[Row]) -> tuple[bool, int, int]:
    """How much a delimiter makes a table of a file: it has a header, and many rows are as wide."""
    return _header(rows) is not None, *csv_files.regularity_of(rows)


def read_lines(
    table: Table, layout: Layout, *, currency: str, today: date | None = None
) -> list[Line]:
    """What came in, in the order of the file; what went out is left out. Raises NotReadable where a
    line cannot be read: a statement is read whole or not at all. ``today``: the
    shop's where it is left out."""
    layout.check()
    last_day = (today or timezone.localdate()) + AHEAD
    found, wrong = [], []
    for position, cells in table.rows:
        try:
            amount = _amount(layout, cells)
            day = columns.read_date(layout.cell(cells, DATE), layout.dates)
        except ValueError:
            wrong.append(position)
            continue
        if _is_no_movement(layout, cells, amount):
            continue
        if _is_wrong(table, layout, cells, amount, day) or (day and day > last_day):
            wrong.append(position)
            continue
        if amount is None or amount <= 0:
            continue
        said = layout.cell(cells, CURRENCY).upper()
        own = said if len(said) == 3 and said.isalpha() else currency
        text, payer = layout.cell(cells, TEXT)[:500], layout.cell(cells, PAYER)[:200]
        row = json.dumps([own, *(cell.strip() for cell in cells)])
        found.append(Line(position, day, amount, own, text, payer, key=row))
    if wrong:
        numbers = ", ".join(str(number) for number in wrong[:5])
        raise NotReadable(
            ngettext(
                "Line %(numbers)s cannot be read: check its date, its amount and how many cells it"
                " has, and what the columns are.",
                "Lines %(numbers)s cannot be read: check their dates, their amounts and how many"
                " cells they have, and what the columns are.",
                len(wrong),
            )
            % {"numbers": numbers}
        )
    if not found:
        raise NotReadable(_("No money came in on this statement. Check the columns."))
    return _with_keys(found)


def _is_no_movement(layout: Layout, cells: list[str], amount: Decimal | None) -> bool:
    """A total or a balance, or a note of the bank below the table."""
    said = fold(layout.cell(cells, TEXT) + layout.cell(cells, PAYER))
    is_total = said.startswith(("total", "saldo", "balance"))
    if layout.cell(cells, DATE):
        return amount is None and is_total
    return amount is None or not said or is_total


def _is_wrong(
    table: Table, layout: Layout, cells: list[str], amount: Decimal | None, day: date | None
) -> bool:
    """A row that is no movement as the columns have it. An amount may be empty where only what came
    in has a column."""
    if any(cell.strip() for cell in cells[len(table.names) :]):
        return True
    if amount is None:
        went_out = CREDIT in layout.roles and DEBIT not in layout.roles
        return day is not None and not went_out
    return amount > MOST_AMOUNT or (amount > 0 and day is None)


def _amount(layout: Layout, cells: list[str]) -> Decimal | None:
    if CREDIT in layout.roles:
        credit = columns.read_signed(layout.cell(cells, CREDIT))
        if credit is None and DEBIT in layout.roles:
            debit = columns.read_signed(layout.cell(cells, DEBIT))
            return -abs(debit) if debit is not None else None
        return credit
    return columns.read_signed(layout.cell(cells, AMOUNT))


def _with_keys(lines: list[Line]) -> list[Line]:
    """Rows that are the same in every cell are as many as there are: the second of them in a file
    is the second one in another file."""
    often: Counter[str] = Counter()
    keyed = []
    for line in lines:
        often[line.key] += 1
        said = f"{line.key}|{often[line.key]}"
        keyed.append(replace(line, key=hashlib.sha256(said.encode()).hexdigest()))
    return keyed
