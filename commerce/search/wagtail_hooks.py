from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from cms.back_office import menu

from .viewsets import BestBetViewSet, SearchReportView, SynonymViewSet

register_snippet(SynonymViewSet)
register_snippet(BestBetViewSet)


@hooks.register("register_admin_urls")
def search_report_urls():
    return [
        path("reports/searches/", SearchReportView.as_view(), name="search_report"),
        path(
            "reports/searches/results/",
            SearchReportView.as_view(results_only=True),
            name="search_report_results",
        ),
    ]


class SearchReportItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("search.view_searchcount")


@hooks.register(menu.REPORTS)
def search_report_item():
    return SearchReportItem(
        _("Searches"), reverse("search_report"), name="searches", icon_name="search", order=100
    )
