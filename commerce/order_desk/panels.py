"""What waits for the order desk, on the first page of the admin."""

from django.forms import Media
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component

from . import queues

SHOWN = ("packing", "transfer", "expiring")


class WaitingPanel(Component):
    """Counts that lead to the list, filtered. One query."""

    name = "order_desk"
    template_name = "order_desk/panel.html"
    order = 50

    @property
    def media(self):
        return Media(css={"all": ["admin-shop/orders.css"]})

    def get_context_data(self, parent_context):
        found = queues.counts(*SHOWN)
        index = reverse("order_desk:index")
        return {
            "heading": _("Orders"),
            "queues": [
                {
                    "count": found[queue],
                    "label": queues.LABELS[queue],
                    "url": f"{index}?queue={queue}",
                }
                for queue in SHOWN
            ],
        }
