"""How often an order is tried to be paid: nobody tries out cards that are not theirs.

Counted are the tries that are over: cards that were declined, wherever that was (also in the form
of a provider, from which nobody comes back between two of them), and payments that another one took
the place of. Those of orders that this one replaced count as well. Money that a person of the
company sees come (a transfer) can always be chosen: no card is tried by it.
"""

from django.db.models import Q
from oscar.core.loading import get_model

from commerce.gateways.models import Payment
from commerce.gateways.of_order import by_staff

Order = get_model("order", "Order")

# Nobody needs so many, but whoever tries out cards that are not theirs.
MOST_ATTEMPTS = 10


class TooManyAttempts(Exception):
    """The order was tried to be paid as often as may be: no card is asked for any more.
    ``order`` is it."""

    def __init__(self, order):
        self.order = order
        super().__init__(order.number)


def attempts_over(order) -> int:
    """How many tries of an order are over, what was declined for orders that it replaced among
    them. One query."""
    counted = Q(order=order.pk)
    if order.basket_id:
        replaced = Order.objects.filter(basket=order.basket_id, events__kind="replaced")
        counted |= Q(order__in=replaced.values("pk"))
    tries = list(Payment.objects.filter(counted).values_list("order", "declines"))
    of_this = sum(1 for pk, _declines in tries if pk == order.pk)
    return sum(len(declines) for _pk, declines in tries) + max(of_this - 1, 0)


def may_try_another(order) -> bool:
    """Whether another payment that tries a card may take the place of the present one."""
    return attempts_over(order) + 1 < MOST_ATTEMPTS


def is_tried_too_often(payment: Payment) -> bool:
    """Whether this payment is one that tries cards, and none may be tried any more for its
    order."""
    tries_cards = payment.is_open and not by_staff(payment)
    return tries_cards and attempts_over(payment.order) >= MOST_ATTEMPTS
