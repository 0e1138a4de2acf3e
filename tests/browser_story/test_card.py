"""Paying by card, in the form that stands in for Stripe's (tests/providers/stripe_server.py)."""

import re
import time
from decimal import Decimal

import pytest
from oscar.core.loading import get_model
from playwright.sync_api import expect

from commerce.orders.attempt_limit import MOST_ATTEMPTS
from commerce.orders.services import refund_order
from people.models import Person, User
from people.services import mark_verified
from tests.providers.stripe_account import DECLINED, GOOD, NO_FUNDS, SECURE
from tests.providers.stripe_js import plays_the_element

from .test_account import sign_in
from .visitor import mails_to

Order = get_model("order", "Order")
EMAIL = "tarjeta@correo.example"


@pytest.fixture
def at_the_card(visitor, stripe):
    """A guest in front of the card form."""

    def arrive(edition, **options):
        shopper = visitor(edition, **options)
        shopper.put_in_cart("RZ-613")
        shopper.check_out_as_guest(email=EMAIL, payment="stripe")
        shopper.place_order.click()
        shopper.arrive(r"checkout/pay/[\w-]+/form/")
        return shopper

    return arrive


def mine():
    return Order.objects.get(placement__email=EMAIL)


def pay(shopper, card):
    shopper.page.get_by_label(shopper.say("Card number")).fill(card)
    shopper.main.locator("form.form button").click()


def at_secure(shopper, decision):
    shopper.page.wait_for_url("**/secure")
    shopper.page.get_by_role("button", name=decision).click()


@pytest.mark.parametrize(("edition", "width"), [("es-mx", 360), ("en-us", 1440)])
def test_a_card_pays(at_the_card, stripe, mailoutbox, edition, width):
    shopper = at_the_card(edition, width=width)
    shopper.look("card")
    # The page is at an address of its own: it can be opened again, and gone back to.
    shopper.page.reload()
    pay(shopper, GOOD)

    number = shopper.order_number()
    shopper.look("paid by card")
    order = mine()
    assert (order.number, order.status) == (number, "confirmed")
    assert len(stripe.charges) == 1
    assert len(mails_to(EMAIL)) == 1


def test_declined_then_paid_without_typing_again(at_the_card, stripe):
    shopper = at_the_card("es-mx", width=360)
    pay(shopper, NO_FUNDS)

    number = shopper.order_number()
    expect(shopper.main.get_by_role("alert")).to_contain_text(
        shopper.say("There isn't enough money available on this card. Use another card.")
    )
    shopper.look("card declined")
    shopper.button("Pay now").click()
    shopper.arrive(r"checkout/pay/[\w-]+/form/")
    pay(shopper, GOOD)

    assert shopper.order_number() == number
    assert mine().status == "confirmed"
    assert len(stripe.charges) == 1


def test_3d_secure_is_authorised(at_the_card, stripe):
    shopper = at_the_card("en-us", width=360)
    pay(shopper, SECURE)
    at_secure(shopper, "Authorise")

    shopper.order_number()
    assert mine().status == "confirmed"


def test_3d_secure_is_left_and_finished_later(at_the_card, stripe, mailoutbox):
    shopper = at_the_card("es-mx")
    pay(shopper, SECURE)
    shopper.page.wait_for_url("**/secure")
    # Gone to look at something else, without a word to the bank.
    shopper.go("cart/")
    order = mine()
    assert order.status == "pending"
    assert not mails_to(EMAIL)

    shopper.go(f"orders/{order.number}/")
    shopper.look("3-D Secure left")
    shopper.button("Pay now").click()
    shopper.arrive(r"checkout/pay/[\w-]+/form/")
    pay(shopper, SECURE)
    at_secure(shopper, "Authorise")

    assert shopper.order_number() == order.number
    assert mine().status == "confirmed"
    assert len(stripe.charges) == 1
    assert len(mails_to(EMAIL)) == 1


def is_closed(shopper, stripe) -> None:
    """No card is taken any more, and the shopper reads what can be done."""
    expect(shopper.main.get_by_role("alert")).to_contain_text(
        shopper.say("Too many attempts to pay this order")
    )
    expect(shopper.button("Pay now")).to_have_count(0)
    assert len(list(stripe.books.all("declined"))) == MOST_ATTEMPTS
    assert stripe.intents[0]["status"] == "canceled"
    form = shopper.page.url.replace("/orders/", "/checkout/pay/") + "form/"
    shopper.page.goto(form)
    shopper.order_number()
    shopper.look("tried too often")
    # A transfer, whose money a person sees come, can still be chosen.
    shopper.main.get_by_role("link", name=shopper.say("Choose another payment method")).click()
    expect(shopper.main.locator('[name="payment"][value="transfer"]')).to_have_count(1)
    expect(shopper.main.locator('[name="payment"][value="demo"]')).to_have_count(0)


@pytest.mark.parametrize(("javascript", "width"), [(True, 360), (False, 1440)])
def test_nobody_tries_out_cards_from_the_orders_page(at_the_card, stripe, javascript, width):
    shopper = at_the_card("es-mx", javascript=javascript, width=width)
    for number in range(MOST_ATTEMPTS):
        if number:
            shopper.button("Pay now").click()
            shopper.arrive(r"checkout/pay/[\w-]+/form/")
        pay(shopper, DECLINED)
        shopper.order_number()

    is_closed(shopper, stripe)


