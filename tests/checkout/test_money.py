"""Money at the bank is money in our books, whatever breaks on the way.

The queue is the real one, in the database: what is not in it after a kill is lost.
"""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.core.loading import get_model

from background.health import Warned
from background.sweeping import SweepIncomplete
from commerce.cart.services import add_line
from commerce.gateways.base import GatewayUnavailable, RefundRefused
from commerce.gateways.models import GatewayEvent, Payment, Refund
from commerce.gateways.of_order import payments_of
from commerce.gateways.services import WATCHED
from commerce.gateways.tasks import sweep_refunds
from commerce.orders import services as desk
from commerce.orders.attempt_limit import TooManyAttempts
from commerce.orders.attempts import (
    OrderEnded,
    choose_method,
    pay_part,
    start_payment,
)
from commerce.orders.models import Placement
from commerce.orders.releasing import PaymentUnderWay, release_pending
from commerce.orders.settling import confirm_payment
from commerce.orders.stuck_money import money_arrives
from commerce.orders.tasks import sweep_notifications, sweep_orders, sweep_payments
from people.models import User

from .fault_bank import Fault, Killed, two_ways_to_pay

Order = get_model("order", "Order")
State = Payment.State


@pytest.fixture
def bank(shop, settings):
    with two_ways_to_pay(settings) as bank:
        yield bank


@pytest.fixture
def clerk(db):
    user = User.objects.create_user("desk@raiz.example", "x")
    user.user_permissions.add(Permission.objects.get(codename="change_order"))
    return user


def payment_of(order) -> Payment:
    return Payment.objects.get(order=order)


def status_of(order) -> str:
    return Order.objects.values_list("status", flat=True).get(pk=order.pk)


def time_is_up(order) -> None:
    Placement.objects.filter(order=order).update(held_until=timezone.now() - timedelta(minutes=1))


def work(*, only: str = "") -> None:
    """Do the jobs that wait, as a worker would: each once, later ones again until none is left."""
    for _round in range(20):
        waiting = DBTaskResult.objects.filter(
            status=TaskResultStatus.READY, task_path__contains=only
        )
        if not waiting:
            return
        for job in waiting:
            DBTaskResult.objects.filter(pk=job.pk).update(status=TaskResultStatus.SUCCESSFUL)
            try:
                import_string(job.task_path).func(**job.args_kwargs["kwargs"])
            except Killed:
                # Its worker is lost: the job is taken back (background.services).
                DBTaskResult.objects.filter(pk=job.pk).update(status=TaskResultStatus.READY)


def days_pass() -> None:
    """The sweepers come by, again and again, for longer than anything is watched."""
    for _round in range(3):
        Payment.objects.filter(check_at__isnull=False).update(check_at=timezone.now())
        Refund.objects.update(created_at=timezone.now() - timedelta(hours=2))
        for sweep in (sweep_orders, sweep_payments, sweep_notifications, sweep_refunds):
            sweep.func()
        work(only="commerce.gateways")


def place(shop, **changes):
    return shop.place(payment_method="fault", **changes)


def begin(order):
    return start_payment(order=order, return_url="https://shop.example/back/")


def books_agree(bank, order) -> None:
    kept = Decimal(0)
    for payment in Payment.objects.filter(order=order):
        charge = bank.charge_of(payment)
        at_the_bank = charge.kept if charge else Decimal(0)
        given_back = sum(
            (refund.amount for refund in payment.refunds.filter(state=Refund.State.DONE)),
            start=Decimal(0),
        )
        came = payment.amount if payment.state in (State.SUCCEEDED, State.REFUNDED) else Decimal(0)
        in_our_books = came - given_back
        assert at_the_bank == in_our_books, f"bank {at_the_bank}, books {in_our_books}"
        kept += at_the_bank
    # Nobody pays for what they do not get, nor twice for what they do.
    order = Order.objects.get(pk=order.pk)
    if order.status in ("expired", "cancelled"):
        assert kept == 0
    elif order.status == "pending":
        parts = order.events.filter(kind="part_paid").exists()
        assert kept < order.total_incl_tax if parts else kept == 0
    else:
        by_staff = Refund.objects.filter(
            payment__order=order, state=Refund.State.DONE, by__isnull=False
        )
        back = sum((refund.amount for refund in by_staff), start=Decimal(0))
        assert kept == order.total_incl_tax - back
    assert payments_of(order).refundable == kept


