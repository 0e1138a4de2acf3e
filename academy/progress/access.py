"""Who may take a course: asked before enrolling, and with everything that is reported of it."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from academy.courses.models import Course, CoursePage, Enrolling
from cms.content import restricted
from markets.lookup import content_languages, current_edition, language_of
from people.audiences import people_in
from people.models import Person

from .models import Enrolment


def course_page(key: UUID) -> CoursePage:
    """The live page of a course for the visitor: in their language, else in the first that it has.
    Raises Http404 where there is none, or none that they may read. One query."""
    live = CoursePage.objects.live().filter(translation_key=key).select_related("locale")
    found = {page.locale.language_code: page for page in live}
    order = (language_of(current_edition()), *content_languages())
    page = next((found[code] for code in order if code in found), None)
    if page is None or not restricted.may_read(page) or not page.is_for(current_edition()):
        raise Http404
    return page


def course_of(page: CoursePage) -> Course:
    """Raises Http404 for a course that has never been published whole."""
    course = Course.objects.filter(key=page.translation_key).first()
    if course is None:
        raise Http404
    return course


def live_page_of(course: Course) -> CoursePage | None:
    """A live page of a course, in the first language that it has; None where it has none. What all
    its languages share can be read from it. One query."""
    live = CoursePage.objects.live().filter(translation_key=course.key, alias_of=None)
    return live.order_by("path").first()


def people_for(page: CoursePage) -> QuerySet[Person]:
    """Everybody with a way in whom a course and all pages above it are for."""
    people = people_in(())
    for one in restricted.all_restrictions():
        if page.path.startswith(one.path):
            people = people.filter(pk__in=people_in(one.audience).values("pk"))
    return people


def may_enrol(page: CoursePage) -> bool:
    """Whether whoever may read a course may begin it on their own."""
    return page.enrolling == Enrolling.FREE


def to_finish_before(page: CoursePage, person: Person) -> list[CoursePage]:
    """The courses that a person has to finish before this one. One query for the pages, one for the
    enrolments."""
    before = [block.value for block in page.prerequisites if block.value and block.value.live]
    keys = [one.translation_key for one in before]
    done = set(
        Enrolment.objects.finished()
        .filter(person=person, course__key__in=keys)
        .values_list("course__key", flat=True)
    )
    return [one for one in before if one.translation_key not in done]


def is_next(enrolment: Enrolment, lesson: UUID) -> bool:
    """Whether every lesson that counts before this one is done, for courses in their order."""
    rows = enrolment.lessons.filter(finished_at__isnull=False)
    done = {str(key) for key in rows.values_list("lesson", flat=True)}
    for one in enrolment.outline.lessons:
        if one.key == str(lesson):
            return True
        if not one.optional and one.key not in done:
            return False
    return False
