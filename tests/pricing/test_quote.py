"""What a basket costs: tables of cases, and what must hold for every basket."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commerce.pricing.quote import DELIVERY, Charge, QuoteLine, Reduction, quote
from commerce.pricing.tax import tax_amount

D = Decimal


def delivery(price, **terms):
    return Charge(code=DELIVERY, name="Shipping", price=D(price), **terms)


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
        charges=[delivery("5.00", free_from=D(50))],
    )
    assert result.delivery.shown == D(expected)
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


charges = st.lists(
    st.builds(
        Charge,
        code=st.sampled_from(["delivery", "wrapping", "fee"]),
        name=st.just("A charge"),
        price=st.decimals("0", "99999", places=2),
        rate=st.sampled_from([D(0), D("0.05"), D("0.19")]),
    ),
    max_size=3,
    unique_by=lambda charge: charge.code,
)


@given(charges, st.booleans())
def test_goods_and_charges_add_up_to_the_whole(added, included):
    goods = QuoteLine(key=1, quantity=3, unit=D("33.33"), rate=D("0.19"))
    result = quote([goods], currency="USD", included=included, charges=added)
    parts = [*result.lines.values(), *(line.taxed for line in result.charges)]
    assert sum((part.incl for part in parts), D(0)) == result.total.incl
    assert sum((part.excl for part in parts), D(0)) == result.total.excl
    assert result.total.tax == result.total.incl - result.total.excl >= 0
    shown = result.total.incl if included else result.total.excl
    assert shown == result.goods_shown + sum((line.shown for line in result.charges), D(0))


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
        charges=[delivery(price, rate=D("0.19"), reduction=Reduction("percent", D(percent)))],
    )
    assert result.delivery.shown == D(charged)
    assert result.delivery.discount == D(price) - D(charged)


@pytest.mark.parametrize(
    ("included", "charges", "excl", "incl"),
    [
        # (code, price, rate) of each beside goods of 100.00 at 19 %
        (True, [], "84.03", "100.00"),
        (True, [("delivery", "9.90", "0.19")], "92.35", "109.90"),
        (True, [("delivery", "9.90", "0.19"), ("wrapping", "5.00", "0.05")], "97.11", "114.90"),
        (True, [("wrapping", "0", "0.19")], "84.03", "100.00"),
        (False, [("delivery", "5.00", "0")], "105.00", "124.00"),
        (False, [("delivery", "5.00", "0"), ("wrapping", "3.33", "0.19")], "108.33", "127.96"),
        (False, [("fee", "0.01", "0.19"), ("wrapping", "0.03", "0.19")], "100.04", "119.05"),
    ],
)
def test_charges_are_added_each_with_its_own_tax(included, charges, excl, incl):
    result = quote(
        [QuoteLine(key=1, quantity=1, unit=D(100), rate=D("0.19"))],
        currency="USD",
        included=included,
        charges=[
            Charge(code=code, name=code, price=D(price), rate=D(rate))
            for code, price, rate in charges
        ],
    )
    assert [line.code for line in result.charges] == [code for code, _price, _rate in charges]
    assert (result.total.excl, result.total.incl) == (D(excl), D(incl))
    assert result.total.tax == result.total.incl - result.total.excl


def test_only_the_charge_that_an_offer_is_on_gets_cheaper():
    result = quote(
        [QuoteLine(key=1, quantity=1, unit=D(100), rate=D(0))],
        currency="USD",
        included=False,
        charges=[
            delivery("5.00", reduction=Reduction("percent", D(100))),
            Charge(code="wrapping", name="Wrapping", price=D("3.00")),
        ],
    )
    assert [(line.shown, line.discount) for line in result.charges] == [
        (D(0), D(5)),
        (D(3), D(0)),
    ]
    assert result.total.incl == D(103)


def test_the_tax_is_not_known_while_that_of_a_charge_is_not():
    wrapping = Charge(code="wrapping", name="Wrapping", price=D(3), rate=None)
    assert not quote([], currency="USD", included=False, charges=[wrapping]).tax_known


def test_a_charge_never_takes_anything_off():
    with pytest.raises(ValueError, match="less than nothing"):
        delivery("-1")
