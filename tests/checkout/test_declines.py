"""Declined cards count once each, whoever tells of them, and nobody tries out cards without end."""

from dataclasses import replace

import pytest

from commerce.gateways.base import Answer, Outcome
from commerce.gateways.models import Payment
from commerce.orders.attempt_limit import MOST_ATTEMPTS, attempts_over
from commerce.orders.settling import confirm_payment, settle
from commerce.orders.tasks import sweep_orders
from tests.providers.server import Fault
from tests.providers.stripe_account import DECLINED, GOOD, NO_FUNDS

from .test_card_page import Shopper, by_card, form_on, notify  # noqa: F401
from .test_redirect import deliver, order, order_page, payer, provider  # noqa: F401

State = Payment.State


def declines(order) -> int:  # noqa: F811
    return order.events.filter(kind="payment_declined").count()


def test_a_decline_counts_once_whoever_tells_of_it(by_card, stripe):  # noqa: F811
    shopper, order, page = by_card()  # noqa: F811

    shopper.at(stripe.pay(form_on(page), DECLINED))
    for told in [*stripe.told, *stripe.told]:
        notify(Shopper(), stripe, told)
    sweep_orders.func()

    assert (declines(order), attempts_over(order)) == (1, 1)


def test_one_that_was_told_is_no_news_once_it_is_begun_again(by_card, stripe):  # noqa: F811
    shopper, order, page = by_card()  # noqa: F811
    shopper.at(stripe.pay(form_on(page), DECLINED))

    shopper.at(f"checkout/pay/{order.number}/", {})
    sweep_orders.func()

    assert order.payments.get().state == State.PENDING
    assert "fue rechazado" not in shopper.at(f"orders/{order.number}/").content.decode()
    shopper.at(stripe.pay(form_on(page), NO_FUNDS))
    assert order.payments.get().state == State.FAILED
    assert (declines(order), attempts_over(order)) == (2, 2)


def test_an_older_answer_counts_nothing_twice(by_card, stripe):  # noqa: F811
    _shopper, order, _page = by_card()  # noqa: F811
    payment = order.payments.get()
    first = Answer(Outcome.DECLINED, attempts=("ch_1",), failure_code="expired_card")

    for answer in (replace(first, attempts=("ch_1", "ch_2")), first, first):
        settle(payment, answer)

    assert declines(order) == 2


def test_cards_that_are_tried_in_the_form_close_it(by_card, stripe):  # noqa: F811
    # given somebody who tries cards in the form and never comes back to the shop
    shopper, order, page = by_card()  # noqa: F811
    for _card in range(MOST_ATTEMPTS + 1):
        stripe.pay(form_on(page), DECLINED)
        notify(Shopper(), stripe, stripe.told[-1])
    # then the bank is asked about no more than ten of them, and the form does not open again
    assert len(list(stripe.books.all("declined"))) == MOST_ATTEMPTS
    assert stripe.intents[0]["status"] == "canceled"
    stripe.pay(form_on(page), GOOD)
    assert not stripe.charges
    closed = shopper.at(f"checkout/pay/{order.number}/form/", follow=True)
    assert closed.redirect_chain[-1][0] == f"/es-co/orders/{order.number}/"
    told = closed.content.decode()
    assert told.count("Demasiados intentos") == 1
    assert f'action="/es-co/checkout/pay/{order.number}/"' not in told
    # and a transfer can still be chosen
    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "transfer"})
    assert list(order.payments.values_list("gateway", "state")) == [
        ("stripe", State.CANCELLED),
        ("transfer", State.PENDING),
    ]


def test_where_stripe_is_away_as_the_form_closes_the_next_look_closes_it(  # noqa: F811
    by_card,  # noqa: F811
    stripe,
):
    _shopper, order, page = by_card()  # noqa: F811
    for _card in range(MOST_ATTEMPTS):
        stripe.pay(form_on(page), DECLINED)
    for _ in range(2):
        stripe.fail_next(Fault.ERROR_BEFORE, path="/cancel")
    # Its notification is to come again.
    assert notify(Shopper(), stripe, stripe.told[-1]).status_code == 503

    sweep_orders.func()

    assert stripe.intents[0]["status"] == "canceled"
    assert order.payments.get().state == State.CANCELLED


def test_cards_that_are_tried_before_another_method_is_chosen_count(by_card, stripe):  # noqa: F811
    shopper, order, page = by_card()  # noqa: F811
    for card in (DECLINED, NO_FUNDS):
        stripe.pay(form_on(page), card)

    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "transfer"})

    assert declines(order) == 2


def test_one_that_stripe_stopped_after_a_decline_tells_the_shopper(by_card, stripe):  # noqa: F811
    shopper, order, page = by_card()  # noqa: F811
    stripe.pay(form_on(page), NO_FUNDS)
    intent = stripe.intents[0] | {"status": "canceled"}
    stripe.books.put("intents", intent["id"], intent)

    confirm_payment(order=order)

    told = shopper.at(f"orders/{order.number}/").content.decode()
    assert "Esta tarjeta no tiene saldo suficiente." in told
    # Another one takes its place.
    shopper.at(f"checkout/pay/{order.number}/", {})
    assert [one["status"] for one in stripe.intents] == ["canceled", "requires_payment_method"]


def test_cards_that_are_tried_at_mercado_pago_close_its_page(  # noqa: F811
    shopper,
    payer,  # noqa: F811
    order,  # noqa: F811
    provider,  # noqa: F811
):
    for _card in range(MOST_ATTEMPTS + 1):
        payer.by_card("OTHE")
        deliver(provider.told[-1:])

    assert len(list(provider.books.all("payment"))) == MOST_ATTEMPTS
    assert payer.opens().status_code == 410
    assert "Demasiados intentos" in order_page(shopper)
    again = shopper.at(f"checkout/pay/{order.number}/", {})
    assert again.url == f"/es-co/orders/{order.number}/"


@pytest.mark.parametrize("looks", [1, 3])
def test_each_card_that_was_declined_at_mercado_pago_counts(payer, order, looks):  # noqa: F811
    for _card in range(3):
        payer.by_card("OTHE")
    for _look in range(looks):
        confirm_payment(order=order)

    assert declines(order) == 3
