"""Graded by a person, scored again, counted, exported and forgotten."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from academy.evaluations import services
from academy.evaluations.models import Attempt, AttemptQuestion, RegradedAnswer, Regrading
from academy.evaluations.services import regrading
from academy.evaluations.signals import attempt_finished
from academy.evaluations.standing import result_of, review_of
from academy.evaluations.statistics import item_statistics
from academy.evaluations.tasks import forget_old_answers
from people.services import erase_person, export_person
from tests.staff import make_staff

from .factories import CONTENT, evaluation, fixed, learner, question
from .taking import answer_all, hand_in, right_fields, save, start, take

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("open_gate")]

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
D = Decimal


@pytest.fixture
def told():
    heard = []

    def hear(attempt, **kwargs):
        heard.append((attempt.pk, attempt.score, attempt.passed))

    attempt_finished.connect(hear)
    yield heard
    attempt_finished.disconnect(hear)


@pytest.fixture
def trainer(db):
    return make_staff("Trainer")


def grade(attempt, *points, by, remark=""):
    answer = attempt.questions.get(kind="long_text")
    points = [D(one) for one in points]
    return services.grade_by_hand(answer=answer, points=points, remark=remark, by=by)


# --- By hand ------------------------------------------------------------------------------


def test_a_long_text_waits_for_a_person_and_then_counts(ana, trainer, told):
    made = evaluation(fixed(question("long_text"), question("one")))
    attempt = take(ana, made)
    assert (attempt.state, attempt.score, attempt.passed) == ("to_be_graded", None, None)
    assert not told and result_of(ana, made.translation_key) is None

    attempt = grade(attempt, "1.5", "0.5", by=trainer, remark="Nombra también el sérum.")

    assert (attempt.state, attempt.score, attempt.passed) == ("graded", D(75), True)
    assert told == [(attempt.pk, D(75), True)]
    answer = attempt.questions.get(kind="long_text")
    assert answer.rubric == [
        {"text": "Nombra los pasos", "points": 3, "given": "1.5"},
        {"text": "Es claro", "points": 1, "given": "0.5"},
    ]
    assert (answer.graded_by, answer.remark) == (trainer, "Nombra también el sérum.")
    attempt = grade(attempt, "0", "0", by=trainer)
    assert (attempt.score, attempt.passed) == (D(50), False)
    assert len(told) == 2


def test_a_long_text_that_is_empty_is_nothing_to_grade(ana):
    made = evaluation(fixed(question("long_text")))
    attempt = hand_in(start(ana, made))
    assert (attempt.state, attempt.score) == ("graded", D(0))


@pytest.mark.parametrize("points", [("4", "1"), ("-1", "1"), ("1",), ("1", "1", "1")])
def test_a_criterion_has_so_many_points(ana, trainer, points):
    attempt = take(ana, evaluation(fixed(question("long_text"))))
    with pytest.raises(ValidationError):
        grade(attempt, *points, by=trainer)
    attempt.refresh_from_db()
    assert attempt.state == "to_be_graded"


def test_nobody_grades_what_is_open_or_what_the_machine_scores(ana, trainer):
    made = evaluation(fixed(question("long_text"), question("one")))
    attempt = start(ana, made)
    with pytest.raises(services.CannotGrade):
        grade(attempt, "1", "1", by=trainer)
    answer_all(attempt)
    hand_in(attempt)
    with pytest.raises(services.CannotGrade):
        services.grade_by_hand(answer=attempt.questions.get(kind="one"), points=[], by=trainer)


# --- Scored again -------------------------------------------------------------------------


def corrected(asked, right: str):
    """The question with another answer marked as right, published."""
    options = asked.content[0].value["options"]
    for option in options:
        option["is_right"] = option["text"] == right
    asked.save_revision().publish()
    asked.refresh_from_db()
    return asked


def regrade(asked, by, rule="new_key", **options):
    options = {"reason": "La clave estaba mal.", **options}
    return services.regrade(question_key=asked.translation_key, rule=rule, by=by, **options)


def choose(attempt, text):
    shown = attempt.questions.get().shown["options"]
    save(attempt, 1, next(one["id"] for one in shown if one["text"] == text))


def test_a_wrong_key_is_put_right_in_every_attempt_that_showed_it(ana, trainer, told):
    asked = question()
    made, other = evaluation(fixed(asked)), evaluation(fixed(asked), title="Otra")
    eva, luz = learner("Eva"), learner("Luz")
    said = {}
    for person, where, text in (
        (ana, made, "Exfoliar"), (eva, made, "Limpiar"), (luz, other, "Exfoliar")
    ):  # fmt: skip
        said[person] = start(person, where)
        choose(said[person], text)
        hand_in(said[person])
    told.clear()

    done = regrade(corrected(asked, "Exfoliar"), trainer, keeps_points=False)

    scores = {a.person_id: (a.score, a.passed) for a in Attempt.objects.all()}
    assert scores == {ana.pk: (100, True), eva.pk: (0, False), luz.pk: (100, True)}
    assert {one[1:] for one in told} == {(D(100), True), (D(0), False)} and len(told) == 3
    rows = {row.answer.attempt.person_id: row for row in done.answers.all()}
    assert (rows[ana.pk].score_before, rows[ana.pk].score_after) == (0, 1)
    assert (rows[ana.pk].attempt_before, rows[ana.pk].attempt_after) == (0, 100)
    assert (rows[eva.pk].passed_before, rows[eva.pk].passed_after) == (True, False)
    assert (done.by, done.reason) == (trainer, "La clave estaba mal.")
    # Again it changes nothing, and says so.
    told.clear()
    assert not regrade(asked, trainer).answers.exists() and not told


def test_an_act_that_was_cut_off_goes_on(ana, trainer, monkeypatch):
    """In parts, each whole by itself; the same act again does the rest and nothing twice."""
    monkeypatch.setattr(regrading, "AT_A_TIME", 2)
    asked, token = question(), uuid4()
    made = evaluation(fixed(asked))
    people = [ana, *(learner(name) for name in ("Eva", "Luz", "Sol", "Mar"))]
    for person in people:
        take(person, made, right=False)
    some, settle = [], regrading._settle

    def breaks(*args):
        some.append(args)
        if len(some) == 2:
            raise OSError
        return settle(*args)

    monkeypatch.setattr(regrading, "_settle", breaks)
    with pytest.raises(OSError):
        regrade(asked, trainer, "everybody", token=token)
    assert Attempt.objects.filter(score=100).count() == 2
    regrade(asked, trainer, "everybody", token=token)
    assert Attempt.objects.filter(score=100).count() == 5
    assert Regrading.objects.get().answers.count() == 5
    before = set(RegradedAnswer.objects.values_list("score_before", "attempt_before"))
    assert before == {(0, 0)}


def test_nobody_needs_to_lose_points_by_it(ana, trainer):
    asked = question()
    attempt = take(ana, evaluation(fixed(asked)))
    regrade(corrected(asked, "Nada"), trainer)
    attempt.refresh_from_db()
    assert attempt.score == 100


def test_everybody_may_get_the_points(ana, trainer, told):
    asked = question()
    made = evaluation(fixed(asked))
    attempt = take(ana, made, right=False)
    eva = start(learner("Eva"), made)
    regrade(asked, trainer, "everybody")
    attempt.refresh_from_db()
    assert (attempt.score, attempt.passed) == (100, True)
    # Who is at it gets them when they hand in.
    assert hand_in(eva).score == 100
    assert take(learner("Luz"), made, right=False).score == 0


def test_what_is_being_taken_is_scored_by_the_new_key(ana, trainer):
    asked = question()
    attempt = start(ana, evaluation(fixed(asked)))
    choose(attempt, "Nada")
    regrade(corrected(asked, "Nada"), trainer)
    assert hand_in(attempt).score == 100


@pytest.mark.parametrize(
    ("kind", "now_right", "answer"),
    [
        ("number", {"number": "20", "tolerance": "0", "unit": "ml"}, "20"),
        ("short_text", {"answers": [{"text": "Aloe", "credit": 100, "feedback": ""}]}, "aloe"),
        ("true_false", CONTENT["true_false"] | {"is_true": "false"}, "false"),
    ],
)
def test_every_kind_takes_a_new_key(ana, trainer, kind, now_right, answer):
    asked = question(kind)
    attempt = start(ana, evaluation(fixed(asked)))
    save(attempt, 1, answer)
    assert hand_in(attempt).score == 0
    asked.content = [(kind, now_right)]
    asked.save_revision().publish()
    regrade(asked, trainer)
    attempt.refresh_from_db()
    assert attempt.score == 100


def test_order_and_match_keep_what_was_shown(ana, trainer):
    steps, pairs = question("order"), question("match")
    attempt = start(ana, evaluation(fixed(steps, pairs)))
    first, second = attempt.questions.all()
    turned = {n: str(5 - int(place)) for n, place in right_fields(first).items()}
    save(attempt, 1, turned)
    swapped = dict(right_fields(second))
    one, two, _three = swapped
    swapped[one], swapped[two] = swapped[two], swapped[one]
    save(attempt, 2, swapped)
    assert hand_in(attempt).score == D("16.67")

    raw = steps.content.raw_data[0]["value"]["items"]
    raw.reverse()
    steps.save_revision().publish()
    regrade(steps, trainer)
    attempt.refresh_from_db()
    assert attempt.score == D("66.67")
    assert attempt.questions.get(position=1).shown == first.shown


def test_what_cannot_be_scored_again_says_why(ana, trainer):
    essay, asked = question("long_text"), question()
    take(ana, evaluation(fixed(essay)))
    for what, options in (
        (essay, {}), (asked, {}), (asked, {"rule": "everybody"}), (essay, {"reason": "  "})
    ):  # fmt: skip
        with pytest.raises(services.CannotRegrade):
            regrade(what, trainer, **options)
    assert not Regrading.objects.exists()


def test_an_attempt_that_does_not_count_stays_so(ana, trainer):
    asked = question()
    made = evaluation(fixed(asked), time_limit=1, on_timeout="discard")
    start(ana, made, now=NOON)
    services.close_overdue(now=NOON + timedelta(hours=1))
    with pytest.raises(services.CannotRegrade):
        regrade(asked, trainer, "everybody")
    assert Attempt.objects.get().state == "expired"


# --- Counted ------------------------------------------------------------------------------


def test_difficulty_and_discrimination(assert_max_queries):
    """One that those know who know the rest, one that tells nobody apart, one that misleads."""
    good, even, bad, rest = (question(prompt=text) for text in ("good", "even", "bad", "rest"))
    made = evaluation(fixed(good, even, bad, rest))
    knows = {"A": {1, 2, 4}, "B": {1, 2, 4}, "C": {1, 2, 4}, "D": {2, 3}, "E": {2, 3}, "F": {2}}
    for name, right in knows.items():
        attempt = start(learner(name), made)
        for one in attempt.questions.all():
            if one.position in right:
                save(attempt, one.position, right_fields(one))
        hand_in(attempt)
        # A second try is not counted.
        take(attempt.person, made)
    with assert_max_queries(1):
        found = {one.prompt: one for one in item_statistics(made.translation_key)}
    assert [found[p].difficulty for p in ("good", "even", "bad")] == [
        0.5,
        1.0,
        pytest.approx(1 / 3),
    ]
    assert {one.answers for one in found.values()} == {6}
    assert found["good"].discrimination == pytest.approx(0.2**0.5)
    assert found["even"].discrimination is None
    assert found["bad"].discrimination < 0 < found["rest"].discrimination


def test_one_question_alone_is_compared_with_nothing():
    made = evaluation()
    for name in "ABCDEF":
        take(learner(name), made, right=name < "C")
    (only,) = item_statistics(made.translation_key)
    assert (only.difficulty, only.discrimination) == (pytest.approx(1 / 3), None)


# --- Reviewed, kept, forgotten ------------------------------------------------------------


@pytest.mark.parametrize("review", ["nothing", "score", "answers", "solutions"])
def test_a_review_shows_what_it_says_when_it_says(ana, review):
    made = evaluation(review=review, review_when="last_attempt", attempts_allowed=2,
                      closes_at=NOON + timedelta(days=1))  # fmt: skip

    def shown(now=NOON):
        attempts = list(Attempt.objects.order_by("number"))
        return review_of(made, attempts[0], attempts, now=now)

    take(ana, made, right=False, now=NOON)
    assert shown() == "nothing"
    closed = NOON + timedelta(days=1, minutes=5)
    assert shown(NOON + timedelta(days=1)) == "nothing"  # answers are still taken
    assert shown(closed) == review
    attempt = start(ana, made, now=NOON)
    assert shown() == "nothing"
    made.review_when = "at_once"
    assert shown() == ("nothing" if review == "nothing" else "score")
    made.review_when = "last_attempt"
    hand_in(attempt, now=NOON)
    assert shown() == review
    made.review_when = "closed"
    assert shown() == "nothing"
    assert shown(closed) == review
    made.review_when = "at_once"
    assert shown() == review


def test_answers_are_forgotten_after_their_time_and_scores_stay(ana, trainer, settings):
    asked = question()
    made = evaluation(fixed(asked))
    settings.VITRINA_EVALUATION_ANSWERS_DAYS = 30
    old = take(ana, made, now=timezone.now() - timedelta(days=31))
    new = take(ana, made, now=timezone.now() - timedelta(days=29))
    forget_old_answers.func()
    gone, kept = AttemptQuestion.objects.order_by("attempt__number")
    assert (gone.answer, gone.shown, gone.key, gone.score) == (None, {}, {}, 1)
    assert kept.answer and kept.shown and kept.attempt == new
    assert export_person(ana)["evaluation_attempts"][0]["score"] == "100.00"
    assert result_of(ana, made.translation_key).attempt == old
    # What is not there any more is not scored again.
    corrected(asked, "Nada")
    assert regrade(asked, trainer, keeps_points=False).answers.count() == 1


def test_export_and_erasure(ana):
    take(ana, evaluation(fixed(question(prompt="¿Qué va primero?")), title="Piel"))
    (section,) = export_person(ana)["evaluation_attempts"]
    assert section["evaluation"] == "Piel" and section["passed"] is True
    assert section["answers"][0]["question"] == "¿Qué va primero?"
    assert section["answers"][0]["answer"] == ["Limpiar"]
    erase_person(ana, by=None)
    assert not Attempt.objects.exists() and not RegradedAnswer.objects.exists()
