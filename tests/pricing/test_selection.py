"""Which price holds for whom and when."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.pricing.models import Price, PriceList, TaxRate
from commerce.pricing.selection import prices_for
from commerce.pricing.services import set_price
from commerce.pricing.tax import Destination, rates_by_region
from markets.lookup import get_market
from tests.factories import customer_group

pytestmark = pytest.mark.every_engine

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")


@pytest.fixture
def web(db):
    return PriceList.objects.create(code="co-web", name="Web", market="co")


@pytest.fixture
def parent(db):
    return Product.objects.create(
        structure="parent",
        upc="P",
        title="Crema",
        product_class=ProductClass.objects.create(name="Cosmetic"),
    )


def amount(product, **kwargs):
    price = prices_for([product.pk], "co", **kwargs).get(product.pk)
    return price and price.amount


def test_a_variant_without_a_price_costs_what_its_parent_does(parent, web):
    small = Product.objects.create(structure="child", parent=parent, upc="P-30")
    large = Product.objects.create(structure="child", parent=parent, upc="P-50")
    set_price(product=parent, price_list=web, amount=Decimal(100))
    set_price(product=large, price_list=web, amount=Decimal(150))
    assert (amount(small), amount(large)) == (100, 150)


def test_what_has_no_price_in_a_market_is_not_sold_there(parent, web):
    set_price(product=parent, price_list=web, amount=Decimal(100))
    assert prices_for([parent.pk], "mx") == {}


def test_group_prices_are_for_the_group(parent, web):
    group = customer_group("Consultants")
    theirs = PriceList.objects.create(
        code="co-c", name="C", market="co", customer_group=group, priority=5
    )
    set_price(product=parent, price_list=web, amount=Decimal(100))
    set_price(product=parent, price_list=theirs, amount=Decimal(70))
    assert amount(parent) == 100
    assert amount(parent, group_id=group.pk) == 70


def test_dated_lists_hold_from_their_start_to_their_end(parent, web):
    now = timezone.now()
    sale = PriceList.objects.create(
        code="sale",
        name="Sale",
        market="co",
        priority=9,
        starts_at=now,
        ends_at=now + timedelta(days=1),
    )
    set_price(product=parent, price_list=web, amount=Decimal(100))
    set_price(product=parent, price_list=sale, amount=Decimal(80))
    assert amount(parent, moment=now - timedelta(seconds=1)) == 100
    assert amount(parent, moment=now) == 80
    assert amount(parent, moment=now + timedelta(days=1)) == 100


def test_prices_cost_two_queries_for_any_number(parent, web, django_assert_num_queries):
    children = [
        Product.objects.create(structure="child", parent=parent, upc=f"P-{n}") for n in range(8)
    ]
    set_price(product=parent, price_list=web, amount=Decimal(1))
    with django_assert_num_queries(2):
        assert len(prices_for([child.pk for child in children], "co")) == 8


@pytest.mark.parametrize(("value", "compare"), [("-1", None), ("10", "10"), ("10", "9")])
def test_prices_that_make_no_sense_are_refused(parent, web, value, compare):
    with pytest.raises(ValidationError):
        set_price(
            product=parent,
            price_list=web,
            amount=Decimal(value),
            compare_at=Decimal(compare) if compare else None,
        )
    assert not Price.objects.exists()


def test_the_most_specific_tax_row_wins(db):
    for region, postcode, rate in [("", "", "0.01"), ("TX", "", "0.0625"), ("TX", "770", "0.0825")]:
        TaxRate.objects.create(
            market="us", region=region, postcode_prefix=postcode, rate=Decimal(rate)
        )
    us = get_market("us")

    def rate(region, postcode):
        return rates_by_region(us, Destination(region, postcode))["standard"]

    assert rate("TX", "77098") == Decimal("0.0825")
    assert rate("TX", "75001") == Decimal("0.0625")
    assert rate("OR", "97201") == Decimal("0.01")
