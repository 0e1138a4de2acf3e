"""The one rule of every search of the staff, on the database at hand, and in each list."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from corporate.models import ContactMessage
from markets.finding import matches
from people.models import Person
from tests.replicated.factories import make_consultant

pytestmark = pytest.mark.django_db

FIELDS = ("first_name", "last_name", "email")


@pytest.fixture
def lucia():
    return Person.objects.create(
        first_name="Lucía", last_name="Benavides Ñáñez", email="lucia@correo.example"
    )


@pytest.mark.parametrize(
    "typed",
    [
        *("Lucía Benavides", "benavides lucia", "LUCÍA", "nanez", "NÁÑEZ  luc", "correo.example"),
        *("Luci\u0301a", "\x00lucia", "lúcia beñavides", "'lucia’"),
    ],
)
def test_a_person_is_found_however_the_name_is_typed(lucia, typed):
    assert list(Person.objects.filter(matches(Person, typed, FIELDS))) == [lucia]


@pytest.mark.parametrize("typed", ["lucia gomez", "l_cia", "%", "lucia' or '1'='1"])
def test_every_word_must_stand_and_no_character_means_anything(lucia, typed):
    assert not Person.objects.filter(matches(Person, typed, FIELDS))


@pytest.fixture
def admin(client):
    """An administrator's way of searching a list: the page's HTML."""
    user = get_user_model().objects.create_superuser("jefa@example.com", "a long pass phrase")
    client.force_login(user)
    return lambda name, typed: client.get(reverse(name), {"q": typed}).content.decode()


@pytest.mark.parametrize("typed", ["benavides lucia", "LUCÍA nanez"])
def test_people_users_messages_and_consultants_are_searched_by_it(admin, lucia, typed):
    get_user_model().objects.create_user("lucia@correo.example", "a long pass phrase")
    ContactMessage.objects.create(
        name="Lucía Benavides Ñáñez", email="lucia@correo.example", message="¿Dónde?"
    )
    make_consultant("Lucía", "Benavides Ñáñez", alias="lucianita")

    for index in ("person:index", "contact_messages:index", "consultant:index"):
        assert "Benavides Ñáñez" in admin(index, typed), index
        assert "Benavides Ñáñez" not in admin(index, f"{typed} otra"), index
    assert "lucia@correo.example" in admin("wagtailusers_users:index", "EXAMPLE lucía")
