"""Prepared queries: the SQL is compiled once, for queries that nearly every page makes.

Compiling takes longer than running them: 0.06 ms instead of 0.35 ms for the version's token.
"""

from collections.abc import Callable

from django.db import connection
from django.db.models import QuerySet


class PreparedQuery:
    """A query of plain values whose SQL is compiled once for each kind of database.

    ``build`` makes the queryset, with "{name}" where ``rows(name=…)`` puts a parameter. Rows are
    tuples as the database returns them, without the ORM's conversion (on SQLite JSON and UUID are
    text).
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
