"""A trainer's screens: the bank, evaluations, grading, scoring again, statistics."""

import re
from decimal import Decimal
from html import unescape
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from academy.evaluations.desk import regrading
from academy.evaluations.models import Attempt, Evaluation, Question, Regrading
from tests.staff import make_staff

from .factories import CONTENT, drawn, evaluation, fixed, learner, question, topic
from .taking import answer_all, hand_in, start, take

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_database,
    pytest.mark.usefixtures("open_gate"),
]
BANK = "wagtailsnippets_evaluations_question"
EVALUATIONS = "wagtailsnippets_evaluations_evaluation"


def browser_of(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


@pytest.fixture
def trainer(db):
    return make_staff("Trainer")


@pytest.fixture
def desk(trainer):
    return browser_of(trainer)


def text_of(response) -> str:
    assert response.status_code == 200, response.status_code
    return unescape(response.content.decode())


def options(*rows):
    """A list block of options, as the editor posts it."""
    found = {"count": str(len(rows))}
    for number, (text, is_right) in enumerate(rows):
        found |= {f"{number}-deleted": "", f"{number}-order": str(number), f"{number}-type": ""}
        found |= {f"{number}-value-text": text, f"{number}-value-feedback": ""}
        if is_right:
            found[f"{number}-value-is_right"] = "on"
    return found


def question_form(about, *rows, **fields):
    content = {f"options-{name}": value for name, value in options(*rows).items()}
    return {
        "prompt": "¿Qué va primero?",
        "picture": "",
        "picture_alt": "",
        "feedback": "",
        "topic": about.pk,
        "difficulty": "easy",
        **nested_form_data({"content": streamfield([("one", content)])}),
        **fields,
    }


def test_a_trainer_writes_and_publishes_a_question(desk):
    about = topic("Piel")
    add = reverse(f"{BANK}:add")
    assert desk.get(add).status_code == 200
    publish = {"action-publish": "1"}
    wrong = desk.post(add, question_form(about, ("Limpiar", False), ("Nada", False), **publish))
    assert "Marca exactamente una" in text_of(wrong)
    assert not Question.objects.exists()
    form = question_form(about, ("Limpiar", True), ("Nada", False), **publish)
    assert desk.post(add, form).status_code == 302
    made = Question.objects.get()
    assert made.live and made.kind == "one" and made.content[0].value["options"][0]["is_right"]


def test_a_draft_of_a_question_may_be_unfinished(desk):
    form = question_form(topic("Piel"), ("Limpiar", False), ("Nada", False))
    assert desk.post(reverse(f"{BANK}:add"), form).status_code == 302
    assert not Question.objects.get().live


def evaluation_form(*sections, **fields):
    rules = {"opens_at": "", "closes_at": "", "time_limit": "", "grace_seconds": "30",
             "on_timeout": "hand_in", "attempts_allowed": "0", "wait_minutes": "0",
             "grading": "best", "pass_mark": "70", "review": "answers",
             "review_when": "at_once"}  # fmt: skip
    stream = nested_form_data({"sections": streamfield(list(sections))})
    return {
        "title": "Piel",
        "intro": '{"entityMap": {}, "blocks": []}',
        **rules,
        **stream,
        **fields,
    }


def random_section(about, count):
    return ("random", {"title": "", "text": "", "topic": about.pk, "difficulty": "", "points": "1",
                       "count": str(count)})  # fmt: skip


def test_an_evaluation_is_published_only_if_somebody_could_take_it(desk):
    about = topic("Piel")
    question(about=about)
    add = reverse(f"{EVALUATIONS}:add")
    publish = {"action-publish": "1"}
    refused = desk.post(add, evaluation_form(random_section(about, 2), **publish))
    assert "Piel" in text_of(refused) and not Evaluation.objects.exists()
    # A draft waits for its questions.
    assert desk.post(add, evaluation_form(random_section(about, 2))).status_code == 302
    made = Evaluation.objects.get()
    assert not made.live
    question(about=about)
    edit = reverse(f"{EVALUATIONS}:edit", args=[made.pk])
    form = evaluation_form(random_section(about, 2), **publish)
    assert desk.post(edit, form).status_code == 302
    made.refresh_from_db()
    assert made.live


def test_rules_that_contradict_each_other_are_refused_with_what_was_typed(desk):
    times = {"opens_at": "2026-05-02 10:00", "closes_at": "2026-05-01 10:00", "time_limit": "0"}
    about = topic("Piel")
    question(about=about)
    page = text_of(
        desk.post(reverse(f"{EVALUATIONS}:add"), evaluation_form(random_section(about, 1), **times))
    )
    assert "2026-05-01 10:00" in page and not Evaluation.objects.exists()


@pytest.mark.engine
def test_the_lists_find_and_cost_the_same_with_more_rows(desk, assert_max_queries):
    about = topic("Piel")
    for kind in CONTENT:
        question(kind, about=about, prompt=f"Pregunta de {kind}")
    evaluation(fixed(*Question.objects.all()), title="Piel sana")
    take(learner("Úrsula"), Evaluation.objects.get())
    urls = [reverse(f"{BANK}:list"), reverse(f"{EVALUATIONS}:list"),
            reverse("evaluation_attempts:index")]  # fmt: skip
    for url in urls:
        desk.get(url)
    assert "Pregunta de match" in text_of(desk.get(f"{urls[0]}?q=MATCH"))
    assert "Pregunta de match" not in text_of(desk.get(f"{urls[0]}?kind=one"))
    assert "Piel sana" in text_of(desk.get(f"{urls[1]}?q=piel"))
    assert "Úrsula" in text_of(desk.get(f"{urls[2]}?q=ursula&state=to_be_graded"))
    assert "Úrsula" not in text_of(desk.get(f"{urls[2]}?state=graded"))
    pk = Evaluation.objects.get().pk
    assert "Úrsula" in text_of(desk.get(f"{urls[2]}?evaluation={pk}"))
    with assert_max_queries(30) as few:
        desk.get(urls[0])
    for _ in range(12):
        question(about=about)
    with assert_max_queries(len(few)):
        desk.get(urls[0])


def test_a_question_and_an_evaluation_are_previewed(desk):
    asked = question("order", prompt="¿En qué orden?")
    made = evaluation(fixed(asked), drawn(asked.topic, 1), title="Piel sana")
    for thing in (asked, made):
        request = thing.make_preview_request()
        page = unescape(request.content.decode())
        assert request.status_code == 200
        assert "¿En qué orden?" in page and "<fieldset" in page


# --- Grading ------------------------------------------------------------------------------


def test_a_trainer_grades_a_long_text(desk, ana):
    made = evaluation(fixed(question("long_text", prompt="Explica."), question()))
    attempt = take(ana, made)
    assert "state=to_be_graded" in text_of(desk.get("/admin/"))
    url = reverse("evaluation_attempts:detail", args=[attempt.pk])
    page = text_of(desk.get(url))
    assert "Limpiar y proteger." in page and "Nombra los pasos" in page
    wrong = {"position": "1", "answer-1-points_0": "4", "answer-1-points_1": "1",
             "answer-1-remark": "Casi."}  # fmt: skip
    page = text_of(desk.post(url, wrong))
    assert "Casi." in page and Attempt.objects.get().state == "to_be_graded"
    assert desk.post(url, wrong | {"answer-1-points_0": "2"}).status_code == 302
    attempt.refresh_from_db()
    assert (attempt.state, attempt.score) == ("graded", Decimal("87.5"))
    assert attempt.questions.get(position=1).remark == "Casi."


@pytest.mark.parametrize("position", ["2", "9", "x", "", "1e3", "9" * 40])
def test_nothing_else_is_graded(desk, ana, position):
    attempt = take(ana, evaluation(fixed(question("long_text"), question())))
    url = reverse("evaluation_attempts:detail", args=[attempt.pk])
    assert desk.post(url, {"position": position}).status_code == 404


def test_what_is_being_taken_is_nobody_elses(desk, ana):
    attempt = start(ana, evaluation(fixed(question("long_text"))))
    answer_all(attempt)
    page = text_of(desk.get(reverse("evaluation_attempts:detail", args=[attempt.pk])))
    assert "Limpiar y proteger." not in page


# --- Scored again -------------------------------------------------------------------------


def test_scoring_again_asks_once_more_and_is_recorded(desk, trainer, ana):
    asked = question()
    attempt = take(ana, evaluation(fixed(asked)), right=False)
    url = reverse(f"{BANK}:regrade", args=[asked.pk])
    assert desk.get(url).status_code == 200
    form = {"rule": "everybody", "keeps_points": "on", "reason": "Mal escrita."}
    assert desk.post(url, form | {"reason": ""}).status_code == 200
    page = text_of(desk.post(url, form))
    assert not Regrading.objects.exists()
    yes = {"confirmed": re.search(r'name="confirmed" value="([^"]+)"', page)[1]}
    assert desk.post(url, form | {"confirmed": "1"}).status_code == 200
    # A second press is the same act.
    for _ in range(2):
        assert desk.post(url, form | yes).status_code == 302
    attempt.refresh_from_db()
    assert attempt.score == 100
    assert Regrading.objects.get().by == trainer
    assert "Mal escrita." in text_of(desk.get(url))


def test_many_answers_are_left_to_the_worker(
    desk, ana, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(regrading, "AT_ONCE", 0)
    asked = question()
    attempt = take(ana, evaluation(fixed(asked)), right=False)
    url = reverse(f"{BANK}:regrade", args=[asked.pk])
    form = {"rule": "everybody", "reason": "Mal escrita.", "confirmed": str(uuid4())}
    with django_capture_on_commit_callbacks(execute=True):
        assert desk.post(url, form).status_code == 302
    attempt.refresh_from_db()
    assert attempt.score == 100 and Regrading.objects.get().by.is_active


def test_what_cannot_be_done_says_why(desk):
    url = reverse(f"{BANK}:regrade", args=[question().pk])
    form = {"rule": "everybody", "reason": "x", "confirmed": "1"}
    assert "Ningún intento" in text_of(desk.post(url, form))


# --- Statistics ---------------------------------------------------------------------------


def test_statistics_say_what_to_look_at(desk):
    made = evaluation(fixed(question(prompt="La fácil"), question(prompt="La otra")))
    url = reverse(f"{EVALUATIONS}:statistics", args=[made.pk])
    assert desk.get(url).status_code == 200
    for name in ("Ana", "Eva", "Luz", "Sol", "Mar"):
        take(learner(name), made)
    page = text_of(desk.get(url))
    assert "La fácil" in page and "100%" in page


# --- Who ----------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["Marketer", "Merchandiser", "Order desk", "Consultant desk"])
def test_only_trainers_see_answers_and_score_again(role, ana):
    asked = question()
    attempt = take(ana, evaluation(fixed(asked)))
    browser = browser_of(make_staff(role))
    for url in (
        reverse("evaluation_attempts:index"),
        reverse("evaluation_attempts:detail", args=[attempt.pk]),
        reverse(f"{BANK}:regrade", args=[asked.pk]),
        reverse(f"{EVALUATIONS}:statistics", args=[attempt.evaluation_id]),
        reverse(f"{BANK}:edit", args=[asked.pk]),
    ):
        assert browser.get(url).status_code in (302, 403)
        assert browser.post(url, {"confirmed": "1"}).status_code in (302, 403, 405)
    assert not Regrading.objects.exists()


def test_reading_is_not_grading(ana):
    attempt = take(ana, evaluation(fixed(question("long_text"))))
    url = reverse("evaluation_attempts:detail", args=[attempt.pk])
    reader = make_staff(None, "wagtailadmin.access_admin", "evaluations.view_attempt")
    browser = browser_of(reader)
    assert "answer-1-points_0" not in text_of(browser.get(url))
    assert browser.post(url, {"position": "1"}).status_code in (302, 403)


def test_deleting_an_evaluation_leaves_what_came_of_it(desk, ana):
    made = evaluation()
    attempt = take(ana, made)
    open_one = start(learner("Eva"), made)
    desk.post(reverse(f"{EVALUATIONS}:delete", args=[made.pk]))
    attempt.refresh_from_db()
    assert (attempt.evaluation_id, attempt.score) == (None, 100)
    assert hand_in(open_one).state == "graded"
    browser = Client()
    browser.force_login(ana.user)
    path = f"/es-co/learning/evaluations/{attempt.evaluation_key}/1/result/"
    assert "100%" in text_of(browser.get(path))
    assert desk.get(reverse("evaluation_attempts:index")).status_code == 200
