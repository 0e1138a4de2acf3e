"""AC-02: begin a course, go through its lessons, and go on where one stopped."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from academy.courses.models import Course, CoursePage
from academy.progress import services
from academy.progress.models import Confirmation, Enrolment
from academy.progress.signals import course_finished
from tests.academy.courses.factories import (
    address,
    block_id,
    lessons_of,
    make_academy,
    make_course,
    make_lesson,
)
from tests.replicated.factories import make_person

SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def learner(db):
    return make_person("Rosa", "Ruiz", registered=True)


@pytest.fixture
def browser(learner) -> Client:
    client = Client()
    client.force_login(learner.user)
    return client


@pytest.fixture
def course(db) -> CoursePage:
    return make_course("Cuidar la piel", academy=make_academy(), lessons=3)


@pytest.fixture
def finished():
    """Whose courses were told to be finished."""
    told = []

    def note(sender, enrolment, **kwargs):
        told.append(enrolment)

    course_finished.connect(note)
    yield told
    course_finished.disconnect(note)


def url(course, name: str, *more) -> str:
    return "/".join(
        [f"/es-co/learning/courses/{course.translation_key}", *map(str, more), name, ""]
    )


def done(lesson) -> tuple:
    return ("done", "lessons", lesson.translation_key)


def post(client, course, name, *more, **data):
    return client.post(url(course, name, *more), data, **SAME)


def report(client, course, *events):
    body = json.dumps({"events": events})
    return client.post(url(course, "events"), body, content_type="application/json", **SAME)


def state(client, course) -> dict:
    return client.get(url(course, "state")).json()


def block(block_id: str, kind: str, **value) -> dict:
    return {"id": block_id, "type": kind, "value": {**value, "markets": []}}


def enrolment_of(person, course) -> Enrolment:
    return Enrolment.objects.of(person, course.translation_key).get()


def test_from_the_first_lesson_to_the_last(course, browser, learner, finished):
    first, second, third = lessons_of(course)
    assert state(browser, course) == {"enrolled": False}
    assert post(browser, course, "begin").url == address(first)
    assert state(browser, course)["percent"] == 0
    assert post(browser, course, *done(first)).url == address(second)
    now = state(browser, course)
    assert (now["percent"], now["finished"]) == (33, False)
    assert now["lessons"][str(first.translation_key)]["done"]
    # Somewhere else, another day: it goes on where it was left.
    assert post(browser, course, "begin").url == address(second)
    post(browser, course, *done(third))
    assert enrolment_of(learner, course).percent == 66 and not finished
    post(browser, course, *done(second))
    assert state(browser, course)["percent"] == 100
    assert [one.person for one in finished] == [learner]
    post(browser, course, *done(second))
    assert len(finished) == 1
    html = browser.get("/es-co/account/courses/").content.decode()
    assert "Cuidar la piel" in html and "Terminado el" in html


def test_whoever_is_not_signed_in_is_led_there_and_back(course):
    response = Client().post(url(course, "begin"), **SAME)
    assert response.url.startswith("/es-co/account/login/")
    assert "cuidar-la-piel" in response.url
    assert not Enrolment.objects.exists()


def test_another_site_enrols_nobody(course, browser):
    response = browser.post(url(course, "begin"), HTTP_SEC_FETCH_SITE="cross-site")
    assert response.status_code == 403
    assert not Enrolment.objects.exists()


@pytest.mark.parametrize("name", ["begin", "state", "events"])
def test_a_closed_course_cannot_be_taken_by_its_address(name, browser):
    course = make_course("El plan", audience=["consultants"])
    call = browser.get if name == "state" else browser.post
    assert call(url(course, name), **SAME).status_code == 404
    assert not Enrolment.objects.exists()


def test_a_lesson_of_another_course_is_none_of_this(course, browser, learner):
    other = make_course("Otro curso")
    post(browser, course, "begin")
    strange = lessons_of(other)[0]
    assert post(browser, course, *done(strange)).status_code == 404
    report(browser, course, {"kind": "done", "lesson": str(strange.translation_key)})
    assert enrolment_of(learner, course).percent == 0


def test_what_a_lesson_asks_for_is_done_before_it_is_finished(course, browser, learner):
    film, listed, agreed = block_id(), block_id(), block_id()
    lesson = make_lesson("Las reglas", parent=course)
    lesson.body = json.dumps(
        [
            block(listed, "checklist", title="Lo que hago", items=["Uno", "Dos"], required=True),
            block(agreed, "agreement", title="Código", text="Sin promesas.", sentence="Lo cumplo."),
        ]
    )
    lesson.save_revision().publish()
    post(browser, course, "begin")
    key = str(lesson.translation_key)
    page = browser.get(address(lesson)).content.decode()
    assert "Lo que hago" in page and "Sin promesas." in page

    refused = post(browser, course, *done(lesson))
    assert refused.url == f"{address(lesson)}?said=todo"
    assert "Falta algo en esta lección" in browser.get(refused.url).content.decode()
    assert not state(browser, course)["lessons"][key]["done"]
    part = {"kind": "checklist", "lesson": key, "part": listed, "items": 2}
    report(browser, course, part | {"checked": [0, 1]})
    assert not state(browser, course)["lessons"][key]["done"]
    where = ("confirm", "lessons", key)
    confirm = f"/es-co/learning/courses/{course.translation_key}/lessons/{key}/confirm/{agreed}/"
    browser.post(confirm, {}, **SAME)
    assert not Confirmation.objects.exists(), where
    browser.post(confirm, {"confirmed": "1"}, **SAME)
    kept = Confirmation.objects.get()
    assert "Sin promesas." in kept.words and "Lo cumplo." in kept.words
    assert state(browser, course)["lessons"][key]["done"]
    # Unchecking later takes nothing away.
    report(browser, course, part | {"checked": []})
    assert state(browser, course)["lessons"][key]["done"]
    # What no block of the lesson is, is nothing.
    report(
        browser,
        course,
        {"kind": "film", "lesson": key, "part": film, "watched": [[0, 9]], "length": 9},
    )
    row = enrolment_of(learner, course).lessons.get(lesson=key)
    assert set(row.parts) == {listed, agreed}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"events": [1]}',
        b'{"events": [{"kind": "part_done", "lesson": "x"}]}',
        b'{"events": [{"kind": "done", "lesson": "x"}]}',
        b'{"events": [{"kind": "film", "lesson": "%s", "length": NaN}]}' % (b"0" * 32),
        b'{"events": [{"kind": "film", "lesson": "%s", "watched": [[1]]}]}' % (b"0" * 32),
        b"[" * 100_000,
        b'{"events": [' + b"{}," * 1000 + b"{}]}",
    ],
)
def test_what_is_no_report_is_refused_and_changes_nothing(body, course, browser, learner):
    post(browser, course, "begin")
    response = browser.post(url(course, "events"), body, content_type="application/json", **SAME)
    assert response.status_code == 400
    assert enrolment_of(learner, course).started_at is None


def test_nobody_says_by_themselves_that_they_passed(course, browser):
    post(browser, course, "begin")
    lesson = lessons_of(course)[0]
    event = {"kind": "part_done", "lesson": str(lesson.translation_key), "part": "x"}
    assert report(browser, course, event).status_code == 400


def test_reports_that_come_late_and_twice_count_once(course, browser, learner):
    post(browser, course, "begin")
    event = {"kind": "done", "lesson": str(lessons_of(course)[0].translation_key)}
    for _time in range(3):
        report(browser, course, event, event)
    assert enrolment_of(learner, course).percent == 33


def test_courses_that_come_first_come_first(course, browser):
    after = make_course("Después", prerequisites=[("page", course)])
    response = post(browser, after, "begin")
    assert response.url == f"{address(after)}?said=before"
    assert not Enrolment.objects.exists()
    post(browser, course, "begin")
    for lesson in lessons_of(course):
        post(browser, course, *done(lesson))
    assert post(browser, after, "begin").url == address(lessons_of(after)[0])


def test_a_course_by_invitation_is_begun_by_the_invited_alone(browser, learner):
    course = make_course("Con invitación", enrolling="invited")
    assert post(browser, course, "begin").url == f"{address(course)}?said=invited"
    assert not Enrolment.objects.exists()
    row = Course.objects.get(key=course.translation_key)
    services.enrol(person=learner, course=row, origin=Enrolment.Origin.INVITED)
    assert post(browser, course, "begin").url == address(lessons_of(course)[0])


def test_a_new_lesson_moves_learners_on_and_takes_nothing_away(course, browser, learner):
    first, *_others = lessons_of(course)
    post(browser, course, "begin")
    post(browser, course, *done(first))
    for _time in range(3):
        make_lesson(f"Nueva {_time}", parent=course)
    enrolment = enrolment_of(learner, course)
    assert enrolment.version.number == Course.objects.get().versions.count()
    assert enrolment.percent == 33
    assert len(state(browser, course)["lessons"]) == 6


def test_a_course_may_keep_its_learners_to_what_they_began(browser, learner):
    course = make_course("Fijo", lessons=2, moves_learners=False)
    post(browser, course, "begin")
    began = enrolment_of(learner, course).version
    make_lesson("Nueva", parent=course)
    for lesson in lessons_of(course):
        post(browser, course, *done(lesson))
    enrolment = enrolment_of(learner, course)
    assert enrolment.version == began
    assert enrolment.finished_at and len(enrolment.outline.lessons) == 2


def test_words_of_a_lesson_are_no_new_version(course):
    lesson = lessons_of(course)[0]
    lesson.title = "Otro título"
    lesson.save_revision().publish()
    versions = Course.objects.get().versions
    newest = versions.order_by("-number").first()
    lesson.save_revision().publish()
    assert versions.order_by("-number").first() == newest


def test_a_note_is_kept_and_is_its_writer_s_alone(course, browser, learner):
    lesson = lessons_of(course)[0]
    post(browser, course, "begin")
    post(browser, course, "note", "lessons", lesson.translation_key, note="<b>Recordar</b>")
    assert (
        state(browser, course)["lessons"][str(lesson.translation_key)]["note"] == "<b>Recordar</b>"
    )
    other = Client()
    other.force_login(make_person("Eva", "Sol", registered=True).user)
    assert "Recordar" not in json.dumps(state(other, course))


def test_saving_what_was_done_costs_few_queries(course, browser, assert_max_queries):
    post(browser, course, "begin")
    first = lessons_of(course)[0]
    report(browser, course, {"kind": "opened", "lesson": str(first.translation_key)})
    with assert_max_queries(24):
        report(browser, course, {"kind": "done", "lesson": str(first.translation_key)})


def test_due_dates_are_told(course, browser, learner):
    row = Course.objects.get()
    yesterday = timezone.localdate() - timedelta(days=1)
    services.enrol(person=learner, course=row, origin="assigned", due_on=yesterday)
    assert "venció el" in browser.get("/es-co/account/courses/").content.decode()
    assert list(Enrolment.objects.overdue(timezone.localdate())) == [enrolment_of(learner, course)]


def test_a_person_gets_and_erases_what_is_kept(course, browser, learner):
    from academy.progress import privacy

    post(browser, course, "begin")
    lesson = lessons_of(course)[0]
    post(browser, course, "note", "lessons", lesson.translation_key, note="Mío")
    exported = str(privacy.courses_of(learner))
    assert "Cuidar la piel" in exported and "Mío" in exported
    privacy.forget_courses(learner)
    assert not Enrolment.objects.exists()
