"""Place an order: write it with frozen prices and reserved stock before any payment is requested.

Lock order (``settings.LOCK_ORDER``): begins with the basket, as no existing order's row is locked.
"""

import hashlib
import json
from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.cart.cart import Cart, build_cart
from commerce.cart.locking import open_basket
from commerce.checkout.charging import still_offered, with_charges
from commerce.checkout.limits import TooManyOpen, check_open_orders
from commerce.delivery.options import DeliveryOption, delivery_options
from commerce.gateways.models import PaymentMethod
from commerce.gateways.services import ask_for
from commerce.inventory.services import OutOfStock, reserve
from commerce.offers.services.uses import UsedUp, hold_uses
from commerce.orders.attempts import MethodNotOffered, choose_method
from commerce.orders.events import record
from commerce.orders.models import Placement
from commerce.orders.releasing import release_pending
from commerce.orders.search_text import write_search_text
from commerce.orders.signals import order_placed
from commerce.policies.lookup import policy_of
from people.models import Person
from people.services import person_for_email, person_of

from .terms import Terms
from .writing import write_order

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")


class CannotOrder(Exception):
    """The basket cannot be ordered: it is empty, or a line has a problem."""


class TotalChanged(Exception):
    """The total is not the one that the shopper agreed to: prices, tax or charges changed."""

    def __init__(self, cart: Cart):
        self.cart = cart
        super().__init__("the total changed")


class AlreadyOrdered(Exception):
    """This basket's ``order`` is settled already: there is nothing to place."""

    def __init__(self, order):
        self.order = order
        super().__init__(order.number)


def place_order(*, basket, terms: Terms):
    """Turn a basket into a pending order and reserve its stock. Idempotent: the same basket with
    the same terms gives the same order, however often it is submitted.

    Returns the order. Raises CannotOrder, TotalChanged, OutOfStock, TooManyOpen,
    TooManyAttempts (nothing is written), settling.PaymentUnderWay if the order of the basket
    waits for money that is on its way, or AlreadyOrdered if it is settled, perhaps a moment ago
    in another tab.
    """
    if basket.pk is None:
        raise CannotOrder
    for _attempt in range(3):
        try:
            return _place(basket.pk, terms)
        except _PendingInTheWay:
            _clear_the_way(basket, terms)
        except _UsesGone:
            cart, _option = _cart(Basket.objects.get(pk=basket.pk), terms)
            raise TotalChanged(cart) from None
    raise CannotOrder


class _PendingInTheWay(Exception):
    """The basket has pending orders with other contents or another payment method."""


class _UsesGone(Exception):
    """Another order took the last use of an offer or coupon meanwhile."""


def _clear_the_way(basket, terms: Terms) -> None:
    """Cancel pending orders that differ from the basket; switch a pending order with the same
    contents to the chosen payment method. Calls payment providers, so no lock is held."""
    pending = _pending_of(basket.pk)
    if not pending:
        return
    cart, _option = _cart(basket, terms)
    same = _same_order(pending, _fingerprint(cart, terms))
    for placement in pending:
        if placement is same:
            # Only the payment method differs: the order stays.
            _pay_as_chosen(placement.order, terms)
            continue
        if not release_pending(order=placement.order, reason="replaced"):
            # It was paid in the meantime, or cannot be canceled: that order stands.
            raise AlreadyOrdered(placement.order)


def _pay_as_chosen(order, terms: Terms) -> None:
    try:
        choose_method(order=order, gateway=terms.payment_method)
    except MethodNotOffered:
        raise CannotOrder from None


def _pending_of(basket_id) -> list[Placement]:
    return list(Placement.objects.filter(pending_basket_id=basket_id).order_by("pk"))


def _same_order(pending: list[Placement], fingerprint: str) -> Placement | None:
    """The pending order with the same contents, if its stock is still reserved."""
    now = timezone.now()
    for placement in pending:
        held = placement.held_until is None or placement.held_until > now
        if held and placement.fingerprint == fingerprint:
            return placement
    return None


def _cart(basket, terms: Terms) -> tuple[Cart, DeliveryOption | None]:
    cart = build_cart(basket, edition=terms.edition, destination=terms.destination)
    goods = cart.quote.goods_shown
    options = delivery_options(
        edition=terms.edition,
        destination=terms.destination,
        goods_shown=goods,
        reduction=cart.offers.delivery_reduction,
    )
    option = next((option for option in options if option.code == terms.delivery), None)
    cart = with_charges(
        cart,
        destination=terms.destination,
        delivery=option,
        payment=terms.payment_method,
        choices=terms.choices,
    )
    return cart, option


