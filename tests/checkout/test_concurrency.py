"""The same thing at the same moment, on PostgreSQL with real connections."""

import time
from dataclasses import replace
from decimal import Decimal
from functools import partial
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection, transaction
from oscar.core.loading import get_model

from commerce.cart.cart import build_cart
from commerce.cart.requoting import requote
from commerce.cart.services import add_line, basket_for, set_quantity, sign_basket
from commerce.checkout.services.placing import (
    AlreadyOrdered,
    CannotOrder,
    TotalChanged,
    place_order,
)
from commerce.gateways.base import Answer, Outcome, Surplus
from commerce.gateways.models import DemoCharge, Refund
from commerce.gateways.providers.demo import DemoGateway
from commerce.inventory.models import StockMovement
from commerce.inventory.services import OutOfStock
from commerce.orders.attempts import choose_method, start_payment
from commerce.orders.releasing import release_pending
from commerce.orders.settling import confirm_payment, settle
from commerce.pricing.services import set_price
from people.models import User
from tests.at_once import at_once as run_at_once
from tests.checkout.conftest import Shop

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="needs PostgreSQL: SQLite has one writer"
    ),
]

REFUSED = (CannotOrder, AlreadyOrdered, OutOfStock, TotalChanged)


@pytest.fixture
def shop(transactional_db):
    return Shop()


at_once = partial(run_at_once, refused=REFUSED)


def fresh(basket):
    return Basket.objects.get(pk=basket.pk)


def test_a_double_submit_is_one_order(shop):
    basket, terms = shop.basket(), shop.terms()

    results = at_once(*[lambda: place_order(basket=fresh(basket), terms=terms)] * 6)

    assert len({order.pk for order in results}) == 1
    assert Order.objects.count() == 1
    assert shop.record().num_allocated == 1


def test_the_last_one_goes_to_one_of_many(shop):
    rare = shop.product("RZ-2", co="50000", stock=1)
    baskets = [shop.basket(rare) for _ in range(6)]
    terms = [
        shop.terms(email=f"p{i}@correo.example", expected_total=Decimal(59900)) for i in range(6)
    ]

    results = at_once(
        *[
            lambda basket=basket, mine=mine: place_order(basket=fresh(basket), terms=mine)
            for basket, mine in zip(baskets, terms, strict=True)
        ]
    )

    assert sum(isinstance(result, Order) for result in results) == 1
    assert shop.record(rare).num_allocated == 1


def test_return_page_notification_and_sweeper_confirm_once(shop, mailoutbox):
    order = shop.place()
    start_payment(order=order, return_url="/")
    shop.bank_says(order, DemoCharge.State.PAID)

    results = at_once(*[lambda: confirm_payment(order=order)] * 6)

    assert set(results) == {"confirmed"}
    assert shop.movements(order) == ["reserved", "sold"]
    assert len(mailoutbox) == 1


def test_paying_and_expiring_at_once_is_one_or_the_other(shop):
    for _round in range(4):
        order = shop.place(shop.basket())
        start_payment(order=order, return_url="/")

        def pay(order=order):
            DemoCharge.objects.filter(
                idempotency_key=order.payments.get().idempotency_key, state=DemoCharge.State.OPEN
            ).update(state=DemoCharge.State.PAID)
            return confirm_payment(order=order)

        at_once(pay, lambda order=order: release_pending(order=order))

        order.refresh_from_db()
        charge = DemoCharge.objects.get(idempotency_key=order.payments.get().idempotency_key)
        paid = charge.state == DemoCharge.State.PAID
        assert order.status == ("confirmed" if paid else "expired")
        assert shop.movements(order) == ["reserved", "sold" if paid else "released"]
    assert shop.record().num_allocated == 0


def test_two_tabs_with_different_baskets_leave_one_pending_order(shop):
    basket = shop.basket()
    shop.place(basket)

    def changed():
        mine = fresh(basket)
        add_line(basket=mine, product=shop.cream, quantity=1, edition="es-co")
        return place_order(basket=mine, terms=shop.terms(expected_total=Decimal(207900)))

    at_once(changed, lambda: place_order(basket=fresh(basket), terms=shop.terms()))

    assert Order.objects.filter(status="pending").count() <= 1
    held = sum(
        line.quantity
        for order in Order.objects.filter(status="pending")
        for line in order.lines.all()
    )
    assert shop.record().num_allocated == held


