"""The whole way through the shop, with a provider that the shopper goes to and comes back from."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.test import Client, TestCase
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.gateways.base import Answer, Outcome
from commerce.gateways.models import Payment, PaymentMethod, Refund
from commerce.gateways.registry import all_gateways
from commerce.orders.models import Placement
from commerce.orders.settling import settle
from commerce.orders.tasks import sweep_notifications, sweep_orders, sweep_payments
from tests.gateways.mercadopago_account import Payer, account
from tests.providers.server import Fault

from .test_journey import CO, submit, walk

Order = get_model("order", "Order")
State = Payment.State


@pytest.fixture
def provider(shop, settings):
    """Mercado Pago on this machine, among the ways to pay."""
    PaymentMethod.objects.create(market="co", gateway="mercadopago")
    with account(settings) as server:
        yield server


@pytest.fixture
def payer(shop, shopper, provider) -> Payer:
    """The shopper, sent to the provider's page with a cream of $ 99.000 in the cart."""
    shopper.add(shop.cream)
    answer = submit(shopper, walk(shopper, CO, "mercadopago"))
    assert answer.status_code == 302 and answer.url.startswith(provider.url)
    return Payer(provider, answer.url)


@pytest.fixture
def order(payer):
    return Order.objects.get()


def come_back(shopper, page) -> str:
    """By the link on the provider's page; what the order's page says then."""
    back = unescape(re.search(r'href="(http://testserver[^"]*)"', page.text)[1])
    assert shopper.at(back).status_code == 302
    return order_page(shopper)


def order_page(shopper) -> str:
    return shopper.at(f"orders/{Order.objects.get().number}/").content.decode()


