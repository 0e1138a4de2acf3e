"""Staff make customer groups and say who is in them; what is kept of it is told and forgotten."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from people.customer_groups.services import join_group, leave_group
from people.models import CustomerGroup, GroupMembership
from people.services import erase_person, export_person
from tests.factories import customer_group, join

pytestmark = pytest.mark.one_database


def actions_on(person) -> list[str]:
    rows = ModelLogEntry.objects.for_instance(person).order_by("timestamp", "pk")
    return [action for action in rows.values_list("action", flat=True) if "group" in action]


def test_a_merchandiser_makes_a_group_and_its_code_stays(staff, visitor):
    visitor.force_login(staff("Merchandiser"))
    sent = {"name": "Oro", "code": "gold", "priority": "20"}
    form = visitor.get(
        reverse("customer-groups:add"), headers={"accept-language": "en"}
    ).content.decode()
    assert "It cannot be changed later." in form
    assert visitor.post(reverse("customer-groups:add"), sent).status_code == 302
    gold = CustomerGroup.objects.get()
    changed = sent | {"name": "Club Oro", "code": "other"}
    assert visitor.post(reverse("customer-groups:edit", args=[gold.pk]), changed).status_code == 302
    gold.refresh_from_db()
    assert (gold.name, gold.code) == ("Club Oro", "gold")
    assert "Club Oro" in visitor.get(reverse("customer-groups:index")).content.decode()
    # Who is in it is not theirs to say.
    assert visitor.get(reverse("group-members:index")).status_code == 302


def test_the_consultant_desk_puts_somebody_in_by_their_address(staff, visitor, user):
    gold = customer_group("Oro")
    visitor.force_login(staff("Consultant desk"))
    add, since = reverse("group-members:add"), "2026-01-01 10:00"
    sent = {"email": "ANA@example.com", "group": gold.pk, "starts_at": since, "ends_at": ""}

    assert visitor.post(add, sent).status_code == 302

    membership = GroupMembership.objects.get()
    assert membership.person == user.person
    assert CustomerGroup.objects.tier_of(user.pk) == gold
    assert actions_on(user.person) == ["people.join_group"]
    # and ends it again, on the same row
    edit = reverse("group-members:edit", args=[membership.pk])
    assert visitor.post(edit, sent | {"ends_at": "2026-02-01 10:00"}).status_code == 302
    assert CustomerGroup.objects.tier_of(user.pk) is None
    assert GroupMembership.objects.count() == 1


def test_what_cannot_be_is_refused_with_a_reason(staff, visitor, user):
    gold = customer_group("Oro")
    visitor.force_login(staff("Consultant desk"))
    sent = {"group": gold.pk, "starts_at": "2026-03-01 10:00", "ends_at": "2026-02-01 10:00"}
    add = reverse("group-members:add")
    nobody = visitor.post(add, sent | {"email": "nadie@example.com"})
    assert "email" in nobody.context["form"].errors
    backwards = visitor.post(add, sent | {"email": user.email})
    assert "ends_at" in backwards.context["form"].errors
    assert not GroupMembership.objects.exists()


def test_nothing_is_deleted(staff, visitor, user):
    gold = customer_group("Oro")
    join(user, gold)
    visitor.force_login(staff("Administrator"))
    assert visitor.get(f"/admin/customer-groups/delete/{gold.pk}/").status_code == 404


@pytest.mark.engine
def test_joining_again_starts_anew_and_leaving_ends(user):
    gold, person = customer_group("Oro"), user.person
    join_group(person=person, group=gold)
    assert leave_group(person=person, group=gold)
    assert not leave_group(person=person, group=gold)
    join_group(person=person, group=gold)
    assert CustomerGroup.objects.tier_of(user.pk) == gold
    assert GroupMembership.objects.count() == 1
    assert actions_on(person) == ["people.join_group", "people.leave_group", "people.join_group"]
    # one that is planned ends before it begins
    join_group(person=person, group=gold, starts_at=timezone.now() + timedelta(days=1))
    assert leave_group(person=person, group=gold)
    with pytest.raises(ValidationError):
        join_group(person=person, group=gold, ends_at=timezone.now() - timedelta(days=1))


def test_memberships_are_told_and_forgotten(user):
    gold = customer_group("Oro")
    person = join(user, gold)
    assert [row["group"] for row in export_person(person)["customer_groups"]] == ["Oro"]
    erase_person(person, by=None)
    assert not GroupMembership.objects.exists()
