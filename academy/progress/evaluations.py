"""Evaluations within courses: who is enrolled may take them, and passing one does its part of the
lesson."""

from collections.abc import Iterator
from uuid import UUID

from django.dispatch import receiver
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from academy.courses.models import CoursePage, LessonPage
from academy.courses.outline import Lesson, Part
from academy.evaluations.gates import Access
from academy.evaluations.signals import attempt_finished
from academy.evaluations.standing import result_of
from cms.addresses.routing import page_path
from people.models import Person

from . import services
from .access import course_page, is_next
from .models import Enrolment


def parts_of(person: Person, evaluation_key: UUID) -> Iterator[tuple[Enrolment, Lesson, Part]]:
    """Where in the courses of a person an evaluation stands. One query."""
    for enrolment in person.enrolments.select_related("version", "course"):
        for lesson in enrolment.outline.lessons:
            for part in lesson.parts:
                if part.kind == "evaluation" and part.subject == str(evaluation_key):
                    yield enrolment, lesson, part


def enrolled_may_take(person: Person, evaluation_key: UUID) -> Access | None:
    """The gate: whoever is in a course that has it, may read the course, and is not ahead of it
    where its lessons come in their order."""
    refused = None
    for enrolment, lesson, _part in parts_of(person, evaluation_key):
        try:
            page = course_page(enrolment.course.key)
        except Http404:
            continue
        access = _access(page, enrolment, lesson)
        if not access.refusal:
            return access
        refused = access
    return refused


def _access(page: CoursePage, enrolment: Enrolment, lesson: Lesson) -> Access:
    here = LessonPage.objects.live().descendant_of(page).filter(translation_key=lesson.key).first()
    target = here or page
    refusal = ""
    if page.in_order and not is_next(enrolment, UUID(lesson.key)):
        refusal = _("Finish the lessons before this one first.")
    return Access(path=page_path(target), label=target.title, refusal=refusal)


@receiver(attempt_finished)
def finish_part_after_passing(sender, attempt, **kwargs):
    if attempt.is_preview:
        return
    result = result_of(attempt.person, attempt.evaluation_key)
    if result is None or not result.passed or not attempt.passed:
        return
    for enrolment, lesson, part in list(parts_of(attempt.person, attempt.evaluation_key)):
        # Whoever takes the course again passes again: what was handed in before is of before.
        since = enrolment.started_at or enrolment.created_at
        if attempt.handed_in_at is None or attempt.handed_in_at >= since:
            services.finish_part(enrolment, lesson=lesson.key, part=part.id)
