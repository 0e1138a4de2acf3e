"""The lessons of a course, as its pages list them: in the order of the tree."""

import pytest

from academy.courses.contents import chapters_below
from academy.courses.models import Course, ModulePage
from academy.courses.outline import Outline, entries_of
from cms.addresses.translations import translate_page
from tests.cms.factories import make_page

from .factories import address, lessons_of, make_course, make_lesson

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def listed(course) -> list[tuple[str, list[str]]]:
    return [
        (chapter.title, [entry.title for entry in chapter.lessons])
        for chapter in chapters_below(course)
    ]


def test_lessons_beside_modules_stand_where_they_stand_in_the_tree():
    course = make_course("Cuidar la piel", lessons=0)
    make_lesson("Antes", parent=course)
    make_lesson("También antes", parent=course)
    module = make_page("Parte", "parte", parent=course, model=ModulePage)
    make_lesson("Dentro", parent=module)
    make_lesson("Después", parent=course)
    assert listed(course) == [
        ("", ["Antes", "También antes"]),
        ("Parte", ["Dentro"]),
        ("", ["Después"]),
    ]
    outline = Outline.from_json(Course.objects.get().versions.first().outline)
    shown = [entry.key for entry in entries_of(chapters_below(course))]
    assert [lesson.key for lesson in outline.lessons] == shown


def test_what_is_not_for_the_market_or_not_published_is_left_out():
    course = make_course("Cuidar la piel", lessons=1)
    module = ModulePage.objects.get()
    make_lesson("Solo en México", parent=module, markets=["mx"])
    make_lesson("Borrador", parent=module).unpublish()
    assert listed(course) == [("Primera parte", ["Lección 1"])]


def test_a_module_without_lessons_is_left_out():
    course = make_course("Cuidar la piel", lessons=1)
    make_page("Vacía", "vacia", parent=course, model=ModulePage)
    assert [title for title, _lessons in listed(course)] == ["Primera parte"]


def test_a_lesson_that_is_deleted_counts_no_more():
    course = make_course("Cuidar la piel", lessons=3)
    lessons_of(course)[1].delete()
    outline = Outline.from_json(Course.objects.get().versions.first().outline)
    assert [lesson.key for lesson in outline.lessons] == [
        str(one.translation_key) for one in lessons_of(course)
    ]


def test_a_lesson_of_an_unpublished_course_is_not_there(client):
    course = make_course("Cuidar la piel", lessons=1)
    lesson = lessons_of(course)[0]
    assert client.get(address(lesson)).status_code == 200
    course.unpublish()
    assert client.get(address(lesson)).status_code == 404


def test_a_translation_is_for_whom_its_source_is_for(client):
    course = make_course("Cuidar la piel", lessons=1)
    translate_page(course.get_parent().specific, "en", title="Academy", slug="academy")
    english = translate_page(course, "en", title="Skin", slug="skin")
    assert client.get("/en-us/academy/skin/").status_code == 200
    course.refresh_from_db()
    course.audience, course.in_order = ["consultants"], True
    course.save_revision().publish()
    assert client.get("/en-us/academy/skin/").status_code == 404
    english.refresh_from_db()
    assert (english.audience, english.in_order) == (["consultants"], True)
