"""An order with several payments, as the desk sees it."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.gateways.models import DemoCharge, Payment
from commerce.gateways.of_order import payments_of
from commerce.orders.attempts import choose_method, pay_part
from commerce.orders.presentation import OrderView
from commerce.orders.releasing import release_pending
from commerce.orders.settling import confirm_payment

from .test_desk_list import found, words

Order = get_model("order", "Order")

pytestmark = pytest.mark.django_db


@pytest.fixture
def tried_twice(orders, shop):
    """To be paid by transfer at first, and then at the demo bank, which was not paid yet."""
    order = orders.pending()
    choose_method(order=order, gateway="demo")
    shop.begin(order)
    return order


@pytest.mark.parametrize(
    "query, is_found",
    [
        ({"method": "demo"}, True),
        ({"payment_state": "pending"}, True),
        ({"payment_state": ["pending", "due"]}, True),
        ({"method": "transfer"}, False),
        ({"payment_state": "cancelled"}, False),
        ({"queue": "transfer"}, False),
    ],
)
def test_it_is_found_by_the_payment_that_counts(desk, tried_twice, query, is_found):
    assert bool(found(desk.get("/admin/orders/", query))) is is_found


@pytest.mark.parametrize("query, is_found", [("refunded", True), ("cancelled", False)])
def test_one_that_ended_is_found_by_the_money_that_came(desk, tried_twice, query, is_found):
    release_pending(order=tried_twice)
    tried_twice.payments.filter(gateway="transfer").update(state=Payment.State.REFUNDED)

    assert bool(found(desk.get("/admin/orders/", {"payment_state": query}))) is is_found
    assert "Refunded" in words(desk.at(f"{tried_twice.number}/"))


def test_its_page_tells_of_each_and_the_list_of_one(desk, tried_twice):
    listed, page = words(desk.at()), words(desk.at(f"{tried_twice.number}/"))

    assert "Demo payment" in listed and "Awaiting payment" in listed
    assert "Canceled" in page and "Another payment method chosen" in page
    panel = page[page.index("Payment State") :]
    assert panel.index("Demo payment") < panel.index("Bank transfer")


def test_a_transfer_that_was_left_for_another_way_can_still_be_received(desk, tried_twice):
    page = words(desk.at(f"{tried_twice.number}/payment-received/"))
    assert "$108.900 was received in full by Bank transfer" in page

    desk.do(tried_twice, "payment-received")

    order = Order.objects.get(pk=tried_twice.pk)
    assert order.status == "confirmed"
    assert payments_of(order).state == Payment.State.SUCCEEDED
    assert payments_of(order).current.gateway == "transfer"
    # The bank is told to take nothing (tasks.sweep_payments).
    left = order.payments.get(gateway="demo")
    assert left.closed_at and left.check_at
    assert DemoCharge.objects.get().state == DemoCharge.State.OPEN


@pytest.fixture
def part_paid(shop, desk):
    """$30.000 came by transfer; the demo bank is asked for the rest."""
    order = shop.place()
    pay_part(order=order, gateway="transfer", amount=Decimal(30000))
    shop.begin(order)
    assert OrderView(order, edition="es-co").to_pay == "$30.000"
    desk.do(order, "payment-received")
    shop.begin(order)
    return Order.objects.get(pk=order.pk)


def test_a_shopper_reads_what_is_left_to_pay(part_paid):
    view = OrderView(part_paid, edition="es-co")

    assert part_paid.status == "pending"
    assert (view.is_part_paid, view.owed, view.to_pay) == (True, "$78.900", "$78.900")


def test_a_refund_over_two_says_before_and_after_by_which_way_it_goes(desk, shop, part_paid):
    shop.bank_says(part_paid, DemoCharge.State.PAID)
    confirm_payment(order=part_paid)

    said = words(desk.at(f"{part_paid.number}/refund/"))
    assert "newest payment first: Demo payment $78.900, Bank transfer $30.000." in said
    assert "What is taken from Bank transfer you transfer yourself." in said
    assert "Demo payment refunds it the way it was paid." in said
    desk.do(part_paid, "refund", amount="100.000", reason="x")

    page = words(desk.at(f"{part_paid.number}/"))
    refunds = page[page.index("Refunds") :]
    assert refunds.index("$78.900 · Demo payment") < refunds.index("$21.100 · Bank transfer")
    assert "Paid, partly refunded" in page
