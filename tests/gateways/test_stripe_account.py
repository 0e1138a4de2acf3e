"""The same questions to Stripe itself and to the server that speaks as Stripe does: where the
answers differ, our server is wrong.

Stripe itself is asked with the key of a test account, and skipped without one:
``STRIPE_TEST_SECRET_KEY=sk_test_… pytest -m real_account``.
"""

import os
from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
import stripe as library
from django.utils import timezone

from commerce.gateways.base import MovementKind, Outcome, RefundRefused
from commerce.gateways.providers.stripe.client import client_for
from commerce.gateways.providers.stripe.gateway import StripeGateway
from tests.providers.stripe_account import keys

KEY = os.environ.get("STRIPE_TEST_SECRET_KEY", "")
LIVE = pytest.param(
    "stripe",
    marks=[
        pytest.mark.real_account,
        pytest.mark.skipif(not KEY, reason="STRIPE_TEST_SECRET_KEY is not set"),
    ],
)
BACK = "https://shop.example/return/?payment=key"


@pytest.fixture(params=["ours", LIVE])
def gateway(request, settings):
    if request.param == "ours":
        account = request.getfixturevalue("stripe")
        settings.GATEWAY_CREDENTIALS = keys(account.url)
    else:
        assert KEY.startswith(("sk_test_", "rk_test_")), "never with a live key"
        settings.GATEWAY_CREDENTIALS = {
            "STRIPE_SECRET_KEY": KEY,
            "STRIPE_PUBLISHABLE_KEY": "pk_test_unused",
        }
    return StripeGateway()


@pytest.fixture
def payment(gateway, ask):
    payment = ask("USD", "25.50", gateway="stripe")
    payment.provider_reference = gateway.begin(payment, return_url=BACK)[0].reference
    payment.save()
    return payment


def confirm(payment, card: str) -> None:
    """As Stripe.js would, with one of Stripe's own test cards."""
    try:
        client_for("us").v1.payment_intents.confirm(
            payment.provider_reference, {"payment_method": card, "return_url": BACK}
        )
    except library.CardError:
        pass


def test_a_card_pays_what_the_order_costs(gateway, payment):
    confirm(payment, "pm_card_visa")

    assert gateway.look_up(payment).outcome == Outcome.SUCCEEDED
    assert gateway.cancel(payment).outcome == Outcome.SUCCEEDED


def test_beginning_again_without_the_reference_is_the_same_intent(gateway, payment):
    reference, payment.provider_reference = payment.provider_reference, ""

    assert gateway.begin(payment, return_url=BACK)[0].reference == reference


@pytest.mark.parametrize(
    ("card", "code"),
    [
        ("pm_card_visa_chargeDeclined", "generic_decline"),
        ("pm_card_visa_chargeDeclinedInsufficientFunds", "insufficient_funds"),
        ("pm_card_chargeDeclinedExpiredCard", "expired_card"),
    ],
)
def test_a_decline_is_told_once_and_paid_with_another_card(gateway, payment, card, code):
    confirm(payment, card)
    declined = gateway.look_up(payment)
    gateway.begin(payment, return_url=BACK)
    again = gateway.look_up(payment)
    confirm(payment, "pm_card_visa")

    assert (declined.outcome, declined.failure_code) == (Outcome.DECLINED, code)
    assert (again.outcome, again.attempts) == (Outcome.DECLINED, declined.attempts)
    assert len(again.attempts) == 1
    assert gateway.look_up(payment).outcome == Outcome.SUCCEEDED


def test_3d_secure_waits_for_the_shopper_and_can_be_stopped(gateway, payment):
    confirm(payment, "pm_card_authenticationRequired")

    assert gateway.look_up(payment).outcome == Outcome.OPEN
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED


def test_money_goes_back_once_for_each_key_and_never_more_than_came(gateway, payment):
    confirm(payment, "pm_card_visa")
    key = uuid4()

    first = gateway.refund(payment, amount=Decimal("20.00"), idempotency_key=key)

    assert gateway.refund(payment, amount=Decimal("20.00"), idempotency_key=key) == first
    with pytest.raises(RefundRefused):
        gateway.refund(payment, amount=Decimal("5.51"), idempotency_key=uuid4())
    assert gateway.refund(payment, amount=Decimal("5.50"), idempotency_key=uuid4()) != first


def test_the_books_tell_of_it_with_our_keys(gateway, payment):
    confirm(payment, "pm_card_visa")
    key = uuid4()
    gateway.refund(payment, amount=Decimal("5.50"), idempotency_key=key)
    now = timezone.now()

    moved = {
        one.kind: one
        for one in gateway.movements(since=now - timedelta(hours=1), until=now + timedelta(hours=1))
        if one.payment_reference == payment.provider_reference
    }

    came, back = moved[MovementKind.PAYMENT], moved[MovementKind.REFUND]
    assert (came.amount, came.currency) == (Decimal("25.50"), "USD")
    assert came.payment_key == str(payment.idempotency_key)
    assert (back.amount, back.refund_key) == (Decimal("5.50"), str(key))


def test_an_amount_that_is_too_small_is_told_as_such(gateway, ask):
    payment = ask("USD", "0.10", gateway="stripe")

    assert gateway.begin(payment, return_url=BACK)[0].failure_code == "amount_too_small"
