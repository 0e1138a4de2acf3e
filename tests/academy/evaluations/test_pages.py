"""The pages of an evaluation, as a learner's browser gets them, in both languages."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from academy.evaluations import gates, services
from academy.evaluations.models import Attempt, AttemptQuestion
from people.services import link_user
from tests.checkout.conftest import Shopper
from tests.replicated.factories import make_consultant
from tests.staff import make_staff

from .factories import CONTENT, drawn, evaluation, fixed, learner, question, topic
from .taking import answer_all, hand_in, right_fields, save, start, take

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.one_database,
    pytest.mark.usefixtures("open_gate"),
]

WORDS = {
    "es-co": {"begin": "Comenzar", "hand in": "Entregar", "passed": "Aprobaste",
              "time": "30 minutos", "question": "Pregunta 1 de 2"},
    "en-us": {"begin": "Begin", "hand in": "Hand in", "passed": "You passed",
              "time": "30 minutes", "question": "Question 1 of 2"},
}  # fmt: skip


def browser_of(person, edition="es-co") -> Shopper:
    browser = Shopper(edition)
    browser.force_login(person.user)
    return browser


def path_of(made, rest="") -> str:
    return f"learning/evaluations/{made.translation_key}/{rest}"


def text_of(response) -> str:
    assert response.status_code == 200, response.status_code
    return unescape(response.content.decode().split("<main")[1].split("</main")[0])


def fields_on(html: str) -> dict:
    """The hidden fields of a page's form."""
    found = re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', html)
    return dict(found)


def both_languages():
    spanish = question(prompt="¿Qué va primero?")
    typed = question("number", prompt="¿Cuántos ml?")
    skin = topic("Skin", "en")
    english = question(prompt="What comes first?", about=skin, language="en", of=spanish)
    number = question("number", prompt="How many ml?", about=skin, language="en", of=typed)
    rules = {"time_limit": 30, "attempts_allowed": 2, "pass_mark": 80, "review": "solutions"}
    made = evaluation(fixed(spanish, typed), title="Piel", intro="<p>Sin afán.</p>", **rules)
    evaluation(fixed(english, number), title="Skin", language="en", of=made)
    return made


@pytest.mark.parametrize("edition", WORDS)
def test_the_whole_way_without_a_script(ana, edition):
    made, words = both_languages(), WORDS[edition]
    browser = browser_of(ana, edition)
    rules = text_of(browser.at(path_of(made)))
    assert words["begin"] in rules and words["time"] in rules and "80" in rules
    assert ("Piel" if edition == "es-co" else "Skin") in rules

    begun = browser.at(path_of(made), {})
    assert begun.status_code == 302 and begun.url.endswith(path_of(made, "1/"))
    page = text_of(browser.get(begun.url))
    assert words["question"] in page
    attempt = Attempt.objects.get()
    first, second = attempt.questions.all()
    fields = fields_on(page) | {"q1": right_fields(first), "save": "1"}
    page = text_of(browser.post(begun.url, fields, follow=True))
    assert re.search(rf'value="{right_fields(first)}" checked', page)

    fields = fields_on(page) | {"q1": right_fields(first), "q2": "12,5", "hand_in": "1"}
    asked = browser.post(begun.url, fields)
    assert asked.url.endswith("/hand-in/")
    assert words["hand in"] in text_of(browser.get(asked.url))
    done = browser.post(asked.url, {}, follow=True)
    page = text_of(done)
    assert words["passed"] in page and "100" in page
    assert done["Cache-Control"] == "private, no-store" or "no-store" in done["Cache-Control"]
    attempt.refresh_from_db()
    assert attempt.score == 100


def test_what_is_open_is_named_before_it_is_handed_in(ana):
    made = evaluation(fixed(question("number", prompt="¿Cuántos?"), question("order"), question()))
    attempt = start(ana, made)
    save(attempt, 1, "muchos")
    save(attempt, 2, {"1": "1"})
    save(attempt, 3, right_fields(attempt.questions.get(position=3)))
    page = text_of(browser_of(ana).at(path_of(made, "1/hand-in/")))
    assert "¿Cuántos?" in page and "Escribe un número" in page
    assert "question=2" in page and "question=3" not in page


