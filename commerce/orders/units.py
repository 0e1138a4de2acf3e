"""Count units of order lines that are still to be shipped, or that were canceled."""

from collections.abc import Collection

from django.db.models import Sum
from oscar.core.loading import get_model

from .models import CancelledLine, ParcelLine

Line = get_model("order", "Line")


def left_to_send(order) -> dict[int, int]:
    """Units still to be shipped: ``{line's primary key: units}``, without lines that are done."""
    return left_of_each([order.pk])[order.pk]


def left_of_each(orders: Collection[int]) -> dict[int, dict[int, int]]:
    """``left_to_send`` of orders by their primary keys. Three queries, however many they are."""
    sent = dict(
        ParcelLine.objects.filter(parcel__order__in=orders)
        .order_by()
        .values_list("line_id")
        .annotate(Sum("quantity"))
    )
    never = dict(
        CancelledLine.objects.filter(line__order__in=orders).values_list("line_id", "quantity")
    )
    left: dict[int, dict[int, int]] = {pk: {} for pk in orders}
    for order, line, quantity in (
        Line.objects.filter(order__in=orders)
        .order_by("pk")
        .values_list("order_id", "pk", "quantity")
    ):
        rest = quantity - sent.get(line, 0) - never.get(line, 0)
        if rest > 0:
            left[order][line] = rest
    return left


def cancelled_units(order) -> dict[int, int]:
    """Units that will not be shipped: ``{line's primary key: units}`` (``closing``)."""
    return dict(CancelledLine.objects.filter(line__order=order).values_list("line_id", "quantity"))
