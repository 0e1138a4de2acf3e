"""Passwords, lockout, new passwords, and leaving."""

import pytest
from django.conf import settings
from django.core import mail

from people import lockout, services
from people.models import Person, User

from .conftest import PASSWORD, SIGN_UP, Visitor, mailed_code, wrong_code


def try_password(visitor, password, email="ana@example.com", **more):
    return visitor.at("login/", {"login": email, "password": password, **more})


def test_signing_in_with_a_password_whatever_the_case_of_the_address(user, visitor):
    response = try_password(visitor, PASSWORD, "ANA@Example.com")
    assert response.status_code == 302 and response["Location"] == "/es-co/account/"
    assert visitor.user == user


def test_signing_in_leads_on_to_where_somebody_wanted_to_go(user, visitor):
    response = visitor.at("profile/")
    assert response["Location"] == "/es-co/account/login/?next=/es-co/account/profile/"
    page = visitor.get(response["Location"])
    assert 'name="next" value="/es-co/account/profile/"' in page.content.decode()
    response = try_password(visitor, PASSWORD, next="/es-co/account/profile/")
    assert response["Location"] == "/es-co/account/profile/"


def test_a_user_made_by_staff_gets_a_person_but_not_a_guest_s_orders(guest, visitor):
    """Only a verified address takes a guest over."""
    user = User.objects.create_user(guest.email, PASSWORD)
    try_password(visitor, PASSWORD, guest.email)
    guest.refresh_from_db()
    assert visitor.user == user and guest.is_guest
    assert services.person_of(user) is None
    page = visitor.at("")
    assert page.status_code == 200 and "/es-co/account/confirm/" in page.content.decode()
    assert visitor.at("profile/").status_code == 403
    visitor.at("confirm/", {})
    visitor.at("code/", {"code": mailed_code()})
    guest.refresh_from_db()
    assert guest.user == user
    assert visitor.at("profile/").status_code == 200


def test_a_user_made_by_staff_with_a_new_address_gets_a_person_of_their_own(visitor):
    User.objects.create_user("nuevo@example.com", PASSWORD)
    try_password(visitor, PASSWORD, "nuevo@example.com")
    assert visitor.user.person.edition == "es-co"


@pytest.mark.parametrize("email", ["ana@example.com", "luis@example.com", "nadie@example.com"])
def test_too_many_wrong_passwords_lock_any_address_alike(email, user, guest):
    visitor = Visitor()
    for _ in range(settings.AXES_FAILURE_LIMIT - 1):
        assert try_password(visitor, "wrong", email).status_code == 200
    response = try_password(visitor, "wrong", email)
    assert response.status_code == 429
    assert "account/lockout.html" in [template.name for template in response.templates]
    assert "no-store" in response["Cache-Control"]
    # The right password does not help now, nor do the other ways from here.
    assert try_password(visitor, PASSWORD, email).status_code == 429
    assert visitor.at("login/code/", {"email": email}).status_code == 429
    assert visitor.at("password/reset/", {"email": email}).status_code == 429
    assert visitor.at("signup/", SIGN_UP | {"email": email}).status_code == 429
    assert not mail.outbox
    # Elsewhere the door is open, and others can use this one.
    assert Visitor(REMOTE_ADDR="127.0.0.9").at("login/code/", {"email": email}).status_code == 302
    assert visitor.at("login/code/", {"email": "otro@example.com"}).status_code == 302


def test_wrong_codes_count_towards_the_same_lock(guest, visitor):
    statuses = []
    for _ in range(2):
        visitor.at("login/code/", {"email": guest.email})
        code = mailed_code()
        for _ in range(4):
            statuses.append(visitor.at("code/", {"code": wrong_code(code)}).status_code)
    assert statuses == [200] * (settings.AXES_FAILURE_LIMIT - 1) + [429]
    assert visitor.at("code/", {"code": code}).status_code == 429
    assert visitor.user is None


def test_the_lock_s_table_holds_no_address(user, visitor):
    from axes.models import AccessAttempt

    try_password(visitor, "wrong-password-here")
    attempt = AccessAttempt.objects.get()
    assert "ana" not in str(vars(attempt)) and "wrong-password-here" not in str(vars(attempt))


def test_staff_can_unlock(user, visitor):
    for _ in range(settings.AXES_FAILURE_LIMIT):
        try_password(visitor, "wrong")
    assert lockout.unlock("Ana@example.com") == 1
    assert try_password(visitor, PASSWORD).status_code == 302


def test_a_new_password_by_code(user, visitor, another_visitor):
    try_password(another_visitor, PASSWORD)
    visitor.at("password/reset/", {"email": user.email})
    response = visitor.at("code/", {"code": mailed_code()})
    assert response["Location"] == "/es-co/account/password/reset/choose/"
    assert visitor.user is None
    short = visitor.at("password/reset/choose/", {"password": "corta"})
    assert short.status_code == 200 and short.context["form"].errors
    visitor.at("password/reset/choose/", {"password": "otra-clave-larga-9"})
    assert visitor.user == user
    user.refresh_from_db()
    assert user.check_password("otra-clave-larga-9")
    # Other sessions have ended, and the step cannot be repeated.
    assert another_visitor.at("").status_code == 302
    assert visitor.at("password/reset/choose/").status_code == 410


