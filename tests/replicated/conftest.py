"""Consultants with sites, and a small shop to buy from (tests/checkout)."""

import pytest

from tests.checkout.conftest import Shopper, shop  # noqa: F401

from .factories import make_consultant


@pytest.fixture
def lili(db):
    return make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")


@pytest.fixture
def marta(db):
    return make_consultant("Marta", "Ruiz", alias="marta-ruiz", code="1002")


@pytest.fixture
def shopper() -> Shopper:
    return Shopper()
