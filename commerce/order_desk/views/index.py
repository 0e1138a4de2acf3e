"""The list of orders."""

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from cms.back_office.keys_first import KeysFirstPaginator
from commerce.orders.models import OrderEvent

from .. import queues
from ..access import AllowedOnly, may_act
from ..boards import export_columns
from ..filters import OrderFilterSet
from ..rows import RELATED, OrderRow
from ..search import matching

EXPORT = {
    "number": _("Order"),
    "placed": _("Placed"),
    "customer": _("Customer"),
    "email": _("Email"),
    "phone": _("Phone"),
    "market": _("Market"),
    "total": _("Total"),
    "currency": _("Currency"),
    "status": _("State"),
    "payment": _("Payment"),
    "method": _("Payment method"),
    "paid_or_due": _("Paid or due"),
    "refunded": _("Refunded"),
    "delivery": _("Shipping"),
    "place": _("Place"),
    "lines": _("Products"),
    "units": _("Units"),
    "discount": _("Discount"),
    "delivery_price": _("Shipping cost"),
    "other_charges": _("Other charges"),
    "tax": _("Tax"),
}


class CustomerColumn(Column):
    cell_template_name = "order_desk/cells/customer.html"


class StateColumn(Column):
    cell_template_name = "order_desk/cells/state.html"


class PaymentColumn(Column):
    cell_template_name = "order_desk/cells/payment.html"


class DeliveryColumn(Column):
    cell_template_name = "order_desk/cells/delivery.html"


class OrderIndexView(AllowedOnly, generic.IndexView):
    """Every order, newest first."""

    # AllowedOnly decides: whoever may act may look, without a permission to view.
    any_permission_required = None
    page_title = _("Orders")
    filterset_class = OrderFilterSet
    default_ordering = "-date_placed"
    is_searchable = True
    paginate_by = 50
    add_url_name = None
    detail_url_name = None
    table_classname = "listing desk-orders"
    export_headings = EXPORT

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        # What other areas know about an order: to whom it is credited.
        self.extra = export_columns.shown(request.user) if self.is_export else []
        self.export_headings = EXPORT | {column.name: column.heading for column in self.extra}
        self.list_export = list(self.export_headings)

    @cached_property
    def columns(self):
        return [
            BulkActionsCheckboxColumn("bulk_actions", obj_type="order"),
            TitleColumn(
                "number",
                label=_("Order"),
                get_url=lambda order: self.detail_url(order),
                get_title_id=lambda order: f"order_{order.pk}_title",
                sort_key="number",
            ),
            Column("placed", label=_("Placed"), accessor="row.placed", sort_key="date_placed"),
            CustomerColumn("customer", label=_("Customer"), accessor="row"),
            Column("market", label=_("Market"), accessor="row.country"),
            Column("total", label=_("Total"), accessor="row.total", classname="desk-number"),
            StateColumn("state", label=_("State"), accessor="row", sort_key="status"),
            PaymentColumn("payment", label=_("Payment"), accessor="row"),
            DeliveryColumn("delivery", label=_("Shipping"), accessor="row"),
        ]

    def detail_url(self, order) -> str:
        return reverse(self.detail_url_name, args=[order.number])

    @cached_property
    def header_buttons(self):
        return []

    @cached_property
    def header_more_buttons(self):
        # In the menu: on a phone a button beside the title leaves no room for it.
        # A copy: Wagtail's list belongs to the class, and so to everybody.
        buttons = [*super().header_more_buttons]
        if may_act(self.request.user):
            url = reverse("order_desk:tracking_file")
            buttons.append(Button(_("Ship by file"), url=url, icon_name="upload"))
        return buttons

    def get_base_queryset(self):
        replaced = OrderEvent.objects.filter(order=OuterRef("pk"), kind="replaced")
        orders = queues.orders().annotate(was_replaced=Exists(replaced))
        orders = orders.select_related(*RELATED).prefetch_related("payments")
        if self.is_export:
            orders = orders.prefetch_related("lines", "discounts", "surcharges")
            for column in self.extra:
                orders = column.annotate(orders)
        return orders

    def order_queryset(self, queryset):
        # Two orders of one moment keep their places from page to page.
        return super().order_queryset(queryset).order_by(self.ordering, "-pk")

    def search_queryset(self, queryset):
        return matching(queryset, self.search_query) if self.is_searching else queryset

    def get_paginator(self, queryset, per_page, **kwargs):
        keys = queryset.values_list("pk", flat=True)
        # A search reads every order's text: once, not for the count and for the page.
        keys = list(keys) if self.is_searching else keys
        return KeysFirstPaginator(keys, per_page, rows=self.get_base_queryset(), **kwargs)

    def to_row_dict(self, item):
        extra = {column.name: getattr(item, column.name) or "" for column in self.extra}
        return OrderRow(item).export() | extra

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            for order in context["object_list"]:
                order.row = OrderRow(order)
        context["may_act"] = may_act(self.request.user)
        return context
