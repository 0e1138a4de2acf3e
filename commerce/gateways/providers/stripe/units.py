"""Amounts as Stripe counts them, by the table of its page "Supported currencies"
(https://docs.stripe.com/currencies, read in November 2026).

Not what a market shows: Colombian prices have no decimals, and are charged in hundredths
($99.000 is 9900000).
"""

from decimal import Decimal

# "Zero-decimal currencies": the amount is the charge.
WHOLE = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA"]
    + ["PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF"]
)
# "Three-decimal currencies": the last digit must be 0, as it is in amounts of two decimals.
THOUSANDTHS = frozenset(["BHD", "JOD", "KWD", "OMR", "TND"])
# "Special cases": counted in hundredths as they once were, charged whole only.
WHOLE_IN_HUNDREDTHS = frozenset(["ISK", "UGX"])


def _decimals(currency: str) -> int:
    if currency in WHOLE:
        return 0
    return 3 if currency in THOUSANDTHS else 2


def to_minor(amount: Decimal, currency: str) -> int:
    """An amount in the number that Stripe is sent. Raises ValueError where the currency has no
    such part: nothing is rounded on the way to the bank."""
    minor = amount.scaleb(_decimals(currency))
    step = 100 if currency in WHOLE_IN_HUNDREDTHS else 1
    if minor % step:
        raise ValueError(f"{amount} {currency} cannot be charged")
    return int(minor)


def from_minor(minor: int, currency: str) -> Decimal:
    """The amount that Stripe's number stands for; ``currency`` in any case."""
    return Decimal(minor).scaleb(-_decimals(currency.upper()))
