"""The second factor, whichever way somebody comes in, and the back office that asks for it."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from .conftest import PASSWORD, mailed_code

pytestmark = pytest.mark.one_database

SECRET = "JBSWY3DPEHPK3PXP"


def app_code(secret: str = SECRET) -> str:
    """What the authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.fixture
def protected(user):
    TOTP.activate(user, SECRET)
    RecoveryCodes.activate(user)
    return user


def test_setting_it_up_shows_recovery_codes(user, visitor):
    visitor.at("login/", {"login": user.email, "password": PASSWORD})
    # The password is asked for once more first.
    response = visitor.at("second-factor/app/on/")
    assert response.status_code == 302 and "reauthenticate" in response["Location"]
    assert visitor.get(response["Location"]).status_code == 200
    response = visitor.at(
        "reauthenticate/", {"password": PASSWORD, "next": "/es-co/account/second-factor/app/on/"}
    )
    assert response["Location"] == "/es-co/account/second-factor/app/on/"
    page = visitor.at("second-factor/app/on/")
    text = page.content.decode()
    assert "<svg" in text and "data:" not in text.split("<main")[1].split("</main")[0]
    secret = page.context["form"].secret
    wrong = visitor.at("second-factor/app/on/", {"code": "000000"})
    assert wrong.status_code == 200 and wrong.context["form"].errors
    response = visitor.at("second-factor/app/on/", {"code": app_code(secret)})
    assert response["Location"] == "/es-co/account/second-factor/recovery/"
    assert visitor.at("second-factor/recovery/").context["unused_codes"]
    assert visitor.at("second-factor/recovery/file/").status_code == 200
    for path in ("second-factor/", "second-factor/recovery/new/", "second-factor/app/off/"):
        assert visitor.at(path).status_code == 200
    # Secrets are kept encrypted.
    stored = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert secret not in stored


def test_a_password_is_not_enough(protected, visitor):
    response = visitor.at("login/", {"login": protected.email, "password": PASSWORD})
    assert response["Location"] == "/es-co/account/second-factor/authenticate/"
    assert visitor.user is None
    assert visitor.at("second-factor/authenticate/").status_code == 200
    assert visitor.at("second-factor/authenticate/", {"code": "000000"}).status_code == 200
    assert visitor.user is None
    visitor.at("second-factor/authenticate/", {"code": app_code()})
    assert visitor.user == protected


def test_somebody_else_can_sign_in_instead(protected, visitor):
    """A login that waits for its second factor can be left."""
    visitor.at("login/", {"login": protected.email, "password": PASSWORD})
    assert visitor.at("login/").status_code == 302
    response = visitor.at("logout/", {"next": "/es-co/account/login/"})
    assert response["Location"] == "/es-co/account/login/"
    assert visitor.at("login/").status_code == 200


def test_a_mailed_code_is_not_enough_either(protected, visitor):
    visitor.at("login/code/", {"email": protected.email})
    response = visitor.at("code/", {"code": mailed_code()})
    assert response["Location"] == "/es-co/account/second-factor/authenticate/"
    assert visitor.user is None


def test_nor_is_a_new_password(protected, visitor):
    visitor.at("password/reset/", {"email": protected.email})
    visitor.at("code/", {"code": mailed_code()})
    visitor.at("password/reset/choose/", {"password": "otra-clave-larga-9"})
    assert visitor.user is None


def test_a_recovery_code_works_once(protected, visitor, another_visitor):
    code = RecoveryCodes(
        Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES)
    ).get_unused_codes()[0]
    for browser, expected in ((visitor, protected), (another_visitor, None)):
        browser.at("login/", {"login": protected.email, "password": PASSWORD})
        browser.at("second-factor/authenticate/", {"code": code})
        assert browser.user == expected


def test_wrong_second_factors_are_limited(protected, visitor):
    visitor.at("login/", {"login": protected.email, "password": PASSWORD})
    for _ in range(5):
        visitor.at("second-factor/authenticate/", {"code": "000000"})
    visitor.at("second-factor/authenticate/", {"code": app_code()})
    assert visitor.user is None


class TestBackOffice:
    def test_its_own_login_leads_to_ours(self, db, client):
        response = client.get("/admin/")
        assert response["Location"] == "/admin/login/?next=/admin/"
        response = client.get(response["Location"], headers={"Accept-Language": "en-US"})
        assert response["Location"] == "/en-us/account/login/?next=%2Fadmin%2F"
        assert client.post("/admin/login/", {"username": "a", "password": "b"}).status_code == 302
        for path in ("password_reset/", "password_reset/confirm/x-y/"):
            assert "/account/password/reset/" in client.get(f"/admin/{path}")["Location"]

    def test_staff_come_in_and_go_out(self, staff, visitor):
        staff("Administrator")
        response = visitor.at(
            "login/",
            {"login": "administrator@example.com", "password": PASSWORD, "next": "/admin/"},
        )
        assert response["Location"] == "/admin/"
        assert visitor.get("/admin/").status_code == 200
        assert visitor.get("/admin/login/")["Location"] == "/admin/"
        response = visitor.post("/admin/logout/")
        assert response.status_code == 302 and visitor.user is None
        assert visitor.get("/admin/").status_code == 302

    def test_who_has_no_business_there_is_told_so_and_not_sent_in_circles(self, user, visitor):
        visitor.force_login(user)
        response = visitor.get("/admin/", follow=True)
        assert response.status_code == 403
        assert len(response.redirect_chain) == 1

    @pytest.mark.parametrize("then", ["https://evil.example/", "//evil.example", "\\\\evil"])
    def test_next_must_be_ours(self, then, staff, visitor):
        visitor.force_login(staff("Administrator"))
        assert visitor.get("/admin/login/", {"next": then})["Location"] == "/admin/"

    def test_a_second_factor_is_asked_for_where_settings_say_so(self, staff, visitor, settings):
        member = staff("Administrator")
        visitor.force_login(member)
        assert visitor.get("/admin/").status_code == 200
        settings.VITRINA_ADMIN_REQUIRES_SECOND_FACTOR = True
        response = visitor.get("/admin/pages/")
        assert response["Location"].endswith("/account/second-factor/app/on/")
        TOTP.activate(member, SECRET)
        response = visitor.get("/admin/pages/")
        assert (
            "/account/second-factor/reauthenticate/?next=%2Fadmin%2Fpages%2F"
            in (response["Location"])
        )
        response = visitor.at(
            "second-factor/reauthenticate/", {"code": app_code(), "next": "/admin/"}
        )
        assert response["Location"] == "/admin/"
        assert visitor.get("/admin/").status_code == 200
        # The shop never asks for it.
        assert visitor.at("").status_code == 200
