from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from commerce.pricing.amounts import read_amount, write_amount
from markets.lookup import get_market


@pytest.mark.parametrize(
    ("typed", "market", "read"),
    [
        ("99000", "co", "99000"),
        ("99.000", "co", "99000"),
        ("99,000", "co", "99000"),
        ("$ 1.299.000", "co", "1299000"),
        ("99.000,00", "co", "99000"),
        ("99000 COP", "co", "99000"),
        ("499", "mx", "499"),
        ("1,299.50", "mx", "1299.50"),
        ("1.299,50", "mx", "1299.50"),
        ("25.5", "us", "25.50"),
        ("US$25.00", "us", "25"),
        ("1.299", "us", "1299"),
        ("0", "us", "0"),
        ("0,50", "us", "0.50"),
    ],
)
def test_amounts_are_read_however_they_are_written(typed, market, read):
    assert read_amount(typed, get_market(market)) == Decimal(read)


@pytest.mark.parametrize(
    ("typed", "market"),
    [
        ("gratis", "co"),
        ("-5", "co"),
        ("99.000,50", "co"),
        ("0.125", "us"),
        ("1.2.3", "us"),
        ("12.34.567", "mx"),
        ("1e5", "us"),
        ("٩٩", "co"),
        ("99999999999", "co"),
        ("1;DROP TABLE", "us"),
    ],
)
def test_what_is_no_amount_is_refused(typed, market):
    with pytest.raises(ValidationError):
        read_amount(typed, get_market(market))


@pytest.mark.parametrize("market", ["co", "mx", "us"])
def test_what_is_written_is_read_back(market):
    for amount in (Decimal(0), Decimal(25), Decimal(1299), Decimal(99000)):
        assert read_amount(write_amount(amount, get_market(market)), get_market(market)) == amount
    assert read_amount(write_amount(None, get_market(market)), get_market(market)) is None
