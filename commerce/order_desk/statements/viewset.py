"""The entry "Bank statements" of the menu and its addresses, under ``/admin/bank-statements/``."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from cms.back_office import menu
from commerce.books.statements.services import may_read

from .views import ColumnsView, DiscardView, LinesView, UploadView


class StatementsMenuItem(MenuItem):
    def is_shown(self, request):
        return may_read(request.user)


class StatementViewSet(ViewSet):
    name = "statements"
    url_prefix = "bank-statements"
    icon = "list-ul"
    menu_label = _("Bank statements")
    menu_hook = menu.SALES
    menu_order = 15
    menu_item_class = StatementsMenuItem

    def get_urlpatterns(self):
        return [
            path("", LinesView.as_view(), name="index"),
            path("upload/", UploadView.as_view(), name="upload"),
            path("<int:pk>/columns/", ColumnsView.as_view(), name="columns"),
            path("<int:pk>/discard/", DiscardView.as_view(), name="discard"),
        ]
