"""What the back office's pages of details write: local times, yes and no, nothing raw."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse

from people.models import Person
from replicated.attribution.presentation import _way
from tests.replicated.factories import make_consultant

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def details(client):
    user = get_user_model().objects.create_superuser("jefa@example.com", "a long pass phrase")
    client.force_login(user)

    def read(name: str, row) -> dict[str, str]:
        page = BeautifulSoup(client.get(reverse(name, args=[row.pk])).content, "html.parser")
        names = [cell.get_text(" ", strip=True) for cell in page.select("dl dt")]
        return dict(
            zip(names, [c.get_text(" ", strip=True) for c in page.select("dl dd")], strict=True)
        )

    return read


def test_a_person_s_times_are_local_and_what_is_missing_is_a_dash(details):
    person = Person.objects.create(first_name="Ana", email="ana@correo.example")
    moment = datetime(2026, 11, 28, 1, 44, tzinfo=ZoneInfo("UTC"))
    Person.objects.filter(pk=person.pk).update(created_at=moment)

    shown = details("person:inspect", person)

    assert "27/11/2026 20:44" in shown.values()  # Bogotá is five hours behind
    assert not {"None", "True", "False"} & set(shown.values())


def test_a_consultant_s_site_is_open_in_words(details):
    shown = details("consultant:inspect", make_consultant())

    assert not {"None", "True", "False"} & set(shown.values())
    assert {"Sí", "No"} & set(shown.values())


def test_the_moment_of_a_reason_is_on_the_clock_of_who_reads():
    assert "27/11/2026" in _way({"at": "2026-11-28T01:53:00+00:00"}, "")
