"""What something costs by the measure: ``$163.333 / 100 ml``, to compare packs of different sizes.

The price is the shop's own; how much is in a pack is said once for each option that names it
(``OptionContent``). The measure that is compared by is what people in the market compare by.
"""

from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from markets.lookup import market_of
from markets.money import format_money, round_price

MILLILITRE, LITRE, GRAM, KILOGRAM, PIECE = "ml", "l", "g", "kg", "piece"

# Everything in the smallest of its kind.
SMALLEST = {LITRE: (MILLILITRE, 1000), KILOGRAM: (GRAM, 1000)}
FLUID_OUNCE, OUNCE = Decimal("29.5735"), Decimal("28.3495")
# Where shelf labels are in ounces (CLDR's measurement systems).
IN_OUNCES = {"US"}
# From here on a pack is compared by the litre or the kilogram.
LARGE = 1000


class Content(NamedTuple):
    """How much is in a pack: ``Content(Decimal(30), "ml")``."""

    amount: Decimal
    unit: str


def _measure(content: Content, country: str) -> tuple[Decimal, str]:
    """How many of the measure a pack holds, and what the measure is called."""
    unit, factor = SMALLEST.get(content.unit, (content.unit, 1))
    amount = content.amount * factor
    if unit == PIECE:
        return amount, _("piece")
    if country in IN_OUNCES:
        is_liquid = unit == MILLILITRE
        return amount / (FLUID_OUNCE if is_liquid else OUNCE), "fl oz" if is_liquid else "oz"
    if amount >= LARGE:
        return amount / LARGE, "l" if unit == MILLILITRE else "kg"
    return amount / 100, f"100 {unit}"


def price_per_unit(price: Decimal | None, content: Content | None, edition: str) -> str:
    """``$163.333 / 100 ml`` in the edition's money and language.

    "" where nobody said how much is in it, or where it would only repeat the price.
    """
    if not price or content is None or content.amount <= 0:
        return ""
    market = market_of(edition)
    number, name = _measure(content, market.country)
    if number == 1:
        return ""
    amount = round_price(price / number, market.currency)
    return f"{format_money(amount, market.currency, edition)} / {name}"