def test_nothing_says_what_is_right_before_the_review(ana):
    made = evaluation(fixed(*[question(kind) for kind in CONTENT]), review="solutions")
    browser = browser_of(ana)
    browser.at(path_of(made), {})
    pages = [browser.at(path_of(made, rest)) for rest in ("", "1/", "1/hand-in/")]
    html = "".join(unescape(page.content.decode()) for page in pages)
    for secret in ("is_right", "Así es.", "Claro.", "Lee otra vez", "Nunca.", "12.5", "12,5",
                   "hialurónico", "Di también", "Nombra los pasos", "Así."):  # fmt: skip
        assert secret not in html
    assert str(Attempt.objects.get().seed) not in html
    # Options come without a mark that tells them apart.
    assert len(set(re.findall(r'<input type="radio" name="q1" value="\d+"([^>]*)>', html))) == 1


@pytest.mark.parametrize(
    ("review", "own", "right", "score"),
    [("nothing", 0, 0, 0), ("score", 0, 0, 1), ("answers", 1, 0, 1), ("solutions", 1, 1, 1)],
)
def test_the_review_shows_what_the_trainer_said(ana, review, own, right, score):
    asked = question(content={"options": [
        {"text": "Buena", "is_right": True, "feedback": ""},
        {"text": "Mala", "is_right": False, "feedback": ""},
    ]})  # fmt: skip
    made = evaluation(fixed(asked, question()), review=review)
    attempt = start(ana, made)
    answer_all(attempt, right=False)
    hand_in(attempt)
    browser = browser_of(ana)
    page = text_of(browser.at(path_of(made, "1/result/")))
    assert (page.count("Mala") > 0, page.count("Buena") > 0) == (bool(own), bool(right))
    assert ("0%" in page) == bool(score)
    assert ("0%" in text_of(browser.at(path_of(made))).split("<table")[1]) == bool(score)


# --- Who ----------------------------------------------------------------------------------


def test_one_signs_in_first():
    made = evaluation()
    for rest in ("", "1/", "1/hand-in/", "1/result/"):
        response = Shopper().at(path_of(made, rest))
        assert response.status_code == 302 and "/account/login/" in response.url
    assert Shopper().at(path_of(made, "1/save/1/"), {"q1": "1"}).status_code == 302


def test_without_a_gate_it_is_not_there(ana, monkeypatch):
    made = evaluation()
    monkeypatch.setattr(gates, "_gates", [])
    browser = browser_of(ana)
    assert browser.at(path_of(made)).status_code == 404
    assert browser.at(path_of(made), {}).status_code == 404
    assert not Attempt.objects.exists()


def test_not_yet_is_said(ana, monkeypatch):
    made = evaluation()
    refused = gates.Access(refusal="Primero termina las lecciones.")
    monkeypatch.setattr(gates, "_gates", [lambda *_: refused])
    browser = browser_of(ana)
    page = text_of(browser.at(path_of(made)))
    assert "Primero termina" in page and "Comenzar" not in page
    assert "Primero termina" in text_of(browser.at(path_of(made), {}, follow=True))


def test_whoever_has_begun_goes_on_whatever_gates_say(ana, monkeypatch):
    made = evaluation()
    attempt = start(ana, made)
    monkeypatch.setattr(gates, "_gates", [])
    browser = browser_of(ana)
    assert browser.at(path_of(made, "1/")).status_code == 200
    answer_all(attempt)
    browser.at(path_of(made, "1/hand-in/"), {})
    assert "100%" in text_of(browser.at(path_of(made, "1/result/")))


def test_drafts_are_for_trainers_only(ana):
    made = evaluation(live=False, title="Borrador", opens_at=timezone.now() + timedelta(days=9))
    assert browser_of(ana).at(path_of(made)).status_code == 404
    gates._gates.clear()
    staff = make_staff("Trainer")
    link_user(staff)
    browser = Shopper()
    browser.force_login(staff)
    assert "Borrador" in text_of(browser.at(path_of(made)))
    browser.at(path_of(made), {})
    assert Attempt.objects.get().is_preview


