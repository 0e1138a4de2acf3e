"""Finding people, taking their data with them, forgetting them."""

import json

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from people import portal, privacy, services
from people.models import MailCode, Person, User

from .conftest import PASSWORD, Visitor

pytestmark = pytest.mark.every_engine


def person_for(email, **more):
    return services.person_for_email(email, edition="es-co", source=Person.Source.CHECKOUT, **more)


class TestPersonForEmail:
    def test_case_and_spaces_do_not_matter(self, db):
        first = person_for("Luis@Example.com")
        assert person_for("  luis@EXAMPLE.COM ") == first
        assert first.email == "luis@example.com"

    def test_blank_fields_of_a_guest_are_filled_and_nothing_is_overwritten(self, guest):
        person_for(guest.email, first_name="Otro", phone="+573000000000")
        guest.refresh_from_db()
        assert (guest.first_name, guest.phone) == ("Luis", "+573001234567")
        Person.objects.update(phone="")
        assert person_for(guest.email, phone="+573000000000").phone == "+573000000000"

    def test_a_visitor_changes_nothing_about_somebody_with_an_account(self, user):
        Person.objects.update(phone="")
        assert person_for(user.email, phone="+573000000000").phone == ""

    def test_an_address_is_needed(self, db):
        with pytest.raises(ValueError, match="address"):
            person_for("  ")

    def test_the_database_keeps_addresses_apart_by_case(self, guest, user):
        with pytest.raises(IntegrityError), transaction.atomic():
            Person.objects.bulk_create(
                [Person(email="LUIS@example.com", edition="es-co", source="checkout")]
            )
        with pytest.raises(IntegrityError), transaction.atomic():
            User.objects.bulk_create([User(email="ANA@example.com")])

    def test_registering_twice_is_refused(self, user):
        with pytest.raises(services.AlreadyRegistered):
            services.register(email="ANA@example.com", edition="es-co", source="corporate")

    def test_a_person_has_one_way_in(self, user, guest):
        other = User.objects.create_user("x@example.com")
        with pytest.raises(services.PersonHasUser):
            services.attach_user(user.person, other)
        with pytest.raises(services.PersonHasUser):
            services.attach_user(guest, user)
        assert services.attach_user(user.person, user) == user.person


@pytest.fixture
def section():
    """Another app's part of a person."""
    kept, forgotten = {"1001": "box"}, []
    privacy.register_exporter("parcels", lambda person: kept)
    privacy.register_eraser("parcels", lambda person: forgotten.append(person.email))
    yield forgotten
    privacy._exporters.pop("parcels")
    privacy._erasers.pop("parcels")


def test_the_export_holds_every_section(user, visitor, section):
    visitor.force_login(user)
    assert visitor.at("privacy/export/").status_code == 405
    response = visitor.at("privacy/export/", {})
    assert response["Content-Disposition"].startswith('attachment; filename="my-data-')
    assert "no-store" in response["Cache-Control"]
    data = json.loads(response.content)
    assert data["person"]["email"] == "ana@example.com"
    assert data["person"]["first_name"] == "Ana"
    assert data["account"]["has_password"] is True
    assert data["parcels"] == {"1001": "box"}
    assert PASSWORD not in response.content.decode() and user.password not in str(data)
    assert ModelLogEntry.objects.filter(action="people.export", user=user).exists()


