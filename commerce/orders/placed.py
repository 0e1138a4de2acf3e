"""Orders that were placed in this session: for double submits, other tabs, the empty cart."""

from .access import visible_order

SESSION_KEY = "placed"
# The most orders stored in a session.
MOST = 10


def remember_placed(request, order) -> None:
    placed = {k: v for k, v in _placed(request).items() if v != order.number}
    placed = dict(list(placed.items())[1 - MOST :])
    placed[str(order.basket_id)] = order.number
    request.session[SESSION_KEY] = placed


def placed_order(request, basket_id: str):
    """The order that was placed from a basket (its id as posted by the form); None if there is
    none, or if the visitor may not see it."""
    number = _placed(request).get(basket_id)
    return visible_order(request, number) if number else None


def last_placed(request):
    """The latest order of this session, None if there is none."""
    numbers = list(_placed(request).values())
    return visible_order(request, numbers[-1]) if numbers else None


def _placed(request) -> dict[str, str]:
    return request.session.get(SESSION_KEY, {})