# --- Cases that were found ------------------------------------------------------------------


def test_an_order_that_expires_while_the_bank_answers_is_not_charged(shop, bank):
    order = place(shop)

    def sweeper_comes_by():
        time_is_up(order)
        sweep_orders.func()

    bank.fail_next(Fault.NONE, meanwhile=sweeper_comes_by)
    with pytest.raises(OrderEnded):
        begin(order)

    bank.pay(payment_of(order))
    assert status_of(order) == "expired"
    books_agree(bank, order)
    assert sum(charge.kept for charge in bank.charges.values()) == 0


def test_an_order_that_is_paid_while_the_bank_answers_has_nothing_left_to_pay(shop, bank):
    order = place(shop)

    def paid_in_another_tab():
        bank.begin(payment_of(order), return_url="")
        bank.pay(payment_of(order))
        confirm_payment(order=order)

    bank.fail_next(Fault.NONE, meanwhile=paid_in_another_tab)

    # Not to the bank again, and not "this order was closed".
    assert begin(order).kind == "done"
    assert begin(order).kind == "done"
    assert status_of(order) == "confirmed"


def test_an_order_that_staff_cancel_while_the_bank_answers_is_refunded_once(shop, bank, clerk):
    order = place(shop)

    def paid_and_cancelled():
        bank.begin(payment_of(order), return_url="")
        bank.pay(payment_of(order))
        confirm_payment(order=order)
        desk.cancel_order(order=order, by=clerk, reason="x")

    bank.fail_next(Fault.NONE, meanwhile=paid_and_cancelled)
    with pytest.raises(OrderEnded):
        begin(order)

    assert Refund.objects.count() == 1
    books_agree(bank, order)


@pytest.mark.parametrize("fault", [Fault.KILLED_AFTER, Fault.ANSWER_LOST])
def test_a_payment_whose_beginning_was_cut_off_is_found_by_our_key(shop, bank, fault):
    order = place(shop)
    bank.fail_next(fault)
    with pytest.raises((Killed, GatewayUnavailable)):
        begin(order)
    bank.pay(payment_of(order))

    sweep_orders.func()

    assert status_of(order) == "confirmed"
    books_agree(bank, order)


def test_money_that_comes_long_after_expiry_is_seen_without_anybody_coming_back(shop, bank):
    order = place(shop)
    # The bank cannot be told to stop, and the shop hears that nothing was there to stop.
    bank.fail_next(Fault.KILLED_BEFORE)
    with pytest.raises(Killed):
        begin(order)
    time_is_up(order)
    sweep_orders.func()
    assert status_of(order) == "expired"
    # The call arrives after all, and the shopper pays.
    bank.begin(payment_of(order), return_url="")
    bank.pay(payment_of(order))

    Payment.objects.filter(check_at__isnull=False).update(check_at=timezone.now())
    sweep_payments.func()

    # The goods are still there: the order lives again.
    assert status_of(order) == "confirmed"
    books_agree(bank, order)


def test_a_notification_before_we_know_the_reference_confirms(shop, bank, client):
    order = place(shop)
    key = payment_of(order).idempotency_key

    def provider_notifies():
        bank.pay(payment_of(order))
        answer = client.post("/webhooks/fault/", f"{key} signed", "text/plain")
        assert answer.status_code == 200

    def after_the_charge_exists():
        bank.begin(payment_of(order), return_url="")
        provider_notifies()

    bank.fail_next(Fault.NONE, meanwhile=after_the_charge_exists)
    begin(order)

    assert status_of(order) == "confirmed"
    assert GatewayEvent.objects.get().handled_at
    books_agree(bank, order)


