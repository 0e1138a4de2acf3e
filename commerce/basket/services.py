"""Writes of the cart. Every write locks the basket's row first."""

from dataclasses import dataclass

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.db import transaction
from oscar.core.loading import get_model

from commerce.checkout.models import BasketMarket
from commerce.partner.strategy import MarketStrategy
from markets.lookup import current_variant, market_of

Basket = get_model("basket", "Basket")
Line = get_model("basket", "Line")
Product = get_model("catalogue", "Product")

_signer = Signer(salt="basket")

# More of one thing than anybody buys; keeps arithmetic and stock queries sane.
LINE_LIMIT = 99


def sign_basket(basket_id: int) -> str:
    return _signer.sign(basket_id)


class NotSoldHere(Exception):
    """The product cannot be bought in this market."""


class SoldOut(Exception):
    """Nothing is left of it."""


@dataclass(frozen=True)
class Added:
    """What came of adding: ``asked`` may be more than there was (``limited``)."""

    line: object
    asked: int
    now: int
    limited: bool


def basket_for(request):
    """The visitor's open basket; an unsaved one where there is none yet.

    Reads the session: only for pages that are nobody else's business. Signing in merges the
    anonymous basket into the customer's own.
    """
    cookie = _cookie_basket(request)
    if request.user.is_authenticated:
        basket = _owned_basket(request.user)
        if cookie is not None:
            basket = basket or Basket.objects.create(owner=request.user)
            merge_baskets(into=basket, other=cookie)
            request.cookies_to_delete.append(settings.OSCAR_BASKET_COOKIE_OPEN)
        basket = basket or Basket(owner=request.user)
    else:
        basket = cookie or Basket()
    basket.strategy = MarketStrategy(market_of(current_variant()))
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


def _owned_basket(user):
    baskets = list(
        Basket.objects.filter(owner=user, status=Basket.OPEN)
        .select_related("locked_to")
        .order_by("pk")
    )
    for extra in baskets[1:]:
        merge_baskets(into=baskets[0], other=extra)
    return baskets[0] if baskets else None


def _lock(basket):
    if basket.pk is None:
        basket.save()
        BasketMarket.objects.create(basket=basket, variant=current_variant())
    Basket.objects.select_for_update().get(pk=basket.pk)


@transaction.atomic
def merge_baskets(*, into, other) -> None:
    """Move the other basket's lines into this one; of the same thing the larger quantity stays."""
    # Both rows, always in the same order.
    list(Basket.objects.select_for_update().filter(pk__in=[into.pk, other.pk]).order_by("pk"))
    own = {line.product_id: line for line in into.lines.all()}
    for line in other.lines.all():
        twin = own.get(line.product_id)
        if twin is None:
            line.basket = into
            line.save(update_fields=["basket"])
        elif line.quantity > twin.quantity:
            twin.quantity = line.quantity
            twin.save(update_fields=["quantity"])
    if not hasattr(into, "locked_to") and hasattr(other, "locked_to"):
        BasketMarket.objects.create(basket=into, variant=other.locked_to.variant)
    into.vouchers.add(*other.vouchers.all())
    other.status = Basket.MERGED
    other.save(update_fields=["status"])
    into._lines = None


@transaction.atomic
def add_line(*, basket, product, quantity: int, variant: str) -> Added:
    """Put a product in the basket, at most as many as there are.

    Raises NotSoldHere where the variant's market does not sell it (or it has variants to choose
    from), SoldOut where nothing is left.
    """
    strategy = MarketStrategy(market_of(variant))
    if product.is_parent:
        raise NotSoldHere
    info = strategy.fetch_for_product(product)
    if info.stockrecord is None or not info.price.exists:
        raise NotSoldHere
    _lock(basket)
    line = basket.lines.filter(product=product).first()
    limit = line_limit(info)
    if limit <= 0:
        raise SoldOut
    wanted = (line.quantity if line else 0) + max(1, quantity)
    now = min(wanted, limit)
    line = line or Line(basket=basket, product=product)
    write_line(line, info, now)
    basket._lines = None
    return Added(line=line, asked=wanted, now=now, limited=now < wanted)


@transaction.atomic
def set_quantity(*, basket, line_id: int, quantity: int, variant: str) -> Added | None:
    """Change a line's quantity; nought or less removes it. None where it is gone.

    A line that is not in this basket is left alone, whoever it belongs to.
    """
    if basket.pk is None:
        return None
    _lock(basket)
    line = basket.lines.select_related("product").filter(pk=line_id).first()
    if line is None:
        return None
    basket._lines = None
    if quantity <= 0:
        line.delete()
        return None
    info = MarketStrategy(market_of(variant)).fetch_for_product(line.product)
    limit = line_limit(info)
    if limit <= 0:
        # Sold out or not sold here: the cart says so, and what was chosen stays.
        return Added(line=line, asked=quantity, now=line.quantity, limited=False)
    now = min(quantity, limit)
    write_line(line, info, now)
    return Added(line=line, asked=quantity, now=now, limited=now < quantity)


def line_limit(info) -> int:
    """How many of it one line may hold now."""
    if info.stockrecord is None or not info.price.exists:
        return 0
    available = getattr(info.availability, "num_available", None)
    if available is None:
        return LINE_LIMIT if info.availability.is_available_to_buy else 0
    return max(0, min(available, LINE_LIMIT))


def write_line(line, info, quantity: int) -> None:
    """Save a line at today's stock record and price; the caller holds the basket."""
    line.quantity = quantity
    line.stockrecord = info.stockrecord
    line.line_reference = f"{line.product_id}_{info.stockrecord.pk}"
    line.price_currency = info.price.currency
    line.price_excl_tax = info.price.excl_tax
    line.price_incl_tax = info.price.incl_tax if info.price.is_tax_known else None
    line.save()
