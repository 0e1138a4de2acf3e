"""What the roles may do is what the database says, and what the back office lets people do."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import translation
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from config.checks import roles_are_registered
from people import roles, services
from people.models import Person

ROLES = [role.group for role in roles.all_roles()]


def state():
    return {
        group.name: (
            set(group.permissions.values_list("pk", flat=True)),
            GroupPagePermission.objects.filter(group=group).count(),
            GroupCollectionPermission.objects.filter(group=group).count(),
        )
        for group in Group.objects.filter(name__in=ROLES)
    }


def test_migrate_makes_the_groups_and_syncing_again_changes_nothing(db):
    Group.objects.filter(name__in=ROLES).delete()
    call_command("migrate", verbosity=0, interactive=False)
    before = state()
    assert set(before) == set(ROLES)
    call_command("sync_roles", verbosity=0)
    assert state() == before


def test_what_a_company_grants_or_takes_stays_so(db):
    roles.sync_roles()
    group = Group.objects.get(name="Order desk")
    extra = Permission.objects.get(codename="add_redirect")
    taken = Permission.objects.get(codename="change_order")
    group.permissions.add(extra)
    group.permissions.remove(taken)

    call_command("migrate", verbosity=0, interactive=False)

    held = set(group.permissions.all())
    assert extra in held and taken not in held
    # What the table says comes back when somebody asks for it.
    call_command("sync_roles", "--again", verbosity=0)
    assert {extra, taken} <= set(group.permissions.all())


def test_what_is_taken_of_pages_and_files_stays_taken_too(db):
    roles.sync_roles()
    marketer = Group.objects.get(name="Marketer")
    for model in (GroupPagePermission, GroupCollectionPermission):
        model.objects.filter(group=marketer).first().delete()
    before = state()

    roles.sync_roles()

    assert state() == before


def test_a_right_that_is_new_is_given(db):
    roles.sync_roles()
    group = Group.objects.get(name="Order desk")
    kind = Permission.objects.get(codename="change_order").content_type
    new = Permission.objects.create(codename="split_order", content_type=kind, name="Split")

    roles.sync_roles()

    assert new in group.permissions.all()


def test_each_app_adds_to_a_role_and_takes_away_only_from_what_it_gives():
    given = roles.Rights(permissions=("order.*", "-order.delete_*"))
    assert given.allows("order.change_order") and not given.allows("order.delete_order")
    desk = roles.all_rights()["Order desk"]
    assert any(rights.allows("attribution.view_credit") for rights in desk)
    assert not any(rights.allows("order.delete_order") for rights in desk)


def test_rights_of_a_role_that_no_app_registers_are_an_error(monkeypatch):
    assert roles_are_registered(None) == []
    monkeypatch.setitem(roles._rights, "Ordr desk", [])
    assert [error.id for error in roles_are_registered(None)] == ["vitrina.E007"]


MATRIX = {
    # permission: who has it
    "wagtailadmin.access_admin": {
        "Marketer",
        "Merchandiser",
        "Order desk",
        "Consultant desk",
        "Trainer",
        "Moderator",
        "Administrator",
    },
    "wagtailredirects.add_redirect": {"Marketer", "Administrator"},
    "wagtailimages.add_image": {"Marketer", "Merchandiser", "Trainer", "Administrator"},
    "wagtaildocs.add_document": {"Marketer", "Merchandiser", "Trainer", "Administrator"},
    "catalogue.change_product": {"Merchandiser", "Administrator"},
    "partner.change_stockrecord": {"Merchandiser", "Administrator"},
    "order.change_order": {"Order desk", "Administrator"},
    "order.delete_order": {"Administrator"},
    "people.view_person": {"Order desk", "Consultant desk", "Administrator"},
    "consultants.change_consultant": {"Consultant desk", "Administrator"},
    "attribution.view_credit": {"Order desk", "Consultant desk", "Administrator"},
    "attribution.reassign_credit": {"Consultant desk", "Administrator"},
    "forum.moderate_forum": {"Moderator", "Administrator"},
    "people.export_person": {"Administrator"},
    "people.erase_person": {"Administrator"},
    "auth.change_group": {"Administrator"},
    "people.change_user": {"Administrator"},
}


@pytest.mark.parametrize("permission", MATRIX)
def test_who_may_do_what(permission, staff):
    assert {role for role in ROLES if staff(role).has_perm(permission)} == MATRIX[permission]


def test_marketers_and_administrators_edit_pages(staff):
    root = Page.get_first_root_node()
    for role in ROLES:
        policy = root.permissions_for_user(staff(role))
        assert policy.can_publish_subpage() is (role in {"Marketer", "Administrator"})


def test_labels_are_translated():
    group = Group(name="Order desk")
    with translation.override("en"):
        assert roles.label_of(group) == "Order desk"
    assert roles.label_of(Group(name="Own group")) == "Own group"


DESKS = {"Order desk", "Consultant desk", "Administrator"}
URLS = {
    # url: (who opens it, method)
    "/admin/people/": DESKS,
    "/admin/people/?q=luis&market=co&source=checkout&kind=guests": DESKS,
    "/admin/people/new/": {"Consultant desk", "Administrator"},
    "/admin/people/inspect/{pk}/": DESKS,
    "/admin/people/edit/{pk}/": DESKS,
    "/admin/people/history/{pk}/": DESKS,
    "/admin/people/erase/{pk}/": {"Administrator"},
}
ACTIONS = {
    "/admin/people/export/{pk}/": {"Administrator"},
    "/admin/people/erase/{pk}/": {"Administrator"},
}


@pytest.mark.parametrize("role", [*ROLES, "customer", "anonymous"])
def test_urls_by_role(role, staff, user, guest, visitor):
    if role == "customer":
        visitor.force_login(user)
    elif role != "anonymous":
        visitor.force_login(staff(role))
    for url, allowed in URLS.items():
        response = visitor.get(url.format(pk=guest.pk))
        assert (response.status_code == 200) is (role in allowed), (url, response.status_code)
        assert response.status_code in (200, 302, 403)
    for url, allowed in ACTIONS.items():
        response = visitor.post(url.format(pk=guest.pk))
        landing = response.headers.get("Location", "/admin/people/")
        done = response.status_code in (200, 302) and landing.startswith("/admin/people/")
        assert done is (role in allowed), (url, response.status_code)
    guest.refresh_from_db()
    assert bool(guest.erased_at) is (role == "Administrator")


class TestPeopleInTheBackOffice:
    @pytest.fixture
    def admin(self, staff, visitor):
        visitor.force_login(staff("Administrator"))
        return visitor

    def test_searching_and_filtering(self, admin, guest, user):
        def found(query):
            response = admin.get(f"/admin/people/results/?{query}")
            assert response.status_code == 200
            return {person.email for person in response.context["object_list"]}

        assert found("q=pardo") == {guest.email}
        assert found("q=LUIS%40") == {guest.email}
        assert guest.email not in found("kind=registered")
        assert found("source=checkout") == {guest.email}
        assert found("market=us") == set()
        assert guest.email in found("market=co")
        for hostile in ("%00", "%22", "'", "*", "a" * 5000, "%F0%9F%8C%BF"):
            found(f"q={hostile}")
        found("created_at_from=2020-01-01&created_at_to=x")

    def test_adding_makes_no_second_person(self, admin, guest):
        fields = {
            "first_name": "Otro",
            "last_name": "",
            "email": "LUIS@example.com",
            "phone": "",
            "edition": "es-mx",
        }
        response = admin.post("/admin/people/new/", fields)
        assert response.status_code == 200 and response.context["form"].errors
        response = admin.post("/admin/people/new/", fields | {"email": "otro@example.com"})
        assert response.status_code == 302
        made = Person.objects.get(email="otro@example.com")
        assert made.source == Person.Source.BACKOFFICE and made.edition == "es-mx"

    def test_editing_goes_through_the_service_and_is_on_record(self, admin, guest):
        fields = {
            "first_name": "Lucho",
            "last_name": "Pardo",
            "email": guest.email,
            "phone": guest.phone,
            "edition": "en-us",
        }
        assert admin.post(f"/admin/people/edit/{guest.pk}/", fields).status_code == 302
        guest.refresh_from_db()
        assert (guest.first_name, guest.edition) == ("Lucho", "en-us")
        page = admin.get(f"/admin/people/inspect/{guest.pk}/").content.decode()
        assert "administrator@example.com" in page
        bad = admin.post(f"/admin/people/edit/{guest.pk}/", fields | {"phone": "x", "edition": "?"})
        assert set(bad.context["form"].errors) == {"phone", "edition"}

    def test_the_address_of_an_account_is_not_edited_here(self, admin, user):
        fields = {
            "first_name": "Ana",
            "last_name": "",
            "email": "x@example.com",
            "phone": "",
            "edition": "es-co",
        }
        admin.post(f"/admin/people/edit/{user.person.pk}/", fields)
        user.person.refresh_from_db()
        assert user.person.email == user.email == "ana@example.com"

    def test_there_is_no_deleting(self, admin, guest):
        assert admin.post(f"/admin/people/delete/{guest.pk}/").status_code == 404

    def test_an_erased_person_is_shown_as_such(self, admin, guest):
        services.erase_person(guest, by=None)
        page = admin.get(f"/admin/people/inspect/{guest.pk}/")
        assert page.status_code == 200 and "Pardo" not in page.content.decode()
        assert admin.get(f"/admin/people/edit/{guest.pk}/").status_code == 404
        assert admin.post(f"/admin/people/export/{guest.pk}/").status_code == 404
        assert admin.get("/admin/people/").status_code == 200

    def test_the_menu_has_people(self, admin):
        assert "/admin/people/" in admin.get("/admin/").content.decode()

    def test_users_and_groups_of_wagtail_work_without_a_username(self, admin):
        for url in ("/admin/users/", "/admin/users/new/", "/admin/groups/", "/admin/account/"):
            assert admin.get(url).status_code == 200
        response = admin.post(
            "/admin/users/new/",
            {"email": "Nueva@Example.com", "first_name": "N", "last_name": "V", "is_active": "on"},
        )
        assert response.status_code == 302


def test_a_group_is_called_what_its_role_is_called_in_the_readers_language():
    with translation.override("es"):
        assert str(Group(name="Order desk")) == "Mesa de pedidos"
        assert str(Group(name="Beyond the table")) == "Beyond the table"
    with translation.override("en"):
        assert str(Group(name="Order desk")) == "Order desk"