def test_nobody_tries_out_cards_in_the_form(at_the_card, stripe, live_server, monkeypatch):
    """In Stripe's own form a declined card leads nowhere: the shop hears of it by notification."""
    plays_the_element(stripe, monkeypatch)
    stripe.webhook_url = f"{live_server.url}/webhooks/stripe/"
    shopper = at_the_card("en-us", width=360)
    for number in range(MOST_ATTEMPTS):
        pay(shopper, NO_FUNDS if number % 2 else DECLINED)
        problem = shopper.main.locator("[data-stripe-problem]")
        words = "There isn't enough money" if number % 2 else "Your bank declined it"
        expect(problem).to_contain_text(words)
    wait_until(lambda: stripe.intents[0]["status"] == "canceled")
    # The eleventh is not asked of any bank: whoever tries it is led to the order.
    pay(shopper, GOOD)

    shopper.order_number()
    is_closed(shopper, stripe)
    assert not stripe.charges


def wait_until(happened, patience: float = 10.0) -> None:
    until = time.monotonic() + patience
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_refund_is_seen_by_who_paid(at_the_card, stripe):
    shopper = at_the_card("en-us")
    pay(shopper, GOOD)
    shopper.order_number()
    clerk = User.objects.get(email="admin@raiz.example")
    refund_order(order=mine(), amount=Decimal(5), reason="broken", by=clerk)

    shopper.page.reload()

    expect(shopper.main).to_contain_text(re.compile(r"\$5\.00 refunded on"))
    shopper.look("refund")
    assert [one["amount"] for one in stripe.refunds] == [500]


def test_without_a_script_a_card_pays_too(at_the_card, stripe):
    shopper = at_the_card("es-mx", javascript=False)
    pay(shopper, GOOD)

    shopper.order_number()
    assert mine().status == "confirmed"


@pytest.fixture
def customer_at_the_card(visitor):
    """Somebody who is signed in, in front of the card form, as often as they order."""

    def sign_up(edition, **options):
        user = User.objects.create_user(EMAIL, "una-clave-larga-7")
        Person.objects.create(user=user, email=EMAIL, first_name="Inés", edition=edition)
        mark_verified(user)
        shopper = visitor(edition, **options)
        sign_in(shopper, EMAIL, "una-clave-larga-7")
        return shopper

    return sign_up


def order_by_card(shopper):
    shopper.put_in_cart("RZ-613")
    shopper.go("checkout/address/")
    shopper.type_address(EMAIL)
    shopper.button("Continue to shipping").click()
    shopper.arrive("checkout/methods/")
    shopper.choose_methods(payment="stripe")
    shopper.place_order.click()
    shopper.arrive(r"checkout/pay/[\w-]+/form/")


EDITIONS = pytest.mark.parametrize(("edition", "width"), [("es-mx", 360), ("en-us", 1440)])


@EDITIONS
def test_a_customer_saves_a_card_and_pays_with_it_next_time(
    customer_at_the_card, stripe, mailoutbox, edition, width
):
    shopper = customer_at_the_card(edition, width=width)
    order_by_card(shopper)
    # The tick stands in the form: what was typed before it is still there.
    number = shopper.page.get_by_label(shopper.say("Card number"))
    number.fill(GOOD)
    shopper.page.get_by_label(shopper.say("Save this card for next time")).check()
    expect(number).to_have_value(GOOD)
    shopper.look("card to be saved")
    shopper.main.locator("form.form button").click()
    shopper.order_number()
    order_by_card(shopper)
    shopper.look("saved card offered")
    shopper.main.locator("form.form button").click()
    shopper.order_number()

    statuses = Order.objects.values_list("status", flat=True).filter(placement__email=EMAIL)
    assert set(statuses) == {"confirmed"}
    assert len(stripe.charges) == 2
    shopper.go("account/cards/")
    shopper.look("saved cards")
    shopper.main.locator("form[action$='/cards/remove/'] button").click()
    expect(shopper.main).to_contain_text(shopper.say("No saved cards"))


@EDITIONS
def test_a_card_is_saved_in_stripes_own_form(
    customer_at_the_card, stripe, monkeypatch, edition, width
):
    plays_the_element(stripe, monkeypatch)
    shopper = customer_at_the_card(edition, width=width)
    order_by_card(shopper)
    shopper.page.get_by_label("Card number").fill(DECLINED)
    shopper.page.get_by_label("Save my card").check()
    shopper.main.locator("form.form button").click()
    expect(shopper.main.locator("[data-stripe-problem]")).to_contain_text(
        shopper.say("Your payment was declined")
    )
    shopper.page.get_by_label("Card number").fill(GOOD)
    shopper.main.locator("form.form button").click()
    shopper.order_number()

    shopper.go("account/cards/")
    expect(shopper.main).to_contain_text("4242")
    expect(shopper.main.locator("form[action$='/cards/remove/']")).to_have_count(1)