@pytest.mark.parametrize(
    "fault",
    [Fault.NOT_SENT, Fault.ANSWER_LOST, Fault.KILLED_BEFORE, Fault.KILLED_AFTER, Fault.TWICE],
)
def test_a_refund_that_is_cut_off_is_sent_again_with_its_key(shop, bank, clerk, fault):
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    confirm_payment(order=order)

    bank.fail_next(fault)
    try:
        desk.refund_order(order=order, amount=Decimal(9900), reason="tarde", by=clerk)
    except Killed:
        pass
    # What is on its way cannot be given back a second time.
    assert desk.refundable(Order.objects.get(pk=order.pk)) == Decimal(99000)

    work(only="commerce.gateways")

    refund = Refund.objects.get()
    assert (refund.state, refund.provider_reference) == ("done", f"re-{refund.idempotency_key}")
    assert bank.charges[str(payment_of(order).idempotency_key)].kept == Decimal(99000)
    assert order.events.filter(kind="refunded").count() == 1
    books_agree(bank, order)


def test_a_refund_that_the_provider_refuses_is_left_to_staff_with_its_reason(
    shop, bank, clerk, monkeypatch
):
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    confirm_payment(order=order)

    def refuse(*args, **kwargs):
        raise RefundRefused("charge is disputed")

    monkeypatch.setattr(bank, "refund", refuse)
    with pytest.raises(RefundRefused):
        desk.refund_order(order=order, amount=Decimal(9900), reason="tarde", by=clerk)

    refund = Refund.objects.get()
    assert (refund.state, refund.failure) == ("refused", "charge is disputed")
    assert desk.refundable(Order.objects.get(pk=order.pk)) == Decimal(108900)
    assert order.events.get(kind="refund_failed").detail["error"] == "charge is disputed"


def test_money_for_goods_that_are_gone_goes_back_though_the_process_dies(shop, bank):
    rare = shop.product("RZ-2", co="50000", stock=1)
    late = place(shop, basket=shop.basket(rare), expected_total=Decimal(59900))
    begin(late)
    bank.pay(payment_of(late))
    bank.charges[str(payment_of(late).idempotency_key)].state = "open"
    time_is_up(late)
    sweep_orders.func()
    shop.place(shop.basket(rare), expected_total=Decimal(59900), email="otra@correo.example")
    # Paid at the last moment, at a bank that took no notice of our cancelling.
    bank.charges[str(payment_of(late).idempotency_key)].state = "succeeded"

    confirm_payment(order=late)
    assert Refund.objects.get().state == "asked"
    # The process dies here. The job is in the database with the decision.
    bank.fail_next(Fault.KILLED_AFTER)
    work(only="commerce.gateways")

    assert status_of(late) == "cancelled"
    assert payment_of(late).state == State.REFUNDED
    books_agree(bank, late)


def test_an_order_that_cannot_be_asked_about_does_not_keep_the_others_waiting(shop, bank):
    bad = place(shop)
    begin(bad)
    good = shop.place(shop.basket(), email="b@correo.example")
    Payment.objects.filter(order=bad).update(gateway="gone")
    time_is_up(bad)
    time_is_up(good)

    # The job counts as failed, so that somebody hears of it.
    with pytest.raises(SweepIncomplete):
        sweep_orders.func()

    assert (status_of(bad), status_of(good)) == ("pending", "expired")


def test_looking_at_a_cancelled_order_opens_nothing(shop, clerk):
    order = shop.place(payment_method="cash_on_delivery")
    shop.begin(order)
    desk.cancel_order(order=order, by=clerk, reason="x")

    confirm_payment(order=order)

    assert (status_of(order), payment_of(order).state) == ("cancelled", State.CANCELLED)


