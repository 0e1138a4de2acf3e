"""Count units of order lines that are still to be shipped, or that were canceled."""

from django.db.models import Sum
from oscar.core.loading import get_model

from .models import CancelledLine, ParcelLine

Line = get_model("order", "Line")


def left_to_send(order) -> dict[int, int]:
    """Units still to be shipped: ``{line's primary key: units}``, without lines that are done."""
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
    """Units that will not be shipped: ``{line's primary key: units}`` (``closing``)."""
    return dict(CancelledLine.objects.filter(line__order=order).values_list("line_id", "quantity"))
