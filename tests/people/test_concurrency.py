"""Several requests at the same moment end in one person, one user, one use of a code."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from people import code_purposes, codes, services
from people.models import MailCode, Person, User

from .conftest import mailed_code


def at_once(function, times: int = 4) -> list:
    """What each of the threads got, or the exception it met."""

    def run(_):
        try:
            return function()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def test_one_address_makes_one_person(transactional_db):
    found = at_once(
        lambda: (
            services.person_for_email(
                "Luis@example.com", edition="es-co", source=Person.Source.CHECKOUT
            ).pk
        )
    )
    assert set(found) == {Person.objects.get().pk}


def test_one_address_registers_once(transactional_db):
    results = at_once(
        lambda: services.register(
            email="ana@example.com", edition="es-co", source=Person.Source.CORPORATE
        )
    )
    assert sorted(type(result).__name__ for result in results) == [
        *["AlreadyRegistered"] * 3,
        "User",
    ]
    assert User.objects.get().person == Person.objects.get()


def test_a_code_is_used_once(transactional_db):
    services.person_for_email("luis@example.com", edition="es-co", source="checkout")
    token = codes.send_code("luis@example.com", code_purposes.SIGN_IN, "es-co")
    code = mailed_code()
    results = at_once(lambda: codes.verify_code(token, code, purpose=code_purposes.SIGN_IN))
    assert sum(isinstance(result, codes.VerifiedCode) for result in results) == 1
    assert sum(isinstance(result, codes.CodeRefused) for result in results) == 3


def test_tries_are_counted_one_by_one(transactional_db):
    services.person_for_email("luis@example.com", edition="es-co", source="checkout")
    token = codes.send_code("luis@example.com", code_purposes.SIGN_IN, "es-co")
    at_once(lambda: codes.verify_code(token, "12", purpose=code_purposes.SIGN_IN))
    assert MailCode.objects.get().attempts == 4