def test_a_cancelled_order_whose_refund_is_still_open_is_refunded_once(shop, bank, clerk):
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    confirm_payment(order=order)
    bank.fail_next(Fault.NOT_SENT)
    desk.cancel_order(order=order, by=clerk, reason="asked for it")

    # The shopper opens the return page meanwhile.
    confirm_payment(order=order)
    days_pass()

    assert Refund.objects.count() == 1
    assert payment_of(order).state == State.REFUNDED
    books_agree(bank, order)


def test_a_notification_that_names_no_payment_stays_open(client, shop, bank):
    answer = client.post("/webhooks/fault/", "not-ours signed", "text/plain")

    assert answer.status_code == 200
    assert GatewayEvent.objects.get().handled_at is None


# --- Money that is on its way and cannot be stopped ------------------------------------------


@pytest.fixture
def under_way(shop, bank):
    """An order whose shopper ordered the money at another bank, and came back."""
    order = place(shop)
    begin(order)
    bank.send_money(payment_of(order))
    confirm_payment(order=order)
    order.refresh_from_db()
    return order


def test_goods_are_held_until_money_that_is_on_its_way_can_arrive(shop, under_way, bank):
    held = Placement.objects.get(order=under_way).held_until
    assert held - timezone.now() > timedelta(days=2, hours=23)
    assert payment_of(under_way).waits_until == held

    # It does not come: nothing waits for it any more, and the time that was given stays.
    bank.decline(payment_of(under_way))
    confirm_payment(order=under_way)
    assert payment_of(under_way).waits_until is None
    assert Placement.objects.get(order=under_way).held_until == held


def test_goods_are_never_held_for_longer_than_a_payment_is_watched(shop, under_way):
    placed = timezone.now() - timedelta(days=13)
    Order.objects.filter(pk=under_way.pk).update(date_placed=placed)

    confirm_payment(order=under_way)
    time_is_up(under_way)
    confirm_payment(order=under_way)

    assert Placement.objects.get(order=under_way).held_until == placed + WATCHED


def test_an_order_does_not_expire_before_money_that_is_on_its_way(shop, under_way, bank):
    time_is_up(under_way)
    sweep_orders.func()
    assert status_of(under_way) == "pending"
    assert shop.record().num_allocated == 1
    assert payment_of(under_way).closed_at is None

    bank.pay(payment_of(under_way))
    sweep_orders.func()
    assert status_of(under_way) == "confirmed"
    books_agree(bank, under_way)


def test_it_expires_once_that_money_did_not_come(under_way, bank):
    bank.decline(payment_of(under_way))
    time_is_up(under_way)
    sweep_orders.func()
    assert status_of(under_way) == "expired"


@pytest.mark.parametrize(
    "act",
    [
        lambda order: choose_method(order=order, gateway="other"),
        lambda order: pay_part(order=order, gateway="other", amount=Decimal(30000)),
        lambda order: release_pending(order=order, reason="replaced"),
        lambda order: release_pending(order=order, reason="cancelled"),
    ],
)
def test_nothing_takes_the_place_of_money_that_is_on_its_way(shop, under_way, act):
    with pytest.raises(PaymentUnderWay):
        act(under_way)

    assert status_of(under_way) == "pending"
    assert (payment_of(under_way).state, payment_of(under_way).closed_at) == (State.PENDING, None)
    assert shop.movements(under_way) == ["reserved"]


def test_a_changed_cart_does_not_replace_an_order_whose_money_is_on_its_way(shop, under_way):
    add_line(basket=under_way.basket, product=shop.cream, quantity=1, edition="es-co")

    with pytest.raises(PaymentUnderWay) as waiting:
        place(shop, basket=under_way.basket, expected_total=Decimal(207900))

    assert waiting.value.order == under_way
    assert Order.objects.count() == 1


