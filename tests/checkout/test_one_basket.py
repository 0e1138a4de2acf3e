"""A basket that was ordered, merged or changed meanwhile, and its order that waits for payment."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.cart.cart import build_cart
from commerce.cart.coupons import MOST
from commerce.cart.requoting import requote
from commerce.cart.services import SoldOut, add_line, merge_baskets, set_quantity
from commerce.checkout.services.placing import AlreadyOrdered, place_order
from commerce.gateways.models import DemoCharge
from commerce.orders.settling import confirm_payment
from commerce.orders.signals import order_confirmed
from commerce.pricing.services import set_price
from people.models import User
from tests.checkout.conftest import Shopper
from tests.checkout.test_journey import CO, submit, walk

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")
Voucher = get_model("voucher", "Voucher")

PASSWORD = "una-clave-larga-7"


def paid(shop, order):
    shop.begin(order)
    shop.bank_says(order, DemoCharge.State.PAID)
    return confirm_payment(order=order)


def own_basket_of(email="ana@correo.example"):
    user = User.objects.create_user(email, PASSWORD)
    return Basket.objects.create(owner=user)


def test_what_is_added_to_a_cart_that_was_ordered_goes_into_a_fresh_one(shop):
    basket = shop.basket()
    order = shop.place(basket)
    in_another_tab = Basket.objects.get(pk=basket.pk)
    paid(shop, order)

    add_line(basket=in_another_tab, product=shop.cream, quantity=1, edition="es-co")

    assert in_another_tab.pk != basket.pk
    assert Basket.objects.get(pk=in_another_tab.pk).status == Basket.OPEN
    assert in_another_tab.lines.get().quantity == 1
    assert not basket.lines.exists()


def test_the_browser_learns_of_the_fresh_cart(shop, shopper):
    shopper.add(shop.cream)
    basket = Basket.objects.get()
    Basket.objects.filter(pk=basket.pk).update(status=Basket.SUBMITTED)

    shopper.add(shop.cream)

    assert "Crema RZ-1" in shopper.at("cart/").content.decode()


def test_a_line_that_was_removed_meanwhile_does_not_come_back_with_its_new_price(shop):
    basket = shop.basket(quantity=2)
    line = basket.lines.get()
    set_price(product=shop.cream, price_list=shop.lists["co"], amount=Decimal(90000))
    cart = build_cart(Basket.objects.get(pk=basket.pk), edition="es-co")
    set_quantity(basket=basket, line_id=line.pk, quantity=0, edition="es-co")

    requote(cart)

    assert not basket.lines.exists()


def test_a_quantity_that_was_changed_meanwhile_stays_with_its_new_price(shop):
    basket = shop.basket()
    line = basket.lines.get()
    set_price(product=shop.cream, price_list=shop.lists["co"], amount=Decimal(90000))
    cart = build_cart(Basket.objects.get(pk=basket.pk), edition="es-co")
    set_quantity(basket=basket, line_id=line.pk, quantity=3, edition="es-co")

    requote(cart)

    assert basket.lines.get().quantity == 3


def test_notes_of_the_second_try_are_those_that_hold(shop):
    basket = shop.basket()
    shop.place(basket, notes="Ring twice")

    order = shop.place(basket, notes="Leave with the porter")

    assert order.shipping_address.notes == "Leave with the porter"
    assert Order.objects.filter(status="pending").count() == 1


def test_ones_own_unpaid_order_never_counts_against_one(shop, shopper):
    rare = shop.product("RZ-2", co="50000", stock=2)
    shopper.add(rare, quantity=2)
    submit(shopper, walk(shopper, CO, "demo"))
    basket = Basket.objects.get()

    cart = build_cart(basket, edition="es-co")

    assert cart.lines[0].limit == 2
    assert cart.can_be_ordered
    # In the cart, in every step, and for whoever changes the quantity.
    assert "Agotado" not in shopper.at("cart/").content.decode()
    shopper.at(f"cart/lines/{cart.lines[0].pk}/", {"quantity": 1})
    shopper.add(rare)
    assert basket.lines.get().quantity == 2
    # Another way to pay: the first order is replaced, whose goods these are.
    assert shopper.at("checkout/methods/").status_code == 200
    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "transfer"})
    answer = submit(shopper, shopper.at("checkout/review/"))
    order = Order.objects.get(status="pending")
    assert answer.url == f"/es-co/orders/{order.number}/"
    assert shop.record(rare).num_allocated == 2
    # For everybody else it is gone.
    with pytest.raises(SoldOut):
        shop.basket(rare)


def test_pressing_the_button_twice_for_the_last_one_is_one_order(shop):
    rare = shop.product("RZ-2", co="50000", stock=1)
    basket = shop.basket(rare)
    terms = shop.terms(expected_total=Decimal(59900))

    first = place_order(basket=basket, terms=terms)
    second = place_order(basket=Basket.objects.get(pk=basket.pk), terms=terms)

    assert first == second


def same_browser(shopper) -> Shopper:
    """A second request of one browser, while the first is under way."""
    second = Shopper(shopper.edition)
    second.cookies.load({name: morsel.value for name, morsel in shopper.cookies.items()})
    return second


def test_pressing_again_while_the_order_is_being_confirmed_shows_it(shop, shopper):
    shopper.add(shop.cream)
    review = walk(shopper, CO, "cash_on_delivery")
    answers = []

    def press_again(**_signal):
        answers.append(submit(same_browser(shopper), review))

    order_confirmed.connect(press_again)
    answers.append(submit(shopper, review))
    order_confirmed.disconnect(press_again)

    number = Order.objects.get().number
    assert [answer.url for answer in answers] == [f"/es-co/orders/{number}/"] * 2


class Overtaken:
    """A request that reads its session, and then another one is answered before it goes on."""

    by = None

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        overtake, Overtaken.by = Overtaken.by, None
        if overtake:
            request.session.get("placed")
            overtake()
        return self.get_response(request)


def test_pressing_twice_at_the_same_moment_shows_the_order_twice(shop, shopper, settings):
    shopper.add(shop.cream)
    review = walk(shopper, CO, "cash_on_delivery")
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.{Overtaken.__name__}"]
    second, answers = same_browser(shopper), []
    Overtaken.by = lambda: answers.append(submit(shopper, review))

    answers.append(submit(second, review))

    number = Order.objects.get().number
    assert [answer.url for answer in answers] == [f"/es-co/orders/{number}/"] * 2


def test_the_order_that_was_begun_as_a_guest_is_replaced_after_signing_in(shop):
    guests, own = shop.basket(), own_basket_of()
    first = shop.place(guests)
    shop.begin(first)

    merge_baskets(into=own, other=guests)
    second = shop.place(own, user=own.owner)

    first.refresh_from_db()
    assert (first.status, second.status) == ("expired", "pending")
    assert shop.record().num_allocated == 1
    charge = DemoCharge.objects.get(idempotency_key=first.payments.get().idempotency_key)
    assert charge.state == DemoCharge.State.CANCELLED


def test_what_was_paid_leaves_the_cart_into_which_it_was_merged(shop):
    guests, own = shop.basket(), own_basket_of()
    order = shop.place(guests)
    shop.begin(order)
    merge_baskets(into=own, other=guests)

    shop.bank_says(order, DemoCharge.State.PAID)
    confirm_payment(order=order)

    assert not own.lines.exists()
    with pytest.raises(AlreadyOrdered) as already:
        shop.place(own)
    assert already.value.order == order


def test_two_carts_that_both_wait_for_payment_become_one_order(shop):
    guests, own = shop.basket(), own_basket_of()
    add_line(basket=own, product=shop.cream, quantity=2, edition="es-co")
    shop.place(guests)
    shop.place(own, expected_total=Decimal(207900))
    assert shop.record().num_allocated == 3

    merge_baskets(into=own, other=guests)
    assert build_cart(own, edition="es-co").lines[0].limit == 5
    shop.place(own, expected_total=Decimal(207900), user=own.owner)

    assert Order.objects.filter(status="pending").count() == 1
    assert shop.record().num_allocated == 2


def test_a_merged_cart_carries_no_more_coupons_than_a_cart_may(shop):
    guests, own = shop.basket(), own_basket_of()
    coupons = [
        Voucher.objects.create(
            name=code,
            code=code,
            start_datetime="2026-01-01T00:00Z",
            end_datetime="2036-01-01T00:00Z",
        )
        for code in ("A", "B", "C", "D")
    ]
    own.vouchers.add(*coupons[:2])
    guests.vouchers.add(*coupons[1:])

    merge_baskets(into=own, other=guests)

    assert own.vouchers.count() == MOST


def test_a_cart_that_was_ordered_is_not_merged(shop):
    guests, own = shop.basket(), own_basket_of()
    Basket.objects.filter(pk=guests.pk).update(status=Basket.SUBMITTED)

    assert not merge_baskets(into=own, other=guests)

    assert guests.lines.count() == 1
    assert not own.lines.exists()
