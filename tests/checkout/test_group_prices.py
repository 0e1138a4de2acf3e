"""A cart and an order cost what the groups of whoever orders make them cost, and nobody else's."""

from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.utils import translation
from oscar.core.loading import get_model

from commerce.cart.cart import build_cart
from commerce.charges import kinds
from commerce.charges.kinds import ChargeKind
from commerce.checkout.services.placing import TotalChanged
from commerce.orders.charges import charges_of
from commerce.orders.presentation import OrderView
from commerce.pricing.models import PriceList
from commerce.pricing.services import set_price
from people.customer_groups.services import leave_group
from tests.checkout.test_journey import CO, submit, walk
from tests.factories import customer_group, join

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")


@pytest.fixture
def gold(shop):
    """The cream costs 70,000 instead of 99,000 for members."""
    group = customer_group("Oro", priority=10)
    theirs = PriceList.objects.create(
        code="co-oro", name="Oro", market="co", customer_group=group, priority=5
    )
    set_price(product=shop.cream, price_list=theirs, amount=Decimal(70000))
    return group


@pytest.fixture
def ana(shop):
    return get_user_model().objects.create_user("ana@correo.example", "x")


def basket_of(shop, user):
    basket = shop.basket()
    Basket.objects.filter(pk=basket.pk).update(owner=user)
    return Basket.objects.get(pk=basket.pk)


def unit_of(basket) -> Decimal:
    return build_cart(basket, edition="es-co").lines[0].unit


def text_of(response) -> str:
    return response.content.decode()


def test_a_member_s_cart_costs_what_members_pay_and_says_so(shop, gold, ana, shopper):
    join(ana, gold)
    shopper.force_login(ana)
    shopper.add(shop.cream)
    page = text_of(shopper.at("cart/"))
    assert "$70.000" in page
    assert "Precio Oro" in page


def test_signing_in_joining_and_leaving_change_the_cart_and_say_what_changed(
    shop, gold, ana, shopper
):
    shopper.add(shop.cream)
    shopper.force_login(ana)
    assert "$99.000" in text_of(shopper.at("cart/"))
    person = join(ana, gold)
    page = text_of(shopper.at("cart/"))
    assert "ahora cuesta $70.000 (antes $99.000)" in page
    leave_group(person=person, group=gold)
    page = text_of(shopper.at("cart/"))
    assert "ahora cuesta $99.000 (antes $70.000)" in page
    assert "Oro" not in page


def test_signing_out_leaves_the_member_s_price_behind(shop, gold, ana, shopper):
    join(ana, gold)
    shopper.force_login(ana)
    shopper.add(shop.cream)
    shopper.logout()
    shopper.add(shop.cream)
    assert "$99.000" in text_of(shopper.at("cart/"))


def test_who_types_a_member_s_address_pays_what_everybody_pays(shop, gold, ana, shopper):
    join(ana, gold)
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO | {"email": ana.email}, "transfer"))
    order = Order.objects.get()
    assert order.lines.get().line_price_incl_tax == 99000
    assert order.placement.customer_group is None


def test_an_order_names_the_group_and_keeps_its_price_after_leaving(shop, gold, ana):
    person = join(ana, gold)
    order = shop.place(basket_of(shop, ana), user=ana, expected_total=Decimal(79900))
    leave_group(person=person, group=gold)
    order = Order.objects.get(pk=order.pk)
    assert order.lines.get().line_price_incl_tax == 70000
    assert order.placement.customer_group == gold
    with translation.override("es-co"):
        view = OrderView(order, edition="es-co")
        assert view.rows[0]["label"] == "Productos (precio Oro)"


def test_an_order_at_everybody_s_price_names_no_group(shop, gold, ana):
    join(ana, customer_group("Plata"))
    order = shop.place(basket_of(shop, ana), user=ana)
    assert order.placement.customer_group is None


def test_a_charge_may_depend_on_the_group_of_whoever_buys(shop, gold, ana, monkeypatch):
    class Packing(ChargeKind):
        code, name = "packing", "Packing"

        def price(self, order):
            return Decimal(0 if order.group and order.group.code == gold.code else 3000)

    monkeypatch.setitem(kinds._kinds, "packing", Packing())
    join(ana, gold)
    order = shop.place(basket_of(shop, ana), user=ana, expected_total=Decimal(79900))
    assert [one.incl_tax for one in charges_of(order)] == [9900, 0]
    other = shop.place(expected_total=Decimal(111900))
    assert [one.incl_tax for one in charges_of(other)] == [9900, 3000]


def test_who_left_between_review_and_order_is_shown_the_new_total(shop, gold, ana):
    person = join(ana, gold)
    basket = basket_of(shop, ana)
    assert unit_of(basket) == 70000
    leave_group(person=person, group=gold)
    with pytest.raises(TotalChanged) as changed:
        shop.place(basket, user=ana, expected_total=Decimal(79900))
    assert changed.value.cart.quote.goods_shown == 99000
    assert not Order.objects.exists()


def test_a_member_s_cart_costs_no_query_more(shop, gold, ana, assert_max_queries):
    join(ana, gold)
    basket = basket_of(shop, ana)
    with assert_max_queries(1000) as members:
        build_cart(basket, edition="es-co")
    Basket.objects.filter(pk=basket.pk).update(owner=None)
    guest = Basket.objects.get(pk=basket.pk)
    with assert_max_queries(len(members)):
        build_cart(guest, edition="es-co")
