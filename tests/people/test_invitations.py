"""A user whom staff made without a password chooses their own."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.utils import timezone

from people import invitations, services
from people.models import User

from .conftest import PASSWORD, Visitor

pytestmark = pytest.mark.one_database

FIELDS = {"email": "Nueva@Example.com", "first_name": "Nora", "last_name": "Vega"}


@pytest.fixture
def invite(staff, visitor):
    visitor.force_login(staff("Administrator"))

    def make(**more):
        response = visitor.post("/admin/users/new/", FIELDS | more)
        assert response.status_code == 302
        return User.objects.get(email="nueva@example.com")

    return make


def link() -> str:
    found = re.search(r"https?://[^/\s]+(/\S+/invitation/\S+)", mail.outbox[-1].body)
    assert found, mail.outbox[-1].body
    return found.group(1)


def test_the_link_of_the_mail_ends_in_a_password_and_a_proven_address(invite, another_visitor):

    user = invite(groups=[Group.objects.get(name="Marketer").pk])
    assert not user.has_usable_password()
    assert mail.outbox[-1].to == ["nueva@example.com"]
    answer = another_visitor.get(link())
    assert answer.status_code == 302 and "invitation" not in answer["Location"]
    page = another_visitor.get(answer["Location"])
    assert page.status_code == 200
    answer = another_visitor.post(answer["Location"], {"password": PASSWORD})
    assert answer["Location"] == "/admin/"
    assert another_visitor.user == user
    user.refresh_from_db()
    assert user.check_password(PASSWORD) and services.is_verified(user)


def test_the_link_works_until_a_password_is_chosen(invite, another_visitor):
    user = invite()
    address = link()
    # A scanner of mails that opens every link uses nothing up.
    Visitor(REMOTE_ADDR="127.0.0.9").get(address)
    assert another_visitor.get(address).status_code == 302
    services.set_password(user, PASSWORD)
    answer = Visitor(REMOTE_ADDR="127.0.0.8").get(address)
    assert answer.status_code == 410
    assert "/account/password/reset/" in answer.content.decode()


def test_whoever_opened_it_too_chooses_no_second_password(invite, another_visitor):
    user = invite()
    other = Visitor(REMOTE_ADDR="127.0.0.9")
    choose = another_visitor.get(link())["Location"]
    assert other.get(link())["Location"] == choose
    another_visitor.post(choose, {"password": PASSWORD})

    late = other.post(choose, {"password": "another long one 2026"})

    assert late.status_code == 410 and other.user is None
    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_the_link_has_its_days(invite, another_visitor, monkeypatch):
    invite()
    later = timezone.now() + timedelta(days=invitations.days() + 1)
    monkeypatch.setattr(
        invitations._tokens, "_now", lambda: timezone.make_naive(later), raising=False
    )
    assert another_visitor.get(link()).status_code == 410


@pytest.mark.parametrize("token", ["x", "1-", "-", "99999999999999999999-a-b", "1-a-b", "²-a"])
def test_what_is_no_invitation_is_told_so(db, visitor, token):
    assert visitor.at(f"invitation/{token}/").status_code == 410


def test_a_password_that_is_given_needs_no_mail(invite):
    user = invite(password1=PASSWORD, password2=PASSWORD)
    assert user.check_password(PASSWORD)
    assert not mail.outbox


def test_nobody_is_invited_where_the_form_is_refused(invite, visitor, user):
    visitor.post("/admin/users/new/", FIELDS | {"email": user.email})
    assert not mail.outbox
