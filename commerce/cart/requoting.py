"""Bringing a basket to a market and to today's prices."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from .cart import Cart, CartLine
from .lines import write_line
from .locking import open_basket
from .models import BasketMarket


@dataclass(frozen=True)
class PriceChange:
    """A line whose price is another one than when it was last looked at."""

    line: CartLine
    was: Decimal
    was_currency: str


def requote(cart: Cart) -> list[PriceChange]:
    """Store what the cart's lines cost now and lock the basket to the cart's market.

    Says what changed since the shopper last looked. What the market does not sell stays in the
    basket, marked, and comes back to life in a market that does. Reads nothing that the cart
    has not read, and writes only what differs.
    """
    basket = cart.basket
    if basket.pk is None:
        return []
    outdated = [line for line in cart.lines if line.unit is not None and _is_outdated(line)]
    locked = getattr(basket, "locked_to", None)
    if not outdated and locked is not None and locked.edition == cart.edition:
        return []
    changes = []
    with transaction.atomic():
        if open_basket(basket.pk) is None:
            return []
        # The cart was read before the lock: another tab may have changed or removed lines since.
        there = {row.pk: row for row in basket.lines.all()}
        for line in outdated:
            row = there.get(line.pk)
            if row is None:
                continue
            change = _change(line)
            if change is not None:
                changes.append(change)
            write_line(row, line.info, row.quantity)
        BasketMarket.objects.update_or_create(basket=basket, defaults={"edition": cart.edition})
    basket._lines = None
    return changes


def _is_outdated(line: CartLine) -> bool:
    row, price = line.row, line.info.price
    return (row.price_currency, row.price_excl_tax, row.stockrecord_id) != (
        price.currency,
        price.excl_tax,
        line.info.stockrecord.pk,
    )


def _change(line: CartLine) -> PriceChange | None:
    row, price = line.row, line.info.price
    # Prices on the tag: with tax where the market's prices include it.
    was = row.price_incl_tax if row.price_incl_tax is not None else row.price_excl_tax
    now = price.incl_tax if price.is_tax_known else price.excl_tax
    if was is None or (row.price_currency, was) == (price.currency, now):
        return None
    return PriceChange(line=line, was=was, was_currency=row.price_currency)
