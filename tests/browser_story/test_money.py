"""Impatience and second thoughts at the till: always one order, one charge, one mail."""

import pytest
from oscar.core.loading import get_model
from playwright.sync_api import expect

from commerce.inventory.models import StockMovement
from tests.gateways.mercadopago_account import Payer

from .visitor import await_mail_to, mails_to

Order = get_model("order", "Order")
EMAIL = "prisa@correo.example"


def mine():
    return Order.objects.filter(placement__email=EMAIL)


def movements(order) -> list[str]:
    return list(
        StockMovement.objects.filter(order=order).order_by("pk").values_list("kind", flat=True)
    )


def at_the_review(visitor, payment, edition="es-co", **options):
    shopper = visitor(edition, **options)
    shopper.put_in_cart("RZ-613")
    shopper.check_out_as_guest(email=EMAIL, payment=payment)
    return shopper


def test_a_double_click_is_one_order(visitor, mailoutbox):
    shopper = at_the_review(visitor, "cash_on_delivery")
    shopper.place_order.dblclick()

    number = shopper.order_number()
    assert mine().get().number == number
    assert movements(mine().get()) == ["reserved", "sold"]
    assert len(mails_to(EMAIL)) == 1


def test_without_a_script_a_double_click_is_one_order_too(visitor, mailoutbox):
    shopper = at_the_review(visitor, "cash_on_delivery", javascript=False)
    shopper.place_order.dblclick()

    number = shopper.order_number()
    assert mine().get().number == number
    # What is shown answers the second press, which may be there before the first has its mail out.
    assert len(await_mail_to(EMAIL)) == 1


def test_back_after_ordering_orders_nothing(visitor, mailoutbox):
    shopper = at_the_review(visitor, "cash_on_delivery")
    shopper.place_order.click()
    number = shopper.order_number()

    shopper.page.go_back()
    shopper.page.wait_for_load_state("load")
    # Whatever the browser shows, the old page or a fresh one: pressing on makes no order.
    if shopper.place_order.count():
        shopper.place_order.click()
        assert shopper.order_number() == number
    else:
        shopper.arrive("cart/")
        shopper.look("cart-empty")
    assert mine().count() == 1
    assert len(mails_to(EMAIL)) == 1


def at_the_provider(visitor, provider, **options):
    """At Mercado Pago's page, where people pay in Colombia."""
    shopper = at_the_review(visitor, "mercadopago", **options)
    shopper.place_order.click()
    shopper.page.wait_for_url(f"{provider.url}/**")
    return shopper


def pay_by_card(shopper, holder: str) -> None:
    shopper.page.get_by_label("Name on the card").fill(holder)
    shopper.page.get_by_role("button", name="Pay by card").click()
    shopper.page.get_by_role("link", name="Back to the shop").click()


def approved(provider) -> list[dict]:
    return [one for one in provider.books.all("payment") if one["status"] == "approved"]


@pytest.mark.parametrize("javascript", [True, False])
def test_declined_then_paid(visitor, mercadopago, mailoutbox, javascript):
    shopper = at_the_provider(visitor, mercadopago, width=360, javascript=javascript)
    pay_by_card(shopper, "FUND")

    number = shopper.order_number()
    expect(shopper.main.get_by_role("alert")).to_contain_text(
        shopper.say("Your payment was declined")
    )
    shopper.look("declined")
    assert mine().get().status == "pending"
    assert not mails_to(EMAIL)

    shopper.button("Pay now").click()
    shopper.page.wait_for_url(f"{mercadopago.url}/**")
    pay_by_card(shopper, "APRO")
    assert shopper.order_number() == number
    shopper.look("paid")
    order = mine().get()
    assert order.status == "confirmed"
    assert movements(order) == ["reserved", "sold"]
    assert [one["transaction_amount"] for one in approved(mercadopago)] == [order.total_incl_tax]
    shopper.page.reload()
    assert len(mails_to(EMAIL)) == 1


def test_left_and_paid_later(visitor, mercadopago, mailoutbox):
    """A voucher: who pays it at the counter may not come back to the shop by themselves."""
    shopper = at_the_provider(visitor, mercadopago, edition="es-mx", width=360)
    shopper.page.get_by_role("button", name="Get voucher").click()
    shopper.page.wait_for_url(f"{mercadopago.url}/voucher/**")
    voucher = shopper.page.url
    shopper.page.get_by_role("link", name="Pay later: to the shop").click()
    number = shopper.order_number()
    shopper.look("voucher not paid yet")
    assert mine().get().status == "pending"

    shopper.page.goto(voucher)
    shopper.page.get_by_role("button", name="Pay at the counter now").click()
    shopper.page.get_by_role("link", name="Back to the shop").click()

    assert shopper.order_number() == number
    assert mine().get().status == "confirmed"
    assert len(approved(mercadopago)) == len(mails_to(EMAIL)) == 1


def test_back_from_the_provider_and_another_way_to_pay(visitor, mercadopago, mailoutbox):
    shopper = at_the_provider(visitor, mercadopago)
    shopper.page.get_by_role("link", name="Go back without paying").click()
    first = shopper.order_number()
    shopper.look("unpaid")
    shopper.link("Choose another payment method").click()
    shopper.arrive(r"checkout/pay/[\w-]+/method/")
    shopper.look("another way to pay")
    shopper.page.locator("input[name='payment'][value='cash_on_delivery']").check()
    shopper.button("Pay this way").click()

    assert shopper.order_number() == first
    assert mine().get().status == "confirmed"
    assert len(mails_to(EMAIL)) == 1
    # Nobody can pay at the provider any more.
    (preference,) = mercadopago.books.all("preference")
    assert Payer(mercadopago, preference["init_point"]).opens().status_code == 410