def test_staff_cannot_cancel_before_that_money_came_or_not(under_way, bank, clerk):
    with pytest.raises(desk.NotPossible):
        desk.cancel_order(order=under_way, by=clerk, reason="x")
    assert status_of(under_way) == "pending"

    bank.decline(payment_of(under_way))
    desk.cancel_order(order=under_way, by=clerk, reason="x")
    assert status_of(under_way) == "cancelled"


def test_money_on_its_way_for_a_difference_goes_back_when_staff_cancel(shop, bank, clerk):
    # given a paid order that costs more since, and the difference on its way
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    confirm_payment(order=order)
    Order.objects.filter(pk=order.pk).update(total_incl_tax=order.total_incl_tax + 5000)
    order.refresh_from_db()
    pay_part(order=order, gateway="other", amount=Decimal(5000))
    begin(order)
    bank.send_money(order.payments.last())
    # when staff cancel, and the money arrives after weeks
    desk.cancel_order(order=order, by=clerk, reason="x")
    long_ago = timezone.now() - timedelta(days=20)
    Payment.objects.filter(pk=order.payments.last().pk).update(closed_at=long_ago)
    days_pass()
    bank.pay(order.payments.last())
    days_pass()
    # then all of it went back
    assert status_of(order) == "cancelled"
    books_agree(bank, order)


def messages(caplog) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]


def test_the_operator_is_told_once_of_money_that_never_arrives(shop, under_way, bank, caplog):
    # given money that should have come two weeks ago
    money_arrives()
    time_is_up(under_way)
    placed = timezone.now() - WATCHED - timedelta(hours=2)
    Order.objects.filter(pk=under_way.pk).update(date_placed=placed)
    Placement.objects.filter(order=under_way).update(held_until=placed + WATCHED)
    # when the sweeper comes by, again and again
    for _round in range(3):
        sweep_orders.func()
    # then the order waits, and somebody is told whom to ask
    assert status_of(under_way) == "pending"
    (told,) = messages(caplog)
    assert under_way.number in told and payment_of(under_way).provider_reference in told
    assert under_way.events.filter(kind="payment_stuck").count() == 1
    with pytest.raises(Warned, match=under_way.number):
        money_arrives()
    # until it came
    bank.pay(payment_of(under_way))
    sweep_orders.func()
    money_arrives()


def test_so_it_is_of_a_payment_that_was_given_up(shop, bank, clerk, caplog):
    order = place(shop)
    begin(order)
    payment = payment_of(order)
    bank.send_money(payment)
    long_ago = timezone.now() - WATCHED - timedelta(days=1)
    Payment.objects.filter(pk=payment.pk).update(closed_at=long_ago, check_at=timezone.now())
    Order.objects.filter(pk=order.pk).update(status="cancelled")

    days_pass()

    (told,) = messages(caplog)
    assert order.number in told
    with pytest.raises(Warned, match=order.number):
        money_arrives()
    bank.decline(payment)
    days_pass()
    money_arrives()


# --- Money that comes twice by one payment ---------------------------------------------------


@pytest.mark.parametrize("fault", [Fault.NONE, Fault.ANSWER_LOST, Fault.KILLED_AFTER, Fault.TWICE])
def test_what_one_payment_brings_twice_goes_back_once(shop, bank, fault):
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    confirm_payment(order=order)
    first = payment_of(order)
    bank.pay_again(first)

    confirm_payment(order=order, payment=first)
    confirm_payment(order=order, payment=first)
    bank.fail_next(fault)
    work(only="commerce.gateways")
    days_pass()

    (refund,) = Refund.objects.all()
    assert (refund.state, refund.amount) == ("done", order.total_incl_tax)
    assert refund.payment != first
    assert order.events.filter(kind="paid_twice").count() == 1
    assert payments_of(order).paid == order.total_incl_tax
    books_agree(bank, order)


