"""Writing progress: enrolling, what was done in lessons, finishing.

A browser reports what happened as *events*, as often as it likes (``merging``). Whoever writes
locks the enrolment first, so that two tabs put their parts together.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from academy.courses.models import Course, CourseVersion
from academy.courses.outline import Lesson
from background.locks import locked
from people.models import Person, User
from people.portal import forget_count
from people.services import record

from .events import Event
from .merging import merge_film, missing
from .models import Confirmation, Enrolment, LessonProgress
from .signals import course_finished

TILE = "courses"


class NotPossible(Exception):
    """It cannot be done now. ``str()`` says why, translated."""


@transaction.atomic
def enrol(
    *,
    person: Person,
    course: Course,
    origin: str = Enrolment.Origin.OWN,
    by: User | None = None,
    due_on: date | None = None,
) -> Enrolment:
    """Have a person be in a course, once: who is in it already stays as they are, but for a due
    date that is new. Raises NotPossible where the course has no lessons yet.

    Whether they may is asked before (``access``).
    """
    version = course.versions.order_by("-number").first()
    if version is None:
        raise NotPossible("The course has no lessons yet.")
    enrolment, created = Enrolment.objects.get_or_create(
        person=person,
        course=course,
        defaults={"version": version, "origin": origin, "assigned_by": by, "due_on": due_on},
    )
    if not created and due_on and enrolment.due_on != due_on and enrolment.finished_at is None:
        enrolment.due_on, enrolment.assigned_by = due_on, by
        enrolment.save(update_fields=["due_on", "assigned_by"])
    if created and origin != Enrolment.Origin.OWN:
        record(person, "academy.enrol", by=by, course=course.title, origin=origin)
    forget_count(TILE, person)
    return enrolment


@transaction.atomic
def record_events(
    enrolment: Enrolment, events: Iterable[Event], *, now: datetime | None = None
) -> Enrolment:
    """Put what happened in lessons together with what is known, and return the enrolment as it is
    then. Events about lessons or parts that the outline does not have are left out. Idempotent."""
    now = now or timezone.now()
    enrolment = _locked(enrolment)
    outline = enrolment.outline
    known = {str(row.lesson): row for row in enrolment.lessons.all()}
    changed: dict[str, LessonProgress] = {}
    for event in events:
        lesson = outline.lesson(event.lesson)
        if lesson is None:
            continue
        row = known.get(lesson.key)
        if row is None:
            row = LessonProgress(enrolment=enrolment, lesson=UUID(lesson.key), opened_at=now)
            known[lesson.key] = row
        if _apply(event, lesson, row, now):
            changed[lesson.key] = row
        enrolment.last_lesson = UUID(lesson.key)
    if new := [row for row in changed.values() if row.pk is None]:
        LessonProgress.objects.bulk_create(new)
    if there := [row for row in changed.values() if row.pk is not None and row not in new]:
        LessonProgress.objects.bulk_update(there, ["finished_at", "parts", "note"])
    _settle(enrolment, known, now)
    return enrolment


@transaction.atomic
def begin_again(enrolment: Enrolment) -> Enrolment:
    """Have somebody take a finished course once more, from its first lesson and by its newest
    version. Notes and confirmations stay."""
    enrolment = _locked(enrolment)
    if enrolment.finished_at is None:
        return enrolment
    enrolment.lessons.update(finished_at=None, parts={})
    enrolment.version = enrolment.course.versions.order_by("-number").first()
    enrolment.percent, enrolment.last_lesson, enrolment.due_on = 0, None, None
    enrolment.started_at = enrolment.finished_at = enrolment.days = None
    enrolment.save(
        update_fields=[
            *("version", "percent", "started_at", "finished_at", "days"),
            *("last_lesson", "due_on"),
        ]
    )
    forget_count(TILE, enrolment.person)
    return enrolment


def finish_lesson(enrolment: Enrolment, lesson: UUID) -> list:
    """Finish a lesson, as far as its parts are done; returns the parts that are still to be done,
    none where it is finished."""
    enrolment = record_events(enrolment, [Event(kind="done", lesson=str(lesson))])
    row = enrolment.lessons.filter(lesson=lesson).first()
    found = enrolment.outline.lesson(lesson)
    if found is None or row is None or row.finished_at:
        return []
    return missing(found, row.parts)


@transaction.atomic
def confirm(
    enrolment: Enrolment, *, lesson: UUID, part: str, title: str, words: str, language: str
) -> Enrolment:
    """Keep that somebody confirmed a text, in the words that they read, and count it as done.
    Confirming again changes nothing."""
    Confirmation.objects.get_or_create(
        enrolment=enrolment,
        lesson=lesson,
        part=part,
        defaults={
            "title": title,
            "words": words,
            "language": language,
            "confirmed_at": timezone.now(),
        },
    )
    return finish_part(enrolment, lesson=str(lesson), part=part)


def finish_part(enrolment: Enrolment, *, lesson: str, part: str) -> Enrolment:
    """Count a part of a lesson as done that is done by other means: confirmed, passed."""
    return record_events(enrolment, [Event(kind="part_done", lesson=lesson, part=part)])


@transaction.atomic
def move_on(version: CourseVersion) -> int:
    """Have everybody who has begun a course and not finished it go on with this version of it.
    Returns how many that were."""
    behind = version.course.enrolments.open().exclude(version=version)
    now = timezone.now()
    number = 0
    for pk in list(behind.order_by("pk").values_list("pk", flat=True)):
        enrolment = _locked(Enrolment(pk=pk))
        enrolment.version = version
        known = {str(row.lesson): row for row in enrolment.lessons.all()}
        _settle(enrolment, known, now, active=False)
        number += 1
    return number


# --- Inside -----------------------------------------------------------------------------


def _locked(enrolment: Enrolment) -> Enrolment:
    rows = Enrolment.objects.filter(pk=enrolment.pk).select_related("version", "course", "person")
    return locked(rows).get()


def _apply(event: Event, lesson: Lesson, row: LessonProgress, now: datetime) -> bool:
    """Put one event into a lesson's row; False where that changes nothing."""
    before: Any = (row.finished_at, dict(row.parts), row.note)
    part = lesson.part(event.part)
    kept = row.parts.get(event.part, {})
    match event.kind:
        case "film" | "checklist" if part is None or part.kind != event.kind:
            pass
        case "film":
            row.parts = row.parts | {
                event.part: merge_film(
                    kept, watched=event.watched, length=event.length, at=event.at
                )
            }
        case "checklist":
            items = max(event.items, 0)
            checked = sorted({one for one in event.checked if 0 <= one < items})
            row.parts = row.parts | {event.part: {"checked": checked, "items": items}}
        case "part_done" if part is not None:
            row.parts = row.parts | {event.part: {**kept, "done": True}}
        case "note":
            row.note = event.text
    ends = event.kind == "done" or (lesson.required and event.kind != "opened")
    if ends and row.finished_at is None and not missing(lesson, row.parts):
        row.finished_at = now
    return row.pk is None or before != (row.finished_at, row.parts, row.note)


def _settle(
    enrolment: Enrolment, known: dict[str, LessonProgress], now: datetime, *, active: bool = True
) -> None:
    """Write the sums of an enrolment, and tell who listens that it is finished."""
    outline = enrolment.outline
    done = [key for key, row in known.items() if row.finished_at]
    percent = outline.percent(done)
    enrolment.percent = max(enrolment.percent, min(percent, 99))
    if active:
        enrolment.active_at = now
        enrolment.started_at = enrolment.started_at or now
    just_finished = percent == 100 and enrolment.finished_at is None
    if just_finished:
        enrolment.percent, enrolment.finished_at = 100, now
        enrolment.days = (now - (enrolment.started_at or now)).days
    enrolment.save(
        update_fields=[
            "version",
            "percent",
            "started_at",
            "finished_at",
            "days",
            "active_at",
            "last_lesson",
        ]
    )
    if just_finished:
        forget_count(TILE, enrolment.person)
        course_finished.send(sender=Enrolment, enrolment=enrolment)