def test_confirming_while_another_order_of_the_basket_is_placed_does_not_deadlock(shop):
    for _round in range(4):
        basket = shop.basket()
        order = shop.place(basket)
        start_payment(order=order, return_url="/")
        shop.bank_says(order, DemoCharge.State.PAID)

        def again(basket=basket):
            mine = fresh(basket)
            return place_order(basket=mine, terms=shop.terms(first_name="Otra"))

        at_once(lambda order=order: confirm_payment(order=order), again)

        order.refresh_from_db()
        assert order.status == "confirmed"
        assert Order.objects.filter(basket=basket, status="pending").count() == 0
        # Four rounds of five in stock.
    assert StockMovement.objects.filter(kind="sold").count() == 4


def test_adding_at_once_from_two_tabs_makes_one_line(shop):
    basket = shop.basket()

    at_once(
        *[lambda: add_line(basket=fresh(basket), product=shop.cream, quantity=1, edition="es-co")]
        * 3
    )

    line = basket.lines.get()
    assert line.quantity == 4


def test_what_is_added_while_the_cart_is_confirmed_waits_in_a_fresh_cart(shop):
    basket = shop.basket()
    order = shop.place(basket)
    start_payment(order=order, return_url="/")
    shop.bank_says(order, DemoCharge.State.PAID)
    other = shop.product("RZ-2", co="50000")

    def confirm():
        with transaction.atomic():
            status = confirm_payment(order=order)
            time.sleep(0.4)  # the other tab waits for the basket's row
        return status

    def add():
        mine = fresh(basket)
        time.sleep(0.2)
        add_line(basket=mine, product=other, quantity=1, edition="es-co")
        return mine.pk

    status, current = at_once(confirm, add)

    assert status == "confirmed"
    assert not Basket.objects.get(pk=basket.pk).lines.exists()
    assert Basket.objects.get(pk=current).status == Basket.OPEN
    assert Basket.objects.get(pk=current).lines.get().product == other


def test_requests_that_come_at_once_after_signing_in_find_one_cart(shop):
    user = User.objects.create_user("ana@correo.example", "una-clave-larga-7")
    guests = shop.basket(quantity=2)

    def request():
        return basket_for(
            SimpleNamespace(
                COOKIES={settings.OSCAR_BASKET_COOKIE_OPEN: sign_basket(guests.pk)},
                user=User.objects.get(pk=user.pk),
                cookies_to_delete=[],
            )
        ).pk

    found = at_once(*[request] * 5)

    basket = Basket.objects.get(owner=user, status=Basket.OPEN)
    assert set(found) == {basket.pk}
    assert basket.lines.get().quantity == 2


def test_signing_in_while_the_order_is_confirmed_does_not_deadlock(shop):
    user = User.objects.create_user("ana@correo.example", "una-clave-larga-7")
    for _round in range(4):
        guests = shop.basket()
        order = shop.place(guests)
        start_payment(order=order, return_url="/")
        shop.bank_says(order, DemoCharge.State.PAID)

        def sign_in(guests=guests):
            return basket_for(
                SimpleNamespace(
                    COOKIES={settings.OSCAR_BASKET_COOKIE_OPEN: sign_basket(guests.pk)},
                    user=User.objects.get(pk=user.pk),
                    cookies_to_delete=[],
                )
            ).pk

        at_once(lambda order=order: confirm_payment(order=order), sign_in)

        order.refresh_from_db()
        assert order.status == "confirmed"
        assert not any(basket.lines.exists() for basket in Basket.objects.all())


def test_a_line_that_is_taken_out_while_the_cart_is_priced_anew_stays_out(shop):
    dear = shop.product("RZ-2", co="50000")
    for amount in (70000, 80000, 90000):
        basket = shop.basket(shop.cream, dear)
        line = basket.lines.get(product=dear)
        for product in (shop.cream, dear):
            set_price(product=product, price_list=shop.lists["co"], amount=Decimal(amount))

        def read(basket=basket):
            requote(build_cart(fresh(basket), edition="es-co"))

        def take_out(basket=basket, line=line):
            set_quantity(basket=fresh(basket), line_id=line.pk, quantity=0, edition="es-co")

        at_once(read, read, take_out)

        assert basket.lines.get().product == shop.cream
        assert basket.lines.get().price_incl_tax == amount


