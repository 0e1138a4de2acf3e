"""A cart as far as it has come: what charges and choices of apps hang on.

Plain values that the cart fills in (``checkout.charging``), so that neither has to know carts.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markets.registry import Market
from people.models import CustomerGroup


@dataclass(frozen=True)
class GoodsLine:
    """Goods of one kind. ``shown`` is the whole line after offers, on the tag's terms."""

    # catalogue.Product: a variant, or what has none, with its parent and product class read.
    product: Any
    quantity: int
    shown: Decimal


@dataclass(frozen=True, kw_only=True)
class CartSoFar:
    """What is ordered, by whom and where, before anything is known of its delivery."""

    market: Market
    edition: str
    lines: tuple[GoodsLine, ...]
    # What the goods cost after offers, as on the tag, in the market's currency.
    goods: Decimal
    # Whose prices hold for whoever buys (their group of the highest priority); None: everybody's.
    group: CustomerGroup | None = None

    @property
    def units(self) -> int:
        """How many there are."""
        return sum(line.quantity for line in self.lines)
