"""Amounts: one way to round them and one way to write them."""

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.numbers import format_currency, get_currency_symbol

from .locales import home_locale, known_locale
from .lookup import all_markets, current_edition, language_of, market_of

CENT = Decimal("0.01")


def round_money(amount: Decimal) -> Decimal:
    """Round to hundredths, halves away from zero: what every total here is rounded with.

    Orders keep two decimals in every currency (Oscar's columns); currencies that are shown
    without decimals are priced in whole units and stay whole.
    """
    return Decimal(amount).quantize(CENT, rounding=ROUND_HALF_UP)


def round_price(amount: Decimal, currency: str) -> Decimal:
    """Round to the decimals that prices in a currency are shown with, halves away from zero."""
    step = Decimal(1).scaleb(-decimals_of(currency))
    return Decimal(amount).quantize(step, rounding=ROUND_HALF_UP)


def decimals_of(currency: str) -> int:
    """With how many decimals prices in a currency are shown: those of the market it is of."""
    home = next((one for one in all_markets() if one.currency == currency), None)
    return home.price_decimals if home else 2


def format_money(
    amount: Decimal,
    currency: str,
    edition: str | None = None,
    *,
    whole: bool = False,
    named: bool = False,
) -> str:
    """Write an amount as people in the edition do: ``$99.000``, ``US$25.00``.

    ``whole`` rounds to the decimals that the market shows, for what is only told (the tax
    inside a price); what is charged is never rounded by writing it.

    The currency is named (``COP 99,000``) only where its sign would mislead: in a market
    whose own currency is another one, or where ``named`` says so. Its decimals are those of the
    market that it is of.
    """
    return _written(amount, currency, edition or current_edition(), whole, named)


# Writing one takes as long as the rest of a card, and prices repeat.
@lru_cache(maxsize=8192)
def _written(amount: Decimal, currency: str, edition: str, whole: bool, named: bool) -> str:
    market = market_of(edition)
    locale = known_locale(language_of(edition), market.country)
    own = currency == market.currency
    decimals = market.price_decimals if own else decimals_of(currency)
    without_cents = decimals == 0 and (whole or amount == amount.to_integral_value())
    # One ¤ is the sign, two are the code.
    by_sign = own and not named
    pattern = ("¤" if by_sign else "¤¤") + ("#,##0" if without_cents else "#,##0.00")
    text = format_currency(amount, currency, pattern, locale=locale, currency_digits=False).replace(
        "\xa0", ""
    )
    if by_sign:
        # Inside a market its own sign is enough, as on every price tag there.
        home = home_locale(market.country) or locale
        return text.replace(
            get_currency_symbol(currency, locale), get_currency_symbol(currency, home)
        )
    return text.replace(currency, f"{currency}\xa0")


def staff_money(
    amount: Decimal, currency: str, edition: str | None = None, *, whole: bool = False
) -> str:
    """As ``format_money``, for lists and figures in which markets meet: the currency is named
    where the company sells in more than one.
    """
    several = len({market.currency for market in all_markets()}) > 1
    return format_money(amount, currency, edition, whole=whole, named=several)
