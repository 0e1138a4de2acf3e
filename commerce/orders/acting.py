"""Checks before staff change an order: permission, the order's lock, its state."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from .states import STATUSES


class NotPossible(Exception):
    """The order's state does not allow this (any more). ``message`` is for staff."""

    def __init__(self, message: str):
        self.message = str(message)
        super().__init__(self.message)


def check_may_act(by) -> None:
    """Raise PermissionDenied unless the user may change orders."""
    if not by.has_perm("order.change_order"):
        raise PermissionDenied


def not_any_more(order) -> NotPossible:
    """The error to raise if someone else, or the customer, has changed the order meanwhile."""
    state = STATUSES.get(order.status, order.status)
    return NotPossible(_("The order is now “%(state)s”: this cannot be done.") % {"state": state})


def refunded_meanwhile() -> NotPossible:
    """The error to raise if more was refunded meanwhile than the clerk saw."""
    return NotPossible(_("Money was refunded in the meantime: check what is left first."))
