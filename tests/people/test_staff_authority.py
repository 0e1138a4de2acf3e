"""Nobody makes somebody more than they are, nor touches whoever is more: every road there is."""

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from people.models import User
from people.roles import grant
from people.staff.authority import Authority

from .conftest import PASSWORD

pytestmark = pytest.mark.one_database

EMPTY_PANELS = {
    f"{prefix}-{name}": "0"
    for prefix in (
        "page_permissions",
        "image_permissions",
        "document_permissions",
        "collection_permissions",
    )
    for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
}


@pytest.fixture
def chief(db) -> User:
    return User.objects.create_superuser("chief@example.com", PASSWORD)


@pytest.fixture
def administrator(staff, visitor):
    member = staff("Administrator")
    visitor.force_login(member)
    return member


@pytest.fixture
def keeper(user, visitor):
    """Ana may look after users and groups, and otherwise nothing: no role of ours is like that."""
    group = Group.objects.create(name="Keepers of users")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(content_type__app_label="people", codename__endswith="_user"),
        *Permission.objects.filter(content_type__app_label="auth", codename__endswith="_group"),
    )
    user.groups.add(group)
    visitor.force_login(user)
    return user


def fields_of(user, **changed):
    fields = {
        "email": user.email,
        "first_name": user.first_name or "N",
        "last_name": user.last_name or "V",
        "is_active": "on",
        "groups": list(user.groups.values_list("pk", flat=True)),
    }
    return fields | changed


def role(name: str) -> int:
    return Group.objects.get(name=name).pk


class TestUsersForm:
    def test_an_administrator_makes_no_superuser(self, administrator, visitor):
        page = visitor.get("/admin/users/new/")
        assert "is_superuser" not in page.context["form"].fields
        fields = {"email": "n@example.com", "first_name": "N", "last_name": "V"}
        visitor.post("/admin/users/new/", fields | {"is_superuser": "on"})
        made = User.objects.get(email="n@example.com")
        assert made.is_superuser is False
        visitor.post(f"/admin/users/edit/{made.pk}/", fields_of(made, is_superuser="on"))
        visitor.post(
            f"/admin/users/edit/{administrator.pk}/", fields_of(administrator, is_superuser="on")
        )
        assert not User.objects.filter(is_superuser=True).exists()

    def test_a_superuser_makes_another(self, chief, visitor):
        visitor.force_login(chief)
        fields = {"email": "n@example.com", "first_name": "N", "last_name": "V"}
        visitor.post("/admin/users/new/", fields | {"is_superuser": "on"})
        assert User.objects.get(email="n@example.com").is_superuser is True

    def test_an_administrator_gives_every_role(self, administrator, visitor):
        fields = {"email": "n@example.com", "first_name": "N", "last_name": "V"}
        everything = [role("Marketer"), role("Order desk"), role("Administrator")]
        visitor.post("/admin/users/new/", fields | {"groups": everything})
        assert User.objects.get(email="n@example.com").groups.count() == 3

    def test_nobody_gives_a_role_that_may_more_than_they_do(self, keeper, visitor):
        fields = {"email": "n@example.com", "first_name": "N", "last_name": "V"}
        answer = visitor.post("/admin/users/new/", fields | {"groups": [role("Marketer")]})
        assert "groups" in answer.context["form"].errors
        assert not User.objects.filter(email="n@example.com").exists()
        own = fields_of(keeper)
        own["groups"].append(role("Administrator"))
        answer = visitor.post(f"/admin/users/edit/{keeper.pk}/", own)
        assert "groups" in answer.context["form"].errors
        assert keeper.groups.count() == 1

    def test_a_group_of_customers_is_anybodys_to_give(self, keeper, visitor):
        club = Group.objects.create(name="Club")
        fields = {"email": "n@example.com", "first_name": "N", "last_name": "V"}
        visitor.post("/admin/users/new/", fields | {"groups": [club.pk]})
        assert list(User.objects.get(email="n@example.com").groups.all()) == [club]

    def test_nobody_opens_changes_or_gives_a_password_to_somebody_who_is_more(
        self, administrator, chief, visitor
    ):
        assert visitor.get(f"/admin/users/edit/{chief.pk}/").status_code == 302
        stolen = fields_of(
            chief, email="mine@example.com", password1="otra-clave-9x", password2="otra-clave-9x"
        )
        visitor.post(f"/admin/users/edit/{chief.pk}/", stolen)
        chief.refresh_from_db()
        assert chief.email == "chief@example.com" and chief.check_password(PASSWORD)

    def test_somebody_switched_off_counts_as_what_they_would_be(self, keeper, staff, visitor):
        member = staff("Administrator")
        User.objects.filter(pk=member.pk).update(is_active=False)
        stolen = fields_of(member, password1="otra-clave-9x", password2="otra-clave-9x")
        visitor.post(f"/admin/users/edit/{member.pk}/", stolen)
        member.refresh_from_db()
        assert member.is_active is False and member.check_password(PASSWORD)

    def test_nobody_deletes_somebody_who_is_more(self, keeper, staff, chief, visitor):
        member = staff("Marketer")
        for one in (member, chief):
            visitor.post(f"/admin/users/delete/{one.pk}/")
            assert User.objects.filter(pk=one.pk).exists()
        plain = User.objects.create_user("plain@example.com")
        visitor.post(f"/admin/users/delete/{plain.pk}/")
        assert not User.objects.filter(pk=plain.pk).exists()

    def test_nobody_is_copied_with_their_password(self, chief, visitor):
        visitor.force_login(chief)
        assert visitor.get(f"/admin/users/copy/{chief.pk}/").status_code == 404

    def test_what_one_may_not_open_is_no_link_in_the_list(self, administrator, chief, visitor):
        page = visitor.get("/admin/users/").content.decode()
        assert f"/admin/users/edit/{administrator.pk}/" in page
        assert f"/admin/users/edit/{chief.pk}/" not in page


