"""People for the tests, and a browser whose mails go out as they would after a commit."""

import re

import pytest
from django.core import mail
from django.test import Client, TestCase

from people import services
from people.models import Person, User
from people.roles import grant

PASSWORD = "una-clave-larga-7"


class Visitor(Client):
    """A browser in one edition. What waits for the commit runs after every request."""

    base = "/es-co/account/"

    def request(self, **request):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)

    def at(self, path: str, data: dict | None = None, **extra):
        """GET a page of the account, or POST to it where there is data."""
        if data is None:
            return self.get(self.base + path, **extra)
        return self.post(self.base + path, data, **extra)

    @property
    def user(self) -> User | None:
        pk = self.session.get("_auth_user_id")
        return User.objects.get(pk=pk) if pk else None


@pytest.fixture
def visitor(db) -> Visitor:
    return Visitor()


@pytest.fixture
def another_visitor(db) -> Visitor:
    return Visitor(REMOTE_ADDR="127.0.0.2")


@pytest.fixture
def user(db) -> User:
    """Ana has an account."""
    return services.register(
        email="ana@example.com",
        password=PASSWORD,
        edition="es-co",
        source=Person.Source.CORPORATE,
        first_name="Ana",
        last_name="Gómez",
    )


@pytest.fixture
def guest(db) -> Person:
    """Luis bought as a guest."""
    return services.person_for_email(
        "luis@example.com",
        edition="es-co",
        source=Person.Source.CHECKOUT,
        first_name="Luis",
        last_name="Pardo",
        phone="+573001234567",
    )


@pytest.fixture
def staff(db):
    """A member of one of the back office's groups: ``staff("Marketer")``."""

    def make(group: str, email: str = "") -> User:
        email = email or f"{group.replace(' ', '-').lower()}@example.com"
        member = services.register(
            email=email, password=PASSWORD, edition="es-co", source=Person.Source.BACKOFFICE
        )
        grant(member, group)
        return member

    return make


def mailed_code() -> str:
    """The code of the latest mail."""
    found = re.search(r"\b(\d{3} \d{3})\b", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found.group(1)


def wrong_code(code: str) -> str:
    return f"{(int(code.replace(' ', '')) + 1) % 1_000_000:06d}"


SIGN_UP = {
    "first_name": "Marta",
    "last_name": "Ruiz",
    "email": "marta@example.com",
    "phone": "300 123 4567",
    "password": PASSWORD,
    "terms": "on",
}
