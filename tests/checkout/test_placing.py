"""Order first: what placing an order writes, holds and refuses."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from oscar.core.loading import get_model

from commerce.cart.services import add_line, set_quantity
from commerce.checkout.services.placing import CannotOrder, TotalChanged, place_order
from commerce.gateways.models import DemoCharge, Payment
from people.models import Person
from tests.checkout.conftest import MIAMI

pytestmark = pytest.mark.every_engine

Order = get_model("order", "Order")


def test_an_order_is_pending_and_holds_its_goods(shop):
    order = shop.place()

    record = shop.record()
    assert order.status == "pending"
    assert (record.num_in_stock, record.num_allocated) == (5, 1)
    assert shop.movements(order) == ["reserved"]
    assert order.payments.get().state == Payment.State.CREATED
    assert order.placement.person.email == "ana@correo.example"
    assert order.placement.person.user is None


def test_amounts_are_frozen_with_the_tax_inside(shop):
    order = shop.place()

    assert order.total_incl_tax == Decimal("108900.00")
    assert order.shipping_incl_tax == Decimal("9900.00")
    line = order.lines.get()
    # 99000 / 1.19, rounded to hundredths.
    assert line.line_price_excl_tax == Decimal("83193.28")
    assert line.line_price_incl_tax == Decimal("99000.00")
    assert order.total_excl_tax == Decimal("83193.28") + Decimal("8319.33")


def test_where_prices_exclude_tax_the_address_decides_it(shop):
    basket = shop.basket(edition="en-us")

    order = shop.place(
        basket,
        edition="en-us",
        address=MIAMI,
        phone="+13055550142",
        expected_total=Decimal("31.50"),
    )

    assert order.currency == "USD"
    assert order.total_excl_tax == Decimal("30.00")
    assert order.total_incl_tax == Decimal("31.50")


def test_the_same_basket_gives_the_same_order(shop):
    basket = shop.basket()

    first, second = shop.place(basket), shop.place(basket)

    assert first == second
    assert Order.objects.count() == 1
    assert shop.record().num_allocated == 1


def test_a_changed_basket_replaces_the_order_under_a_new_number(shop):
    basket = shop.basket()
    first = shop.place(basket)
    shop.begin(first)

    add_line(basket=basket, product=shop.cream, quantity=1, edition="es-co")
    second = shop.place(basket, expected_total=Decimal(207900))

    first.refresh_from_db()
    assert first.status == "expired"
    assert second.number != first.number
    assert shop.record().num_allocated == 2
    charge = DemoCharge.objects.get(idempotency_key=first.payments.get().idempotency_key)
    assert charge.state == DemoCharge.State.CANCELLED


@pytest.mark.parametrize(
    "changes",
    [
        {"delivery": "drone"},
        {"delivery": ""},
        {"payment_method": "stripe"},
        {"payment_method": ""},
    ],
)
def test_what_is_not_offered_cannot_be_ordered(shop, changes):
    with pytest.raises(CannotOrder):
        shop.place(**changes)
    assert not Order.objects.exists()
    assert not shop.record().num_allocated


def test_an_empty_basket_cannot_be_ordered(shop):
    basket = shop.basket()
    set_quantity(basket=basket, line_id=basket.lines.get().pk, quantity=0, edition="es-co")
    with pytest.raises(CannotOrder):
        shop.place(basket)


def test_a_total_that_is_not_the_one_agreed_to_is_refused(shop):
    with pytest.raises(TotalChanged) as changed:
        shop.place(expected_total=Decimal(1))
    assert changed.value.cart.quote.total_shown == Decimal(108900)
    assert not Order.objects.exists()


def test_goods_that_somebody_else_took_cannot_be_ordered(shop):
    rare = shop.product("RZ-2", co="50000", stock=1)
    mine, theirs = shop.basket(rare), shop.basket(rare)
    shop.place(theirs, expected_total=Decimal(59900))

    with pytest.raises(CannotOrder):
        shop.place(mine, expected_total=Decimal(59900))

    assert Order.objects.count() == 1


def test_a_market_that_does_not_sell_it_does_not_order_it(shop):
    only_here = shop.product("RZ-3", co="50000")
    basket = shop.basket(only_here)
    with pytest.raises(CannotOrder):
        place_order(
            basket=basket,
            terms=shop.terms(edition="en-us", address=MIAMI, expected_total=Decimal(50000)),
        )


def test_what_a_guest_left_blank_is_filled_in_behind_the_goods(shop):
    """In the order of ``LOCK_ORDER``: whoever holds goods may wait for a person, never the other
    way round."""
    Person.objects.create(email="ana@correo.example", edition="es-co")

    with CaptureQueriesContext(connection) as queries:
        order = shop.place()

    assert order.placement.person.first_name
    written = [query["sql"] for query in queries if query["sql"].startswith("UPDATE")]
    goods = [number for number, sql in enumerate(written) if "partner_stockrecord" in sql]
    person = [number for number, sql in enumerate(written) if "people_person" in sql]
    assert goods and person and max(goods) < min(person)
