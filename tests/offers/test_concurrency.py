"""The last use of a coupon at the same moment: once, on PostgreSQL with real connections, and on
SQLite with two threads (which has one writer, and must not fail for it)."""

from decimal import Decimal

import pytest
from django.db import connection
from oscar.core.loading import get_model

from commerce.cart.coupons import add_coupon
from commerce.checkout.services.placing import TotalChanged, place_order
from commerce.orders.releasing import release_pending
from tests.checkout.conftest import Shop
from tests.checkout.test_concurrency import at_once

from .factories import coupon, offer

Basket = get_model("basket", "Basket")
ConditionalOffer = get_model("offer", "ConditionalOffer")
Order = get_model("order", "Order")
Voucher = get_model("voucher", "Voucher")

TEN_OFF = Decimal(99000)


@pytest.fixture
def shop(transactional_db):
    return Shop()


def baskets_with(shop, code, count):
    baskets = [shop.basket() for _ in range(count)]
    for basket in baskets:
        add_coupon(basket=basket, code=code, edition="es-co")
    return baskets


def placing(shop, basket, number):
    terms = shop.terms(email=f"p{number}@correo.example", expected_total=TEN_OFF)
    return lambda: place_order(basket=Basket.objects.get(pk=basket.pk), terms=terms)


@pytest.mark.every_engine
@pytest.mark.django_db(transaction=True)
def test_a_single_use_coupon_used_twice_at_once_works_once(shop):
    coupon("UNICO", usage="Single use")
    # Fewer than there are goods: only the coupon is scarce.
    count = 5 if connection.vendor == "postgresql" else 2
    baskets = baskets_with(shop, "UNICO", count)
    jobs = [placing(shop, basket, number) for number, basket in enumerate(baskets)]

    results = at_once(*jobs)

    assert sum(isinstance(result, Order) for result in results) == 1
    assert sum(isinstance(result, TotalChanged) for result in results) == count - 1
    assert Voucher.objects.get().applications.count() == 1
    assert ConditionalOffer.objects.get().num_applications == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_last_uses_of_an_offer_go_to_as_many_orders(shop):
    made = offer("Las primeras dos", max_global_applications=2)
    baskets = [shop.basket() for _ in range(5)]

    results = at_once(*[placing(shop, basket, n) for n, basket in enumerate(baskets)])

    assert sum(isinstance(result, Order) for result in results) == 2
    made.refresh_from_db()
    assert (made.num_applications, made.total_discount) == (2, 19800)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_giving_back_and_taking_at_once_never_counts_wrongly(shop):
    coupon("UNICO", usage="Single use")
    for _round in range(3):
        first, second = baskets_with(shop, "UNICO", 2)
        order = placing(shop, first, 1)()

        results = at_once(
            lambda order=order: release_pending(order=order), placing(shop, second, 2)
        )

        held = Order.objects.filter(status="pending").count()
        assert Voucher.objects.get().applications.count() == held
        assert ConditionalOffer.objects.get().num_applications == held
        for result in results:
            if isinstance(result, Order):
                assert release_pending(order=result)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_orders_with_several_offers_do_not_block_each_other(shop):
    for number in range(4):
        offer(f"Oferta {number}", gives=("Percentage", 1), exclusive=False, priority=number)
    price = Decimal(108900 - 4 * 990)
    jobs = []
    for number in range(5):
        basket = shop.basket()
        terms = shop.terms(email=f"p{number}@correo.example", expected_total=price)
        jobs.append(
            lambda basket=basket, terms=terms: place_order(
                basket=Basket.objects.get(pk=basket.pk), terms=terms
            )
        )

    results = at_once(*jobs)

    assert sum(isinstance(result, Order) for result in results) == 5
    assert set(ConditionalOffer.objects.values_list("num_applications", flat=True)) == {5}
