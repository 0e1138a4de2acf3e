"""Change a cart: add, set quantities, merge at sign-in. Each locks the basket (``locking``)."""

from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from background.locks import locked
from commerce.orders.models import Placement
from commerce.partner.strategy import MarketStrategy
from markets.lookup import current_edition, market_of
from people.models import CustomerGroup, User

from .coupons import carry_coupons
from .lines import line_limit, write_line
from .locking import open_basket, open_baskets
from .models import BasketMarket

Basket = get_model("basket", "Basket")
Line = get_model("basket", "Line")
Order = get_model("order", "Order")

_signer = Signer(salt="basket")


def sign_basket(basket_id: int) -> str:
    return _signer.sign(basket_id)


class NotSoldHere(Exception):
    """The product cannot be bought in this market."""


class SoldOut(Exception):
    """The product is out of stock."""


@dataclass(frozen=True)
class Added:
    """The result of adding: ``now`` is less than ``asked`` if stock was short (``limited``)."""

    line: object
    asked: int
    now: int
    limited: bool


def basket_for(request):
    """The visitor's open basket; an unsaved one if there is none yet.

    After sign-in, merges the anonymous basket into the customer's own. Reads the session, so it is
    for private pages only.
    """
    cookie = _cookie_basket(request)
    if request.user.is_authenticated:
        own = list(_open_of(request.user))
        if cookie is not None or len(own) > 1:
            own = [one_basket(request.user, cookie)]
            request.cookies_to_delete.append(settings.OSCAR_BASKET_COOKIE_OPEN)
        basket = own[0] if own else Basket(owner=request.user)
    else:
        basket = cookie or Basket()
    basket.strategy = MarketStrategy(market_of(current_edition()))
    return basket


def _cookie_basket(request):
    signed = request.COOKIES.get(settings.OSCAR_BASKET_COOKIE_OPEN)
    if not signed:
        return None
    try:
        basket_id = int(_signer.unsign(signed))
    except (BadSignature, ValueError):
        return None
    return (
        Basket.objects.filter(pk=basket_id, owner=None, status=Basket.OPEN)
        .select_related("locked_to")
        .first()
    )


def _open_of(user):
    return (
        Basket.objects.filter(owner=user, status=Basket.OPEN)
        .select_related("locked_to")
        .order_by("pk")
    )


@transaction.atomic
def one_basket(user, *others):
    """Merge all open baskets of a customer (and ``others``, such as a guest's) into one.

    Locks the user's row, so that simultaneous requests right after sign-in wait for each other.
    """
    locked(User.objects.filter(pk=user.pk), keeps_key=True).get()
    baskets = list(_open_of(user)) or [Basket.objects.create(owner=user)]
    into = baskets[0]
    for other in (*baskets[1:], *(basket for basket in others if basket is not None)):
        merge_baskets(into=into, other=other)
    return _open_of(user).first() or into


def _writable(basket, edition: str) -> None:
    """Lock the basket for a new line. If it was submitted or merged since it was read, ``basket``
    becomes the customer's open one, or a new one: a line in a closed basket would be lost."""
    if open_basket(basket.pk) is None:
        current = _open_of(basket.owner).first() if basket.owner_id else None
        current = open_basket(current.pk) if current else None
        if current is None:
            current = Basket.objects.create(owner_id=basket.owner_id)
            BasketMarket.objects.create(basket=current, edition=edition)
        for name in ("pk", "status", "date_created", "date_merged", "date_submitted"):
            setattr(basket, name, getattr(current, name))
        basket._state.adding = False
        basket._state.fields_cache.pop("locked_to", None)
    basket._lines = None


# Two would do: the second try locks every order that appeared during the first.
TRIES = 3


