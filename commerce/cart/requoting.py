"""Requoting: bring a basket to the current market and to current prices."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from .cart import Cart, CartLine
from .lines import write_line
from .locking import open_basket
from .models import BasketMarket


@dataclass(frozen=True)
class PriceChange:
    """A line whose price changed since the shopper last looked at the cart."""

    line: CartLine
    was: Decimal
    was_currency: str


def requote(cart: Cart) -> list[PriceChange]:
    """Store the current prices of the cart's lines and lock the basket to the cart's market.

    Returns the price changes since the shopper last looked. Products that the market does not sell
    stay in the basket with a problem, and can be bought again in a market that sells them. Uses
    the prices that the cart has read, and writes only lines that differ.
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
        # The cart was read before the lock: another tab may have changed or removed lines by now.
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
    # Compare displayed prices: with tax where the market's prices include it.
    was = row.price_incl_tax if row.price_incl_tax is not None else row.price_excl_tax
    now = price.incl_tax if price.is_tax_known else price.excl_tax
    if was is None or (row.price_currency, was) == (price.currency, now):
        return None
    return PriceChange(line=line, was=was, was_currency=row.price_currency)
