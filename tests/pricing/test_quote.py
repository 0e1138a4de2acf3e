"""What a basket costs: tables of cases, and what must hold for every basket."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.pricing.quote import DeliveryCharge, QuoteLine, Reduction, quote
from commerce.pricing.tax import tax_amount

D = Decimal


@pytest.mark.parametrize(
    ("amount", "rate", "included", "excl", "tax", "incl"),
    [
        ("99000", "0.19", True, "83193.28", "15806.72", "99000.00"),
        ("489", "0.16", True, "421.55", "67.45", "489.00"),
        ("25", "0.06", False, "25.00", "1.50", "26.50"),
        ("0.01", "0.0825", False, "0.01", "0.00", "0.01"),
        ("10", "0", True, "10.00", "0.00", "10.00"),
        ("10.005", "0", False, "10.01", "0.00", "10.01"),
    ],
)
def test_tax_is_taken_out_or_added(amount, rate, included, excl, tax, incl):
    taxed = tax_amount(D(amount), rate=D(rate), included=included)
    assert (taxed.excl, taxed.tax, taxed.incl) == (D(excl), D(tax), D(incl))


@pytest.mark.parametrize(
    ("goods", "expected"),
    [("49.99", "5.00"), ("50", "0"), ("80", "0")],
)
def test_delivery_is_free_from_its_threshold(goods, expected):
    result = quote(
        [QuoteLine(key=1, quantity=1, unit=D(goods), rate=D(0))],
        currency="USD",
        included=False,
        delivery=DeliveryCharge(price=D("5.00"), free_from=D(50)),
    )
    assert result.delivery_shown == D(expected)
    assert result.total.incl == D(goods) + D(expected)


def test_tax_that_is_not_known_yet_is_said_to_be_so():
    lines = [
        QuoteLine(key=1, quantity=1, unit=D(10), rate=None),
        QuoteLine(key=2, quantity=1, unit=D(10), rate=D("0.05")),
    ]
    assert not quote(lines, currency="USD", included=False).tax_known


lines = st.lists(
    st.builds(
        QuoteLine,
        key=st.integers(1, 10**6),
        quantity=st.integers(1, 99),
        unit=st.decimals("0.01", "9999999", places=2),
        rate=st.sampled_from([D(0), D("0.05"), D("0.0825"), D("0.16"), D("0.19")]),
    ),
    max_size=8,
    unique_by=lambda line: line.key,
)


@given(lines, st.booleans())
def test_the_lines_of_an_order_add_up_to_it(rows, included):
    result = quote(rows, currency="COP", included=included)
    assert sum((line.incl for line in result.lines.values()), D(0)) == result.total.incl
    assert sum((line.excl for line in result.lines.values()), D(0)) == result.total.excl
    assert result.total.tax == result.total.incl - result.total.excl >= 0
    shown = result.total.incl if included else result.total.excl
    assert shown == result.goods_shown


@pytest.mark.parametrize(
    ("currency", "price", "percent", "charged"),
    [
        ("COP", "9950", "15", "8458"),  # 1492.50 off: prices have no cents
        ("COP", "9900", "10", "8910"),
        ("MXN", "99.50", "15", "84.57"),
        ("USD", "5", "33", "3.35"),
    ],
)
def test_an_offer_on_the_delivery_leaves_what_prices_show(currency, price, percent, charged):
    result = quote(
        [QuoteLine(key=1, quantity=1, unit=D(99000), rate=D("0.19"))],
        currency=currency,
        included=True,
        delivery=DeliveryCharge(
            price=D(price), rate=D("0.19"), reduction=Reduction("percent", D(percent))
        ),
    )
    assert result.delivery_shown == D(charged)
    assert result.delivery_discount == D(price) - D(charged)
