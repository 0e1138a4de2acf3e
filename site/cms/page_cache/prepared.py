"""Questions that nearly every page asks, put into SQL once: that takes longer than asking."""

from collections.abc import Callable

from django.db import connection
from django.db.models import QuerySet


class PreparedQuery:
    """A query of plain values whose SQL is kept.

    ``build`` makes it, with "{name}" where ``rows(name=…)`` fills something in. Rows are tuples as
    the database gives them: what the ORM would convert is not (on SQLite JSON and UUID are text).
    """

    def __init__(self, build: Callable[[], QuerySet]):
        self._build = build
        self._known: dict[str, tuple[str, tuple]] = {}

    def rows(self, **values) -> list[tuple]:
        """One query."""
        known = self._known.get(connection.vendor)
        if known is None:
            known = self._known[connection.vendor] = self._build().query.sql_with_params()
        sql, params = known
        filled = {f"{{{name}}}": value for name, value in values.items()}
        with connection.cursor() as cursor:
            cursor.execute(sql, [_fill(param, filled) for param in params])
            return cursor.fetchall()


def _fill(param, filled: dict):
    return filled.get(param, param) if isinstance(param, str) else param
