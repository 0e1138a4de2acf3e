"""What ``manage.py check --deploy`` says of the keys of payment providers."""

import pytest

from commerce.gateways.checks import keys_are_live, providers_are_the_real_ones

pytestmark = pytest.mark.one_database


def test_a_server_that_stands_in_for_a_provider_is_no_production(settings):
    settings.GATEWAY_CREDENTIALS = {"STRIPE_API_URL": "http://127.0.0.1:8641"}

    assert [found.id for found in providers_are_the_real_ones(None)] == ["vitrina.E009"]


def test_test_keys_are_told_of(settings):
    settings.GATEWAY_CREDENTIALS = {"STRIPE_SECRET_KEY_MX": "sk_test_1", "STRIPE_WEBHOOK": "x"}

    assert [found.id for found in keys_are_live(None)] == ["vitrina.W002"]


def test_live_keys_are_all_right(settings):
    settings.GATEWAY_CREDENTIALS = {"STRIPE_SECRET_KEY": "sk_live_1", "STRIPE_API_URL": ""}

    assert not keys_are_live(None) + providers_are_the_real_ones(None)
