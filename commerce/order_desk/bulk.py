"""What can be done with several orders of the list at once."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.views.bulk_action import BulkAction

from commerce.orders import services

from . import queues
from .access import may_act, may_look
from .rows import RELATED, OrderRow
from .views.printing import is_id

Order = get_model("order", "Order")


class OrderBulkAction(BulkAction):
    """On the orders that were ticked, never on "all": nobody looked at those."""

    models = [Order]
    allowed = staticmethod(may_act)

    def dispatch(self, request, *args, **kwargs):
        if not self.allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_all_objects_in_listing_query(self, parent_id):
        return []

    @classmethod
    def get_queryset(cls, model, object_ids):
        ids = [int(pk) for pk in object_ids if is_id(str(pk))]
        # By primary key, so that two clerks lock the rows in one order.
        orders = queues.orders().filter(pk__in=ids).order_by("pk")
        return list(orders.select_related(*RELATED).prefetch_related("payments"))

    def to_list(self):
        target = self.next_url
        return HttpResponseRedirect(
            reverse("order_desk:index") if target == self.request.path else target
        )

    def object_context(self, obj):
        return super().object_context(obj) | {"row": OrderRow(obj)}

    def get_context_data(self, **kwargs):
        # For the template's "go back".
        return super().get_context_data(**kwargs) | {"header_icon": "tasks"}


class PrintAction(OrderBulkAction):
    """Leads to a paper of the selected orders; nothing is changed."""

    paper: str
    allowed = staticmethod(may_look)
    http_method_names = ["get", "head"]
    template_name = "order_desk/bulk_prepare.html"

    def get(self, request, *args, **kwargs):
        orders, _refused = self.get_actionable_objects()
        if not orders:
            messages.error(request, _("Choose at least one order."))
            return self.to_list()
        query = urlencode({"id": [order.pk for order in orders]}, doseq=True)
        return HttpResponseRedirect(
            reverse("order_desk:print_many", args=[self.paper]) + f"?{query}"
        )

    @classmethod
    def execute_action(cls, objects, **kwargs):
        return 0, 0


class PrintSlips(PrintAction):
    display_name = gettext_lazy("Print packing slips")
    aria_label = gettext_lazy("Print packing slips for the selected orders")
    action_type = "packing-slips"
    action_priority = 10
    paper = "slip"


class PrintLabels(PrintAction):
    display_name = gettext_lazy("Print labels")
    aria_label = gettext_lazy("Print address labels for the selected orders")
    action_type = "labels"
    action_priority = 12
    paper = "label"


class PrintPickingList(PrintAction):
    display_name = gettext_lazy("Print the picking list")
    aria_label = gettext_lazy("Print one picking list for the selected orders")
    action_type = "picking-list"
    action_priority = 15
    paper = "picking"


class PrepareOrders(OrderBulkAction):
    display_name = gettext_lazy("Start preparing")
    aria_label = gettext_lazy("Mark the selected orders as preparing")
    action_type = "prepare"
    action_priority = 20
    template_name = "order_desk/bulk_prepare.html"

    def get(self, request, *args, **kwargs):
        if not any(self.get_actionable_objects()[0]):
            messages.error(
                request, _("None of the selected orders can be prepared: they must be confirmed.")
            )
            return self.to_list()
        return super().get(request, *args, **kwargs)

    def check_perm(self, obj):
        return "preparing" in services.possible_moves(obj)

    def get_execution_context(self):
        return {"by": self.request.user, "view": self}

    @classmethod
    def execute_action(cls, objects, *, by, view, **kwargs):
        moved = 0
        for order in objects:
            try:
                services.move_order(order=order, to="preparing", by=by)
            except services.NotPossible as refused:
                messages.warning(view.request, f"{order.number}: {refused.message}")
            else:
                moved += 1
        return moved, 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects:
            return None
        return ngettext(
            "%(count)d order is marked as preparing.",
            "%(count)d orders are marked as preparing.",
            num_parent_objects,
        ) % {"count": num_parent_objects}
