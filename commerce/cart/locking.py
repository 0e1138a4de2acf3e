"""Lock a basket's row before writing to it, and make sure that it is still open.

Every write to a basket goes through here: a basket can be submitted (a webhook confirms its order)
or merged (its owner signs in in another tab) while a request works with it, and a line that is
written after that is lost.

Lock order (``settings.LOCK_ORDER``): the user's row (``one_basket``), pending orders, then baskets.
"""

from collections.abc import Iterable

from oscar.core.loading import get_model

from background.locks import locked

Basket = get_model("basket", "Basket")


def open_baskets(pks: Iterable[int]) -> dict:
    """Lock the open baskets among these until the transaction ends: ``{pk: basket}``. Baskets that
    were submitted or merged meanwhile are left out."""
    rows = locked(Basket.objects.filter(pk__in=list(pks), status=Basket.OPEN))
    return {basket.pk: basket for basket in rows}


def open_basket(pk: int | None):
    """Lock one open basket until the transaction ends; None if it is not open any more."""
    return open_baskets([pk]).get(pk) if pk is not None else None