def test_a_guest_can_choose_a_password(guest, visitor):
    visitor.at("password/reset/", {"email": guest.email})
    visitor.at("code/", {"code": mailed_code()})
    visitor.at("password/reset/choose/", {"password": PASSWORD})
    guest.refresh_from_db()
    assert guest.user == visitor.user and guest.user.check_password(PASSWORD)


def test_choosing_a_password_needs_the_code(user, visitor):
    assert visitor.at("password/reset/choose/").status_code == 410
    assert visitor.at("password/reset/choose/", {"password": PASSWORD}).status_code == 410


def test_changing_the_password(user, visitor):
    visitor.force_login(user)
    fields = {"oldpassword": PASSWORD, "password1": "otra-clave-larga-9"}
    response = visitor.at("password/change/", fields | {"oldpassword": "wrong"})
    assert response.status_code == 200
    response = visitor.at("password/change/", fields)
    assert response.status_code == 302
    user.refresh_from_db()
    assert user.check_password("otra-clave-larga-9")
    assert visitor.at("").status_code == 200


def test_signing_out_asks_and_then_does(user, visitor):
    visitor.force_login(user)
    assert visitor.at("logout/").status_code == 200
    assert visitor.user == user
    assert visitor.at("logout/", {}).status_code == 302
    assert visitor.user is None


def test_a_closed_account_stays_closed(user, visitor):
    user.is_active = False
    user.save()
    assert try_password(visitor, PASSWORD)["Location"] == "/es-co/account/inactive/"
    assert visitor.at("inactive/").status_code == 200
    visitor.at("login/code/", {"email": user.email})
    assert "login/code" in mail.outbox[0].body  # says that no account is known
    assert visitor.user is None


PAGES = ["", "profile/", "security/", "privacy/", "password/change/", "second-factor/"]
ENTRANCES = ["login/", "login/code/", "signup/", "password/reset/", "inactive/"]


@pytest.mark.parametrize("path", PAGES + ENTRANCES)
def test_nothing_about_who_asks_is_stored(path, user, visitor):
    for signed_in in (False, True):
        if signed_in:
            visitor.force_login(user)
        response = visitor.at(path)
        assert response.status_code in (200, 302)
        assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_every_page_has_one_heading_and_no_inline_script(user, visitor):
    visitor.force_login(user)
    for path in PAGES + ["logout/", "password/set/"]:
        response = visitor.at(path)
        if response.status_code == 200:
            text = response.content.decode()
            assert text.count("<h1") == 1, path
            assert "style=" not in text.replace("bottom_style=", ""), path


def test_the_alias_and_the_edition_are_kept_by_every_redirect(user):
    visitor = Visitor()
    visitor.base = "/en-us/account/"
    assert visitor.at("profile/")["Location"].startswith("/en-us/account/login/")
    assert try_password(visitor, PASSWORD)["Location"] == "/en-us/account/"
    assert Person.objects.get().edition == "es-co"


class TestWhoChangesTheCountryOnTheWay:
    """What they were going to is there in the country and language that they are in by now."""

    def test_with_a_password(self, user, visitor):
        form = {"login": user.email, "password": PASSWORD, "next": "/es-co/checkout/"}
        response = visitor.post("/en-us/account/login/", form)
        assert response["Location"] == "/en-us/checkout/"

    def test_with_a_new_account_and_a_switch_at_the_code(self, visitor):
        visitor.at("signup/?next=/es-co/checkout/", SIGN_UP | {"next": "/es-co/checkout/"})
        response = visitor.post("/en-us/account/code/", {"code": mailed_code()})
        assert response["Location"] == "/en-us/checkout/"

    def test_the_back_office_has_no_country(self, staff, visitor):
        member = staff("Marketer")
        form = {"login": member.email, "password": PASSWORD, "next": "/admin/pages/"}
        assert visitor.post("/en-us/account/login/", form)["Location"] == "/admin/pages/"


class TestPasswordsSpreadOverManyAddresses:
    """A few tries at each of many addresses lock none of them: the visitor's day is over."""

    @pytest.fixture
    def tried_everywhere(self, visitor, monkeypatch):
        monkeypatch.setattr(lockout, "MOST_ADDRESSES", 5)
        for number in range(5):
            try_password(visitor, "Verano2026", f"n{number}@example.com")

    def test_the_right_password_opens_nothing_and_a_code_does(
        self, user, visitor, another_visitor, tried_everywhere
    ):
        answer = try_password(visitor, PASSWORD)
        assert visitor.user is None and "código" in answer.content.decode()
        visitor.at("login/code/", {"email": user.email})
        visitor.at("code/", {"code": mailed_code()})
        assert visitor.user == user
        # Nobody else is kept out, nor this browser from then on.
        assert try_password(another_visitor, PASSWORD).status_code == 302
        visitor.at("logout/", {})
        assert try_password(visitor, PASSWORD).status_code == 302

    def test_many_tries_at_one_address_are_not_many_addresses(self, user, visitor, monkeypatch):
        monkeypatch.setattr(lockout, "MOST_ADDRESSES", 2)
        for _try in range(4):
            try_password(visitor, "Verano2026", "otra@example.com")
        assert try_password(visitor, PASSWORD).status_code == 302