# --- Every order of events, with every fault ------------------------------------------------

STEPS = st.sampled_from(
    [
        "begin",
        "another",
        "part",
        "pay",
        "pay_first",
        "pay_again",
        "send_money",
        "decline",
        "come_back",
        "notify",
        "expire",
        "cancel",
        "refund",
        "worker",
        "sweep",
    ]
)
STEP = st.tuples(STEPS, st.sampled_from(list(Fault)), st.none() | STEPS)
# How far all went well: half of the faults are in what comes after the money.
GONE_WELL = (
    "",
    "begin",
    "begin pay",
    "begin send_money",
    "begin pay come_back",
    "begin another begin",
    "part begin pay come_back begin",
    "part begin pay come_back begin pay come_back",
)


class Story:
    """One order, and what happens to it."""

    def __init__(self, shop, bank, clerk):
        self.shop, self.bank, self.clerk = shop, bank, clerk
        self.record = shop.record()
        self.in_stock = self.record.num_in_stock
        self.order = self.place()

    def place(self):
        return place(self.shop)

    def step(self, name: str, fault: Fault = Fault.NONE, meanwhile: str | None = None) -> None:
        between = (lambda: self.step(meanwhile)) if meanwhile else None
        waited_for = self.waited_for()
        self.bank.fail_next(fault, meanwhile=between)
        try:
            getattr(self, name)()
        except (Killed, GatewayUnavailable, OrderEnded, TooManyAttempts, PaymentUnderWay):
            pass
        except (desk.NotPossible, RefundRefused):
            pass
        finally:
            self.bank.fail_next(Fault.NONE)
        # No goods are given back while the money for them is on its way.
        if waited_for & self.under_way():
            assert status_of(self.order) not in ("expired", "cancelled")

    def was_paid_again(self) -> bool:
        keys = {str(payment.idempotency_key) for payment in self.order.payments.all()}
        return any(key in keys for key, _again in self.bank.besides.values())

    def under_way(self) -> set[str]:
        return {key for key, charge in self.bank.charges.items() if charge.under_way}

    def waited_for(self) -> set[str]:
        """Of which payments the order waits for money that is on its way."""
        if status_of(self.order) != "pending":
            return set()
        keys = self.order.payments.open().values_list("idempotency_key", flat=True)
        return {str(key) for key in keys} & self.under_way()

    def begin(self):
        begin(self.order)

    def another(self):
        now = payments_of(self.order).current.gateway
        choose_method(
            order=Order.objects.get(pk=self.order.pk),
            gateway="other" if now == "fault" else "fault",
        )

    def part(self):
        order = Order.objects.get(pk=self.order.pk)
        pay_part(order=order, gateway="other", amount=Decimal(30000))

    def pay(self):
        self.bank.pay(payments_of(self.order).current)

    def pay_first(self):
        """In an old tab."""
        self.bank.pay(self.order.payments.first())

    def pay_again(self):
        self.bank.pay_again(payments_of(self.order).current)

    def send_money(self):
        self.bank.send_money(payments_of(self.order).current)

    def decline(self):
        self.bank.decline(payments_of(self.order).current)

    def come_back(self):
        confirm_payment(order=self.order)

    def notify(self):
        for payment in self.order.payments.all():
            GatewayEvent.objects.create(
                gateway=payment.gateway,
                event_id=str(uuid4()),
                payment_key=payment.idempotency_key,
            )
        sweep_notifications.func()

    def expire(self):
        time_is_up(self.order)
        sweep_orders.func()

    def cancel(self):
        desk.cancel_order(
            order=Order.objects.get(pk=self.order.pk), by=self.clerk, reason="no longer wanted"
        )

    def refund(self):
        order = Order.objects.get(pk=self.order.pk)
        left = desk.refundable(order)
        if left and order.status != "pending":
            desk.refund_order(
                order=order,
                amount=min(left, Decimal(40000)),
                reason="late",
                by=self.clerk,
            )

    def worker(self):
        work(only="commerce.gateways")

    def sweep(self):
        Payment.objects.filter(check_at__isnull=False).update(check_at=timezone.now())
        sweep_payments.func()
        sweep_refunds.func()

    def stock_agrees(self):
        record = type(self.record).objects.get(pk=self.record.pk)
        status = status_of(self.order)
        gone = 1 if status in ("confirmed", "preparing", "shipped", "delivered") else 0
        held = 1 if status == "pending" else 0
        assert record.num_in_stock == self.in_stock - gone
        assert record.num_allocated == held
        # For the next story.
        type(record).objects.filter(pk=record.pk).update(
            num_in_stock=self.in_stock, num_allocated=0
        )


