"""Courses as a trainer would have written them."""

import uuid

from django.utils.text import slugify

from academy.courses.models import AcademyPage, CourseCategory, CoursePage, LessonPage, ModulePage
from tests.cms.factories import home, make_page


def make_academy(**fields) -> AcademyPage:
    return make_page("Academia", "academia", model=AcademyPage, **fields)


def make_category(code: str = "producto") -> CourseCategory:
    return CourseCategory.objects.get_or_create(code=code)[0]


def make_course(
    title: str = "Vender con honestidad", slug: str = "", *, academy=None, lessons=2, **fields
) -> CoursePage:
    """A published course with one module of so many lessons."""
    academy = academy or AcademyPage.objects.first() or make_academy()
    fields.setdefault("category", make_category())
    slug = slug or slugify(title)
    course = make_page(title, slug, parent=academy, model=CoursePage, **fields)
    if lessons:
        module = make_page("Primera parte", "primera-parte", parent=course, model=ModulePage)
        for number in range(1, lessons + 1):
            make_lesson(f"Lección {number}", parent=module)
    course.refresh_from_db()
    return course


def make_lesson(title: str = "Lección", *, parent, body=(), **fields) -> LessonPage:
    return make_page(title, slugify(title), parent=parent, body=body, model=LessonPage, **fields)


def lessons_of(course: CoursePage) -> list[LessonPage]:
    return list(LessonPage.objects.descendant_of(course).order_by("path"))


def block_id() -> str:
    return str(uuid.uuid4())


def address(page, edition: str = "es-co") -> str:
    """Its path in an edition."""
    return f"/{edition}/{page.url_path.removeprefix(home().url_path)}"
