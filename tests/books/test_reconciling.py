"""What differs between a provider's books and ours is found, once, and settled when it agrees."""

from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.core.loading import get_model

from background.health import Warned
from commerce.books import ways
from commerce.books.health import books_are_compared
from commerce.books.models import BooksRead, Difference
from commerce.books.reconciling import reconcile
from commerce.books.tasks import reconcile_books
from commerce.gateways import refunds
from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.models import DemoCharge, Payment, Refund
from commerce.gateways.registry import all_gateways
from commerce.orders import services as desk
from commerce.orders.settling import confirm_payment
from tests.checkout.fault_bank import Fault
from tests.checkout.test_money import (
    GONE_WELL,
    STEP,
    begin,
    days_pass,
    payment_of,
    place,
    status_of,
    tell,
    time_is_up,
)
from tests.staff import make_staff

from .conftest import a_night, kinds

Order = get_model("order", "Order")
Kind, Settled = Difference.Kind, Difference.Settled


@pytest.fixture
def paid(shop, bank):
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    confirm_payment(order=order)
    return order


@pytest.fixture
def paid_unheard(shop, bank):
    """Paid at the bank, and nobody told us."""
    order = place(shop)
    begin(order)
    bank.pay(payment_of(order))
    return order


def charge_of(bank, order):
    return bank.charges[str(payment_of(order).idempotency_key)]


# --- A healthy day ----------------------------------------------------------------------------


def test_on_a_healthy_day_there_is_nothing(shop, bank, paid, clerk):
    place(shop, email="b@correo.example")
    desk.refund_order(order=paid, amount=Decimal(9900), reason="late", by=clerk)
    desk.refund_order(order=paid, amount=Decimal(10000), reason="late", by=clerk)

    assert a_night(bank) == []
    assert BooksRead.objects.get().done_until


def test_what_moved_a_moment_ago_may_be_on_its_way(bank, paid_unheard):
    bank.moves("payment", "x-1", Decimal(5000), at=timezone.now())

    assert kinds(a_night(bank)) == [Kind.NOT_COUNTED]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(gone_well=st.sampled_from(GONE_WELL), steps=st.lists(STEP, min_size=2, max_size=6))
def test_whatever_broke_on_the_way_nothing_differs_in_the_end(shop, bank, clerk, gone_well, steps):
    story = tell(shop, bank, clerk, gone_well, steps)
    # The ledger is one for both ways to pay; it is read as one gateway's.
    Payment.objects.filter(gateway="other").update(gateway="fault")

    assert a_night(bank) == []
    story.stock_agrees()


# --- What is planted is found -----------------------------------------------------------------


def an_unheard_payment(shop, bank, paid, clerk):
    order = place(shop, email="b@correo.example")
    begin(order)
    bank.pay(payment_of(order))


def money_of_nobody(shop, bank, paid, clerk):
    bank.moves("payment", "x-1", Decimal(5000), payment_key="an order of another shop")


def a_second_charge(shop, bank, paid, clerk):
    payment = payment_of(paid)
    bank.moves("payment", "x-2", payment.amount, payment_key=str(payment.idempotency_key))


def a_payment_that_is_not_there(shop, bank, paid, clerk):
    bank.charges.clear()


def less_money(shop, bank, paid, clerk):
    charge_of(bank, paid).amount = Decimal(100)


def another_currency(shop, bank, paid, clerk):
    Payment.objects.update(currency="USD")


def a_refund_of_theirs(shop, bank, paid, clerk):
    charge_of(bank, paid).refunds["by hand"] = Decimal(1000)


def a_refund_that_is_not_there(shop, bank, paid, clerk):
    desk.refund_order(order=paid, amount=Decimal(9900), reason="x", by=clerk)
    charge_of(bank, paid).refunds.clear()


def a_refund_that_we_hold_for_refused(shop, bank, paid, clerk):
    desk.refund_order(order=paid, amount=Decimal(9900), reason="x", by=clerk)
    Refund.objects.update(state=Refund.State.REFUSED)
    Payment.objects.update(refunded=0)


def a_dispute(shop, bank, paid, clerk):
    bank.moves(
        "dispute", "dp-1", Decimal(108900), payment_reference=charge_of(bank, paid).reference
    )


