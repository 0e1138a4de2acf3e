"""An evaluation in a lesson: for who is enrolled, in its turn; passing it finishes the lesson."""

import json

import pytest
from django.test import Client

from academy.progress.models import Enrolment
from tests.academy.courses.factories import address, block_id, lessons_of, make_course
from tests.academy.evaluations import factories as evaluations
from tests.academy.evaluations.taking import take
from tests.replicated.factories import make_person

from .test_learning import done, post, state


@pytest.fixture
def learner(db):
    return make_person("Rosa", "Ruiz", registered=True)


@pytest.fixture
def browser(learner):
    client = Client()
    client.force_login(learner.user)
    return client


@pytest.fixture
def evaluation(db):
    return evaluations.evaluation(attempts_allowed=3)


def with_evaluation(course, evaluation, **value):
    """Its last lesson has the evaluation."""
    lesson = lessons_of(course)[-1]
    value = {"evaluation": str(evaluation.translation_key), "required": True} | value
    block = {"id": block_id(), "type": "evaluation", "value": value | {"markets": []}}
    lesson.body = json.dumps([block])
    lesson.save_revision().publish()
    return lesson


def start_url(evaluation) -> str:
    return f"/es-co/learning/evaluations/{evaluation.translation_key}/"


def test_only_who_is_enrolled_may_take_it(evaluation, browser, learner):
    course = make_course("Cuidar la piel", lessons=1)
    lesson = with_evaluation(course, evaluation)
    assert f'href="{start_url(evaluation)}"' in browser.get(address(lesson)).content.decode()
    assert browser.get(start_url(evaluation)).status_code == 404
    post(browser, course, "begin")
    page = browser.get(start_url(evaluation))
    assert page.status_code == 200 and f'href="{address(lesson)}"' in page.content.decode()


def test_it_comes_in_its_turn(evaluation, browser):
    course = make_course("En orden", lessons=2, in_order=True)
    with_evaluation(course, evaluation)
    post(browser, course, "begin")
    assert (
        "Termina primero las lecciones anteriores"
        in browser.get(start_url(evaluation)).content.decode()
    )
    post(browser, course, *done(lessons_of(course)[0]))
    assert (
        "Termina primero las lecciones anteriores"
        not in browser.get(start_url(evaluation)).content.decode()
    )


def test_passing_it_finishes_the_lesson_and_failing_does_not(evaluation, browser, learner):
    course = make_course("Cuidar la piel", lessons=1)
    lesson = with_evaluation(course, evaluation)
    post(browser, course, "begin")
    assert post(browser, course, *done(lesson)).url.endswith("?said=todo")
    take(learner, evaluation, right=False)
    assert Enrolment.objects.get().percent == 0
    take(learner, evaluation)
    enrolment = Enrolment.objects.get()
    assert enrolment.percent == 100 and enrolment.finished_at
    assert state(browser, course)["lessons"][str(lesson.translation_key)]["done"]


def test_who_leaves_the_audience_takes_nothing_more(evaluation, browser, learner):
    course = make_course("Cuidar la piel", lessons=1)
    with_evaluation(course, evaluation)
    post(browser, course, "begin")
    course.audience = ["consultants"]
    course.save_revision().publish()
    assert browser.get(start_url(evaluation)).status_code == 404


def test_a_lesson_tells_its_rules_until_they_change(evaluation, client):
    course = make_course("Cuidar la piel", lessons=1)
    lesson = with_evaluation(course, evaluation)
    assert "3 intentos" in client.get(address(lesson)).content.decode()
    evaluation.unpublish()
    assert start_url(evaluation) not in client.get(address(lesson)).content.decode()
