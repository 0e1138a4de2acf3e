"""Orders on the account's overview: reminders of unpaid ones, and the latest order."""

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from people.overview import Reminder

from .access import orders_of
from .presentation import OrderView

MOST_WAITING = 3
MOST_PICTURES = 5


def reminders(request) -> list[Reminder]:
    """Reminders of unpaid orders, newest first."""
    rows = (
        orders_of(request.person)
        .filter(status="pending")
        .select_related("placement", "shipping_address")
        .prefetch_related("payments")[:MOST_WAITING]
    )
    found = []
    for order in (OrderView(row, edition=request.edition) for row in rows):
        words = {"number": order.number, "amount": order.total["amount"]}
        text = _("Order %(number)s (%(amount)s) is awaiting payment.") % words
        if order.held_until_text:
            words["until"] = order.held_until_text
            text = _("Order %(number)s (%(amount)s) is awaiting payment until %(until)s.") % words
        action = _("View order")
        if order.can_be_paid and not order.waits_until_text:
            action = _("Pay now")
        elif order.instructions:
            action = _("How to pay")
        found.append(Reminder(text=text, url=order.url, action=action))
    return found


def latest(person, request) -> str:
    """The panel with the latest order and its state; a link to the shop if there is none."""
    rows = orders_of(person)
    order = rows.select_related("placement", "shipping_address").first()
    view = OrderView(order, edition=request.edition) if order else None
    lines = view.lines if view else []
    context = {
        "order": view,
        "lines": lines[:MOST_PICTURES],
        "more": max(0, len(lines) - MOST_PICTURES),
        "parcel": view.parcels[-1] if view and view.parcels else None,
        "count": rows.count() if view else 0,
    }
    return render_to_string("orders/overview.html", context, request)
