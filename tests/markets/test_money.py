from decimal import Decimal

import pytest

from markets.money import format_money, round_money


@pytest.mark.parametrize(
    ("amount", "currency", "edition", "expected"),
    [
        ("99000", "COP", "es-co", "$99.000"),
        ("1234.50", "COP", "es-co", "$1.234,50"),
        ("489", "MXN", "es-mx", "$489.00"),
        ("25", "USD", "en-us", "$25.00"),
        ("1234.5", "USD", "es-us", "$1,234.50"),
        ("0", "USD", "en-us", "$0.00"),
    ],
)
def test_amounts_are_written_as_on_price_tags_there(amount, currency, edition, expected):
    assert format_money(Decimal(amount), currency, edition) == expected


def test_a_foreign_currency_is_named():
    assert format_money(Decimal(249000), "COP", "en-us") == "COP\xa0249,000"
    assert format_money(Decimal(25), "USD", "es-co") == "USD\xa025,00"
    assert format_money(Decimal(319), "MXN", "en-us") == "MXN\xa0319.00"


@pytest.mark.parametrize(
    ("amount", "rounded"), [("0.005", "0.01"), ("0.0049", "0.00"), ("-0.005", "-0.01"), ("1", "1")]
)
def test_halves_go_away_from_zero(amount, rounded):
    assert round_money(Decimal(amount)) == Decimal(rounded)


def test_what_is_only_told_is_rounded_to_what_the_market_shows():
    assert format_money(Decimal("14194.12"), "COP", "es-co", whole=True) == "$14.194"
    assert format_money(Decimal("1.505"), "USD", "en-us", whole=True) == "$1.50"
