"""Every list of the back office is searched by the one rule of ``markets.finding``."""

from wagtail.admin.views.generic.base import BaseListingView
from wagtail.search.index import class_is_indexed

from markets.finding import matches


def install() -> None:
    """Wagtail compares the whole phrase with each column by itself, letter by letter; lists that
    have no search index behind them follow our rule instead, its own (users) like ours.
    """
    by_index = BaseListingView.search_queryset

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        if class_is_indexed(queryset.model) and self.search_backend_name:
            return by_index(self, queryset)
        fields = self.search_fields or []
        return queryset.filter(matches(queryset.model, self.search_query, fields))

    BaseListingView.search_queryset = search_queryset
