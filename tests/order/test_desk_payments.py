"""An order with several payments, as the desk sees it."""

import pytest
from oscar.core.loading import get_model

from commerce.gateways.models import DemoCharge, Payment
from commerce.gateways.of_order import payments_of
from commerce.orders.attempts import choose_method
from commerce.orders.settling import release_pending

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
