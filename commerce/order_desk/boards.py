"""What the layers above show on an order's page at the desk, and add to its export."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from people.panels import PanelBoard

order_panels = PanelBoard()


@dataclass(frozen=True)
class ExportColumn:
    """``annotate`` gives a queryset of orders a text under ``name``, at no query of its own;
    for whoever has ``permission``."""

    name: str
    heading: str | Promise
    permission: str
    annotate: Callable[[Any], Any]


class ExportColumns:
    def __init__(self):
        self._columns: dict[str, ExportColumn] = {}

    def register(self, column: ExportColumn) -> None:
        self._columns[column.name] = column

    def shown(self, user) -> list[ExportColumn]:
        return [column for column in self._columns.values() if user.has_perm(column.permission)]


export_columns = ExportColumns()