class TestBulk:
    def do(self, visitor, action, users, **data):
        ids = "&".join(f"id={user.pk}" for user in users)
        return visitor.post(f"/admin/bulk/people/user/{action}/?{ids}", data)

    def test_no_role_that_may_more(self, keeper, visitor):
        plain = User.objects.create_user("plain@example.com")
        self.do(visitor, "assign_role", [plain, keeper], role=role("Administrator"))
        assert not plain.groups.exists() and keeper.groups.count() == 1
        club = Group.objects.create(name="Club")
        self.do(visitor, "assign_role", [plain], role=club.pk)
        assert list(plain.groups.all()) == [club]

    def test_no_action_on_somebody_who_is_more(self, keeper, staff, chief, visitor):
        member = staff("Marketer")
        plain = User.objects.create_user("plain@example.com")
        both = [member, chief, plain]
        self.do(visitor, "set_active_state", both, mark_as_active="False")
        assert list(User.objects.filter(is_active=False)) == [plain]
        club = Group.objects.create(name="Club")
        self.do(visitor, "assign_role", both, role=club.pk)
        assert list(club.user_set.all()) == [plain]
        self.do(visitor, "delete", both)
        assert set(User.objects.all()) == {keeper, member, chief}


class TestGroupsForm:
    def post(self, visitor, url, **fields):
        return visitor.post(url, EMPTY_PANELS | fields)

    def test_no_permission_that_one_has_not(self, keeper, visitor):
        wanted = Permission.objects.get(codename="erase_person")
        own = Permission.objects.get(codename="access_admin")
        answer = self.post(visitor, "/admin/groups/new/", name="More", permissions=[wanted.pk])
        assert answer.status_code == 200 and answer.context["form"].non_field_errors()
        assert not Group.objects.filter(name="More").exists()
        answer = self.post(visitor, "/admin/groups/new/", name="Same", permissions=[own.pk])
        assert answer.status_code == 302
        same = Group.objects.get(name="Same")
        answer = self.post(
            visitor, f"/admin/groups/edit/{same.pk}/", name="Same", permissions=[wanted.pk]
        )
        assert answer.status_code == 200
        assert list(same.permissions.all()) == [own]

    def test_no_branch_of_pages_or_collections_that_one_has_not(self, keeper, visitor):
        root = Page.get_first_root_node()
        pages = {
            "page_permissions-TOTAL_FORMS": "1",
            "page_permissions-0-page": root.pk,
            "page_permissions-0-permissions": ["publish_page"],
        }
        pictures = {
            "image_permissions-TOTAL_FORMS": "1",
            "image_permissions-0-collection": Collection.get_first_root_node().pk,
            "image_permissions-0-permissions": [Permission.objects.get(codename="add_image").pk],
        }
        for panel in (pages, pictures):
            self.post(visitor, "/admin/groups/new/", name="More", **panel)
        assert not Group.objects.filter(name="More").exists()
        assert not GroupCollectionPermission.objects.filter(group__name="More").exists()

    def test_an_administrator_makes_a_group_with_rights_on_pages(self, administrator, visitor):
        root = Page.get_first_root_node()
        answer = self.post(
            visitor,
            "/admin/groups/new/",
            name="Writers",
            permissions=[Permission.objects.get(codename="access_admin").pk],
            **{
                "page_permissions-TOTAL_FORMS": "1",
                "page_permissions-0-page": root.pk,
                "page_permissions-0-permissions": ["change_page"],
            },
        )
        assert answer.status_code == 302
        assert GroupPagePermission.objects.filter(group__name="Writers").count() == 1

    def test_a_group_that_may_more_is_neither_changed_nor_removed(self, keeper, visitor):
        desk = Group.objects.get(name="Order desk")
        before = desk.permissions.count()
        self.post(visitor, f"/admin/groups/edit/{desk.pk}/", name="Order desk")
        visitor.post(f"/admin/groups/delete/{desk.pk}/")
        assert Group.objects.get(pk=desk.pk).permissions.count() == before


