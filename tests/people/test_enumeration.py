"""Nothing that a visitor sees tells whether an address is known. The mail does."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from people.models import MailCode, Person, User

from .conftest import PASSWORD, SIGN_UP, Visitor

pytestmark = pytest.mark.one_database

ADDRESSES = {
    "registered": "ana@example.com",
    "guest": "luis@example.com",
    "unknown": "nadie@example.com",
}
FORMS = {
    "signup/": SIGN_UP,
    "login/code/": {},
    "password/reset/": {},
}


def seen(response, address):
    """What the visitor can tell apart: status, place, page (their own address left out)."""
    text = response.content.decode()
    token = response.context["csrf_token"] if response.context else ""
    for own in filter(None, (str(token), address)):
        text = text.replace(own, "…")
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
    return response.status_code, response.headers.get("Location"), text


@pytest.mark.parametrize("path", FORMS)
def test_every_address_gets_the_same_answers(path, user, guest):
    answers = {}
    for kind, address in ADDRESSES.items():
        visitor = Visitor()
        posted = visitor.at(path, FORMS[path] | {"email": address})
        page = visitor.at("code/")
        refused = visitor.at("code/", {"code": "12"})
        answers[kind] = [seen(one, address) for one in (posted, page, refused)]
    assert answers["registered"] == answers["guest"] == answers["unknown"]
    assert answers["unknown"][0][:2] == (302, "/es-co/account/code/")


@pytest.mark.parametrize("path", FORMS)
def test_the_request_does_the_same_work_for_every_address(path, user, guest):
    """Timing: the same queries before the answer; looking the address up is the task's work."""
    shapes = set()
    for address in ADDRESSES.values():
        # Django's own client: the mailing, which waits for the commit, does not run.
        with CaptureQueriesContext(connection) as queries:
            Client().post(Visitor.base + path, FORMS[path] | {"email": address})
        assert not any('FROM "people_user"' in query["sql"] for query in queries)
        assert not any('FROM "people_person"' in query["sql"] for query in queries)
        shapes.add(tuple(query["sql"].split()[0] for query in queries))
    assert len(shapes) == 1


MAILS = [
    ("signup/", "registered", "already_registered"),
    ("signup/", "guest", "sign_up_code"),
    ("signup/", "unknown", "sign_up_code"),
    ("login/code/", "registered", "sign_in_code"),
    ("login/code/", "guest", "sign_in_code"),
    ("login/code/", "unknown", "unknown_address"),
    ("password/reset/", "registered", "reset_code"),
    ("password/reset/", "guest", "reset_code"),
    ("password/reset/", "unknown", "unknown_address"),
]


@pytest.mark.parametrize(("path", "kind", "template"), MAILS)
def test_the_mail_tells(path, kind, template, user, guest, visitor):
    users, people = User.objects.count(), Person.objects.count()
    visitor.at(path, FORMS[path] | {"email": ADDRESSES[kind]})
    (message,) = mail.outbox
    assert message.to == [ADDRESSES[kind]]
    with translation.override("es-co"):
        subject = render_to_string(f"people/mail/{template}.subject.txt")
    assert message.subject == subject.strip()
    assert bool(MailCode.objects.get().digest) is template.endswith("_code")
    if not template.endswith("_code"):
        assert "http://testserver/es-co/account/login/code/" in message.body
    html, mimetype = message.alternatives[0]
    assert mimetype == "text/html" and message.subject in html
    # Asking makes nobody.
    assert (User.objects.count(), Person.objects.count()) == (users, people)


@pytest.mark.parametrize("kind", ["registered", "guest", "unknown"])
def test_a_wrong_password_says_the_same_for_every_address(kind, user, guest, visitor):
    response = visitor.at("login/", {"login": ADDRESSES[kind], "password": "not-this-one"})
    assert response.status_code == 200
    assert visitor.user is None
    assert len(response.context["form"].non_field_errors()) == 1
    assert b"account_inactive" not in response.content


def test_signing_up_again_changes_neither_password_nor_person(user, visitor):
    visitor.at("signup/", SIGN_UP | {"email": "ANA@example.com", "password": "otra-clave-larga-9"})
    for guess in ("000000", "123456"):
        visitor.at("code/", {"code": guess})
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    assert user.person.first_name == "Ana"
    assert User.objects.count() == 1


def test_no_code_is_right_where_none_was_made(visitor):
    """An empty digest is never matched, whatever is typed."""
    visitor.at("login/code/", {"email": "nadie@example.com"})
    for guess in ("", "0", " ", "000000"):
        response = visitor.at("code/", {"code": guess})
        assert response.status_code == 200
    assert visitor.user is None
