"""A pending order ends once: confirmed with one mail and one stock movement, or released."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.test import TestCase
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.cart.services import add_line
from commerce.checkout.services.placing import AlreadyOrdered
from commerce.gateways.models import DemoCharge, Payment
from commerce.orders import services as desk
from commerce.orders.models import Placement
from commerce.orders.releasing import release_pending
from commerce.orders.settling import confirm_payment
from commerce.orders.tasks import sweep_mails, sweep_orders, sweep_payments
from people.models import User

Basket = get_model("basket", "Basket")
State = DemoCharge.State


@pytest.fixture
def clerk(db):
    user = User.objects.create_user("desk@raiz.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="change_order"))
    return user


def confirm(order):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return confirm_payment(order=order)


def sweep():
    with TestCase.captureOnCommitCallbacks(execute=True):
        for task in (sweep_orders, sweep_payments, sweep_mails):
            task.func()


def run_out_of_time(order):
    Placement.objects.filter(order=order).update(held_until=timezone.now() - timedelta(minutes=1))


def subjects(mailoutbox):
    return [mail.subject for mail in mailoutbox]


def test_cash_on_delivery_confirms_at_once(shop, mailoutbox):
    order = shop.place(payment_method="cash_on_delivery")

    shop.begin(order)

    order.refresh_from_db()
    record = shop.record()
    assert order.status == "confirmed"
    assert order.payments.get().state == Payment.State.DUE
    assert (record.num_in_stock, record.num_allocated) == (4, 0)
    assert shop.movements(order) == ["reserved", "sold"]
    assert len(mailoutbox) == 1
    assert order.basket.status == Basket.SUBMITTED


def test_a_transfer_waits_for_staff_and_keeps_the_goods(shop, mailoutbox, clerk):
    order = shop.place(payment_method="transfer")
    shop.begin(order)
    order.refresh_from_db()
    assert (order.status, len(mailoutbox)) == ("pending", 1)
    assert order.basket.status == Basket.SUBMITTED

    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.receive_payment(order=order, by=clerk)
    assert order.status == "confirmed"
    assert len(mailoutbox) == 2

    with pytest.raises(desk.NotPossible):
        desk.receive_payment(order=order, by=clerk)
    assert shop.movements(order) == ["reserved", "sold"]


def test_confirming_any_number_of_times_is_confirming_once(shop, mailoutbox):
    order = shop.place()
    shop.begin(order)
    shop.bank_says(order, State.PAID)

    for _again in range(4):
        assert confirm(order) == "confirmed"
    sweep()

    assert shop.movements(order) == ["reserved", "sold"]
    assert len(mailoutbox) == 1
    assert shop.record().num_in_stock == 4


def test_a_declined_payment_keeps_order_and_cart_and_can_be_tried_again(shop, mailoutbox):
    order = shop.place()
    shop.begin(order)
    shop.bank_says(order, State.DECLINED)
    assert confirm(order) == "pending"
    assert Payment.objects.get(order=order).state == Payment.State.FAILED
    assert order.basket.lines.count() == 1

    shop.begin(order)
    shop.bank_says(order, State.PAID)
    assert confirm(order) == "confirmed"
    assert len(mailoutbox) == 1


def test_looking_again_at_a_payment_that_did_not_change_is_no_change(shop):
    order = shop.place()
    shop.begin(order)
    changed = Payment.objects.get().updated_at
    for _time in range(2):
        assert confirm(order) == "pending"
    assert Payment.objects.get().updated_at == changed

    # Given up, the bank is asked again and again whether money came all the same.
    run_out_of_time(order)
    sweep()
    given_up = Payment.objects.get()
    assert given_up.updated_at > changed
    Payment.objects.update(check_at=timezone.now())
    sweep()
    checked = Payment.objects.get()
    assert checked.check_at > timezone.now()
    assert checked.updated_at == given_up.updated_at


def test_what_is_not_paid_in_time_goes_back_on_the_shelf(shop, mailoutbox):
    order = shop.place()
    shop.begin(order)
    run_out_of_time(order)

    sweep()
    sweep()

    order.refresh_from_db()
    assert order.status == "expired"
    assert shop.record().num_allocated == 0
    assert shop.movements(order) == ["reserved", "released"]
    assert not mailoutbox
    # The bank cannot take the money any more, and the basket is there to order again.
    assert DemoCharge.objects.get().state == State.CANCELLED
    assert shop.place(order.basket).number != order.number


def test_paid_at_the_last_moment_is_confirmed_instead_of_released(shop, mailoutbox):
    order = shop.place()
    shop.begin(order)
    shop.bank_says(order, State.PAID)
    run_out_of_time(order)

    sweep()

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert shop.movements(order) == ["reserved", "sold"]
    assert len(mailoutbox) == 1


def test_an_order_whose_payment_never_began_expires_too(shop):
    order = shop.place()
    run_out_of_time(order)
    sweep()
    order.refresh_from_db()
    assert order.status == "expired"


def test_money_after_expiry_revives_the_order_while_there_is_stock(shop, mailoutbox, clerk):
    order = shop.place(payment_method="transfer")
    shop.begin(order)
    run_out_of_time(order)
    sweep()
    mailoutbox.clear()

    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.receive_payment(order=order, by=clerk)

    assert order.status == "confirmed"
    assert shop.movements(order) == ["reserved", "released", "reserved", "sold"]
    assert len(mailoutbox) == 1


def test_money_after_expiry_goes_back_when_the_goods_are_gone(shop, mailoutbox, clerk):
    rare = shop.product("RZ-2", co="50000", stock=1)
    late = shop.place(shop.basket(rare), payment_method="transfer", expected_total=Decimal(59900))
    shop.begin(late)
    run_out_of_time(late)
    sweep()
    shop.place(shop.basket(rare), expected_total=Decimal(59900), email="otra@correo.example")
    mailoutbox.clear()

    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.receive_payment(order=late, by=clerk)

    payment = Payment.objects.get(order=late)
    assert late.status == "cancelled"
    assert payment.state == Payment.State.REFUNDED
    assert shop.movements(late) == ["reserved", "released"]
    # That it is cancelled, and how much came back.
    cancelled, refunded = subjects(mailoutbox)
    assert late.number in cancelled
    assert "$59.900" in refunded


def test_a_paid_order_cannot_be_replaced_by_a_changed_basket(shop):
    basket = shop.basket()
    order = shop.place(basket)
    shop.begin(order)
    shop.bank_says(order, State.PAID)

    add_line(basket=basket, product=shop.cream, quantity=1, edition="es-co")
    with pytest.raises(AlreadyOrdered) as already:
        shop.place(basket, expected_total=Decimal(207900))

    assert already.value.order == order
    order.refresh_from_db()
    assert order.status == "confirmed"


def test_what_was_added_since_stays_in_the_cart(shop):
    other = shop.product("RZ-9", co="10000")
    basket = shop.basket()
    order = shop.place(basket)
    shop.begin(order)
    add_line(basket=basket, product=other, quantity=2, edition="es-co")
    shop.bank_says(order, State.PAID)

    confirm(order)

    basket.refresh_from_db()
    assert basket.status == Basket.OPEN
    assert [(line.product, line.quantity) for line in basket.lines.all()] == [(other, 2)]


def test_releasing_twice_releases_once(shop):
    order = shop.place()
    assert release_pending(order=order)
    assert release_pending(order=order)
    assert shop.movements(order) == ["reserved", "released"]
    assert shop.record().num_allocated == 0


def test_a_mail_that_was_lost_is_sent_by_the_sweeper(shop, mailoutbox):
    order = shop.place()
    shop.begin(order)
    shop.bank_says(order, State.PAID)
    confirm_payment(order=order)  # the process dies before its mail is queued
    assert not mailoutbox
    Placement.objects.update(confirmed_at=timezone.now() - timedelta(minutes=11))

    sweep()
    sweep()

    assert len(mailoutbox) == 1


def test_cancelling_puts_goods_and_money_back(shop, mailoutbox, clerk):
    order = shop.place()
    shop.begin(order)
    shop.bank_says(order, State.PAID)
    confirm(order)

    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.cancel_order(order=order, by=clerk, reason="asked for it")

    assert order.status == "cancelled"
    assert shop.record().num_in_stock == 5
    assert Payment.objects.get(order=order).state == Payment.State.REFUNDED
    assert DemoCharge.objects.get().refunded == order.total_incl_tax


def test_the_desk_moves_an_order_on_and_the_customer_hears_of_it(shop, mailoutbox, clerk):
    order = shop.place(payment_method="cash_on_delivery")
    shop.begin(order)
    with TestCase.captureOnCommitCallbacks(execute=True):
        desk.move_order(order=order, to="preparing", by=clerk)
        desk.move_order(order=order, to="shipped", by=clerk, tracking={"number": "X1"})
        desk.move_order(order=order, to="delivered", by=clerk)
        desk.receive_payment(order=order, by=clerk)

    assert order.status == "delivered"
    assert Payment.objects.get(order=order).state == Payment.State.SUCCEEDED
    assert len(mailoutbox) == 2
    assert shop.movements(order) == ["reserved", "sold"]
    with pytest.raises(desk.NotPossible):
        desk.move_order(order=order, to="preparing", by=clerk)


def test_mails_are_in_the_language_the_order_was_placed_in(shop, mailoutbox):
    order = shop.place(payment_method="cash_on_delivery")
    shop.begin(order)
    (mail,) = mailoutbox
    assert order.number in mail.subject
    assert f"http://testserver/es-co/orders/{order.number}/" in mail.body
    assert "$108.900" in mail.body
