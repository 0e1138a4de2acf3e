"""Impatience and second thoughts at the till: always one order, one charge, one mail."""

from oscar.core.loading import get_model
from playwright.sync_api import expect

from commerce.gateways.models import DemoCharge
from commerce.inventory.models import StockMovement

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


def test_declined_then_paid(visitor, mailoutbox):
    shopper = at_the_review(visitor, "demo", edition="en-us", width=360)
    shopper.place_order.click()
    shopper.page.wait_for_url("**/demo-bank/**")
    shopper.button("Decline").click()

    number = shopper.order_number()
    expect(shopper.main.get_by_role("alert")).to_contain_text(
        shopper.say("Your payment was declined")
    )
    shopper.look("declined")
    assert mine().get().status == "pending"
    assert not mails_to(EMAIL)

    shopper.button("Pay now").click()
    shopper.page.wait_for_url("**/demo-bank/**")
    shopper.button("Pay").click()
    assert shopper.order_number() == number
    shopper.look("paid")
    order = mine().get()
    assert order.status == "confirmed"
    assert movements(order) == ["reserved", "sold"]
    assert DemoCharge.objects.filter(state="paid", amount=order.total_incl_tax).count() == 1
    shopper.page.reload()
    assert len(mails_to(EMAIL)) == 1


def test_back_from_the_bank_and_another_way_to_pay(visitor, mailoutbox):
    shopper = at_the_review(visitor, "demo")
    shopper.place_order.click()
    shopper.page.wait_for_url("**/demo-bank/**")
    shopper.button("Go back without paying").click()
    first = shopper.order_number()
    shopper.look("unpaid")
    shopper.link("Choose another payment method").click()
    shopper.arrive(r"checkout/pay/[\w-]+/method/")
    shopper.look("another way to pay")
    shopper.page.locator("input[name='payment'][value='cash_on_delivery']").check()
    shopper.button("Pay this way").click()

    assert shopper.order_number() == first
    assert mine().get().status == "confirmed"
    assert DemoCharge.objects.latest("pk").state == "cancelled"
    assert len(mails_to(EMAIL)) == 1
