"""Access control: who may see an order, on every page and by links in mails."""

from functools import wraps

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from oscar.core.loading import get_model

from people.private import private
from people.services import person_of

Order = get_model("order", "Order")

SESSION_KEY = "orders"
# The most orders that a session can access, as computers may be shared.
REMEMBERED = 20


def orders_of(person):
    """A person's orders, newest first, without those that were replaced before payment.

    Guest orders with their email address are included only after they proved the address
    (``claiming``).
    """
    return (
        Order.objects.filter(placement__person=person, user=person.user_id)
        .exclude(events__kind="replaced")
        .order_by("-date_placed", "-pk")
    )


def grant(request, order) -> None:
    """Give this session access to an order: it placed the order, or proved the email address."""
    numbers = [number for number in request.session.get(SESSION_KEY, []) if number != order.number]
    request.session[SESSION_KEY] = [order.number, *numbers][:REMEMBERED]


def visible_order(request, number: str):
    """The order with this number if the visitor may see it. Else None, also for unknown numbers, so
    that nobody learns which exist."""
    order = (
        Order.objects.filter(number=number, placement__isnull=False)
        .select_related(
            "placement__person", "placement__customer_group", "shipping_address__country"
        )
        .first()
    )
    if order is None:
        return None
    if number in request.session.get(SESSION_KEY, []):
        return order
    person = person_of(request.user)
    is_theirs = person is not None and order.placement.person_id == person.pk
    if is_theirs and order.user_id == person.user_id:
        return order
    return None


def of_their_own(view):
    """Decorator: a private view of one order. The view gets the order instead of its number; a
    visitor who may not see it is redirected to the form that mails a code."""

    @wraps(view)
    @private
    def guarded(request, number: str):
        order = visible_order(request, number.upper())
        if order is not None:
            return view(request, order)
        if request.user.is_authenticated:
            raise Http404
        # The same for a number that exists and one that does not.
        return redirect(f"{reverse('orders:find')}?number={number.upper()}")

    return guarded
