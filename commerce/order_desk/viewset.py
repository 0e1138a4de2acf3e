"""The entry "Orders" of the menu and its addresses, under ``/admin/orders/``."""

from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from cms.back_office import menu

from .access import may_look
from .tracking.views import TrackingFileView
from .views.action import OrderActionView, ParcelActionView
from .views.detail import OrderDetailView
from .views.index import OrderIndexView
from .views.printing import PrintView

Order = get_model("order", "Order")


class OrdersMenuItem(MenuItem):
    def is_shown(self, request):
        return may_look(request.user)


class OrderURLFinder:
    """Where Wagtail's own lists lead for an order."""

    def __init__(self, user):
        self.user = user

    def get_edit_url(self, order):
        if not may_look(self.user):
            return None
        return reverse("order_desk:detail", args=[order.number])


class OrderViewSet(ModelViewSet):
    """Orders are placed by customers: the desk lists, reads and moves them, and adds none."""

    model = Order
    # "orders" is the name of the customer's pages.
    name = "order_desk"
    url_prefix = "orders"
    icon = "tasks"
    menu_label = _("Orders")
    menu_name = "orders"
    menu_hook = menu.SALES
    menu_order = 10
    menu_item_class = OrdersMenuItem
    add_to_reference_index = False
    exclude_form_fields = []
    copy_view_enabled = False
    list_per_page = 50
    index_view_class = OrderIndexView
    export_filename = "orders"
    index_template_name = "order_desk/list.html"

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
            path("print/<slug:paper>/", PrintView.as_view(), name="print_many"),
            path("by-file/", TrackingFileView.as_view(), name="tracking_file"),
            path("<slug:number>/", OrderDetailView.as_view(), name="detail"),
            path("<slug:number>/print/<slug:paper>/", PrintView.as_view(), name="print"),
            path(
                "<slug:number>/parcels/<int:position>/print/",
                PrintView.as_view(),
                {"paper": "slip"},
                name="parcel_print",
            ),
            path(
                "<slug:number>/parcels/<int:position>/label/",
                PrintView.as_view(),
                {"paper": "label"},
                name="parcel_label",
            ),
            path(
                "<slug:number>/parcels/<int:position>/<slug:action>/",
                ParcelActionView.as_view(),
                name="parcel_action",
            ),
            path("<slug:number>/<slug:action>/", OrderActionView.as_view(), name="action"),
        ]

    def register_admin_url_finder(self):
        register_admin_url_finder(Order, OrderURLFinder)
