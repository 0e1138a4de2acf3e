"""Scoring the answers to a wrong question again: a recorded act."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from background.locks import locked

from ..kinds import kind_of
from ..models import Attempt, AttemptQuestion, Question, RegradedAnswer, Regrading
from ..models.attempts import State
from ..models.regrading import RegradingRule
from .settling import EVERYBODY, RESULT_FIELDS, score_of, settle, tell

AT_A_TIME = 500


class CannotRegrade(Exception):
    """It would change nothing, for the reason that the message gives."""


@dataclass
class _Before:
    key: dict
    score: object
    result: tuple


@transaction.atomic
def regrade(
    *,
    question_key: UUID,
    rule: str,
    reason: str,
    by,
    keeps_points: bool = True,
    now: datetime | None = None,
) -> Regrading:
    """Score every answer to a question again, in all attempts that showed it.

    ``rule``: by what the published question says is right now, or full points for everybody. With
    ``keeps_points`` nobody loses points by it. Attempts that are open get the new key and are
    scored by it when they are handed in; those whose time ran out, and those whose answers are
    not kept any more, stay as they are. Raises CannotRegrade.
    """
    now = now or timezone.now()
    reason = reason.strip()
    if not reason:
        raise CannotRegrade(_("Say why."))
    attempts = _locked_attempts(question_key)
    answers = list(
        AttemptQuestion.objects.asked(question_key).filter(attempt__in=attempts).order_by("pk")
    )
    if not answers:
        raise CannotRegrade(_("No attempt that is kept has shown this question."))
    if rule == RegradingRule.NEW_KEY and kind_of(answers[0].kind).by_hand:
        raise CannotRegrade(_("A person grades this question: change the grades one by one."))
    done = Regrading.objects.create(
        question_key=question_key,
        prompt=" ".join(answers[-1].prompt.split())[:200],
        rule=rule,
        keeps_points=keeps_points,
        reason=reason,
        by=by,
        at=now,
    )
    before = _rescore(answers, attempts, rule, keeps_points)
    changed = _settle(attempts, answers, now)
    _note(done, answers, attempts, before)
    for attempt in changed:
        tell(attempt)
    return done


def _locked_attempts(question_key: UUID) -> dict[int, Attempt]:
    rows = Attempt.objects.filter(questions__question_key=question_key, answers_kept=True)
    rows = rows.exclude(state=State.EXPIRED)
    return {attempt.pk: attempt for attempt in locked(rows, keeps_key=True)}


def _rescore(answers, attempts, rule: str, keeps_points: bool) -> dict[int, _Before]:
    """Give the answers their new key and score, and write them."""
    now_right = _questions_now(answers[0].question_key) if rule == RegradingRule.NEW_KEY else {}
    before = {}
    for answer in answers:
        attempt = attempts[answer.attempt_id]
        result = (attempt.score, attempt.passed)
        before[answer.pk] = _Before(answer.key, answer.score, result)
        if rule == RegradingRule.EVERYBODY:
            answer.key = answer.key | {EVERYBODY: True}
        elif question := now_right.get(attempt.language):
            answer.key = kind_of(answer.kind).rekey(
                question.block.value, shown=answer.shown, key=answer.key
            )
        if attempt.is_open:
            continue
        score = score_of(answer)
        if keeps_points and answer.score is not None and score is not None:
            score = max(score, answer.score)
        answer.score = score
    AttemptQuestion.objects.bulk_update(answers, ["key", "score"], batch_size=AT_A_TIME)
    return before


def _questions_now(question_key: UUID) -> dict[str, Question]:
    """The published question by language, where it is still of the kind that was asked."""
    rows = Question.objects.of_family(question_key).live().select_related("locale")
    found = {row.locale.language_code: row for row in rows}
    if not found:
        raise CannotRegrade(_("Publish the question first: nothing says what is right now."))
    kinds = AttemptQuestion.objects.asked(question_key).values_list("kind", flat=True).distinct()
    if {row.kind for row in found.values()} != set(kinds):
        raise CannotRegrade(
            _("The question is of another kind now: give everyone full points instead.")
        )
    return found


def _settle(attempts: dict[int, Attempt], answers, now: datetime) -> list[Attempt]:
    """Write the attempts' results anew; those whose final result is another one."""
    closed = [attempt for attempt in attempts.values() if not attempt.is_open]
    by_attempt = defaultdict(list)
    rows = AttemptQuestion.objects.filter(attempt__in=closed).only("attempt_id", "points", "score")
    for row in rows.order_by("attempt_id"):
        by_attempt[row.attempt_id].append(row)
    changed = [one for one in closed if settle(one, by_attempt[one.pk], now=now)]
    Attempt.objects.bulk_update(closed, RESULT_FIELDS, batch_size=AT_A_TIME)
    return changed


def _note(done: Regrading, answers, attempts, before: dict[int, _Before]) -> None:
    """A row for each answer whose key or score is another one."""
    rows = []
    for answer in answers:
        was, attempt = before[answer.pk], attempts[answer.attempt_id]
        if (answer.key, answer.score) == (was.key, was.score):
            continue
        rows.append(
            RegradedAnswer(
                regrading=done,
                answer=answer,
                key_before=was.key,
                score_before=was.score,
                score_after=answer.score,
                attempt_before=was.result[0],
                attempt_after=attempt.score,
                passed_before=was.result[1],
                passed_after=attempt.passed,
            )
        )
    RegradedAnswer.objects.bulk_create(rows, batch_size=AT_A_TIME)
