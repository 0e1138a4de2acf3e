"""An order that is paid by parts, and money that goes back to where it came from."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.utils import timezone
from django.utils.translation import override
from oscar.core.loading import get_model

from commerce.gateways.base import RefundRefused
from commerce.gateways.models import DemoCharge, Payment, Refund
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import all_gateways
from commerce.order_desk import queues
from commerce.orders import services as desk
from commerce.orders.attempts import choose_method, pay_part
from commerce.orders.presentation import OrderView
from commerce.orders.releasing import release_pending
from commerce.orders.settling import confirm_payment
from commerce.orders.tasks import sweep_payments
from people.models import User

Order = get_model("order", "Order")
State = Payment.State
TOTAL, PART = Decimal(108900), Decimal(30000)
REST = TOTAL - PART


@pytest.fixture(autouse=True)
def in_english():
    with override("en-us"):
        yield


@pytest.fixture(autouse=True)
def balance(settings):
    settings.VITRINA_GATEWAYS = [*settings.VITRINA_GATEWAYS, "tests.checkout.balance.Balance"]
    all_gateways.cache_clear()
    yield
    all_gateways.cache_clear()


@pytest.fixture
def clerk(db):
    user = User.objects.create_user("desk@raiz.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="change_order"))
    return user


def amounts(order) -> list[tuple[str, str, Decimal, Decimal]]:
    return list(order.payments.values_list("gateway", "state", "amount", "refunded"))


@pytest.fixture
def part_paid(shop):
    """A balance was spent on it; the card is still to be asked."""
    order = shop.place()
    pay_part(order=order, gateway="balance", amount=PART)
    shop.begin(order)
    return order


def pay_the_rest(shop, order):
    shop.begin(order)
    shop.bank_says(order, DemoCharge.State.PAID)
    with TestCase.captureOnCommitCallbacks(execute=True):
        confirm_payment(order=order)
    order.refresh_from_db()


@pytest.fixture
def paid(shop, part_paid):
    pay_the_rest(shop, part_paid)
    return part_paid


def test_a_part_confirms_nothing_and_the_rest_is_asked_for(part_paid):
    part_paid.refresh_from_db()
    assert part_paid.status == "pending"
    # The card that was to pay it all was never asked: it gave way to the balance.
    assert amounts(part_paid)[1:] == [
        ("balance", State.SUCCEEDED, PART, 0),
        ("demo", State.CREATED, REST, 0),
    ]
    payments = payments_of(part_paid)
    assert (payments.paid, payments.owed, payments.amount) == (PART, REST, TOTAL)
    assert payments.current.gateway == "demo"
    assert part_paid.events.get(kind="part_paid").detail["amount"] == "30000.00"


def test_parts_that_cover_it_confirm_it_once(shop, paid, mailoutbox):
    assert paid.status == "confirmed"
    payments = payments_of(paid)
    assert (payments.paid, payments.owed, payments.state) == (TOTAL, 0, State.SUCCEEDED)
    assert shop.movements(paid) == ["reserved", "sold"]
    assert paid.events.filter(kind="confirmed").count() == 1
    view = OrderView(paid, edition="en-us")
    assert view.payment_text == "Your balance, Demo payment"
    # The total says it all.
    assert view.payment_amount == ""


def test_a_part_and_the_rest_at_the_door(shop, clerk):
    order = shop.place(payment_method="cash_on_delivery")
    pay_part(order=order, gateway="balance", amount=PART)
    shop.begin(order)

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert payments_of(order).due == REST
    desk.receive_payment(order=order, by=clerk)
    assert (payments_of(order).due, payments_of(order).paid) == (0, TOTAL)


def test_a_part_and_the_rest_by_transfer_is_told_at_once(shop, mailoutbox):
    order = shop.place(payment_method="transfer")
    pay_part(order=order, gateway="balance", amount=PART)
    shop.begin(order)

    # Nobody comes back to begin it: how to transfer the rest is in the mail.
    assert amounts(order)[1:] == [
        ("balance", State.SUCCEEDED, PART, 0),
        ("transfer", State.PENDING, REST, 0),
    ]
    (mail,) = mailoutbox
    assert "$78.900" in mail.body
    order.refresh_from_db()
    assert order.status == "pending"
    assert order.basket.status == "Submitted"


def test_what_was_given_back_is_not_owed_again(paid, clerk):
    desk.refund_order(order=paid, amount=Decimal(40000), reason="x", by=clerk)

    assert payments_of(paid).owed == 0
    pay_part(order=paid, gateway="balance", amount=PART)
    assert payments_of(paid).open is None


def test_what_was_paid_of_an_order_that_runs_out_of_time_goes_back(part_paid):
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert release_pending(order=part_paid)

    assert Refund.objects.get().amount == PART
    assert amounts(part_paid)[1] == ("balance", State.REFUNDED, PART, PART)
    assert not part_paid.payments.open().exists()


def test_a_refund_takes_from_the_newest_payment_first(paid, clerk, mailoutbox):
    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.refund_order(order=paid, amount=Decimal(100000), reason="x", by=clerk)

    assert amounts(paid)[1:] == [
        ("balance", State.SUCCEEDED, PART, Decimal(21100)),
        ("demo", State.REFUNDED, REST, REST),
    ]
    assert DemoCharge.objects.get().refunded == REST
    payments = payments_of(paid)
    assert (payments.refunded, payments.refundable) == (Decimal(100000), Decimal(8900))
    assert payments.state_text == "Paid, partly refunded"
    # Each mail names where its money goes.
    told = {
        amount: "Your balance" in mail.body
        for mail in mailoutbox
        for amount in ("$78.900", "$21.100")
        if amount in mail.subject
    }
    assert told == {"$78.900": False, "$21.100": True}
    assert len(payments.refunds) == 2
    with pytest.raises(RefundRefused):
        desk.refund_order(order=paid, amount=Decimal(8901), reason="x", by=clerk)


def test_what_one_provider_declines_waits_at_the_desk_though_another_gave_its_part(paid, clerk):
    # The bank says that it has nothing to give back.
    DemoCharge.objects.update(state=DemoCharge.State.CANCELLED)

    with TestCase.captureOnCommitCallbacks(execute=True), pytest.raises(RefundRefused):
        desk.refund_order(order=paid, amount=TOTAL, reason="x", by=clerk)

    assert [refund.state for refund in payments_of(paid).refunds] == ["refused", "done"]
    assert payments_of(paid).refundable == REST
    assert queues.counts("refund") == {"refund": 1}


def test_a_second_click_on_a_refund_across_two_changes_nothing(paid, clerk):
    again = {"amount": Decimal(5000), "reason": "x", "by": clerk, "seen_refunded": Decimal(0)}
    desk.refund_order(order=paid, **again)

    with pytest.raises(desk.NotPossible):
        desk.refund_order(order=paid, **again)

    assert payments_of(paid).went_back == 5000


def test_a_canceled_order_gives_each_part_back(paid, clerk):
    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.cancel_order(order=paid, by=clerk, reason="x")

    assert [row[1] for row in amounts(paid)[1:]] == [State.REFUNDED, State.REFUNDED]
    assert payments_of(paid).state_text == "Refunded"


def test_what_comes_beyond_the_total_goes_back(shop):
    order = shop.place()
    shop.begin(order)
    first = DemoCharge.objects.get()
    pay_part(order=order, gateway="balance", amount=PART)
    shop.begin(order)
    # The bank had taken the whole amount, and told nobody.
    DemoCharge.objects.filter(pk=first.pk).update(state=DemoCharge.State.PAID)

    Payment.objects.filter(check_at__isnull=False).update(check_at=timezone.now())
    with TestCase.captureOnCommitCallbacks(execute=True):
        sweep_payments.func()

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert payments_of(order).paid == TOTAL
    assert Refund.objects.get().payment.gateway == "balance"
    assert not order.payments.open().exists()


def test_another_method_is_asked_for_the_rest_only(shop, part_paid):
    choose_method(order=part_paid, gateway="transfer")

    assert payments_of(part_paid).current.amount == REST
    assert payments_of(part_paid).current.gateway == "transfer"


@pytest.mark.parametrize("amount", [0, -1])
def test_a_part_is_more_than_nothing(shop, amount):
    with pytest.raises(ValueError):
        pay_part(order=shop.place(), gateway="balance", amount=Decimal(amount))


# --- A later difference ---------------------------------------------------------------------


@pytest.fixture
def dearer(shop, paid):
    """A confirmed order that costs more than was paid, and how that is to be paid."""
    Order.objects.filter(pk=paid.pk).update(total_incl_tax=TOTAL + 5000)
    paid.refresh_from_db()
    pay_part(order=paid, gateway="demo", amount=Decimal(5000))
    shop.begin(paid)
    return paid


def test_a_difference_is_paid_after_the_order_was_confirmed(shop, dearer):
    assert payments_of(dearer).state == State.PENDING
    shop.bank_says(dearer, DemoCharge.State.PAID)

    with TestCase.captureOnCommitCallbacks(execute=True):
        sweep_payments.func()

    dearer.refresh_from_db()
    assert dearer.status == "confirmed"
    assert payments_of(dearer).paid == dearer.total_incl_tax
    assert not Refund.objects.exists()
    assert dearer.events.filter(kind="confirmed").count() == 1


def test_cancelling_stops_a_difference_that_is_open(shop, dearer, clerk):
    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.cancel_order(order=dearer, by=clerk, reason="x")

    charge = DemoCharge.objects.latest("pk")
    assert (charge.amount, charge.state) == (5000, DemoCharge.State.CANCELLED)
    assert payments_of(dearer).refundable == 0
    assert sum(refund.amount for refund in Refund.objects.all()) == TOTAL