PLANTED = {
    an_unheard_payment: Kind.NOT_COUNTED,
    money_of_nobody: Kind.UNKNOWN_PAYMENT,
    a_second_charge: Kind.PAID_TWICE,
    a_payment_that_is_not_there: Kind.NOT_THERE,
    less_money: Kind.OTHER_AMOUNT,
    another_currency: Kind.OTHER_AMOUNT,
    a_refund_of_theirs: Kind.UNKNOWN_REFUND,
    a_refund_that_is_not_there: Kind.REFUND_NOT_THERE,
    a_refund_that_we_hold_for_refused: Kind.REFUND_NOT_COUNTED,
    a_dispute: Kind.DISPUTE,
}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_each_difference_is_found_and_found_once(shop, bank, paid, clerk, plant):
    plant(shop, bank, paid, clerk)

    assert kinds(a_night(bank)) == [PLANTED[plant]]
    assert kinds(a_night(bank)) == [PLANTED[plant]]
    assert Difference.objects.count() == 1


def test_it_names_the_order_that_is_known(bank, paid):
    a_dispute(None, bank, paid, None)

    assert a_night(bank)[0].order == paid


def test_a_payment_that_came_before_the_books_that_are_read_is_no_difference(bank, paid):
    hidden = bank.charges
    bank.movements = lambda **window: iter(())
    try:
        assert a_night(bank) == []
    finally:
        del bank.movements
    assert hidden


# --- A second charge --------------------------------------------------------------------------


@pytest.mark.parametrize("amount", [108900, 5000])
def test_a_second_charge_is_one_also_long_after_the_first(shop, bank, paid, amount):
    bank._own = list
    key = str(payment_of(paid).idempotency_key)
    bank.moves("payment", "x-2", Decimal(amount), payment_key=key)

    [row] = a_night(bank)

    assert (row.kind, row.order, row.ours) == (Kind.PAID_TWICE, paid, None)
    assert kinds(a_night(bank)) == [Kind.PAID_TWICE]


def test_the_second_charge_is_the_one_that_the_order_does_not_count(shop, bank, paid):
    a_second_charge(shop, bank, paid, None)
    in_order = bank.movements
    bank.movements = lambda **window: reversed([*in_order(**window)])

    assert [(one.kind, one.reference) for one in a_night(bank)] == [(Kind.PAID_TWICE, "x-2")]


def test_a_second_charge_that_the_shop_finds_by_itself_is_settled(bank, paid):
    bank.pay_again(payment_of(paid))
    assert kinds(a_night(bank)) == [Kind.PAID_TWICE]

    confirm_payment(order=paid)
    days_pass()

    assert Payment.objects.count() == 2
    assert a_night(bank) == []
    assert Difference.objects.get().settled_how == Settled.AGREE


@pytest.mark.parametrize("kind", ["refund", "dispute"])
def test_what_is_of_a_second_charge_is_not_told_as_of_the_first(bank, paid, clerk, kind):
    payment = payment_of(paid)
    about = {"payment_reference": "x-2", "payment_key": str(payment.idempotency_key)}
    bank.moves(kind, "m-1", Decimal(9900), **about)

    [row] = a_night(bank)

    assert (row.order, row.ours, row.is_besides) == (paid, None, True)
    assert not ways.can_write_down_refund(row)
    with pytest.raises(desk.NotPossible):
        ways.write_down_refund(difference=row, by=clerk)


# --- A refund of ours and where it stands in their books --------------------------------------


def is_given_back(bank, paid, clerk, amount=9900) -> Refund:
    desk.refund_order(order=paid, amount=Decimal(amount), reason="x", by=clerk)
    return Refund.objects.latest("pk")


def given_back_by_hand(bank, paid, reference="by hand", **about):
    charge = charge_of(bank, paid)
    bank.moves("refund", reference, Decimal(9900), payment_reference=charge.reference, **about)


def test_a_refund_that_was_written_down_long_after_it_was_made_is_there(bank, paid, clerk):
    given_back_by_hand(bank, paid, at=timezone.now() - timedelta(days=20))
    [row] = a_night(bank)
    ways.write_down_refund(difference=row, by=clerk)
    BooksRead.objects.update(done_until=timezone.now() - timedelta(days=2))

    assert a_night(bank) == []


def test_a_refund_that_the_bank_writes_down_days_later_is_not_missing_before(bank, paid, clerk):
    is_given_back(bank, paid, clerk)
    charge_of(bank, paid).refunds.clear()

    assert a_night(bank, refunded_ago=timedelta(days=2)) == []
    assert kinds(a_night(bank, refunded_ago=timedelta(days=3))) == [Kind.REFUND_NOT_THERE]


def test_a_refund_that_has_another_name_in_their_books_is_the_same(bank, paid, clerk):
    is_given_back(bank, paid, clerk)
    charge_of(bank, paid).refunds.clear()
    given_back_by_hand(bank, paid)

    assert a_night(bank) == []
    for days in range(5):
        assert a_night(bank, refunded_ago=timedelta(days=days, hours=3)) == []
    assert not Difference.objects.exists()


