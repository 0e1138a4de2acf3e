"""What this visitor ordered in this session: for a second press, a second tab, the empty cart."""

from .access import visible_order

SESSION_KEY = "placed"
# As many orders of a session as anybody looks back to.
MOST = 10


def remember_placed(request, order) -> None:
    placed = {k: v for k, v in _placed(request).items() if v != order.number}
    placed = dict(list(placed.items())[1 - MOST :])
    placed[str(order.basket_id)] = order.number
    request.session[SESSION_KEY] = placed


def placed_order(request, basket_id: str):
    """The order that was placed of a basket (its key as the form posts it), None where none was
    or it may not be seen."""
    number = _placed(request).get(basket_id)
    return visible_order(request, number) if number else None


def last_placed(request):
    """The newest order of this session, None without one."""
    numbers = list(_placed(request).values())
    return visible_order(request, numbers[-1]) if numbers else None


def _placed(request) -> dict[str, str]:
    return request.session.get(SESSION_KEY, {})
