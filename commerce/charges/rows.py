"""Charges as rows of components/totals.html and its kin: the same in a cart, an order, a mail."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _


def charge_rows(
    charges: Iterable[tuple[str | Promise, Decimal]], *, money: Callable[[Decimal], str]
) -> list[dict]:
    """A row for each (name, amount on the tag's terms); what costs nothing is said to be free."""
    return [
        {"label": str(name), "amount": money(amount) if amount else _("Free")}
        for name, amount in charges
    ]
