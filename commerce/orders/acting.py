"""How every act of staff on an order begins: may they, is it nobody else's, can it be done."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from background.locks import locked

from .states import STATUSES

Order = get_model("order", "Order")


class NotPossible(Exception):
    """The order is not in a state for this (any more); ``message`` is for staff."""

    def __init__(self, message: str):
        self.message = str(message)
        super().__init__(self.message)


def check_may_act(by) -> None:
    """Raises PermissionDenied."""
    if not by.has_perm("order.change_order"):
        raise PermissionDenied


def lock_order(order):
    """The order as it is now, which nobody else can act on until the transaction ends."""
    return locked(Order.objects.select_related("placement")).get(pk=order.pk)


def not_any_more(order) -> NotPossible:
    """To be raised where somebody else, or the customer, was faster."""
    state = STATUSES.get(order.status, order.status)
    return NotPossible(_("The order is now “%(state)s”: this cannot be done.") % {"state": state})


def refunded_meanwhile() -> NotPossible:
    """To be raised where more was given back than the clerk saw."""
    return NotPossible(_("Money was refunded in the meantime: check what is left first."))
