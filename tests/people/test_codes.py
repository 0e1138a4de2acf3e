"""Emailed codes: right once, for ten minutes, for one browser."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from people import code_purposes, codes
from people.models import MailCode, Person, User

from .conftest import PASSWORD, SIGN_UP, Visitor, mailed_code, wrong_code


def ask(visitor, email="luis@example.com"):
    visitor.at("login/code/", {"email": email})
    return mailed_code()


def test_a_guest_becomes_a_user_with_the_first_right_code(guest, visitor):
    code = ask(visitor, "Luis@Example.com")
    response = visitor.at("code/", {"code": code})
    assert response.status_code == 302 and response["Location"] == "/es-co/account/"
    user = visitor.user
    guest.refresh_from_db()
    assert guest.user == user
    assert user.email == "luis@example.com"
    assert not user.has_usable_password()
    assert user.emailaddress_set.get().verified
    assert Person.objects.count() == 1
    assert visitor.at("").status_code == 200


def test_the_code_is_kept_as_a_digest_only(guest, visitor):
    code = ask(visitor)
    row = MailCode.objects.get()
    assert code.replace(" ", "") not in str(vars(row))
    assert len(row.digest) == 64


def test_signing_up_makes_nobody_before_the_code(visitor):
    response = visitor.at("signup/", SIGN_UP)
    assert response.status_code == 302
    assert not User.objects.exists() and not Person.objects.exists()
    assert PASSWORD not in str(MailCode.objects.get().payload)
    visitor.at("code/", {"code": mailed_code()})
    user = visitor.user
    assert user.check_password(PASSWORD)
    person = user.person
    assert (person.first_name, person.phone) == ("Marta", "+573001234567")
    assert person.edition == "es-co" and person.source == Person.Source.CORPORATE
    assert person.terms_accepted_at
    assert MailCode.objects.get().payload == {}


def test_signing_up_takes_a_guest_over_with_what_hangs_on_them(guest, visitor):
    visitor.at("signup/", SIGN_UP | {"email": guest.email})
    assert Person.objects.get().is_guest
    visitor.at("code/", {"code": mailed_code()})
    guest.refresh_from_db()
    assert guest.user == visitor.user
    assert guest.source == Person.Source.CHECKOUT


@pytest.mark.parametrize("typed", ["{}", " {} ", "{0[0]}-{0[1]}{0[2]}{0[4]}{0[5]}{0[6]}"])
def test_spaces_and_dashes_do_not_matter(typed, guest, visitor):
    visitor.at("code/", {"code": typed.format(ask(visitor))})
    assert visitor.user


def test_digits_of_other_scripts_are_digits(guest, visitor):
    code = ask(visitor)
    arabic = "".join(chr(0x0660 + int(digit)) for digit in code.replace(" ", ""))
    visitor.at("code/", {"code": arabic})
    assert visitor.user


def test_a_wrong_code_is_refused_with_what_to_do(guest, visitor):
    code = ask(visitor)
    response = visitor.at("code/", {"code": wrong_code(code)})
    assert response.status_code == 200
    assert str(codes.CodeRefused.MESSAGES["wrong"]) in response.content.decode()
    assert visitor.user is None
    visitor.at("code/", {"code": code})
    assert visitor.user


def test_a_code_expires(guest, visitor):
    code = ask(visitor)
    MailCode.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    response = visitor.at("code/", {"code": code})
    assert str(codes.CodeRefused.MESSAGES["expired"]) in response.content.decode()
    assert visitor.user is None


def test_a_code_works_once(guest, visitor, another_visitor):
    code = ask(visitor)
    token = str(MailCode.objects.get().token)
    visitor.at("code/", {"code": code})
    assert visitor.at("code/").status_code == 302
    with pytest.raises(codes.CodeRefused) as refused:
        codes.verify_code(token, code, purpose=code_purposes.SIGN_IN)
    assert refused.value.reason == "expired"


def test_five_wrong_tries_spend_a_code(guest, visitor):
    code = ask(visitor)
    for _ in range(codes.MAX_ATTEMPTS):
        response = visitor.at("code/", {"code": wrong_code(code)})
    assert str(codes.CodeRefused.MESSAGES["spent"]) in response.content.decode()
    visitor.at("code/", {"code": code})
    assert visitor.user is None


def test_another_browser_cannot_use_the_code(guest, visitor, another_visitor):
    code = ask(visitor)
    assert another_visitor.at("code/", {"code": code}).status_code == 302
    assert another_visitor.user is None


def test_a_code_of_another_purpose_or_token_opens_nothing(guest, visitor):
    code = ask(visitor)
    token = str(MailCode.objects.get().token)
    for case in (
        {"token": token, "purpose": code_purposes.RESET},
        {"token": "0" * 32, "purpose": code_purposes.SIGN_IN},
        {"token": "not a token\x00", "purpose": code_purposes.SIGN_IN},
    ):
        with pytest.raises(codes.CodeRefused) as refused:
            codes.verify_code(case["token"], code, purpose=case["purpose"])
        assert refused.value.reason == "expired"


def test_a_resent_code_replaces_the_first(guest, visitor):
    first = ask(visitor)
    response = visitor.at("code/", {"resend": "1"})
    assert response.status_code == 302
    second = mailed_code()
    assert len(mail.outbox) == 2
    if first != second:
        visitor.at("code/", {"code": first})
        assert visitor.user is None
    visitor.at("code/", {"code": second})
    assert visitor.user


def test_a_resent_sign_up_keeps_what_was_typed(visitor):
    visitor.at("signup/", SIGN_UP)
    visitor.at("code/", {"resend": "1"})
    visitor.at("code/", {"code": mailed_code()})
    assert visitor.user.person.first_name == "Marta"


def test_codes_from_one_visitor_to_one_address_are_limited_without_telling(guest, db):
    pages = []
    for number, address in enumerate(("luis@example.com", "nadie@example.com")):
        asker = {"REMOTE_ADDR": f"10.0.0.{number}"}
        for _time in range(codes.PER_ASKER[0][0]):
            Visitor(**asker).at("login/code/", {"email": address})
        response = Visitor(**asker).at("login/code/", {"email": address})
        assert response.status_code == 429
        assert str(codes.TooManyCodes.message) in response.content.decode()
        pages.append(response.context["form"].data["email"])
    assert len(mail.outbox) == 2 * codes.PER_ASKER[0][0]
    assert pages == ["luis@example.com", "nadie@example.com"]


def ask_from_everywhere(address, path="login/code/"):
    for number in range(codes.UNPACED[0]):
        Visitor(REMOTE_ADDR=f"10.0.0.{number}").at(path, {"email": address})


def test_nobody_keeps_somebody_else_from_signing_in(guest, db):
    """Strangers ask for codes to Luis's address: he waits minutes, not an hour or a day."""
    ask_from_everywhere("luis@example.com")
    luis = Visitor(REMOTE_ADDR="10.0.1.1")
    response = luis.at("login/code/", {"email": "luis@example.com"})
    assert response.status_code == 429
    assert str(codes.TooSoon.message) in response.content.decode()

    # Another purpose has its own limit.
    assert luis.at("password/reset/", {"email": "luis@example.com"}).status_code == 302

    old = timezone.now() - codes.PACE - timedelta(seconds=1)
    MailCode.objects.filter(purpose=code_purposes.SIGN_IN).update(created_at=old)
    assert luis.at("login/code/", {"email": "luis@example.com"}).status_code == 302


