"""Paper: one order, or a selection."""

import logging

from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages

from commerce.orders.acting import NotPossible
from commerce.orders.paper.labels import labels
from commerce.orders.paper.orders import order_sheets
from commerce.orders.paper.picking import picking_list
from commerce.orders.paper.sheets import MOST_SHEETS, parcel_sheets, sheets
from commerce.orders.paper.slips import packing_slips
from commerce.typesetting.pdf import NotTypeset, pdf_response
from people.private import private_view

from .. import queues
from ..access import AllowedOnly

logger = logging.getLogger(__name__)

# By the word in the address: what makes it of sheets, and what the file is called, of one order
# (with its number) and of several.
PAPERS = {
    "slip": (packing_slips, "packing-slip", "packing-slips"),
    "order": (order_sheets, "order", "orders"),
    "label": (labels, "label", "labels"),
    "picking": (picking_list, "picking-list", "picking-list"),
}


@private_view
class PrintView(AllowedOnly, View):
    """``print/<paper>/?id=…&id=…`` or ``<number>/print/<paper>/``: a PDF.

    Unknown papers and numbers are 404; of a selection, ids that there are not are left out, and
    more than ``MOST_SHEETS`` are refused: nobody would notice which orders are missing.
    """

    http_method_names = ["get", "head"]

    def get(self, request, paper, number=None, position=None):
        if paper not in PAPERS:
            raise Http404
        if number is not None:
            chosen = queues.orders().filter(number=number.upper())
            back = reverse("order_desk:detail", args=[number])
        else:
            ids = {int(pk) for pk in request.GET.getlist("id") if is_id(pk)}
            back = reverse("order_desk:index")
            if len(ids) > MOST_SHEETS:
                return self.refused(back, too_many())
            chosen = queues.orders().filter(pk__in=ids)
        found = sheets(chosen) if position is None else parcel_sheets(chosen, position)
        if not found:
            raise Http404
        make, name, names = PAPERS[paper]
        try:
            pdf = make(found)
        except NotPossible as nothing:
            return self.refused(back, nothing.message)
        except NotTypeset:
            logger.exception("Paper could not be made: %s of %s orders", paper, len(found))
            return self.refused(back, _("The PDF could not be made. Try again later."))
        return pdf_response(pdf, name=f"{name}-{found[0].number}" if len(found) == 1 else names)

    def refused(self, back: str, why: str):
        messages.error(self.request, why)
        return HttpResponseRedirect(back)


def too_many() -> str:
    return _("At most %(count)d orders are printed at once. Choose fewer.") % {"count": MOST_SHEETS}


def is_id(text: str) -> bool:
    """A whole number that fits a primary key."""
    return text.isascii() and text.isdigit() and len(text) <= 18