def merge_baskets(*, into, other) -> bool:
    """Merge another basket into this one: its lines (of the same product the larger quantity),
    coupons as far as one basket may have them, the market, and the order that awaits payment.

    Returns False, and changes nothing, if one of the two is not open any more.
    """
    for _try in range(TRIES):
        with transaction.atomic():
            orders = set(_lock_pending([into.pk, other.pk]))
            baskets = open_baskets([into.pk, other.pk])
            if len(baskets) < 2:
                return False
            if set(_pending_orders([into.pk, other.pk])) <= orders:
                _merge(baskets[into.pk], baskets[other.pk])
                into._lines = None
                return True
    return False


def _pending_orders(basket_ids):
    pending = Placement.objects.filter(pending_basket__in=basket_ids)
    return pending.order_by("order_id").values_list("order_id", flat=True)


def _lock_pending(basket_ids) -> list[int]:
    """Lock the orders that await payment: before the baskets, in the order that settling uses."""
    pending = list(_pending_orders(basket_ids))
    return [order.pk for order in locked(Order.objects.filter(pk__in=pending))]


def _merge(into, other) -> None:
    own = {line.product_id: line for line in into.lines.all()}
    for line in other.lines.all():
        twin = own.get(line.product_id)
        if twin is None:
            line.basket = into
            line.save(update_fields=["basket"])
        elif line.quantity > twin.quantity:
            twin.quantity = line.quantity
            twin.save(update_fields=["quantity"])
    locked = BasketMarket.objects.filter(basket=other).first()
    if locked is not None:
        BasketMarket.objects.get_or_create(basket=into, defaults={"edition": locked.edition})
    carry_coupons(into=into, other=other)
    # The pending order now belongs to this basket: its reserved stock and coupon uses do not count
    # against it, the next order replaces it, and paying it removes its items from this basket.
    pending = Placement.objects.filter(pending_basket=other)
    Order.objects.filter(placement__in=pending).update(basket=into)
    pending.update(pending_basket=into)
    other.status = Basket.MERGED
    other.date_merged = timezone.now()
    other.save(update_fields=["status", "date_merged"])


@transaction.atomic
def add_line(*, basket, product, quantity: int, edition: str) -> Added:
    """Add a product to the basket, limited to what is in stock. If the basket was submitted
    meanwhile, ``basket`` becomes a new one.

    Raises NotSoldHere if the edition's market does not sell the product (or it has variants to
    choose from), SoldOut if none is left.
    """
    if product.is_parent:
        raise NotSoldHere
    info = _info(basket, product, edition)
    if info.stockrecord is None or not info.price.exists:
        raise NotSoldHere
    if line_limit(info) <= 0:
        raise SoldOut
    before = basket.pk
    _writable(basket, edition)
    if basket.pk != before:
        info = _info(basket, product, edition)
    line = basket.lines.filter(product=product).first()
    limit = line_limit(info)
    if limit <= 0:
        raise SoldOut
    wanted = (line.quantity if line else 0) + max(1, quantity)
    now = min(wanted, limit)
    line = line or Line(basket=basket, product=product)
    write_line(line, info, now)
    return Added(line=line, asked=wanted, now=now, limited=now < wanted)


@transaction.atomic
def set_quantity(*, basket, line_id: int, quantity: int, edition: str) -> Added | None:
    """Set a line's quantity; zero or less removes the line. Returns None if the line is gone or
    the basket was submitted.

    A line of another basket is never changed.
    """
    if open_basket(basket.pk) is None:
        return None
    line = basket.lines.select_related("product").filter(pk=line_id).first()
    if line is None:
        return None
    basket._lines = None
    if quantity <= 0:
        line.delete()
        return None
    info = _info(basket, line.product, edition)
    limit = line_limit(info)
    if limit <= 0:
        # Sold out or not sold here: the cart shows the problem, and the quantity stays.
        return Added(line=line, asked=quantity, now=line.quantity, limited=False)
    now = min(quantity, limit)
    write_line(line, info, now)
    return Added(line=line, asked=quantity, now=now, limited=now < quantity)


def _info(basket, product, edition: str):
    group = CustomerGroup.objects.tier_of(basket.owner_id)
    strategy = MarketStrategy(
        market_of(edition), group_id=group.pk if group else None, basket_id=basket.pk
    )
    return strategy.fetch_for_product(product)
