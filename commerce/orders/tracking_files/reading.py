"""The packages that a file describes, and what is wrong with its lines by themselves."""

import re
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _

from markets import csv_files
from markets.folding import fold
from markets.text import as_seen

from ..carriers import LONGEST_LINK, LONGEST_NUMBER
from ..forms import typed_number

MOST_BYTES = 512 * 1024
MOST_LINES = 500

ORDER, CARRIER, NUMBER, URL = "order", "carrier", "number", "url"
SKU, QUANTITY = "sku", "quantity"
# Folded names of columns; others are not read.
NAMES = {
    ORDER: {"order", "order number", "pedido", "numero de pedido", "numero do pedido"},
    CARRIER: {"carrier", "transportadora", "transportista", "paqueteria", "mensajeria", "courier"},
    NUMBER: {
        *("tracking", "tracking number", "guia", "numero de guia", "rastreo"),
        *("numero de rastreo", "codigo de rastreo", "codigo de rastreio", "rastreio"),
    },
    URL: {"link", "url", "tracking link", "enlace", "enlace de rastreo"},
    SKU: {"sku"},
    QUANTITY: {"quantity", "units", "cantidad", "unidades", "quantidade"},
}
# What a spreadsheet makes of a long number.
SHORTENED = re.compile(r"\d+([.,]\d+)?E\+\d+", re.IGNORECASE)

READY, SENT, REFUSED = "ready", "sent", "refused"


class NotReadable(Exception):
    """The file cannot be read at all; ``message`` is for whoever uploaded it."""

    def __init__(self, message: str):
        self.message = str(message)
        super().__init__(self.message)


@dataclass
class Package:
    """A package that the file describes in one line, or in a line for each product."""

    # Of the file, from 1.
    lines: list[int]
    typed: str
    tracking: dict[str, str]
    # (SKU, units as typed); empty: all that is left.
    units: list[tuple[str, str]]
    order: Any = None
    state: str = READY
    # Why it is refused, or that it was sent before.
    message: str = ""
    # By the line's primary key; None: all that is left.
    quantities: dict[int, int] | None = field(default=None, repr=False)

    def refuse(self, message: str) -> None:
        self.state, self.message = REFUSED, message


def read_text(content: bytes) -> str:
    """The file as text. Raises NotReadable."""
    if len(content) > MOST_BYTES:
        raise NotReadable(_("The file is too large: at most 500 lines and 512 kB."))
    try:
        return csv_files.decode(content)
    except csv_files.NotText:
        raise NotReadable(_("This is no CSV file. Save the spreadsheet as CSV."))


def packages_of(text: str) -> list[Package]:
    """In the order of the file; what is wrong with a line is said in its package. Raises
    NotReadable."""
    try:
        table = csv_files.table_of(text)
    except csv_files.TooWide:
        raise NotReadable(_("The file has more than 100 columns. Export fewer of them."))
    except csv_files.Malformed as found:
        raise NotReadable(
            _("Line %(number)d cannot be read: a quotation mark is open or out of place.")
            % {"number": found.line}
        )
    if not table:
        raise NotReadable(_("The file has no lines."))
    (_line, names), *rows = table
    at = _columns(names)
    if ORDER not in at or NUMBER not in at:
        raise NotReadable(
            _("The first line must name the columns: Order, Carrier, Tracking number.")
        )
    if not rows:
        raise NotReadable(_("The file has no lines."))
    if len(rows) > MOST_LINES:
        raise NotReadable(_("The file is too large: at most 500 lines and 512 kB."))

    found: dict[tuple[str, str], Package] = {}
    for line, cells in rows:
        said = {
            role: as_seen(cells[column]) if column < len(cells) else ""
            for role, column in at.items()
        }
        typed = typed_number(said[ORDER])
        own = Package(
            [line], typed, {name: said.get(name, "") for name in (CARRIER, NUMBER, URL)}, []
        )
        if said.get(SKU):
            own.units.append((said[SKU], said.get(QUANTITY, "")))
        elif said.get(QUANTITY) and SKU in at:
            own.refuse(_("The SKU is missing: of what are these units?"))
        if why := _what_is_wrong(own):
            own.refuse(why)
        # Lines without a number belong to no other line.
        key = (typed, said[NUMBER] or f"line {line}")
        if key in found:
            _join(found[key], own)
        else:
            found[key] = own
    return list(found.values())


def _columns(names: list[str]) -> dict[str, int]:
    folded = [fold(name) for name in names]
    return {
        role: next(number for number, name in enumerate(folded) if name in known)
        for role, known in NAMES.items()
        if known & set(folded)
    }


def _what_is_wrong(package: Package) -> str:
    """With the line itself; "" if nothing."""
    number, carrier, url = (package.tracking[name] for name in (NUMBER, CARRIER, URL))
    if not package.typed:
        return _("The order number is missing.")
    if not number:
        return _("The tracking number is missing.")
    if SHORTENED.fullmatch(number):
        return _("The spreadsheet shortened this number. Format its column as text first.")
    if max(len(number), len(carrier)) > LONGEST_NUMBER:
        return _("Carrier and tracking number have at most 80 characters.")
    if url:
        try:
            URLValidator(schemes=["http", "https"])(url)
        except ValidationError:
            return _("Enter a full web address, beginning with https://.")
        if len(url) > LONGEST_LINK:
            return _("The link is too long: at most 500 characters.")
    return ""


def _skus(package: Package) -> set[str]:
    return {fold(sku) for sku, _typed in package.units}


def _join(package: Package, line: Package) -> None:
    """Another line of the same package: another product."""
    package.lines += line.lines
    if package.state == REFUSED:
        return
    if line.state == REFUSED:
        package.refuse(line.message)
    elif not (package.units and line.units) or _skus(package) & _skus(line):
        package.refuse(
            _("This package stands in several lines: each needs the SKU of another product.")
        )
    elif package.tracking != line.tracking:
        package.refuse(_("The lines of this package differ in carrier or link."))
    else:
        package.units += line.units