def test_late_money_for_one_order_and_another_order_of_the_same_cart_do_not_deadlock(shop):
    """Both want the cart, its goods and its buyer."""
    for _round in range(4):
        basket = shop.basket()
        late = shop.place(basket)
        start_payment(order=late, return_url="/")
        release_pending(order=late)
        shop.bank_says(late, DemoCharge.State.PAID)

        at_once(
            lambda late=late: confirm_payment(order=late),
            lambda basket=basket: place_order(basket=fresh(basket), terms=shop.terms()),
        )

        late.refresh_from_db()
        assert late.status in ("confirmed", "cancelled")
        for order in Order.objects.filter(status="pending"):
            release_pending(order=order)
        assert shop.record().num_allocated == 0
        type(shop.record()).objects.update(num_in_stock=5)


def test_two_tabs_that_choose_other_methods_leave_one_open_payment(shop):
    order = shop.place()
    start_payment(order=order, return_url="/")

    at_once(
        *[
            lambda gateway=gateway: choose_method(
                order=Order.objects.get(pk=order.pk), gateway=gateway
            )
            for gateway in ("transfer", "cash_on_delivery", "transfer", "cash_on_delivery")
        ]
    )

    assert order.payments.open().count() == 1
    assert DemoCharge.objects.get().state == DemoCharge.State.CANCELLED


def test_choosing_another_method_and_paying_at_once_is_paid_once(shop):
    for _round in range(4):
        order = shop.place(shop.basket())
        start_payment(order=order, return_url="/")
        first = order.payments.get()

        def pay(order=order, first=first):
            DemoCharge.objects.filter(
                idempotency_key=first.idempotency_key, state=DemoCharge.State.OPEN
            ).update(state=DemoCharge.State.PAID)
            return confirm_payment(order=order, payment=first)

        at_once(pay, lambda order=order: choose_method(order=order, gateway="transfer"))

        order.refresh_from_db()
        charge = DemoCharge.objects.get(idempotency_key=first.idempotency_key)
        paid = charge.state == DemoCharge.State.PAID
        assert order.status == ("confirmed" if paid else "pending")
        assert order.payments.open().count() == (0 if paid else 1)


def test_whoever_sees_at_once_what_came_twice_gives_it_back_once(shop, monkeypatch):
    # given a payment by whose page somebody paid a second time
    order = shop.place()
    start_payment(order=order, return_url="/")
    shop.bank_says(order, DemoCharge.State.PAID)
    twice = (Surplus("again", order.total_incl_tax),)
    really = DemoGateway.look_up
    monkeypatch.setattr(
        DemoGateway,
        "look_up",
        lambda gateway, payment: replace(really(gateway, payment), surplus=twice),
    )
    # when the return page, notifications and the sweeper ask at the same moment
    first = order.payments.get()
    at_once(*[partial(confirm_payment, order=order, payment=first)] * 4)
    # then it is written down once, and given back once
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert order.payments.exclude(pk=first.pk).get().provider_reference == "again"
    assert Refund.objects.get().amount == order.total_incl_tax
    assert order.events.filter(kind="paid_twice").count() == 1


def test_look_ups_that_cross_at_once_give_the_other_payment_back_once(shop):
    # given two payments at the provider, and look-ups that saw one of them, or both
    both = Answer(Outcome.SUCCEEDED, "c1", surplus=(Surplus("c2", Decimal(108900)),))
    later = Answer(Outcome.SUCCEEDED, "c2")
    for _round in range(3):
        order = shop.place(shop.basket())
        start_payment(order=order, return_url="/")
        payment = order.payments.get()
        # when they are acted on at the same moment
        at_once(*[partial(settle, payment, answer) for answer in (later, both, later, both)])
        # then one of them counts, and the other one goes back
        order.refresh_from_db()
        assert order.status == "confirmed"
        refund = Refund.objects.get(payment__order=order)
        names = {payment.provider_reference for payment in order.payments.all()}
        assert (names, order.payments.count()) == ({"c1", "c2"}, 2)
        assert refund.payment.pk == order.payments.last().pk
        assert order.events.filter(kind="confirmed").count() == 1


def test_who_tells_of_a_decline_at_once_counts_it_once(shop):
    order = shop.place()
    start_payment(order=order, return_url="/")
    payment = order.payments.get()
    first = Answer(Outcome.DECLINED, attempts=("ch_1",))
    second = replace(first, attempts=("ch_1", "ch_2"))

    at_once(*[partial(settle, payment, answer) for answer in (first, second, first, second)])

    assert order.events.filter(kind="payment_declined").count() == 2
    assert sorted(order.payments.get().declines) == ["ch_1", "ch_2"]