def test_a_draft_that_is_not_whole_says_so_to_its_trainer(db):
    gates._gates.clear()
    about = topic("Piel")
    made = evaluation(drawn(about, None), fixed(title="Nada aún"), live=False)
    staff = make_staff("Trainer")
    link_user(staff)
    browser = Shopper()
    browser.force_login(staff)
    assert "<h1>" in text_of(browser.at(path_of(made)))
    assert "todavía no está lista" in text_of(browser.at(path_of(made), {}, follow=True))


def test_it_works_under_a_consultants_name(ana):
    make_consultant("Lili", "Gómez", alias="lili-gomez")
    made = evaluation()
    browser = browser_of(ana)
    begun = browser.post(f"/@lili-gomez/es-co/{path_of(made)}", {})
    assert begun.url.startswith("/@lili-gomez/es-co/learning/")
    assert browser.get(begun.url).status_code == 200
    rules = browser.get(f"/@lili-gomez/es-co/{path_of(made)}")
    assert 'href="/@lili-gomez/es-co/curso/"' in text_of(rules)


# --- Hostile ------------------------------------------------------------------------------


def test_somebody_elses_attempt_is_not_there(ana):
    made = evaluation()
    take(ana, made)
    second = start(ana, made)
    eva = learner("Eva")
    start(eva, made)
    browser = browser_of(eva)
    for rest in ("2/", "2/hand-in/", "2/result/"):
        assert browser.at(path_of(made, rest)).status_code == 404
        assert browser.at(path_of(made, rest), {"q1": "1"}).status_code in (404, 405)
    assert browser.at(path_of(made, "2/save/1/"), {"q1": "1"}).status_code == 404
    assert second.questions.get().answer is None


def test_forged_fields_change_nothing(ana):
    made = evaluation(fixed(question(), question()))
    start(ana, made)
    browser = browser_of(ana)
    forged = {"score": "100", "passed": "true", "state": "graded", "key": "{}", "person": "1"}
    forged |= {"q1": "99", "sequence-1": "0", "q7": "1", "sequence-7": "0", "deadline": "9"}
    browser.at(path_of(made, "1/"), forged)
    browser.at(path_of(made, "1/save/1/"), forged | {"sequence": "9" * 30})
    assert browser.at(path_of(made, "1/save/7/"), forged).status_code == 404
    attempt = Attempt.objects.get()
    assert (attempt.state, attempt.score, attempt.passed) == ("open", None, None)
    assert set(AttemptQuestion.objects.values_list("answer", "score")) == {(None, None)}


def test_after_it_was_handed_in_nothing_is_taken(ana):
    made = evaluation(review="solutions")
    attempt = take(ana, made, right=False)
    right = right_fields(attempt.questions.get())
    browser = browser_of(ana)
    saved = browser.at(path_of(made, "1/save/1/"), {"q1": right, "sequence": "1"})
    assert saved.json() == {"closed": f"/es-co/{path_of(made, '1/result/')}"}
    page = browser.at(path_of(made, "1/"), {"q1": right, "sequence-1": "0"}, follow=True)
    assert "demasiado tarde" in text_of(page)
    browser.at(path_of(made, "1/hand-in/"), {"q1": right, "sequence-1": "0"})
    attempt.refresh_from_db()
    assert (attempt.score, attempt.questions.get().answer == right) == (0, False)


def test_time_that_ran_out_ends_it_on_the_next_page(ana):
    made = evaluation(time_limit=10)
    attempt = start(ana, made, now=timezone.now() - timedelta(minutes=11))
    page = browser_of(ana).at(path_of(made, "1/"), follow=True)
    assert "0%" in text_of(page)
    attempt.refresh_from_db()
    assert attempt.state == "graded"


def test_a_text_that_is_too_long_is_refused_and_not_lost(ana):
    made = evaluation(fixed(question("long_text"), question("number")))
    start(ana, made)
    browser, long = browser_of(ana), "palabra " * 3000
    fields = fields_on(text_of(browser.at(path_of(made, "1/"))))
    page = text_of(browser.at(path_of(made, "1/"), fields | {"q1": long, "q2": "7"}))
    assert "20000" in page and long.strip() in page
    assert AttemptQuestion.objects.get(position=2).answer == "7"
    saved = browser.at(path_of(made, "1/save/1/"), {"q1": long})
    assert "20000" in saved.json()["error"]
    assert browser.at(path_of(made, "1/save/1/"), {"q1": "x" * 3_000_000}).status_code == 400


