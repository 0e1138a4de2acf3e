"""Pages of long lists in the back office."""

from collections.abc import Sequence

from django.db.models import QuerySet
from wagtail.admin.paginator import WagtailPaginator


class KeysFirstPaginator(WagtailPaginator):
    """Finds the primary keys of a page first, and reads the rows of these alone from ``rows``.

    A database works out every joined and counted column of each row that it skips: on page 2,000
    that is a hundred thousand rows for the fifty that are shown. ``keys`` may be a list, where
    to count them and to find them is the same work.
    """

    def __init__(self, keys: Sequence | QuerySet, per_page: int, *, rows: QuerySet, **kwargs):
        super().__init__(keys, per_page, **kwargs)
        self.rows, self.model = rows, rows.model

    def page(self, number):
        page = super().page(number)
        rows = self.rows.in_bulk(list(page.object_list))
        page.object_list = [rows[key] for key in page.object_list if key in rows]
        return page
