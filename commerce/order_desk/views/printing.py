"""Paper: one order, or a selection."""

from django.http import Http404
from django.shortcuts import render
from django.views import View

from commerce.orders.paper import MOST_SHEETS, parcel_sheets, sheets
from people.private import private_view

from .. import queues
from ..access import AllowedOnly

PAPERS = {"slip": "orders/print/slips.html", "order": "orders/print/orders.html"}


@private_view
class PrintView(AllowedOnly, View):
    """``print/<paper>/?id=…&id=…`` or ``<number>/print/<paper>/``: a page made for the printer.

    Unknown papers and numbers are 404; of a selection, ids that there are not are left out.
    """

    http_method_names = ["get", "head"]

    def get(self, request, paper, number=None, position=None):
        if paper not in PAPERS:
            raise Http404
        if number is not None:
            chosen = queues.orders().filter(number=number.upper())
        else:
            ids = [int(pk) for pk in request.GET.getlist("id") if is_id(pk)]
            chosen = queues.orders().filter(pk__in=ids[:MOST_SHEETS])
        found = sheets(chosen) if position is None else parcel_sheets(chosen, position)
        if not found:
            raise Http404
        return render(request, PAPERS[paper], {"sheets": found})


def is_id(text: str) -> bool:
    """A whole number that fits a primary key."""
    return text.isascii() and text.isdigit() and len(text) <= 18
