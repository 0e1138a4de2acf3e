"""Assigning courses to many people at once, inviting them, and reminding who is not done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from academy.courses.models import Course
from background.locks import locked
from people.models import Person, User
from people.portal import forget_count

from .access import live_page_of, people_for
from .mailing import BATCH, batches, write_mails
from .models import CourseMail, Enrolment
from .services import TILE

# A leader reminds somebody of a course at most once in this time.
BETWEEN_REMINDERS = timedelta(days=7)


class NotPossible(Exception):
    """It cannot be done now. ``message`` says why, translated."""

    def __init__(self, message):
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class Assigned:
    """How many came into the course, got a new due date, stay as they were, have finished it
    already; and the ids of the people for whom it is not (no account, or not in its audience)."""

    new: int
    changed: int
    same: int
    finished: int
    left_out: frozenset[int] = frozenset()


@transaction.atomic
def assign(
    *,
    course: Course,
    people: QuerySet[Person],
    by: User,
    due_on: date | None = None,
    origin: str = Enrolment.Origin.ASSIGNED,
    keeps_dates_of_others: bool = False,
    now: datetime | None = None,
) -> Assigned:
    """Have people be in a course, with a due date or without, and mail those for whom that is new.

    ``origin``: assigned, or invited. Who is in it already stays in it, with the new due date where
    one is given; with ``keeps_dates_of_others`` only where ``by`` set the one before, or nobody.
    Whoever finished it is left alone. Takes as many statements for thousands as for a few, but for
    batches. Raises NotPossible for a course without a live page or lessons, and for a day that is
    over.
    """
    now = now or timezone.now()
    if due_on and due_on < timezone.localdate(now):
        raise NotPossible(_("This day is over."))
    page, version = live_page_of(course), course.versions.order_by("-number").first()
    if page is None or version is None:
        raise NotPossible(_("This course is not published, or has no lessons yet."))
    asked = set(people.values_list("pk", flat=True))
    may = dict(_in_batches(people_for(page), asked, "pk", "public_id"))
    there: dict[int, Enrolment] = {}
    for keys in batches(may):
        rows = locked(
            Enrolment.objects.filter(course=course, person__in=keys).select_related("course")
        )
        there |= {row.person_id: row for row in rows}
    new = [
        Enrolment(
            person_id=key,
            course=course,
            version=version,
            origin=origin,
            assigned_by=by,
            due_on=due_on,
        )
        for key in may
        if key not in there
    ]
    Enrolment.objects.bulk_create(new, batch_size=BATCH)
    changed = []
    for row in there.values():
        is_kept = keeps_dates_of_others and row.due_on and row.assigned_by_id != by.pk
        if row.finished_at is None and due_on and row.due_on != due_on and not is_kept:
            row.due_on, row.assigned_by = due_on, by
            changed.append(row)
    Enrolment.objects.bulk_update(changed, ["due_on", "assigned_by"], batch_size=BATCH)
    told = [*new, *changed]
    _record(told, may, origin=origin, due_on=due_on, by=by, now=now)
    kind = (
        CourseMail.Kind.INVITED if origin == Enrolment.Origin.INVITED else CourseMail.Kind.ASSIGNED
    )
    write_mails([row.pk for row in told], kind=kind, day=timezone.localdate(now), by=by, now=now)
    forget_count(TILE, *(Person(pk=row.person_id) for row in new))
    finished = sum(1 for row in there.values() if row.finished_at)
    return Assigned(
        new=len(new),
        changed=len(changed),
        same=len(there) - len(changed) - finished,
        finished=finished,
        left_out=frozenset(asked - may.keys()),
    )


@transaction.atomic
def remind(
    *, enrolments: QuerySet[Enrolment], by: User, now: datetime | None = None
) -> tuple[int, int]:
    """Mail those who have not finished, in the name of ``by``, who leads them: each course at most
    once in ``BETWEEN_REMINDERS``. Returns how many are reminded, and how many were lately."""
    now = now or timezone.now()
    rows = list(locked(enrolments.open()))
    keys = [row.pk for row in rows]
    lately = set()
    for some in batches(keys):
        mails = CourseMail.objects.filter(
            enrolment__in=some,
            kind=CourseMail.Kind.LEADER,
            created_at__gt=now - BETWEEN_REMINDERS,
        )
        lately.update(mails.values_list("enrolment", flat=True))
    to_remind = [key for key in keys if key not in lately]
    write_mails(to_remind, kind=CourseMail.Kind.LEADER, day=timezone.localdate(now), by=by, now=now)
    return len(to_remind), len(lately)


# --- Inside -----------------------------------------------------------------------------


def _in_batches(rows: QuerySet, keys: Iterable[int], *columns: str):
    for some in batches(keys):
        yield from rows.filter(Q(pk__in=some)).values_list(*columns)


def _record(rows, pseudonyms, *, origin: str, due_on: date | None, by: User, now: datetime) -> None:
    """An audit row for each person, as ``people.services.record`` writes one."""
    kind = ContentType.objects.get_for_model(Person)
    ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(
                content_type=kind,
                object_id=str(row.person_id),
                label=str(pseudonyms[row.person_id])[:8],
                action="academy.enrol",
                timestamp=now,
                user=by,
                data={
                    "course": row.course.title,
                    "origin": str(origin),
                    "due": due_on and due_on.isoformat(),
                },
            )
            for row in rows
        ],
        batch_size=BATCH,
    )
