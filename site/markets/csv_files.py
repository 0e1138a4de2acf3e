"""Reading a CSV file as spreadsheets write it: its encoding, and what separates its cells."""

import csv
import io
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

DELIMITERS = (";", ",", "\t", "|")
# Rows enough for a table to show what it is.
LOOKED_AT = 60
MOST_COLUMNS = 100


class NotText(ValueError):
    """The file holds something else: a spreadsheet, a PDF, a picture."""


class Malformed(ValueError):
    """A quotation mark is open or out of place. ``line``: where its row begins, from 1."""

    def __init__(self, line: int):
        self.line = line
        super().__init__(f"line {line}")


class TooWide(ValueError):
    """A row has more than ``MOST_COLUMNS`` cells."""


def decode(content: bytes) -> str:
    """The file as text: UTF-8, UTF-16 with its mark, or Windows' Latin letters. Raises NotText."""
    if content.startswith((b"PK", b"\xd0\xcf", b"%PDF")):
        raise NotText
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NotText


class Row(NamedTuple):
    line: int  # of the file on which it begins, from 1
    cells: list[str]


def rows_of(text: str, delimiter: str, *, strict: bool = False) -> list[Row]:
    """Those that say something; of a row that is too wide only so much as tells. ``strict``: raises
    TooWide for one, and Malformed for a quotation mark that would swallow what follows it; else
    such a text has none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    found, line = [], 1
    try:
        for cells in reader:
            if strict and len(cells) > MOST_COLUMNS:
                raise TooWide
            if any(cell.strip() for cell in cells):
                found.append(Row(line, cells[: MOST_COLUMNS + 1]))
            line = reader.line_num + 1
    except csv.Error:
        if strict:
            raise Malformed(line) from None
        return []
    return found


def table_of(text: str, *, fitness: Callable | None = None) -> list[Row]:
    """The rows by the delimiter that makes the best table of the text: ``fitness`` of rows, or how
    many of them are equally wide. Raises TooWide, Malformed."""
    fitness = fitness or regularity_of
    delimiter = max(DELIMITERS, key=lambda one: fitness(rows_of(text, one)))
    return rows_of(text, delimiter, strict=True)


def width_of(rows: list[Row]) -> int:
    """How many cells most rows have; 0 where there are none."""
    widths = Counter(len(row.cells) for row in rows[:LOOKED_AT])
    return max(widths, key=lambda width: (widths[width], width)) if widths else 0


def regularity_of(rows: list[Row]) -> tuple[int, int]:
    """How many rows are as wide as most are, and how wide that is."""
    width = width_of(rows)
    return (sum(len(row.cells) == width for row in rows) if width > 1 else 0, width)
