"""Putting people into customer groups and taking them out again."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from background.locks import locked
from people.models import Person, User
from people.services import record

from .models import CustomerGroup, GroupMembership


@transaction.atomic
def join_group(
    *,
    person: Person,
    group: CustomerGroup,
    by: User | None = None,
    source: str = GroupMembership.Source.STAFF,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
) -> GroupMembership:
    """Have a person be in a group, from now (or ``starts_at``) on, perhaps until ``ends_at``.

    Who is or was in it gets these dates instead. Raises ValidationError where it would end before
    it starts.
    """
    locked(Person.objects.filter(pk=person.pk)).get()
    membership = GroupMembership.objects.filter(person=person, group=group).first()
    membership = membership or GroupMembership(person=person, group=group)
    membership.starts_at = starts_at or timezone.now()
    membership.ends_at, membership.source = ends_at, source
    membership.full_clean()
    membership.save()
    record(
        person,
        "people.join_group",
        by=by,
        group=group.code,
        starts_at=membership.starts_at.isoformat(),
        ends_at=ends_at and ends_at.isoformat(),
        source=source,
    )
    return membership


@transaction.atomic
def leave_group(*, person: Person, group: CustomerGroup, by: User | None = None) -> bool:
    """Have a person be in a group no longer, as of now. False where they were not in it, nor
    about to be."""
    locked(Person.objects.filter(pk=person.pk)).get()
    now = timezone.now()
    rows = GroupMembership.objects.filter(person=person, group=group)
    membership = rows.exclude(ends_at__lte=now).first()
    if membership is None:
        return False
    membership.starts_at = min(membership.starts_at, now)
    membership.ends_at = now
    membership.save()
    record(person, "people.leave_group", by=by, group=group.code)
    return True
