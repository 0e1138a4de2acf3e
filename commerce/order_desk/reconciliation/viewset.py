"""The entry "Reconciliation" of the menu and its addresses, under ``/admin/reconciliation/``."""

from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from cms.back_office import menu
from commerce.books.models import Difference
from commerce.books.ways import may_read

from .views import DifferenceIndexView, DifferenceView


class ReconciliationMenuItem(MenuItem):
    def is_shown(self, request):
        return may_read(request.user)


class DifferenceViewSet(ModelViewSet):
    """Differences are found by comparing: the desk reads and settles them, and adds none."""

    model = Difference
    name = "differences"
    url_prefix = "reconciliation"
    icon = "warning"
    menu_label = _("Reconciliation")
    menu_hook = menu.SALES
    menu_order = 20
    menu_item_class = ReconciliationMenuItem
    add_to_reference_index = False
    exclude_form_fields = []
    copy_view_enabled = False
    list_per_page = 50
    index_view_class = DifferenceIndexView
    export_filename = "reconciliation"
    index_template_name = "order_desk/differences.html"

    @cached_property
    def _edit_handler(self):
        return None

    def get_form_class(self, for_update=False):
        return None

    def get_common_view_kwargs(self, **kwargs):
        nowhere = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name")
        return (
            super().get_common_view_kwargs(**kwargs)
            | {name: None for name in (*nowhere, "usage_url_name")}
            | {"detail_url_name": self.get_url_name("detail")}
        )

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", DifferenceView.as_view(), name="detail"),
        ]
