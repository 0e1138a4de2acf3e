"""Units of an order's lines: how many are still to be sent, and how many never will be."""

from django.db.models import Sum
from oscar.core.loading import get_model

from .models import CancelledLine, ParcelLine

Line = get_model("order", "Line")


def left_to_send(order) -> dict[int, int]:
    """Units of each line, by its primary key, that are to be sent yet; none left, no entry."""
    sent = dict(
        ParcelLine.objects.filter(parcel__order=order)
        .order_by()
        .values_list("line_id")
        .annotate(Sum("quantity"))
    )
    never = cancelled_units(order)
    left = {
        pk: quantity - sent.get(pk, 0) - never.get(pk, 0)
        for pk, quantity in Line.objects.filter(order=order)
        .order_by("pk")
        .values_list("pk", "quantity")
    }
    return {pk: quantity for pk, quantity in left.items() if quantity > 0}


def cancelled_units(order) -> dict[int, int]:
    """Units of each line, by its primary key, that will never leave (``closing``)."""
    return dict(CancelledLine.objects.filter(line__order=order).values_list("line_id", "quantity"))
