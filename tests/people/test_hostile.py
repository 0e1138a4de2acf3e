"""Whatever is typed: no error page, and nothing of it is lost."""

import pytest
from django.core import mail
from django.core.exceptions import ValidationError

from .conftest import PASSWORD, SIGN_UP, Visitor

pytestmark = pytest.mark.one_database

VALUES = {
    "long": "a" * 20_000,
    "long address": "a" * 300 + "@example.com",
    "nul": "ana\x00@example.com",
    "newline": "ana@example.com\nBcc: others@example.com",
    "right to left": "\u202eמרתה العربية\u2066",
    "emoji": "🌿🧴👩‍🔬",
    "markup": "<script>alert(1)</script>\"'",
    "template": "{{ 7|add:7 }}{% now 'Y' %}",
    "sql": "' OR 1=1 --",
    "wildcard": "*@*.*",
    "only spaces": " \u00a0\u2003\t ",
    "surrogate": "\ud800x".encode("utf-8", "replace").decode(),
    "format": "%s%n%(a)s{0}",
}
# What an engine may refuse or cut, and the rest, which is our own code's business.
OF_THE_ENGINE = {"long", "long address", "nul", "emoji", "surrogate"}
KINDS = [
    pytest.param(kind, marks=pytest.mark.engine if kind in OF_THE_ENGINE else ()) for kind in VALUES
]
FORMS = {
    "login/": {"login": "ana@example.com", "password": PASSWORD},
    "login/code/": {"email": "ana@example.com"},
    "password/reset/": {"email": "ana@example.com"},
    "signup/": SIGN_UP,
}
SIGNED_IN = {
    "profile/": {
        "first_name": "Ana",
        "last_name": "Gómez",
        "phone": "300 123 4567",
        "edition": "es-co",
    },
    "privacy/erase/": {"email": "other@example.com", "sure": "on"},
    "password/change/": {"oldpassword": "x", "password1": "y"},
}
SECRET = {"password", "oldpassword", "password1"}


def typed_again(response, field):
    form = response.context["form"]
    return form[field].value()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", [*FORMS, *SIGNED_IN])
def test_every_field_takes_every_value(path, kind, user):
    value = VALUES[kind]
    good = (FORMS | SIGNED_IN)[path]
    for field in good:
        visitor = Visitor()
        if path in SIGNED_IN:
            visitor.force_login(user)
        response = visitor.at(path, good | {field: value})
        assert response.status_code in (200, 302), (path, field)
        if response.status_code == 200 and field not in SECRET | {"sure", "terms"}:
            assert typed_again(response, field) == value
            others = set(good) - SECRET - {field}
            for other in others:
                assert str(typed_again(response, other)) in (good[other], "True")
            assert "<script>alert" not in response.content.decode()
        for message in mail.outbox:
            assert message.to[0].count("@") == 1
            assert "others@example.com" not in str(message.message().items())


@pytest.mark.parametrize("kind", KINDS)
def test_codes_next_and_query_take_every_value(kind, guest):
    value = VALUES[kind]
    visitor = Visitor()
    assert visitor.at("login/code/", {"email": guest.email, "next": value}).status_code == 302
    response = visitor.at("code/", {"code": value})
    assert response.status_code == 200 and typed_again(response, "code") == value
    # In an address; a longer one is refused before anybody reads it.
    value = value[:900]
    for path in ("login/", "login/code/", "signup/"):
        assert visitor.get(visitor.base + path, {"next": value, "email": value}).status_code == 200
    assert visitor.get("/admin/login/", {"next": value}).status_code == 302


@pytest.mark.parametrize("name", ["عائشة", "王小明", "Ṣọlá", "Łucja O’Connor-Núñez", "🌿"])
def test_names_of_any_script_are_kept(name, user):
    visitor = Visitor()
    visitor.force_login(user)
    visitor.at("profile/", SIGNED_IN["profile/"] | {"first_name": f"  {name} "})
    user.person.refresh_from_db()
    assert user.person.first_name == name


def test_a_name_cannot_turn_the_direction_of_what_follows_or_break_the_line(user):
    visitor = Visitor()
    visitor.force_login(user)
    visitor.at("profile/", SIGNED_IN["profile/"] | {"first_name": "Ana\u202e\r\nBcc: x"})
    user.person.refresh_from_db()
    assert user.person.first_name == "Ana Bcc: x"


def test_a_code_page_without_a_code_leads_to_asking(visitor):
    for data in (None, {"code": "123456"}, {"resend": "1"}):
        assert visitor.at("code/", data)["Location"] == "/es-co/account/login/code/"


@pytest.mark.parametrize("name", ["\u200b\u200b", "\u202e", "\u2066\ufeff", "\u200d \u200c"])
def test_what_nobody_would_see_is_no_name(name):
    from people.fields import NameField

    with pytest.raises(ValidationError):
        NameField().clean(name)
    assert "\u202e" not in NameField().clean("Lili \u202e Gómez")
