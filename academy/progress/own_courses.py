"""The courses of one person, as their account shows them."""

from dataclasses import dataclass

from django.utils import timezone

from academy.courses.models import CoursePage
from cms.addresses.routing import page_path
from cms.content import restricted
from markets.lookup import current_edition, language_of
from markets.storefront_urls import in_edition
from people.models import Person

from .models import Enrolment


@dataclass(frozen=True)
class OwnCourse:
    """``url``: "" where its page is gone, or is no longer for them."""

    enrolment: Enrolment
    title: str
    summary: str
    url: str
    is_late: bool


def courses_of(person: Person) -> list[OwnCourse]:
    """Those that are open and due first, then the others that are open, then the finished ones. Two
    queries."""
    rows = list(person.enrolments.select_related("course"))
    keys = [row.course.key for row in rows]
    live = restricted.readable(CoursePage.objects.live().filter(translation_key__in=keys))
    pages: dict = {}
    language = language_of(current_edition())
    for page in live.select_related("locale").defer("body"):
        if page.locale.language_code == language or page.translation_key not in pages:
            pages[page.translation_key] = page
    today = timezone.localdate()
    found = [_own(row, pages.get(row.course.key), today) for row in rows]
    return sorted(
        found,
        key=lambda one: (
            one.enrolment.finished_at is not None,
            one.enrolment.due_on is None,
            one.enrolment.due_on or today,
            -(one.enrolment.active_at or one.enrolment.created_at).timestamp(),
        ),
    )


def _own(row: Enrolment, page: CoursePage | None, today) -> OwnCourse:
    is_open = row.finished_at is None
    return OwnCourse(
        enrolment=row,
        title=page.title if page else row.course.title,
        summary=page.summary if page else "",
        url=in_edition(page_path(page)) if page else "",
        is_late=bool(is_open and row.due_on and row.due_on < today),
    )
