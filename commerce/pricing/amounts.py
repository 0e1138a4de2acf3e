"""Amounts as people type them: ``99.000``, ``1,299.50``, ``$ 25``."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from markets.registry import Market

SIGNS = re.compile(r"^(?:US\$|MX\$|COL\$|[$€]|[A-Z]{3})|[A-Z]{3}$")
NUMBER = re.compile(r"\d+(?:[.,'’]\d+)*")
MOST = Decimal("9999999999.99")


def read_number(text: str) -> Decimal | None:
    """Read an amount however it was typed or printed in any of the markets: ``$99.000``,
    ``MX$1,290.00``, ``25,5``. Nothing typed is None. Raises ValueError for what is none.

    Prices have at most two decimals, so a separator before exactly three digits groups thousands
    and any other one starts the decimals.
    """
    raw = SIGNS.sub("", re.sub(r"\s", "", text or "")).strip()
    if not raw:
        return None
    if not NUMBER.fullmatch(raw) or not raw.isascii():
        raise ValueError(text)
    digits = re.split(r"[.,'’]", raw)
    *_groups, last = digits
    decimals = last if len(digits) > 1 and len(last) != 3 else ""
    whole = digits[:-1] if decimals else digits
    grouped = len(whole) == 1 or (
        1 <= len(whole[0]) <= 3 and whole[0] != "0" and all(len(part) == 3 for part in whole[1:])
    )
    if not grouped or len(decimals) > 2:
        raise ValueError(text)
    return Decimal(f"{''.join(whole)}.{decimals or 0}")


def read_amount(text: str, market: Market) -> Decimal | None:
    """Read an amount in the market's currency, whichever separators were typed (``read_number``).

    Nothing typed is None. Raises ValidationError, in words for the typist.
    """
    try:
        amount = read_number(text)
    except ValueError:
        raise ValidationError(_("Enter an amount, for example %s.") % example(market)) from None
    if amount is None:
        return None
    if market.price_decimals == 0 and amount != amount.to_integral_value():
        raise ValidationError(_("Prices in %s have no decimals.") % market.currency)
    if amount > MOST:
        raise ValidationError(_("That is more than a price can be."))
    return amount.quantize(Decimal("0.01"))


def write_amount(amount: Decimal | None, market: Market) -> str:
    """An amount as it stands in an input: no grouping, the market's decimals."""
    if amount is None:
        return ""
    whole = market.price_decimals == 0 and amount == amount.to_integral_value()
    return f"{amount:.0f}" if whole else f"{amount:.2f}"


def example(market: Market) -> str:
    return write_amount(Decimal("99000") if market.price_decimals == 0 else Decimal("25"), market)
