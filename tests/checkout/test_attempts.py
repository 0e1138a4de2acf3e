"""An order that waits is paid another way: the same order, one payment that is asked for."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.charges import kinds
from commerce.charges.kinds import ChargeKind
from commerce.gateways.base import Answer, GatewayUnavailable, Outcome
from commerce.gateways.models import DemoCharge, Payment, PaymentMethod, Refund
from commerce.gateways.of_order import payments_of
from commerce.gateways.providers.demo import DemoGateway
from commerce.orders.attempt_limit import MOST_ATTEMPTS, TooManyAttempts
from commerce.orders.attempts import MethodNotOffered, choose_method
from commerce.orders.models import Placement
from commerce.orders.releasing import release_pending
from commerce.orders.services import resendable_mails
from commerce.orders.settling import confirm_payment
from commerce.orders.tasks import _look_again, sweep_payments
from tests.providers.stripe_account import keys

from .test_journey import CO, submit, walk

Order = get_model("order", "Order")
State = Payment.State
TOTAL = Decimal(108900)


def states(order) -> list[tuple[str, str]]:
    return list(order.payments.values_list("gateway", "state"))


def bank_has(order, state) -> None:
    """The bank took no notice of what we asked for."""
    first = order.payments.first()
    DemoCharge.objects.filter(idempotency_key=first.idempotency_key).update(state=state)


def sweep() -> None:
    order_payments = Payment.objects.filter(check_at__isnull=False)
    order_payments.update(check_at=timezone.now())
    with TestCase.captureOnCommitCallbacks(execute=True):
        sweep_payments.func()


@pytest.fixture
def begun(shop):
    order = shop.place()
    shop.begin(order)
    return order


@pytest.fixture
def by_transfer(shop, begun):
    """Begun at the demo bank, and then to be paid by transfer."""
    choose_method(order=begun, gateway="transfer")
    shop.begin(begun)
    return begun


def test_another_method_is_another_payment_of_the_same_order(shop, begun):
    PaymentMethod.objects.filter(gateway="transfer").update(hold_minutes=60 * 48)

    choose_method(order=begun, gateway="transfer")
    shop.begin(begun)

    begun.refresh_from_db()
    assert begun.status == "pending"
    assert states(begun) == [("demo", State.CANCELLED), ("transfer", State.PENDING)]
    assert DemoCharge.objects.get().state == DemoCharge.State.CANCELLED
    payments = payments_of(begun)
    assert payments.current.gateway == begun.placement.payment_method == "transfer"
    assert (payments.amount, payments.owed) == (TOTAL, TOTAL)
    # The goods wait as long as a transfer takes, from when the order was placed.
    assert begun.placement.held_until == begun.date_placed + timedelta(hours=48)
    assert shop.movements(begun) == ["reserved"]


def test_what_was_paid_already_confirms_instead(shop, begun):
    shop.bank_says(begun, DemoCharge.State.PAID)

    choose_method(order=begun, gateway="transfer")

    begun.refresh_from_db()
    assert begun.status == "confirmed"
    assert states(begun) == [("demo", State.SUCCEEDED)]


def test_one_that_was_never_begun_is_given_up_without_asking(shop):
    order = shop.place()

    choose_method(order=order, gateway="cash_on_delivery")
    shop.begin(order)

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert states(order) == [("demo", State.CANCELLED), ("cash_on_delivery", State.DUE)]
    assert not DemoCharge.objects.exists()
    assert order.payments.first().check_at is None


def test_the_same_method_goes_on_with_the_same_payment(shop, begun):
    shop.bank_says(begun, DemoCharge.State.DECLINED)
    confirm_payment(order=begun)

    choose_method(order=begun, gateway="demo")

    assert states(begun) == [("demo", State.FAILED)]


def test_money_of_a_payment_that_was_given_up_confirms_while_nothing_else_came(by_transfer):
    bank_has(by_transfer, DemoCharge.State.PAID)

    sweep()

    by_transfer.refresh_from_db()
    assert by_transfer.status == "confirmed"
    assert states(by_transfer) == [("demo", State.SUCCEEDED), ("transfer", State.CANCELLED)]
    assert payments_of(by_transfer).current.gateway == "demo"
    assert payments_of(by_transfer).amount == TOTAL
    assert not Refund.objects.exists()


def test_money_that_comes_twice_goes_back_once(shop, begun):
    choose_method(order=begun, gateway="cash_on_delivery")
    shop.begin(begun)
    bank_has(begun, DemoCharge.State.PAID)

    sweep()
    sweep()

    begun.refresh_from_db()
    assert begun.status == "confirmed"
    assert DemoCharge.objects.get().refunded == Refund.objects.get().amount == TOTAL
    assert states(begun) == [("demo", State.REFUNDED), ("cash_on_delivery", State.DUE)]
    assert begun.events.filter(kind="paid_twice").count() == 1
    # What the order comes to, and how it is told, is as if it had never come.
    payments = payments_of(begun)
    assert (payments.amount, payments.due, payments.refunded) == (TOTAL, TOTAL, 0)
    assert payments.state == State.DUE


def test_the_order_is_released_with_all_its_payments(by_transfer):
    assert release_pending(order=by_transfer)

    by_transfer.refresh_from_db()
    assert by_transfer.status == "expired"
    assert not by_transfer.payments.open().exists()
    assert all(payment.closed_at for payment in by_transfer.payments.all())


def test_what_costs_something_else_is_no_other_way_to_pay(shop, begun):
    PaymentMethod.objects.filter(gateway="cash_on_delivery").update(fee=5000)
    PaymentMethod.objects.filter(gateway="transfer").update(is_active=False)

    for gateway in ("cash_on_delivery", "transfer", "stripe"):
        with pytest.raises(MethodNotOffered):
            choose_method(order=begun, gateway=gateway)

    assert states(begun) == [("demo", State.PENDING)]


def test_changing_to_and_fro_holds_the_goods_for_no_longer(shop, begun):
    until = Placement.objects.get(order=begun).held_until

    for gateway in ("transfer", "demo", "transfer"):
        choose_method(order=begun, gateway=gateway)

    assert Placement.objects.get(order=begun).held_until == until
    assert begun.payments.count() == 4


def test_no_order_is_tried_without_end(shop, begun):
    for time in range(MOST_ATTEMPTS):
        if time:
            shop.begin(begun)
        shop.bank_says(begun, DemoCharge.State.DECLINED)
        confirm_payment(order=begun)

    with pytest.raises(TooManyAttempts):
        shop.begin(begun)
    assert states(begun) == [("demo", State.CANCELLED)]
    # Nobody pays in a tab that is still open, either.
    assert DemoCharge.objects.get().state == DemoCharge.State.CANCELLED

    # A transfer is seen by a person: no card is tried by it, and none after it.
    choose_method(order=begun, gateway="transfer")
    with pytest.raises(TooManyAttempts):
        choose_method(order=begun, gateway="demo")
    assert states(begun) == [("demo", State.CANCELLED), ("transfer", State.CREATED)]


def test_the_sweeper_leaves_alone_what_is_held_for_longer_meanwhile(shop, begun):
    # given an order whose time was over when the sweeper read it
    PaymentMethod.objects.filter(gateway="transfer").update(hold_minutes=60 * 72)
    Placement.objects.filter(order=begun).update(held_until=timezone.now() - timedelta(seconds=1))
    read = Placement.objects.select_related("order").get(order=begun)
    # when the shopper chooses a way to pay that takes longer, before its turn
    choose_method(order=begun, gateway="transfer")
    shop.begin(begun)
    _look_again(read)
    # then it waits for that
    begun.refresh_from_db()
    assert begun.status == "pending"
    assert states(begun) == [("demo", State.CANCELLED), ("transfer", State.PENDING)]


def test_one_that_its_provider_stopped_is_begun_as_another(shop, begun, monkeypatch):
    # given a provider that stopped the payment, and whose answer was lost
    def lost(gateway, payment):
        really(gateway, payment)
        raise GatewayUnavailable

    really = DemoGateway.cancel
    monkeypatch.setattr(DemoGateway, "cancel", lost)
    with pytest.raises(GatewayUnavailable):
        choose_method(order=begun, gateway="transfer")
    monkeypatch.setattr(DemoGateway, "cancel", really)
    # when the shopper stays with the card
    assert shop.begin(begun).kind == "redirect"
    # then there is a charge that can be paid
    assert states(begun) == [("demo", State.CANCELLED), ("demo", State.PENDING)]
    last = begun.payments.last()
    DemoCharge.objects.filter(idempotency_key=last.idempotency_key).update(state="paid")
    assert confirm_payment(order=begun) == "confirmed"


def test_who_does_not_come_back_from_the_bank_tries_no_more_often(shop, begun):
    with pytest.raises(TooManyAttempts):
        for _turn in range(2 * MOST_ATTEMPTS):
            shop.bank_says(begun, "declined")
            shop.begin(begun)
    assert begun.events.filter(kind="payment_declined").count() == MOST_ATTEMPTS


def test_an_order_that_replaces_another_begins_with_its_attempts(shop, shopper):
    # given an order whose card was declined often
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    first = Order.objects.get()
    for _turn in range(MOST_ATTEMPTS - 1):
        shop.bank_says(first, "declined")
        confirm_payment(order=first)
        shopper.at(f"checkout/pay/{first.number}/", {})
    # when it is ordered anew, with another word in the notes
    shopper.at("checkout/address/", CO | {"notes": "Portería"})
    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "demo"})
    submit(shopper, shopper.at("checkout/review/"))
    second = Order.objects.exclude(pk=first.pk).get()
    bank_has(second, "declined")
    confirm_payment(order=second)
    # then no more cards are tried, and a transfer can be chosen
    with pytest.raises(TooManyAttempts):
        shop.begin(second)
    choose_method(order=second, gateway="transfer")
    assert payments_of(second).open.gateway == "transfer"


def test_an_order_with_a_fee_in_its_price_is_paid_in_no_other_way(shop, begun):
    PaymentMethod.objects.filter(gateway="cash_on_delivery").update(fee=5000)
    begun.payments.update(gateway="cash_on_delivery")
    begun.surcharges.create(name="Fee", code="cash_on_delivery", incl_tax=5000, excl_tax=5000)

    with pytest.raises(MethodNotOffered):
        choose_method(order=begun, gateway="transfer")


def test_the_database_has_one_open_payment_for_an_order(begun):
    with pytest.raises(IntegrityError), transaction.atomic():
        Payment.objects.create(order=begun, gateway="transfer", amount=1, currency="COP")


# --- On the page ----------------------------------------------------------------------------


def test_a_shopper_pays_another_way(shop, shopper):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    order = Order.objects.get()
    page = shopper.at(f"orders/{order.number}/").content.decode()
    assert f"checkout/pay/{order.number}/method/" in page

    choices = shopper.at(f"checkout/pay/{order.number}/method/").content.decode()
    assert 'value="transfer"' in choices and 'value="demo"' not in choices
    assert "/es-co/checkout/methods/" not in choices
    assert "$108.900" in choices
    nothing = shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "demo"})
    answer = shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "cash_on_delivery"})

    assert nothing.status_code == 200 and "form-errors" in nothing.content.decode()
    assert answer.url == f"/es-co/orders/{order.number}/"
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert Order.objects.count() == 1


def test_a_shopper_whose_card_is_declined_pays_another_way(shop, shopper):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    order = Order.objects.get()
    charge = DemoCharge.objects.get()
    DemoCharge.objects.update(state=DemoCharge.State.DECLINED)
    shopper.get(charge.return_url.removeprefix("http://testserver"))
    page = shopper.at(f"orders/{order.number}/").content.decode()
    assert "fue rechazado" in page and f"checkout/pay/{order.number}/method/" in page

    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "transfer"})

    order.refresh_from_db()
    assert (order.status, Order.objects.count()) == ("pending", 1)
    assert states(order) == [("demo", State.CANCELLED), ("transfer", State.PENDING)]
    page = shopper.at(f"orders/{order.number}/").content.decode()
    assert "fue rechazado" not in page


def test_a_shopper_whose_payment_cannot_be_stopped_is_told_to_wait(shop, shopper, monkeypatch):
    # given a payment whose money is on its way
    until = timezone.now() + timedelta(days=3)
    under_way = Answer(Outcome.OPEN, waits_until=until)
    monkeypatch.setattr(DemoGateway, "cancel", lambda gateway, payment: under_way)
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    order = Order.objects.get()
    # when they choose another method, on its page and by ordering anew
    elsewhere = shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "transfer"})
    told = shopper.at(f"orders/{order.number}/").content.decode()
    shopper.at("checkout/address/", CO | {"notes": "Portería"})
    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "demo"})
    anew = submit(shopper, shopper.at("checkout/review/"))
    # then nothing changed, and they read why
    assert elsewhere.url == anew.url == f"/es-co/orders/{order.number}/"
    assert "no vuelvas a pagar" in told
    assert "Estamos esperando tu pago" in told
    assert states(order) == [("demo", State.PENDING)]
    assert Order.objects.count() == 1


def test_a_method_with_a_fee_is_chosen_where_the_total_is_seen(shop, shopper):
    PaymentMethod.objects.filter(gateway="cash_on_delivery").update(fee=5000)
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    order = Order.objects.get()

    page = shopper.at(f"checkout/pay/{order.number}/method/").content.decode()

    assert 'value="cash_on_delivery"' not in page
    assert "/es-co/checkout/methods/" in page


def test_a_shopper_who_tried_too_often_is_told(shop, shopper, monkeypatch, settings):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    order = Order.objects.get()
    PaymentMethod.objects.create(market="co", gateway="stripe")
    settings.GATEWAY_CREDENTIALS = keys("http://127.0.0.1:1")
    shop.bank_says(order, "declined")
    monkeypatch.setattr("commerce.orders.attempt_limit.MOST_ATTEMPTS", 1)

    on_its_page = shopper.at(f"checkout/pay/{order.number}/", {})
    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "stripe"})
    in_the_checkout = submit(shopper, shopper.at("checkout/review/"))

    assert on_its_page.url == in_the_checkout.url == f"/es-co/orders/{order.number}/"
    page = shopper.at(f"orders/{order.number}/").content.decode()
    assert page.count("Demasiados intentos") == 1
    assert f'action="/es-co/checkout/pay/{order.number}/"' not in page
    # What a person sees come can still be chosen, and nothing else is offered.
    choices = shopper.at(f"checkout/pay/{order.number}/method/").content.decode()
    assert 'value="transfer"' in choices and 'value="stripe"' not in choices
    assert states(order) == [("demo", State.CANCELLED)]


def test_another_method_in_the_checkout_keeps_the_number(shop, shopper):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    number = Order.objects.get().number

    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "cash_on_delivery"})
    answer = submit(shopper, shopper.at("checkout/review/"))

    order = Order.objects.get()
    assert (order.number, order.status) == (number, "confirmed")
    assert answer.url == f"/es-co/orders/{number}/"
    assert shop.record().num_in_stock == 4


def test_back_from_a_bank_that_was_left_for_another_way(shop, shopper):
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "demo"))
    order = Order.objects.get()
    charge = DemoCharge.objects.get()
    choose_method(order=order, gateway="transfer")
    bank_has(order, DemoCharge.State.PAID)

    # Their old tab comes back with the key of the payment that it went for.
    shopper.get(charge.return_url.removeprefix("http://testserver"))

    order.refresh_from_db()
    assert order.status == "confirmed"


def test_nobody_else_changes_how_an_order_is_paid(shop, shopper, begun):
    address = f"checkout/pay/{begun.number}/method/"
    assert shopper.at(address).status_code == 404
    assert shopper.at(address, {"payment": "transfer"}).status_code == 404
    assert states(begun) == [("demo", State.PENDING)]


def test_after_a_transfer_nothing_is_said_of_a_cart_that_is_empty(shop, shopper):
    # given an order by transfer, which closes the cart, and a card with a fee beside it
    PaymentMethod.objects.filter(gateway="cash_on_delivery").update(fee=5000)
    shopper.add(shop.cream)
    submit(shopper, walk(shopper, CO, "transfer"))
    order = Order.objects.get()
    # then what would need the cart is not offered
    page = shopper.at(f"checkout/pay/{order.number}/method/").content.decode()
    assert "/es-co/checkout/methods/" not in page
    # and a declined card promises no cart, and no mail about transfers is left to send
    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "demo"})
    DemoCharge.objects.update(state="declined")
    confirm_payment(order=order)
    page = shopper.at(f"orders/{order.number}/").content.decode()
    assert "No se cobró nada" in page and "tu carrito sigue igual" not in page
    assert resendable_mails(Order.objects.get()) == ()


def test_where_a_charge_hangs_on_the_way_to_pay_the_order_is_placed_anew(shop, begun, monkeypatch):
    class CardFee(ChargeKind):
        code, name, depends_on_payment = "card_fee", "Card fee", True

        def price(self, order):
            return Decimal(3000) if order.payment == "demo" else None

    monkeypatch.setitem(kinds._kinds, "card_fee", CardFee())
    with pytest.raises(MethodNotOffered):
        choose_method(order=begun, gateway="transfer")
