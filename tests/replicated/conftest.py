"""Consultants with sites, and a small shop to buy from (tests/checkout)."""

import pytest

from people.roles import grant
from tests.checkout.conftest import Shopper, built_shop, shop  # noqa: F401
from tests.prepared import fresh

from .factories import make_consultant, make_person
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
def as_role(client):
    """``as_role("Consultant desk")``: the test's client, signed in as somebody in that role."""

    def sign_in(role: str):
        email = f"{role.split()[0].lower()}@example.com"
        user = make_person(role.split()[0], email=email, registered=True).user
        grant(user, role)
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def desk(as_role):
    return as_role("Consultant desk")


@pytest.fixture
def shopper() -> Shopper:
    return Shopper()
