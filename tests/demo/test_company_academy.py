"""The demo company's courses, questions and evaluations agree with each other."""

import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import demo.company as company
from demo.art.film import RATE, SIZE, film_frame, film_length
from demo.company import academy
from demo.company.academy import COURSE_CATEGORIES, COURSES
from demo.company.academy.parts import TONES
from demo.company.academy.questions import EVALUATIONS, QUESTIONS, TOPICS
from demo.company.academy.questions.schema import DIFFICULTIES, AskedSeed
from demo.company.schema import ICONS

pytestmark = pytest.mark.one_database

LESSONS = [
    (f"{course.key}/{lesson.key}", lesson)
    for course in COURSES
    for module in course.modules
    for lesson in module.lessons
]
FILMS = Path(academy.__file__).parent / "film"
SKUS = {product.sku for product in company.PRODUCTS}


def test_courses_stand_after_those_that_come_before_them():
    known = set()
    for course in COURSES:
        assert set(course.before) <= known
        assert course.key not in known
        assert course.category in {category.code for category in COURSE_CATEGORIES}
        known.add(course.key)


def test_every_part_of_a_course_has_its_own_key_and_address():
    for course in COURSES:
        for language in ("es", "en"):
            titles = [module.title[language] for module in course.modules]
            titles += [
                lesson.title[language] for module in course.modules for lesson in module.lessons
            ]
            assert len(titles) == len(set(titles)), course.key
        for module in course.modules:
            keys = [lesson.key for lesson in module.lessons]
            assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("where", "lesson"), LESSONS, ids=[where for where, _ in LESSONS])
def test_what_lessons_show_is_there(where, lesson):
    assert lesson.minutes > 0
    for block in lesson.blocks:
        value = block.value
        assert value.get("scene", "face") in company.SCENES
        assert set(value.get("skus", ())) <= SKUS
        assert value.get("tone", "tip") in TONES
        if block.kind == "features":
            assert {item["icon"] for item in value["items"]} <= set(ICONS)


def test_questions_have_what_their_kind_asks():
    assert len({question.key for question in QUESTIONS}) == len(QUESTIONS) >= 80
    for question in QUESTIONS:
        assert question.topic in TOPICS and question.difficulty in DIFFICULTIES
        content = question.content
        if question.kind in ("one", "several"):
            right = sum(option.is_right for option in content.options)
            assert right == 1 if question.kind == "one" else 1 < right < len(content.options)
        elif question.kind == "number":
            assert Decimal(content.number) >= 0 <= Decimal(content.tolerance)
        elif question.kind == "short_text":
            assert content.answers[0].credit == 100
    assert len(Counter(question.kind for question in QUESTIONS)) == 8


def test_there_are_more_questions_than_evaluations_draw():
    """Or an attempt would be the same as the last."""
    keys = {question.key for question in QUESTIONS}
    for evaluation in EVALUATIONS:
        assert evaluation.course in {course.key for course in COURSES}
        for section in evaluation.sections:
            if isinstance(section, AskedSeed):
                assert set(section.questions) <= keys
                continue
            pool = [
                question
                for question in QUESTIONS
                if question.topic == section.topic
                and section.difficulty in ("", question.difficulty)
            ]
            assert len(pool) > section.count or (len(pool) == section.count == 1)
            assert all(question.kind != "long_text" for question in pool)


def cues(language: str) -> list[tuple[float, float]]:
    """When each caption of the film appears and goes, in seconds."""
    text = (FILMS / f"three-steps.{language}.vtt").read_text()
    times = re.findall(r"(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d\.\d{3})", text)
    return [(60 * int(m1) + float(s1), 60 * int(m2) + float(s2)) for m1, s1, m2, s2 in times]


def test_captions_follow_the_film():
    assert cues("es") == cues("en")
    times = [moment for cue in cues("es") for moment in cue]
    assert times == sorted(times)
    assert times[-1] <= film_length() / RATE


def test_the_film_is_drawn_and_light_enough_to_load():
    first, last = film_frame(0), film_frame(film_length() - 1)
    assert first.size == last.size == SIZE
    assert first.tobytes() != last.tobytes()
    assert (FILMS / "three-steps.mp4").stat().st_size < 1_000_000
