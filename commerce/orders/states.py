"""The states of an order: their names, and the transitions that staff may make."""

from django.utils.translation import gettext_lazy

STATUSES = {
    "pending": gettext_lazy("Awaiting payment"),
    "confirmed": gettext_lazy("Confirmed"),
    "preparing": gettext_lazy("Preparing"),
    "partly_shipped": gettext_lazy("Partially shipped"),
    "shipped": gettext_lazy("On its way"),
    "delivered": gettext_lazy("Delivered"),
    "expired": gettext_lazy("Not paid in time"),
    "cancelled": gettext_lazy("Canceled"),
}
# States of orders that do not count as sales, even if they were confirmed once.
NOT_SOLD = ("cancelled", "expired")
# The usual course of an order.
WAY = ["placed", "confirmed", "preparing", "shipped", "delivered"]
# The transitions that staff may make. Orders are confirmed by payments only.
MOVES = {
    "pending": ("cancelled",),
    "confirmed": ("preparing", "cancelled"),
    "preparing": ("shipped", "cancelled"),
    "partly_shipped": ("shipped",),
    "shipped": ("delivered",),
}


def possible_moves(order) -> tuple[str, ...]:
    """The states to which staff may move this order now."""
    return MOVES.get(order.status, ())
