"""The same gateway, asked of a real test account at Mercado Pago (docs/payments.md).

MERCADOPAGO_REAL_TEST_TOKEN=TEST-… pytest tests/gateways/test_mercadopago_account.py
"""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from commerce.gateways.base import Outcome
from commerce.gateways.providers.mercadopago.gateway import MercadoPagoGateway

TOKEN = os.environ.get("MERCADOPAGO_REAL_TEST_TOKEN", "")
pytestmark = [
    pytest.mark.real_account,
    pytest.mark.skipif(not TOKEN, reason="MERCADOPAGO_REAL_TEST_TOKEN is not set"),
]
gateway = MercadoPagoGateway()


@pytest.fixture
def payment(ask, settings):
    settings.GATEWAY_CREDENTIALS = {"MERCADOPAGO_ACCESS_TOKEN_CO": TOKEN}
    settings.PUBLIC_URL = "https://shop.example.com"
    return ask("COP", "108900", gateway="mercadopago")


def test_a_preference_is_made_once_found_by_our_key_and_closed(payment):
    back = "https://shop.example.com/back/?payment=1"
    answer, step = gateway.begin(payment, return_url=back)
    assert step.url.startswith("https://www.mercadopago.com.co/")
    again, _step = gateway.begin(payment, return_url=back)
    assert again.reference == answer.reference

    payment.provider_reference = answer.reference
    assert gateway.look_up(payment).outcome == Outcome.OPEN
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED


def test_its_books_can_be_read(payment):
    now = timezone.now()
    list(gateway.movements(since=now - timedelta(days=1), until=now))
