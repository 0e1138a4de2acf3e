"""The list of orders."""

import re

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn, Column, TitleColumn
from wagtail.admin.views import generic

from commerce.checkout.models import OrderEvent

from .. import queues
from ..access import LookersOnly, may_act
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
    "refunded": _("Refunded"),
    "delivery": _("Delivery"),
    "place": _("Place"),
}
# A spreadsheet takes a cell that begins so for a formula; customers type names freely. A plus
# before nothing but digits is a phone.
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d ]*$)")


def plain_text(value: str) -> str:
    """A cell that no spreadsheet computes."""
    return f"'{value}" if FORMULA.match(value) else value


def _in_language(language, rows):
    while True:
        with override(language):
            row = next(rows, None)
        if row is None:
            return
        yield row


class CustomerColumn(Column):
    cell_template_name = "order/desk/cells/customer.html"


class StateColumn(Column):
    cell_template_name = "order/desk/cells/state.html"


class PaymentColumn(Column):
    cell_template_name = "order/desk/cells/payment.html"


class DeliveryColumn(Column):
    cell_template_name = "order/desk/cells/delivery.html"


class OrderIndexView(LookersOnly, generic.IndexView):
    """Every order, newest first."""

    # LookersOnly decides: whoever may act may look, without a permission to view.
    any_permission_required = None
    page_title = _("Orders")
    filterset_class = OrderFilterSet
    default_ordering = "-date_placed"
    is_searchable = True
    paginate_by = 50
    add_url_name = None
    detail_url_name = None
    table_classname = "listing desk-orders"
    list_export = list(EXPORT)
    export_headings = EXPORT
    export_filename = "orders"
    custom_value_preprocess = generic.IndexView.custom_value_preprocess | {str: {"csv": plain_text}}

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
            DeliveryColumn("delivery", label=_("Delivery"), accessor="row"),
        ]

    def detail_url(self, order) -> str:
        return reverse(self.detail_url_name, args=[order.number])

    @cached_property
    def header_buttons(self):
        return []

    def get_base_queryset(self):
        replaced = OrderEvent.objects.filter(order=OuterRef("pk"), kind="replaced")
        return queues.orders().select_related(*RELATED).annotate(was_replaced=Exists(replaced))

    def order_queryset(self, queryset):
        # Two orders of one moment keep their places from page to page.
        return super().order_queryset(queryset).order_by(self.ordering, "-pk")

    def search_queryset(self, queryset):
        return matching(queryset, self.search_query) if self.is_searching else queryset

    def stream_csv(self, queryset):
        # Rows are written after the view has returned, and with it the clerk's language.
        return _in_language(get_language(), super().stream_csv(queryset))

    def to_row_dict(self, item):
        return OrderRow(item).export()

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            for order in context["object_list"]:
                order.row = OrderRow(order)
        context["may_act"] = may_act(self.request.user)
        return context