def test_a_missing_refund_that_was_issued_by_hand_is_there_and_is_no_second_one(bank, paid, clerk):
    is_given_back(bank, paid, clerk)
    charge_of(bank, paid).refunds.clear()
    assert kinds(a_night(bank)) == [Kind.REFUND_NOT_THERE]
    given_back_by_hand(bank, paid)

    assert a_night(bank) == []
    assert a_night(bank, refunded_ago=timedelta(days=9)) == []
    given_back_by_hand(bank, paid, "once more")
    assert kinds(a_night(bank, refunded_ago=timedelta(days=9))) == [Kind.UNKNOWN_REFUND]


def test_a_refund_of_theirs_beside_one_of_ours_is_told(bank, paid, clerk):
    is_given_back(bank, paid, clerk)
    given_back_by_hand(bank, paid)

    assert kinds(a_night(bank)) == [Kind.UNKNOWN_REFUND]


# --- Settled ----------------------------------------------------------------------------------


def test_what_agrees_by_itself_is_settled_by_itself(bank, paid_unheard):
    a_night(bank)
    confirm_payment(order=paid_unheard)

    assert a_night(bank) == []
    row = Difference.objects.get()
    assert (row.settled_how, row.settled_by) == (Settled.AGREE, None)


def test_what_differs_again_is_open_again(bank, paid):
    charge_of(bank, paid).amount = Decimal(100)
    a_night(bank)
    charge_of(bank, paid).amount = payment_of(paid).amount
    assert a_night(bank) == []
    charge_of(bank, paid).amount = Decimal(100)

    assert kinds(a_night(bank)) == [Kind.OTHER_AMOUNT]
    assert Difference.objects.count() == 1


def test_asking_again_confirms_the_order(bank, paid_unheard, clerk):
    [row] = a_night(bank)

    assert ways.ask_again(difference=row, by=clerk)

    assert status_of(paid_unheard) == "confirmed"
    row.refresh_from_db()
    assert (row.settled_how, row.settled_by) == (Settled.AGREE, clerk)


def test_asking_again_gives_money_back_that_its_order_cannot_use(shop, bank, clerk):
    order = place(shop)
    begin(order)
    time_is_up(order)
    bank.fail_next(Fault.NONE, meanwhile=None)
    desk.cancel_order(order=order, by=clerk, reason="x")
    charge_of(bank, order).state = "succeeded"
    [row] = a_night(bank)

    ways.ask_again(difference=row, by=clerk)
    days_pass()

    assert Refund.objects.get().state == Refund.State.DONE
    assert a_night(bank) == []


def test_a_bank_that_does_not_answer_settles_nothing(bank, paid_unheard, clerk):
    [row] = a_night(bank)
    bank.fail_next(Fault.NOT_SENT)

    with pytest.raises(GatewayUnavailable):
        ways.ask_again(difference=row, by=clerk)

    assert Difference.objects.open().exists()


def test_a_refund_that_was_refused_and_made_all_the_same_is_counted_once(bank, paid, clerk):
    a_refund_that_we_hold_for_refused(None, bank, paid, clerk)
    [row] = a_night(bank)

    assert ways.ask_again(difference=row, by=clerk)

    assert Refund.objects.get().state == Refund.State.DONE
    assert payment_of(paid).refunded == Decimal(9900)
    assert charge_of(bank, paid).kept == Decimal(99000)
    assert a_night(bank) == []


def test_a_refund_made_at_the_bank_can_be_written_down(bank, paid, clerk):
    a_refund_of_theirs(None, bank, paid, None)
    [row] = a_night(bank)

    ways.write_down_refund(difference=row, by=clerk)

    refund = Refund.objects.get()
    assert (refund.state, refund.provider_reference, refund.by) == ("done", "re-by hand", clerk)
    assert payment_of(paid).refunded == Decimal(1000)
    assert Order.objects.get(pk=paid.pk).events.filter(kind="refunded").count() == 1
    assert a_night(bank) == []
    with pytest.raises(desk.NotPossible):
        ways.write_down_refund(difference=row, by=clerk)


