"""Consultants as staff make them."""

from itertools import count

from people.models import Person
from people.services import person_for_email, register
from replicated.consultants.services import create_consultant

_numbers = count(1)
PASSWORD = "correct horse battery"


def make_person(first_name="Ana", last_name="Díaz", *, email="", registered=False) -> Person:
    """A guest, or with ``registered`` somebody who can sign in with ``PASSWORD``."""
    email = email or f"{first_name.lower()}{next(_numbers)}@example.com"
    details = {
        "edition": "es-co",
        "source": Person.Source.BACKOFFICE,
        "first_name": first_name,
        "last_name": last_name,
    }
    if registered:
        return register(email=email, password=PASSWORD, **details).person
    return person_for_email(email, **details)


def make_consultant(first_name="Lili", last_name="Gómez", *, registered=True, **fields):
    person = make_person(first_name, last_name, registered=registered)
    return create_consultant(person=person, **({"market": "co"} | fields))