@transaction.atomic
def _place(basket_id: int, terms: Terms):
    basket = open_basket(basket_id)
    if basket is None:
        settled = Order.objects.filter(basket=basket_id).order_by("-pk").first()
        if settled is None:
            raise CannotOrder
        raise AlreadyOrdered(settled)
    cart, option = _cart(basket, terms)
    if option is None or not cart.can_be_ordered:
        raise CannotOrder
    fingerprint = _fingerprint(cart, terms)
    pending = _pending_of(basket.pk)
    if pending:
        same = _same_order(pending, fingerprint)
        is_only = same is not None and len(pending) == 1
        if is_only and same.payment_method == terms.payment_method:
            return same.order
        raise _PendingInTheWay
    if cart.quote.total_shown != terms.expected_total:
        raise TotalChanged(cart)
    method = PaymentMethod.objects.filter(
        market=cart.market.code, gateway=terms.payment_method, is_active=True
    ).first()
    if method is None or not method.reaches(terms.destination.region):
        raise CannotOrder
    check_open_orders(terms.policy or policy_of(cart.market.code), terms.placed_by)
    order, lines = write_order(basket, cart, option, terms)
    try:
        hold_uses(order=order, applied=cart.offers.applied, delivery=cart.quote.delivery.discount)
    except UsedUp:
        # Another order took the last use between our reading and our lock: price the cart again.
        raise _UsesGone from None
    reserve(quantities=_quantities(cart), order=order)
    # After the stock, by the lock order: filling in a guest's empty fields locks the person's row.
    person = _person(terms)
    placement = Placement.objects.create(
        order=order,
        person=person,
        market=cart.market.code,
        edition=terms.edition,
        email=terms.email,
        phone=terms.phone,
        fingerprint=fingerprint,
        customer_group=cart.priced_for,
        payment_method=terms.payment_method,
        base=terms.provenance.get("base", ""),
        delivery_name=option.name,
        delivery_days="{}-{}".format(*option.days),
        choices=still_offered(terms.choices, cart),
        held_until=timezone.now() + timedelta(minutes=method.hold_minutes),
        pending_basket=basket,
        visitor=terms.placed_by.visitor,
        network=terms.placed_by.network,
    )
    ask_for(order=order, gateway=terms.payment_method, amount=order.total_incl_tax)
    write_search_text(placement, lines)
    record(order, "placed", is_public=True)
    order_placed.send(sender=Order, order=order, person=person, provenance=terms.provenance)
    return order


def _person(terms: Terms) -> Person:
    """The person of the order: the signed-in one, else the one with the typed email address.

    An email address proves nothing: ``order.user`` says whether they placed the order themselves
    (``commerce.orders.claiming``)."""
    known = person_of(terms.user) if terms.user is not None else None
    return known or person_for_email(
        terms.email,
        edition=terms.edition,
        source=Person.Source.CHECKOUT,
        first_name=terms.first_name,
        last_name=terms.last_name,
        phone=terms.phone,
    )


def _quantities(cart: Cart) -> dict[int, int]:
    quantities: Counter[int] = Counter()
    for line in cart.lines:
        if line.product.get_product_class().track_stock:
            quantities[line.stockrecord.pk] += line.quantity
    return dict(quantities)


def _fingerprint(cart: Cart, terms: Terms) -> str:
    facts = {
        "lines": sorted(
            (line.product.pk, line.quantity, str(line.unit), str(line.rate)) for line in cart.lines
        ),
        "edition": terms.edition,
        "group": cart.priced_for.pk if cart.priced_for else None,
        "address": terms.address,
        "who": [
            terms.user.pk if terms.user else None,
            terms.email.lower(),
            terms.first_name,
            terms.last_name,
            terms.phone,
        ],
        "notes": terms.notes,
        "offers": sorted(
            (one.offer.pk, one.offer.coupon.code if one.offer.coupon else "", str(one.amount))
            for one in cart.offers.applied
        ),
        "delivery": terms.delivery,
        "charges": sorted((line.code, str(line.shown)) for line in cart.quote.charges),
        "choices": terms.choices,
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


__all__ = [
    "AlreadyOrdered",
    "CannotOrder",
    "OutOfStock",
    "Terms",
    "TooManyOpen",
    "TotalChanged",
    "place_order",
]
