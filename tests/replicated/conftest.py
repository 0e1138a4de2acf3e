"""Consultants with sites, and a small shop to buy from (tests/checkout)."""

import pytest

from tests.checkout.conftest import Shopper, shop  # noqa: F401
from tests.prepared import fresh

from .factories import make_consultant
from .influencer_factories import make_influencer


@pytest.fixture
def lili(db):
    return make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")


@pytest.fixture
def marta(db):
    return make_consultant("Marta", "Ruiz", alias="marta-ruiz", code="1002")


@pytest.fixture(scope="module")
def _vale(prepare):
    return prepare(make_influencer)


@pytest.fixture
def vale(db, _vale):
    """An influencer; one for all tests of a module."""
    return fresh(_vale)


@pytest.fixture
def shopper() -> Shopper:
    return Shopper()
