"""The entry "Reports" of the academy's menu and its addresses."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from cms.back_office import menu

from .views import LOOK, FileView, ProgressView, ReportView


class ReportMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(LOOK)


class ReportViewSet(ViewSet):
    name = "academy_report"
    url_prefix = "academy/report"
    icon = "table"
    menu_label = _("How courses go")
    menu_hook = menu.ACADEMY
    menu_order = 50
    menu_item_class = ReportMenuItem

    def get_urlpatterns(self):
        return [
            path("", ReportView.as_view(), name="index"),
            path("<int:pk>/progress/", ProgressView.as_view(), name="progress"),
            path("<int:pk>/file/", FileView.as_view(), name="file"),
        ]
