"""The states of an order: what they are called, and the way through them."""

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
# Orders that may have been confirmed and are no sale.
NOT_SOLD = ("cancelled", "expired")
# The way an order goes when all is well.
WAY = ["placed", "confirmed", "preparing", "shipped", "delivered"]
# What staff may move an order to, from each state. Confirming is the payment's business.
MOVES = {
    "pending": ("cancelled",),
    "confirmed": ("preparing", "cancelled"),
    "preparing": ("shipped", "cancelled"),
    "partly_shipped": ("shipped",),
    "shipped": ("delivered",),
}


def possible_moves(order) -> tuple[str, ...]:
    """The states that staff may move this order to now."""
    return MOVES.get(order.status, ())
