"""Learning paths: beginning one, and how far somebody is."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from academy.courses.models import Course, LearningPathPage
from people.models import Person

from .access import live_page_of, people_for
from .models import Enrolment, PathEnrolment
from .services import NotPossible, enrol
from .state import progress_text


@transaction.atomic
def begin_path(*, person: Person, path: LearningPathPage) -> PathEnrolment:
    """Have a person be in a path and in those of its courses that are for them, each due so many
    days after the day on which they began the path. Who is in it already gets the courses that are
    new in it; dates that are there stay. Whether they may is asked before."""
    begun, _created = PathEnrolment.objects.get_or_create(
        person=person, path=path.translation_key, defaults={"title": path.title}
    )
    first_day = timezone.localdate(begun.started_at)
    courses = {course.key: course for course in _courses(path)}
    known = set(person.enrolments.values_list("course__key", flat=True))
    for key, days in path.courses():
        course = courses.get(key)
        if course is None or key in known:
            continue
        page = live_page_of(course)
        if page is None or not people_for(page).filter(pk=person.pk).exists():
            continue
        try:
            enrol(
                person=person,
                course=course,
                origin=Enrolment.Origin.ASSIGNED,
                due_on=first_day + timedelta(days=days) if days else None,
            )
        except NotPossible:
            continue
    return begun


def next_course(person: Person, path: LearningPathPage) -> UUID | None:
    """The key of the first course of a path that a person is in and has not finished; None where
    there is none."""
    rows = _rows(person, path)
    waiting = {row.course.key for row in rows if row.finished_at is None}
    return next((key for key, _days in path.courses() if key in waiting), None)


def path_state(person: Person, path: LearningPathPage) -> dict:
    """As JSON: ``begun``, and by the key of each course that they are in ``percent`` and
    ``text``."""
    return {
        "begun": PathEnrolment.objects.filter(person=person, path=path.translation_key).exists(),
        "courses": {
            str(row.course.key): {"percent": row.percent, "text": progress_text(row)}
            for row in _rows(person, path)
        },
    }


def _courses(path: LearningPathPage) -> Iterable[Course]:
    return Course.objects.filter(key__in=[key for key, _days in path.courses()])


def _rows(person: Person, path: LearningPathPage) -> list[Enrolment]:
    keys = [key for key, _days in path.courses()]
    return list(person.enrolments.filter(course__key__in=keys).select_related("course"))