def test_a_refund_that_may_be_one_of_ours_on_its_way_is_not_written_down(bank, paid, clerk):
    given_back_by_hand(bank, paid)
    [row] = a_night(bank)
    bank.fail_next(Fault.ANSWER_LOST)
    desk.refund_order(order=paid, amount=Decimal(9900), reason="x", by=clerk)
    ours = Refund.objects.get()
    assert ours.is_open

    row.refresh_from_db()
    assert not ways.can_write_down_refund(row)
    with override("en"), pytest.raises(desk.NotPossible, match="on its way"):
        ways.write_down_refund(difference=row, by=clerk)
    # Whatever the screen knew.
    with pytest.raises(refunds.RefundUnderWay):
        refunds.write_down(
            payment=payment_of(paid), amount=row.amount, reference="x", reason="x", by=clerk
        )
    assert (Refund.objects.get(), payment_of(paid).refunded) == (ours, Decimal(9900))

    Refund.objects.update(amount=Decimal(5000))
    assert ways.can_write_down_refund(row)


def test_what_is_known_is_not_asked_about_again(bank, paid, clerk):
    a_dispute(None, bank, paid, None)
    [row] = a_night(bank)

    ways.note_as_known(difference=row, reason="answered at the bank", by=clerk)

    assert a_night(bank) == []
    row.refresh_from_db()
    assert (row.settled_how, row.note) == (Settled.KNOWN, "answered at the bank")
    with pytest.raises(desk.NotPossible):
        ways.note_as_known(difference=row, reason="again", by=clerk)


@pytest.mark.parametrize("plant", [money_of_nobody, a_second_charge])
def test_money_that_went_back_at_the_bank_is_settled_with_its_refund(bank, paid, plant):
    plant(None, bank, paid, None)
    [row] = a_night(bank)
    bank.moves("refund", "re-x", row.amount, payment_reference=row.reference)

    assert a_night(bank) == []
    assert a_night(bank) == []
    assert {one.settled_how for one in Difference.objects.all()} == {Settled.WENT_BACK}


def test_only_who_may_settles(bank, paid_unheard):
    [row] = a_night(bank)
    reader = make_staff(None, "books.view_difference", "order.change_order")

    for act in (
        lambda: ways.ask_again(difference=row, by=reader),
        lambda: ways.write_down_refund(difference=row, by=reader),
        lambda: ways.note_as_known(difference=row, reason="x", by=reader),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_who_may_not_change_orders_notes_and_acts_on_none(bank, paid_unheard, clerk):
    [row] = a_night(bank)
    bookkeeper = make_staff(None, "books.change_difference")
    assert ways.may_read(bookkeeper) and not ways.may_act(bookkeeper)

    for act in (ways.ask_again, ways.write_down_refund):
        with pytest.raises(PermissionDenied):
            act(difference=row, by=bookkeeper)
    assert status_of(paid_unheard) == "pending"
    ways.note_as_known(difference=row, reason="x", by=bookkeeper)


def test_asking_again_changes_no_amount_and_is_not_offered(bank, paid, clerk):
    less_money(None, bank, paid, clerk)
    [row] = a_night(bank)

    assert not ways.can_ask_again(row)
    with pytest.raises(desk.NotPossible):
        ways.ask_again(difference=row, by=clerk)


# --- Every night ------------------------------------------------------------------------------


def test_a_bank_that_is_away_is_read_from_where_it_was_left(bank, paid_unheard):
    reconcile(bank)
    done = BooksRead.objects.get().done_until
    bank.fail_next(Fault.NOT_SENT)

    with pytest.raises(GatewayUnavailable):
        reconcile(bank)

    assert BooksRead.objects.get().done_until == done


def test_the_demo_bank_has_books_that_agree(shop, clerk):
    order = shop.place()
    shop.begin(order)
    shop.bank_says(order, DemoCharge.State.PAID)
    confirm_payment(order=order)
    desk.refund_order(order=order, amount=Decimal(9900), reason="late", by=clerk)
    demo = all_gateways()["demo"]

    assert a_night(demo) == []
    [paid, back] = demo.movements(
        since=timezone.now() - timedelta(days=1), until=timezone.now() + timedelta(hours=1)
    )
    assert (paid.amount, back.amount) == (order.total_incl_tax, Decimal(9900))


def test_health_warns_when_no_night_came(bank, paid):
    books_are_compared()
    Payment.objects.update(created_at=timezone.now() - timedelta(days=2))
    with pytest.raises(Warned, match="fault"):
        books_are_compared()

    reconcile_books.func()
    books_are_compared()


def test_it_can_be_compared_by_hand(bank, paid_unheard):
    Payment.objects.update(updated_at=timezone.now() - timedelta(hours=2))
    out = StringIO()

    call_command("reconcile", stdout=out)

    assert "fault: 1 differences" in out.getvalue()
    assert "demo: no differences" in out.getvalue()
    with pytest.raises(CommandError, match="No books"):
        call_command("reconcile", "transfer", stdout=out)