def test_a_right_on_a_branch_is_had_by_whoever_has_it_further_up(user):
    root = Page.get_first_root_node()
    branch = root.get_children().first()
    change = Permission.objects.get(codename="change_page")
    upper = Group.objects.create(name="All pages")
    lower = Group.objects.create(name="One branch")
    GroupPagePermission.objects.create(group=upper, page=root, permission=change)
    GroupPagePermission.objects.create(group=lower, page=branch, permission=change)
    user.groups.set([lower])
    assert Authority(user).may_give(lower) and not Authority(user).may_give(upper)
    user.groups.set([upper])
    assert Authority(user).may_give(lower) and Authority(user).may_give(upper)


class TestWhatIsOffered:
    def test_the_roles_come_first_and_nothing_that_is_not_given_by_hand(self, chief, visitor):
        Group.objects.create(name="A club")
        visitor.force_login(chief)
        form = visitor.get("/admin/users/new/").context["form"]
        names = [group.name for group in form.fields["groups"].queryset]
        assert names[:2] == ["Marketer", "Merchandiser"] and names[-1] == "A club"
        assert not {"Editors", "Moderators"} & set(names)

    def test_wagtails_own_where_a_company_uses_them(self, chief, user, visitor):
        user.groups.add(Group.objects.get(name="Editors"))
        visitor.force_login(chief)
        form = visitor.get(f"/admin/users/edit/{user.pk}/").context["form"]
        assert "Editors" in [group.name for group in form.fields["groups"].queryset]

    def test_groups_are_called_as_their_roles(self, chief, visitor):
        visitor.force_login(chief)
        visitor.cookies["django_language"] = "es"
        page = visitor.get("/admin/groups/").content.decode()
        assert "Mesa de pedidos" in page or "Order desk" in page
        assert "Moderators" not in page

    def test_staff_are_told_from_customers(self, chief, staff, user, visitor):
        member = staff("Marketer")
        visitor.force_login(chief)
        listed = visitor.get("/admin/users/?works_here=true").context["object_list"]
        assert set(listed) == {chief, member}
        listed = visitor.get("/admin/users/?works_here=false").context["object_list"]
        assert set(listed) == {user}


@pytest.mark.engine
def test_the_list_asks_the_database_equally_often_for_more_users(
    administrator, staff, visitor, django_assert_max_num_queries
):
    for group in ("Marketer", "Merchandiser", "Order desk", "Consultant desk"):
        grant(User.objects.create_user(f"{group.split()[0]}@x.example"), group)
    visitor.get("/admin/users/")
    with django_assert_max_num_queries(40):
        visitor.get("/admin/users/")
