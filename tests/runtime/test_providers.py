"""The payment providers that `make run` plays on this machine."""

import os
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.providers import mercadopago_server, stripe_server

pytestmark = pytest.mark.one_database


@pytest.fixture
def providers(monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(str(settings.ROOT / "scripts"))
    import providers

    for one in providers.PROVIDERS:
        for name in [*one.keys, one.address, providers.PAGES]:
            monkeypatch.setenv(name, "")
    # A checkout with the tests, and no `.env` of whoever runs them.
    (tmp_path / "tests").symlink_to(settings.ROOT / "tests")
    monkeypatch.setattr(providers, "ROOT", tmp_path)
    yield providers
    sys.modules.pop("providers")


def started(providers, tmp_path) -> list[str]:
    return [one.name for one, _command in providers.offered(8000, tmp_path / "var")]


def test_the_shop_is_given_the_keys_that_the_server_takes(providers, tmp_path, monkeypatch):
    assert "stripe" in started(providers, tmp_path)

    assert os.environ["STRIPE_SECRET_KEY"] == stripe_server.SECRET_KEY
    assert os.environ["STRIPE_PUBLISHABLE_KEY"] == stripe_server.PUBLISHABLE_KEY
    assert os.environ["STRIPE_WEBHOOK_SECRET"] == stripe_server.WEBHOOK_SECRET
    assert os.environ["STRIPE_API_URL"].startswith("http://127.0.0.1:")


def test_browsers_may_follow_to_a_providers_own_page(providers, tmp_path):
    assert "mercadopago" in started(providers, tmp_path)

    assert os.environ["MERCADOPAGO_WEBHOOK_SECRET"] == mercadopago_server.SECRET
    assert os.environ["VITRINA_PAYMENT_ORIGINS"] == os.environ["MERCADOPAGO_API_URL"]


def test_whoever_has_keys_of_their_own_asks_stripe(providers, tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("STRIPE_SECRET_KEY_MX=sk_test_of_ours\n")

    assert "stripe" not in started(providers, tmp_path)


def test_every_provider_there_is_has_its_server(providers):
    for one in providers.PROVIDERS:
        assert Path(settings.ROOT, *one.module.split(".")).with_suffix(".py").exists()
