"""Unpaid orders hold goods: one visitor has so many at most."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.checkout.limits import PlacedBy
from commerce.checkout.services.placing import TooManyOpen
from commerce.gateways.models import DemoCharge
from commerce.orders.models import Placement
from commerce.orders.releasing import release_pending
from commerce.orders.settling import confirm_payment
from commerce.policies.models import CheckoutPolicy
from tests.checkout.test_journey import CO, submit, walk

Order = get_model("order", "Order")

ANA, BETO = PlacedBy(visitor="ana", network="home"), PlacedBy(visitor="beto", network="home")


@pytest.fixture
def policy(shop):
    return CheckoutPolicy.objects.create(market="co", open_orders=2, open_orders_network=3)


def test_one_visitor_holds_so_many_and_a_paid_or_ended_one_makes_room(shop, policy):
    first, second = (shop.place(placed_by=ANA) for _ in range(2))
    with pytest.raises(TooManyOpen):
        shop.place(placed_by=ANA)
    assert shop.record().num_allocated == 2

    release_pending(order=first)
    third = shop.place(placed_by=ANA)
    shop.begin(third)
    shop.bank_says(third, DemoCharge.State.PAID)
    confirm_payment(order=third)
    shop.place(placed_by=ANA)

    kept = Placement.objects.exclude(order__status="pending")
    assert set(kept.values_list("visitor", "network")) == {("", "")}
    assert second.status == "pending"


def test_the_same_cart_again_is_not_one_more(shop, policy):
    shop.place(placed_by=ANA)
    basket = shop.basket()
    first = shop.place(basket, placed_by=ANA)

    assert shop.place(basket, placed_by=ANA) == first
    assert shop.place(basket, placed_by=ANA, notes="Porter").status == "pending"


def test_a_connection_has_a_wider_limit_and_an_account_none_of_it(shop, policy):
    for who in (ANA, ANA, BETO):
        shop.place(placed_by=who)
    with pytest.raises(TooManyOpen) as refused:
        shop.place(placed_by=BETO)
    assert refused.value.by == "network"

    assert shop.place(placed_by=PlacedBy(visitor="an account")).status == "pending"


def test_whose_address_somebody_typed_is_not_shut_out(shop, policy):
    for number in range(2):
        shop.place(email="vera@correo.example", placed_by=PlacedBy(visitor="thief"))
        assert Order.objects.count() == number + 1

    order = shop.place(email="vera@correo.example", placed_by=PlacedBy(visitor="vera"))

    assert order.status == "pending"


def test_the_shopper_reads_what_to_do_and_keeps_the_cart(shop, shopper, policy):
    policy.open_orders = 1
    policy.save()
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "transfer"))
    other = shop.product("RZ-2", co="50000")
    shopper.add(other)
    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "transfer"})

    answer = submit(shopper, shopper.at("checkout/review/"))

    assert answer.status_code == 409
    assert "Tienes varios pedidos sin pagar" in answer.content.decode()
    assert Order.objects.get().total_incl_tax == Decimal(108900)
    assert "Crema RZ-2" in shopper.at("cart/").content.decode()
