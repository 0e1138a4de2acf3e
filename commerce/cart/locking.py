"""The one way to write on a basket: its row locked, and still open.

A basket closes while somebody looks at it: a webhook confirms its order, another tab signs in and
it is merged. Whoever locks it without asking whether it is open writes where nobody reads.

A customer's row (``one_basket``) and pending orders come before it (``settings.LOCK_ORDER``).
"""

from collections.abc import Iterable

from oscar.core.loading import get_model

from background.locks import locked

Basket = get_model("basket", "Basket")


def open_baskets(pks: Iterable[int]) -> dict:
    """``{pk: basket}`` of those that are open, locked until the transaction ends; what was
    ordered or merged meanwhile is not among them."""
    rows = locked(Basket.objects.filter(pk__in=list(pks), status=Basket.OPEN))
    return {basket.pk: basket for basket in rows}


def open_basket(pk: int | None):
    """One open basket, locked until the transaction ends; None where it is not open any more."""
    return open_baskets([pk]).get(pk) if pk is not None else None