def tell(shop, bank, clerk, gone_well: str, steps) -> Story:
    """What happens to one order, until the provider has answered and the sweepers came by."""
    story = Story(shop, bank, clerk)
    for name in gone_well.split():
        story.step(name)
    for name, fault, meanwhile in steps:
        story.step(name, fault, meanwhile)

    # In the end the provider answers and the sweepers have come by.
    bank.deliver_late_calls()
    story.step("pay")
    story.step("pay_first")
    if story.was_paid_again():
        # The one thing that nobody asks about by themselves: its provider tells of it.
        story.step("notify")
    days_pass()
    return story


def agrees(story: Story) -> None:
    """Bank and books, stock and mails are of one mind."""
    books_agree(story.bank, story.order)
    assert not Refund.objects.filter(state__in=["asked", "sent"]).exists()
    confirmations = story.order.events.filter(kind="confirmed").count()
    assert confirmations <= 1
    mails = DBTaskResult.objects.filter(
        args_kwargs__kwargs__kind="confirmed", args_kwargs__kwargs__order_id=story.order.pk
    ).count()
    assert mails == confirmations
    story.stock_agrees()


# What went wrong once, or nearly.
@pytest.mark.parametrize(
    "gone_well, steps",
    [
        ("", [("begin", Fault.ARRIVES_LATE, None), ("expire", Fault.NONE, None)]),
        ("", [("begin", Fault.NONE, "expire"), ("pay", Fault.NONE, None)]),
        ("begin", [("cancel", Fault.ARRIVES_LATE, None)]),
        (
            "",
            [
                ("begin", Fault.ARRIVES_LATE, None),
                ("another", Fault.NONE, None),
                ("begin", Fault.NONE, None),
                ("pay_first", Fault.NONE, None),
            ],
        ),
        (
            "",
            [
                ("begin", Fault.ARRIVES_LATE, None),
                ("another", Fault.NONE, None),
                ("begin", Fault.NONE, None),
                ("pay", Fault.NONE, None),
                ("come_back", Fault.NONE, None),
                ("pay_first", Fault.NONE, None),
            ],
        ),
        (
            "part begin pay come_back begin pay come_back",
            [("refund", Fault.KILLED_AFTER, None), ("refund", Fault.NONE, "refund")],
        ),
        ("part begin pay come_back begin", [("expire", Fault.NONE, "pay")]),
        (
            "begin pay pay_again",
            [("come_back", Fault.NONE, "expire"), ("cancel", Fault.NOT_SENT, None)],
        ),
        ("begin send_money", [("expire", Fault.NONE, None), ("another", Fault.NONE, None)]),
    ],
)
def test_a_known_story_ends_with_the_books_agreeing(shop, bank, clerk, gone_well, steps):
    agrees(tell(shop, bank, clerk, gone_well, steps))


# A test for each beginning, so that processes share them.
@pytest.mark.parametrize("gone_well", GONE_WELL)
@settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(STEP, min_size=2, max_size=7))
def test_money_at_the_bank_is_money_in_our_books(shop, bank, clerk, gone_well, steps):
    agrees(tell(shop, bank, clerk, gone_well, steps))