def test_erasing_needs_two_confirmations_and_then_forgets(user, section):
    TOTP.activate(user, "JBSWY3DPEHPK3PXP")
    visitor, elsewhere = Visitor(), Visitor()
    for browser in (visitor, elsewhere):
        browser.force_login(user)
    visitor.at("login/code/")
    for fields in ({}, {"email": user.email}, {"email": "x@example.com", "sure": "on"}):
        response = visitor.at("privacy/erase/", fields)
        assert response.status_code == 200 and response.context["form"].errors
    person = user.person
    response = visitor.at("privacy/erase/", {"email": "Ana@example.com", "sure": "on"})
    assert response.status_code == 200 and visitor.user is None
    person.refresh_from_db()
    user.refresh_from_db()
    assert person.erased_at and not person.name and not person.email and not person.phone
    assert section == ["ana@example.com"]
    assert not user.is_active and "ana" not in user.email and not user.has_usable_password()
    assert not user.emailaddress_set.exists() and not user.authenticator_set.exists()
    assert elsewhere.at("").status_code == 302
    # Nothing in the log names them, and the row is still there for ledgers.
    labels = ModelLogEntry.objects.filter(object_id=str(person.pk)).values_list("label", flat=True)
    assert set(labels) == {person.pseudonym}
    # The address is free again, for a stranger to what was.
    again = person_for("ana@example.com")
    assert again != person


def test_erasing_is_idempotent_and_works_for_guests(guest):
    MailCode.objects.create(
        email=guest.email, purpose="sign-in", edition="es-co", expires_at=guest.created_at
    )
    erased = services.erase_person(guest, by=None)
    assert services.erase_person(guest, by=None).erased_at == erased.erased_at
    assert not MailCode.objects.exists()


def test_who_works_in_the_back_office_leaves_it_first(staff, visitor):
    member = staff("Marketer")
    visitor.force_login(member)
    response = visitor.at("privacy/erase/", {"email": member.email, "sure": "on"})
    assert response.status_code == 200 and response.context["form"].non_field_errors()
    member.person.refresh_from_db()
    assert member.person.erased_at is None and visitor.user == member


def test_nothing_is_half_forgotten(guest, section):
    def fails(person):
        raise RuntimeError("the ledger is closed")

    privacy.register_eraser("parcels", fails)
    with pytest.raises(RuntimeError):
        services.erase_person(guest, by=None)
    guest.refresh_from_db()
    assert guest.first_name == "Luis" and guest.erased_at is None


def test_the_profile_saves_and_leads_on_in_the_chosen_language(user, visitor):
    visitor.force_login(user)
    # The phone is read as people of the chosen country write it.
    fields = {"first_name": "Anita", "last_name": "", "phone": "(713) 555-0176"}
    response = visitor.at("profile/", fields | {"edition": "en-us"})
    assert response["Location"] == "/en-us/account/"
    assert response.cookies["edition"].value == "en-us"
    person = user.person
    person.refresh_from_db()
    assert (person.first_name, person.phone, person.edition) == ("Anita", "+17135550176", "en-us")
    user.refresh_from_db()
    assert user.first_name == "Anita"
    entry = ModelLogEntry.objects.filter(action="people.change").latest("timestamp")
    assert "Anita" not in str(entry.data) and "first_name" in entry.data["fields"]
    bad = visitor.at("profile/", fields | {"edition": "pt-br", "phone": "abc"})
    assert set(bad.context["form"].errors) == {"edition", "phone"}


def test_a_tile_shows_and_guards_by_the_same_permission(user, staff, rf):
    from django.core.exceptions import PermissionDenied
    from django.http import HttpResponse

    portal.register_tile(
        portal.Tile(
            key="desk",
            label="Desk",
            url_name="account_security",
            permission="people.view_person",
            summary=lambda request: "3 new",
        )
    )
    try:
        view = portal.page("desk")(lambda request: HttpResponse(request.person.name))
        for who, allowed in ((user, False), (staff("Order desk"), True)):
            request = rf.get("/")
            request.user = who
            tiles = {tile["key"]: tile for tile in portal.tiles_for(request)}
            assert ("desk" in tiles) is allowed
            if allowed:
                assert tiles["desk"]["summary"] == "3 new"
                response = view(request)
                assert "no-store" in response["Cache-Control"]
            else:
                with pytest.raises(PermissionDenied):
                    view(request)
    finally:
        portal._tiles.pop("desk")
