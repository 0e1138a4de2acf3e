"""One order, whole."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ..access import may_act
from ..actions import ACTIONS, possible_actions
from ..boards import order_panels
from ..forms import NoteForm
from .screen import OrderScreen


class OrderDetailView(OrderScreen):
    template_name = "order_desk/detail.html"
    http_method_names = ["get", "head"]

    def get(self, request, number):
        acts = may_act(request.user)
        actions = possible_actions(self.order) if acts else []
        return self.render(
            actions=[
                {
                    "label": action.label,
                    "icon": action.icon,
                    "serious": action.serious,
                    "url": reverse("order_desk:action", args=[self.order.number, action.slug]),
                }
                for action in actions
                if action.slug != "note"
            ],
            papers=[
                {
                    "label": label,
                    "url": reverse("order_desk:print", args=[self.order.number, paper]),
                }
                for paper, label in (
                    ("slip", _("Packing slip")),
                    ("label", _("Label")),
                    ("order", _("Receipt") if self.dossier.has_receipt else _("Print")),
                )
            ],
            panels=order_panels.shown(self.order, request),
            note_form=NoteForm(order=self.order) if acts else None,
            note_url=reverse("order_desk:action", args=[self.order.number, ACTIONS["note"].slug]),
        )
