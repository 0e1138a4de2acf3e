"""How every act of staff on an order begins: may they, is it nobody else's, can it be done."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from .states import STATUSES


class NotPossible(Exception):
    """The order is not in a state for this (any more); ``message`` is for staff."""

    def __init__(self, message: str):
        self.message = str(message)
        super().__init__(self.message)


def check_may_act(by) -> None:
    """Raises PermissionDenied."""
    if not by.has_perm("order.change_order"):
        raise PermissionDenied


def not_any_more(order) -> NotPossible:
    """To be raised where somebody else, or the customer, was faster."""
    state = STATUSES.get(order.status, order.status)
    return NotPossible(_("The order is now “%(state)s”: this cannot be done.") % {"state": state})


def refunded_meanwhile() -> NotPossible:
    """To be raised where more was given back than the clerk saw."""
    return NotPossible(_("Money was refunded in the meantime: check what is left first."))
