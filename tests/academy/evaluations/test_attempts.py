"""Beginning, answering and handing in."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from academy.evaluations import gates, services
from academy.evaluations.models import Attempt, AttemptQuestion, Evaluation, Question
from academy.evaluations.signals import attempt_finished
from academy.evaluations.standing import result_of

from .factories import CONTENT, drawn, evaluation, fixed, learner, question, topic
from .taking import answer_all, hand_in, right_fields, save, start, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("open_gate")]

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def minutes(count):
    return timedelta(minutes=count)


@pytest.fixture
def told():
    """What the signal said, in order."""
    heard = []

    def hear(attempt, **kwargs):
        heard.append((attempt.pk, attempt.state, attempt.score, attempt.passed))

    attempt_finished.connect(hear)
    yield heard
    attempt_finished.disconnect(hear)


def test_all_right_is_a_hundred_percent_whatever_the_kinds(ana, told):
    questions = [question(code) for code in CONTENT if code != "long_text"]
    attempt = take(ana, evaluation(fixed(*questions)))
    assert (attempt.state, attempt.score, attempt.passed) == ("graded", Decimal(100), True)
    assert told == [(attempt.pk, "graded", Decimal(100), True)]


def test_points_weigh_and_the_pass_mark_is_met_or_not(ana):
    heavy, light = question(), question()
    made = evaluation(fixed(heavy, points=3), fixed(light, points=1), pass_mark=75)
    attempt = start(ana, made)
    first, second = attempt.questions.all()
    save(attempt, first.position, right_fields(first))
    attempt = hand_in(attempt)
    assert (attempt.score, attempt.passed) == (Decimal(75), True)
    assert second.attempt_id == attempt.pk


def test_without_a_gate_that_says_yes_there_is_no_evaluation(ana, monkeypatch):
    made = evaluation()
    for gate in (lambda person, key: None, None):
        monkeypatch.setattr(gates, "_gates", [gate] if gate else [])
        with pytest.raises(Evaluation.DoesNotExist):
            start(ana, made)
    monkeypatch.setattr(gates, "_gates", [lambda person, key: gates.Access(refusal="Aún no.")])
    with pytest.raises(services.CannotStart, match="Aún no"):
        start(ana, made)
    assert not Attempt.objects.exists()


def test_one_gate_that_says_yes_is_enough(ana, monkeypatch):
    yes, no = gates.Access(path="/b/"), gates.Access(refusal="Aún no.")
    monkeypatch.setattr(gates, "_gates", [lambda *_: None, lambda *_: no, lambda *_: yes])
    assert gates.access_of(ana, evaluation().translation_key) == yes


def test_a_second_start_is_the_same_attempt(ana):
    made = evaluation()
    assert start(ana, made) == start(ana, made)
    with pytest.raises(IntegrityError), transaction.atomic():
        twin = Attempt.objects.get()
        twin.pk, twin.number = None, 2
        twin.save()


def test_attempts_are_counted_and_wait_for_each_other(ana):
    made = evaluation(attempts_allowed=2, wait_minutes=60)
    take(ana, made, now=NOON, right=False)
    with pytest.raises(services.CannotStart):
        start(ana, made, now=NOON + minutes(59))
    assert take(ana, made, now=NOON + minutes(60)).number == 2
    with pytest.raises(services.CannotStart, match="intentos"):
        start(ana, made, now=NOON + minutes(600))
    assert take(learner("Eva"), made, now=NOON).number == 1


def test_it_opens_and_closes(ana):
    made = evaluation(opens_at=NOON, closes_at=NOON + minutes(90), time_limit=60)
    with pytest.raises(services.CannotStart):
        start(ana, made, now=NOON - minutes(1))
    assert start(ana, made, now=NOON).deadline == NOON + minutes(60)
    late = start(learner("Eva"), made, now=NOON + minutes(80))
    assert late.deadline == NOON + minutes(90)
    with pytest.raises(services.CannotStart):
        start(learner("Luz"), made, now=NOON + minutes(90))


def test_the_grace_is_kept_and_then_nothing_is_taken(ana):
    made = evaluation(time_limit=10, grace_seconds=30)
    attempt = start(ana, made, now=NOON)
    right = right_fields(attempt.questions.get())
    assert save(attempt, 1, right, now=NOON + minutes(10.5)).stored
    with pytest.raises(services.AttemptClosed):
        save(attempt, 1, "3", now=NOON + minutes(10.51))
    attempt = hand_in(attempt, now=NOON + minutes(20))
    assert (attempt.state, attempt.score) == ("graded", Decimal(100))
    assert attempt.handed_in_at == NOON + minutes(10.5)


def test_time_that_ran_out_may_not_count(ana, told):
    made = evaluation(time_limit=10, on_timeout="discard", attempts_allowed=1)
    attempt = start(ana, made, now=NOON)
    answer_all(attempt, now=NOON)
    assert services.close_overdue(now=NOON + minutes(10)) == 0
    assert services.close_overdue(now=NOON + minutes(11)) == 1
    assert services.close_overdue(now=NOON + minutes(12)) == 0
    attempt.refresh_from_db()
    assert (attempt.state, attempt.score, attempt.passed) == ("expired", None, False)
    assert len(told) == 1
    assert result_of(ana, made.translation_key) is None
    with pytest.raises(services.CannotStart):
        start(ana, made, now=NOON + minutes(30))


def test_what_is_there_is_handed_in_by_the_timetable(ana):
    made = evaluation(time_limit=10)
    attempt = start(ana, made, now=NOON)
    answer_all(attempt, now=NOON)
    services.close_overdue(now=NOON + minutes(600))
    attempt.refresh_from_db()
    assert (attempt.state, attempt.score) == ("graded", Decimal(100))
    assert attempt.handed_in_at == attempt.accepts_until


def test_handing_in_happens_once(ana, told):
    attempt = take(ana, evaluation())
    with pytest.raises(services.AttemptClosed):
        save(attempt, 1, "1")
    again = hand_in(attempt)
    assert (again.handed_in_at, again.score) == (attempt.handed_in_at, attempt.score)
    assert len(told) == 1


def test_an_older_write_of_another_tab_replaces_no_newer_one(ana):
    attempt = start(ana, evaluation(), now=NOON)
    at = int(NOON.timestamp() * 1000)
    assert save(attempt, 1, "1", sequence=at + 500, now=NOON + minutes(1)).stored
    older = save(attempt, 1, "2", sequence=at + 400, now=NOON + minutes(2))
    assert (older.stored, older.answer, older.sequence) == (False, "1", at + 500)
    assert not save(attempt, 1, "2", sequence=at + 500, now=NOON + minutes(2)).stored
    assert save(attempt, 1, "2", sequence=at + 501, now=NOON + minutes(2)).stored


def test_nobody_answers_in_the_future(ana):
    """A page whose clock is wrong does not lock out every later answer."""
    attempt = start(ana, evaluation(), now=NOON)
    assert save(attempt, 1, "1", sequence=2**62, now=NOON).stored
    assert save(attempt, 1, "2", sequence=int(NOON.timestamp() * 1000) + 5000, now=NOON).stored
    assert AttemptQuestion.objects.get().answer == "2"


def test_only_what_was_shown_is_answered(ana):
    attempt = start(ana, evaluation(), now=NOON)
    with pytest.raises(AttemptQuestion.DoesNotExist):
        save(attempt, 2, "1")
    for forged in ("4", "0", "x", "1 ", "9" * 5000):
        with pytest.raises(ValidationError):
            save(attempt, 1, forged)
    assert AttemptQuestion.objects.get().answer is None


def test_nobody_writes_on_anothers_attempt(ana):
    attempt = start(ana, evaluation())
    attempt.person = learner("Eva")
    with pytest.raises(Attempt.DoesNotExist):
        save(attempt, 1, "1")
    with pytest.raises(Attempt.DoesNotExist):
        hand_in(attempt)


def test_an_answer_costs_three_queries(ana, assert_max_queries):
    attempt = start(ana, evaluation(fixed(*[question() for _ in range(12)])))
    assert attempt.person.user
    # Two of them are this test's savepoint.
    with assert_max_queries(5):
        save(attempt, 7, "1")


def test_editing_changes_nothing_in_an_attempt(ana):
    asked = question(prompt="¿Qué va primero?")
    made = evaluation(fixed(asked), title="Piel", pass_mark=50, time_limit=30)
    attempt = start(ana, made, now=NOON)
    before = AttemptQuestion.objects.values().get()

    asked.prompt, asked.content = "¿Otra?", [("true_false", CONTENT["true_false"])]
    asked.save_revision().publish()
    Question.objects.filter(pk=asked.pk).update(live=False)
    made.title, made.pass_mark, made.time_limit, made.sections = "Otra", 100, 1, []
    made.on_timeout = "discard"
    made.save()

    assert AttemptQuestion.objects.values().get() == before
    save(attempt, 1, right_fields(attempt.questions.get()), now=NOON + minutes(29))
    attempt = hand_in(attempt, now=NOON + minutes(29))
    assert (attempt.title, attempt.score, attempt.passed) == ("Piel", Decimal(100), True)
    assert before["revision_id"] and before["question_key"] == asked.translation_key


def test_a_pool_draws_by_topic_difficulty_and_language(ana):
    skin, hair = topic("Piel"), topic("Pelo")
    piel = topic("Skin", "en", of=skin)
    easy = {question(about=skin, difficulty="easy").translation_key for _ in range(3)}
    question(about=skin, difficulty="hard")
    question(about=hair, difficulty="easy")
    question(about=piel, language="en", difficulty="easy")
    question(about=skin, difficulty="easy", live=False)
    attempt = start(ana, evaluation(drawn(skin, 3, difficulty="easy")))
    assert {one.question_key for one in attempt.questions.all()} == easy


def test_people_are_asked_different_questions_and_none_twice(ana):
    skin = topic("Piel")
    chosen = question(about=skin)
    for _ in range(11):
        question(about=skin)
    made = evaluation(fixed(chosen), drawn(skin, 3), drawn(skin, 3))
    seen = set()
    for name in ("Eva", "Luz", "Sol", "Mar"):
        keys = [one.question_key for one in start(learner(name), made).questions.all()]
        assert len(set(keys)) == 7 and keys[0] == chosen.translation_key
        seen.add(tuple(keys))
    assert len(seen) > 1


def test_a_narrow_pool_is_not_emptied_by_a_wide_one(ana):
    skin = topic("Piel")
    for _ in range(2):
        question(about=skin, difficulty="hard")
        question(about=skin, difficulty="easy")
    made = evaluation(drawn(skin, 2), drawn(skin, 2, difficulty="hard"))
    for name in ("Eva", "Luz", "Sol"):
        assert start(learner(name), made).questions.count() == 4


def test_what_was_unpublished_since_is_said_and_nothing_begins(ana):
    asked = question()
    made = evaluation(fixed(asked))
    asked.unpublish()
    with pytest.raises(services.CannotStart, match="lista"):
        start(ana, made)
    assert not Attempt.objects.exists()


def test_each_language_asks_its_own_questions(ana):
    spanish = question(prompt="¿Qué va primero?")
    english = question(
        prompt="What comes first?", about=topic("Skin", "en"), language="en", of=spanish
    )
    made = evaluation(fixed(spanish), title="Piel")
    evaluation(fixed(spanish), title="Skin", language="en", of=made)
    attempt = start(ana, made, language="en")
    assert (attempt.language, attempt.title) == ("en", "Skin")
    assert attempt.questions.get().prompt == english.prompt
    # The same evaluation: it is the open attempt in the other language, too.
    assert start(ana, made, language="es") == attempt


def test_rules_are_the_same_in_every_language():
    made = evaluation(time_limit=30, pass_mark=80)
    english = evaluation(language="en", of=made, time_limit=5, pass_mark=10)
    assert (english.time_limit, english.pass_mark) == (30, 80)
    made.pass_mark = 60
    made.save()
    english.refresh_from_db()
    assert english.pass_mark == 60


@pytest.mark.parametrize(
    ("grading", "score", "passed"),
    [("best", Decimal(100), True), ("last", Decimal(0), False), ("average", Decimal(50), False)],
)
def test_which_attempt_counts(ana, grading, score, passed):
    made = evaluation(grading=grading)
    assert result_of(ana, made.translation_key) is None
    take(ana, made)
    take(ana, made, right=False)
    start(ana, made)
    result = result_of(ana, made.translation_key)
    assert (result.score, result.passed, result.attempts) == (score, passed, 2)


def test_what_staff_try_is_nobodys_result(ana, told, monkeypatch):
    monkeypatch.setattr(gates, "_gates", [])
    made = evaluation(attempts_allowed=1, opens_at=NOON + minutes(9999), live=False)
    for _ in range(2):
        attempt = take(ana, made, preview=True)
        assert attempt.is_preview and attempt.score == 100
    assert Attempt.objects.count() == 1
    assert not told and result_of(ana, made.translation_key) is None
