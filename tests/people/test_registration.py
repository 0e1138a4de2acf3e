"""Channels of registration: one that is closed is neither offered nor open (RG-01)."""

import pytest

from people.models import Person, RegistrationPolicy
from tests.checkout.conftest import Shopper, built_shop, shop  # noqa: F401
from tests.replicated.factories import make_consultant

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

SIGN_UP = "account/signup/"
NEW = {
    "first_name": "Eva",
    "last_name": "Paz",
    "email": "eva@example.com",
    "password": "correct horse battery",
    "terms": "on",
}


@pytest.fixture
def sites():
    make_consultant(alias="lili-gomez")
    return {"corporate": "/es-co/", "replicated": "/@lili-gomez/es-co/"}


def offers(shopper, base, path) -> bool:
    return f'href="{base}{SIGN_UP}' in shopper.at(base + path).content.decode()


@pytest.mark.parametrize("closed", ["corporate", "replicated"])
def test_a_closed_channel_is_offered_nowhere_and_the_other_stays(shop, sites, closed):  # noqa: F811
    RegistrationPolicy.objects.create(**{f"{closed}_open": False})
    shopper = Shopper()
    shopper.add(shop.cream)
    for channel, base in sites.items():
        is_open = channel != closed
        for path in ("account/login/", "account/login/code/", "checkout/"):
            assert offers(shopper, base, path) is is_open, (channel, path)
        answer = shopper.at(base + SIGN_UP, NEW)
        assert answer.status_code == (302 if is_open else 404)


def test_the_channel_is_kept_with_the_person(sites, mailoutbox):
    for number, (channel, base) in enumerate(sites.items()):
        shopper, email = Shopper(), f"eva{number}@example.com"
        shopper.at(base + SIGN_UP, NEW | {"email": email})
        code = "".join(
            part for part in mailoutbox[-1].body.split() if part.isdigit() and len(part) == 3
        )
        shopper.at(f"{base}account/code/", {"code": code[:6]})
        assert Person.objects.get(email=email).source == channel


def test_opening_it_again_holds_with_the_next_request(sites, client):
    policy = RegistrationPolicy.objects.create(corporate_open=False)
    assert client.get(f"/es-co/{SIGN_UP}").status_code == 404
    policy.corporate_open = True
    policy.save()
    assert client.get(f"/es-co/{SIGN_UP}").status_code == 200