def test_markup_in_an_answer_is_text(ana):
    made = evaluation(fixed(question("long_text"), question("short_text")))
    attempt = start(ana, made)
    browser = browser_of(ana)
    markup = "<script>x</script></textarea>"
    for position in (1, 2):
        browser.at(path_of(made, f"1/save/{position}/"), {f"q{position}": markup})
    html = browser.at(path_of(made, "1/")).content.decode().split("<main")[1]
    hand_in(attempt)
    trainer = make_staff("Trainer")
    services.grade_by_hand(
        answer=attempt.questions.get(position=1), points=[3, 1], remark="<b>x</b>", by=trainer
    )
    html += browser.at(path_of(made, "1/result/")).content.decode().split("<main")[1]
    assert "<script>x" not in html and "<b>x" not in html and "&lt;script&gt;" in html


def test_a_form_needs_its_token(ana):
    browser = Shopper(enforce_csrf_checks=True)
    browser.force_login(ana.user)
    made = evaluation()
    start(ana, made)
    for rest in ("", "1/", "1/hand-in/", "1/save/1/"):
        assert browser.at(path_of(made, rest), {"q1": "1"}).status_code == 403
    assert Attempt.objects.get().is_open


def test_another_tab_is_not_overwritten_by_an_old_page(ana):
    """A page without a script sends all of its answers, also those that nobody touched on it."""
    made = evaluation(fixed(question("short_text"), question("short_text")))
    attempt = start(ana, made)
    browser = browser_of(ana)
    old = fields_on(text_of(browser.at(path_of(made, "1/"))))
    save(attempt, 1, "de la otra")
    browser.at(path_of(made, "1/"), old | {"q1": "", "q2": "de esta"})
    assert [one.answer for one in attempt.questions.all()] == ["de la otra", "de esta"]
    # What somebody did change on it is newer.
    browser.at(path_of(made, "1/"), old | {"q1": "a propósito", "q2": "de esta"})
    assert attempt.questions.get(position=1).answer == "a propósito"


# --- One question on a page ---------------------------------------------------------------


def test_one_question_on_a_page_and_every_button_saves(ana):
    made = evaluation(fixed(*[question("short_text") for _ in range(3)]), one_per_page=True)
    start(ana, made)
    browser = browser_of(ana)
    page = text_of(browser.at(path_of(made, "1/")))
    assert 'name="q1"' in page and 'name="q2"' not in page
    went = browser.at(path_of(made, "1/"), fields_on(page) | {"q1": "uno", "go": "2"})
    assert went.url.endswith("?question=2")
    page = text_of(browser.get(went.url))
    assert 'name="q2"' in page and 'name="q1"' not in page
    for odd in ("0", "99", "x", "-1", "9" * 9, "²"):
        assert browser.at(path_of(made, f"1/?question={odd}")).status_code == 200
    assert AttemptQuestion.objects.get(position=1).answer == "uno"


# --- What it costs ------------------------------------------------------------------------


def test_saving_an_answer_costs_six_queries_at_most(ana, assert_max_queries):
    made = evaluation(fixed(*[question() for _ in range(10)]))
    start(ana, made)
    browser = browser_of(ana)
    browser.at(path_of(made, "1/save/3/"), {"q3": "1", "sequence": "1"})
    # Two more are this test's savepoint.
    with assert_max_queries(8) as queries:
        response = browser.at(path_of(made, "1/save/3/"), {"q3": "2"})
    assert response.json()["stored"]
    assert sum("SAVEPOINT" in query["sql"] for query in queries) == 2


def test_pages_cost_the_same_with_many_questions(ana, assert_max_queries):
    made = evaluation(fixed(*[question() for _ in range(40)]), review="solutions")
    attempt = start(ana, made)
    browser = browser_of(ana)
    browser.at(path_of(made, "1/"))
    with assert_max_queries(8):
        browser.at(path_of(made, "1/"))
    answer_all(attempt)
    hand_in(attempt)
    with assert_max_queries(9):
        browser.at(path_of(made, "1/result/"))
    with assert_max_queries(9):
        browser.at(path_of(made))