def test_a_browser_that_proved_the_address_before_does_not_wait(guest, db):
    luis = Visitor(REMOTE_ADDR="10.0.1.1")
    luis.at("login/code/", {"email": "luis@example.com"})
    luis.at("code/", {"code": mailed_code()})
    luis.at("logout/", {})
    ask_from_everywhere("luis@example.com")
    assert luis.at("login/code/", {"email": "luis@example.com"}).status_code == 302
    ask_from_everywhere("otra@example.com")
    assert luis.at("login/code/", {"email": "otra@example.com"}).status_code == 429


def test_codes_for_one_visitor_are_limited(visitor):
    for number in range(codes.PER_IP[0][0]):
        visitor.at("login/code/", {"email": f"nadie{number}@example.com"})
    assert visitor.at("login/code/", {"email": "uno@example.com"}).status_code == 429


def test_rows_are_deleted_after_a_day(guest, visitor):
    ask(visitor)
    MailCode.objects.update(created_at=timezone.now() - codes.RETENTION - timedelta(minutes=1))
    ask(visitor)
    assert MailCode.objects.count() == 1


def test_the_task_run_again_mails_a_code_that_works(guest, visitor):
    from people.tasks import mail_code

    ask(visitor)
    mail_code.enqueue(token=str(MailCode.objects.get().token))
    visitor.at("code/", {"code": mailed_code()})
    assert visitor.user


def test_the_mail_is_in_the_language_of_the_page(guest):
    visitor = Visitor()
    visitor.base = "/en-us/account/"
    visitor.at("login/code/", {"email": guest.email})
    assert mail.outbox[0].subject == "Your code to sign in"
    assert "/en-us/" in mail.outbox[0].body


def test_next_is_kept_and_must_be_ours(guest):
    for then, landing in (
        ("/es-co/checkout/", "/es-co/checkout/"),
        ("https://evil.example/", "/es-co/account/"),
        ("//evil.example/", "/es-co/account/"),
        ("javascript:alert(1)", "/es-co/account/"),
    ):
        visitor = Visitor()
        visitor.at("login/code/", {"email": guest.email, "next": then})
        response = visitor.at("code/", {"code": mailed_code()})
        assert response["Location"] == landing