def deliver(letters) -> list[int]:
    """Notifications, as they arrive from the provider."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        return [
            Client()
            .post(
                f"/webhooks/mercadopago/?{one.query}",
                one.body,
                content_type="application/json",
                headers={name: one.headers[name] for name in ("x-signature", "x-request-id")},
            )
            .status_code
            for one in letters
        ]


def sweep() -> None:
    Payment.objects.filter(check_at__isnull=False).update(check_at=timezone.now())
    with TestCase.captureOnCommitCallbacks(execute=True):
        for task in (sweep_orders, sweep_payments, sweep_notifications):
            task.func()


def time_passes(order, provider, passed: timedelta) -> None:
    """In the shop and at the provider."""
    placement = Placement.objects.get(order=order)
    placement.held_until -= passed
    placement.save(update_fields=["held_until"])
    Order.objects.filter(pk=order.pk).update(date_placed=order.date_placed - passed)
    provider.ahead += passed


def is_settled_once(order, shop, mailoutbox) -> None:
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert order.events.filter(kind="confirmed").count() == 1
    assert len([mail for mail in mailoutbox if order.number in mail.subject]) == 1
    assert shop.movements(order) == ["reserved", "sold"]


def test_paid_and_back(shop, shopper, payer, order, provider, mailoutbox):
    page = come_back(shopper, payer.by_card())

    assert "Gracias" in page
    is_settled_once(order, shop, mailoutbox)
    # What is notified afterwards, twice and out of order, changes nothing.
    assert deliver([*reversed(provider.told), *provider.told]) == [200] * 4
    sweep()
    is_settled_once(order, shop, mailoutbox)


def test_notified_before_the_shopper_is_back(shop, shopper, payer, order, provider, mailoutbox):
    page = payer.by_card()
    assert deliver(provider.told) == [200, 200]
    is_settled_once(order, shop, mailoutbox)

    assert "Gracias" in come_back(shopper, page)
    is_settled_once(order, shop, mailoutbox)


def test_left_and_paid_later_without_a_word_from_anybody(shop, shopper, payer, order, mailoutbox):
    # given a shopper who went back without paying
    page = come_back(shopper, payer.opens())
    assert f"checkout/pay/{order.number}/" in page and "esperando tu pago" not in page
    # when they pay in the tab that is still open, and no notification ever comes
    payer.by_card()
    sweep()
    # then the sweeper sees it
    is_settled_once(order, shop, mailoutbox)


def test_a_voucher_that_is_paid_after_two_days(shop, shopper, payer, order, provider, mailoutbox):
    # given goods that are held for an hour
    assert Placement.objects.get(order=order).held_until - timezone.now() < timedelta(hours=2)
    # when the shopper takes a voucher to the counter in two days
    number = payer.prints_voucher()
    come_back(shopper, payer.sees_voucher(number))
    page = order_page(shopper)
    assert "Estamos esperando tu pago" in page and "Pagar ahora" not in page
    time_passes(order, provider, timedelta(days=2))
    sweep()
    order.refresh_from_db()
    assert order.status == "pending"
    assert shop.record().num_allocated == 1
    payer.at_the_counter(number)
    deliver(provider.told)
    # then the goods are still theirs
    is_settled_once(order, shop, mailoutbox)


def test_a_voucher_that_nobody_pays(shop, payer, order, provider):
    number = payer.prints_voucher()
    sweep()
    time_passes(order, provider, timedelta(days=3, hours=1))
    sweep()

    order.refresh_from_db()
    assert order.status == "expired"
    assert shop.record().num_allocated == 0
    assert payer.at_the_counter(number).status_code == 410


def test_declined_and_paid_on_the_same_page(shop, shopper, payer, order, provider, mailoutbox):
    payer.by_card("FUND")
    deliver(provider.told)
    page = order_page(shopper)
    assert "fue rechazado" in page and "Los fondos no alcanzaron" in page
    assert "tu carrito sigue igual" in page and "insufficient" not in page

    payer.by_card("APRO")
    deliver(provider.told)
    is_settled_once(order, shop, mailoutbox)
    assert "fue rechazado" not in order_page(shopper)


def test_declined_and_paid_again_from_the_shop(shop, shopper, payer, order, mailoutbox):
    come_back(shopper, payer.by_card("CALL"))
    again = shopper.at(f"checkout/pay/{order.number}/", {})
    assert again.url == payer.address
    # What was declined before is not told again.
    sweep()
    assert "fue rechazado" not in order_page(shopper)

    come_back(shopper, Payer(payer.server, again.url).by_card())
    is_settled_once(order, shop, mailoutbox)


def test_a_voucher_and_then_another_way_to_pay(shop, shopper, payer, order):
    number = payer.prints_voucher()
    sweep()

    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "cash_on_delivery"})

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert payer.at_the_counter(number).status_code == 410


def test_money_on_its_way_is_waited_for(shop, shopper, payer, order, provider, mailoutbox):
    # given money that the shopper ordered at their bank, which takes days
    come_back(shopper, payer.at_the_bank("days"))
    on_its_way = next(provider.books.all("payment"))["id"]
    # when they want to pay another way, and the time is up
    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "transfer"})
    assert "no vuelvas a pagar" in order_page(shopper)
    time_passes(order, provider, timedelta(days=4))
    sweep()
    # then the order waits
    order.refresh_from_db()
    assert order.status == "pending"
    assert list(order.payments.values_list("state", flat=True)) == [State.PENDING]
    # and is confirmed once it came
    payer.decides(on_its_way, "pay")
    deliver(provider.told)
    is_settled_once(order, shop, mailoutbox)


def test_what_is_paid_twice_goes_back_once(shop, shopper, payer, order, provider, mailoutbox):
    # given money on its way, and an order that was paid by card meanwhile
    payer.at_the_bank("days")
    on_its_way = next(provider.books.all("payment"))["id"]
    come_back(shopper, payer.by_card())
    is_settled_once(order, shop, mailoutbox)
    # when that money comes, too
    payer.decides(on_its_way, "pay")
    deliver(provider.told)
    deliver(provider.told)
    sweep()
    # then it goes back whole, once, and the timeline says so
    refund = Refund.objects.get()
    assert (refund.state, refund.amount) == (Refund.State.DONE, order.total_incl_tax)
    assert refund.payment.provider_reference == str(on_its_way)
    assert provider.books.get("payment", str(on_its_way))["status"] == "refunded"
    assert order.events.filter(kind="paid_twice").count() == 1
    order.refresh_from_db()
    assert order.status == "confirmed"


def test_a_surplus_that_nobody_notified_is_found(shopper, payer, order, provider):
    payer.at_the_bank("days")
    on_its_way = next(provider.books.all("payment"))["id"]
    come_back(shopper, payer.by_card())
    payer.decides(on_its_way, "pay")

    sweep()

    assert provider.books.get("payment", str(on_its_way))["status"] == "refunded"
    assert not Payment.objects.filter(check_at__isnull=False).exists()


@pytest.mark.parametrize("seen", ["all", "partly all", "all partly", "partly all partly all"])
def test_look_ups_that_cross_give_one_of_two_payments_back_once(payer, order, provider, seen):
    # given two tabs in which the shopper paid, and a look-up that knew of the second one only
    payer.by_card()
    payer.by_card()
    payment = order.payments.get()
    first, second = (str(row["id"]) for row in provider.books.all("payment"))
    answers = {
        "all": all_gateways()["mercadopago"].look_up(payment),
        "partly": Answer(Outcome.SUCCEEDED, second),
    }
    assert answers["all"].reference == first
    # when they are acted on in any order
    for name in seen.split():
        with TestCase.captureOnCommitCallbacks(execute=True):
            settle(payment, answers[name])
    sweep()
    # then what was written down first counts, and the other one went back
    payment.refresh_from_db()
    counts, besides = (second, first) if seen.startswith("partly") else (first, second)
    assert payment.provider_reference == counts
    assert order.payments.exclude(pk=payment.pk).get().provider_reference == besides
    assert Refund.objects.get().payment.provider_reference == besides
    states = [provider.books.get("payment", number)["status"] for number in (counts, besides)]
    assert states == ["approved", "refunded"]


def test_a_forged_notification_does_nothing(payer, order, provider):
    payer.by_card("OTHE")
    (told,) = provider.told
    told.headers["x-signature"] = "ts=1,v1=" + "0" * 64

    assert deliver([told]) == [400]

    order.refresh_from_db()
    assert list(order.payments.values_list("state", flat=True)) == [State.PENDING]


def test_the_provider_is_down_when_it_is_to_begin(shop, shopper, provider):
    shopper.add(shop.cream)
    provider.fail_next(Fault.ANSWER_LOST, path="/checkout/preferences")
    answer = submit(shopper, walk(shopper, CO, "mercadopago"))
    order = Order.objects.get()
    assert answer.url == f"/es-co/orders/{order.number}/"

    again = shopper.at(f"checkout/pay/{order.number}/", {})

    assert len(list(provider.books.all("preference"))) == 1
    come_back(shopper, Payer(provider, again.url).by_card())
    order.refresh_from_db()
    assert order.status == "confirmed"
