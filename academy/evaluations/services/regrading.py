"""Scoring the answers to a wrong question again: a recorded act."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

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


def check_regrade(*, question_key: UUID, rule: str, reason: str) -> int:
    """How many attempts it would touch. Raises CannotRegrade."""
    if not reason.strip():
        raise CannotRegrade(_("Say why."))
    attempts = _touched(question_key)
    shown = AttemptQuestion.objects.asked(question_key).filter(attempt__in=attempts).first()
    if shown is None:
        raise CannotRegrade(_("No attempt that is kept has shown this question."))
    if rule == RegradingRule.NEW_KEY:
        if kind_of(shown.kind).by_hand:
            raise CannotRegrade(_("A person grades this question: change the grades one by one."))
        _questions_now(question_key)
    return attempts.count()


def regrade(
    *,
    question_key: UUID,
    rule: str,
    reason: str,
    by,
    keeps_points: bool = True,
    token: UUID | None = None,
    now: datetime | None = None,
) -> Regrading:
    """Score every answer to a question again, in all attempts that showed it.

    ``rule``: by what the published question says is right now, or full points for everybody. With
    ``keeps_points`` nobody loses points by it. Attempts that are open get the new key and are
    scored by it when they are handed in; those whose time ran out, and those whose answers are
    not kept any more, stay as they are. ``token`` names the act: the same one goes on where it was
    left, and changes nothing twice. One transaction for each ``AT_A_TIME`` attempts, so that nobody
    who is answering waits long. Raises CannotRegrade.
    """
    now = now or timezone.now()
    check_regrade(question_key=question_key, rule=rule, reason=reason)
    asked = AttemptQuestion.objects.asked(question_key).latest("pk")
    done, _made = Regrading.objects.get_or_create(
        token=token or uuid4(),
        defaults={
            "question_key": question_key,
            "prompt": " ".join(asked.prompt.split())[:200],
            "rule": rule,
            "keeps_points": keeps_points,
            "reason": reason.strip(),
            "by": by,
            "at": now,
        },
    )
    now_right = _questions_now(question_key) if done.rule == RegradingRule.NEW_KEY else {}
    last = 0
    while keys := list(_touched(question_key, after=last).values_list("pk", flat=True)[:AT_A_TIME]):
        _regrade_some(done, keys, now_right, now)
        last = keys[-1]
    return done


@transaction.atomic
def _regrade_some(done: Regrading, keys: list[int], now_right: dict, now: datetime) -> None:
    rows = locked(Attempt.objects.filter(pk__in=keys), keeps_key=True)
    attempts = {attempt.pk: attempt for attempt in rows}
    answers = list(
        AttemptQuestion.objects.asked(done.question_key).filter(attempt__in=attempts).order_by("pk")
    )
    before = _rescore(answers, attempts, done, now_right)
    changed = _settle(attempts, answers, now)
    _note(done, answers, attempts, before)
    for attempt in changed:
        tell(attempt)


def _touched(question_key: UUID, *, after: int = 0):
    rows = Attempt.objects.filter(
        questions__question_key=question_key, answers_kept=True, pk__gt=after
    )
    return rows.exclude(state=State.EXPIRED).order_by("pk")


def _rescore(answers, attempts, done: Regrading, now_right: dict) -> dict[int, _Before]:
    """Give the answers their new key and score, and write them."""
    before = {}
    for answer in answers:
        attempt = attempts[answer.attempt_id]
        before[answer.pk] = _Before(answer.key, answer.score, (attempt.score, attempt.passed))
        if done.rule == RegradingRule.EVERYBODY:
            answer.key = answer.key | {EVERYBODY: True}
        elif question := now_right.get(attempt.language):
            answer.key = kind_of(answer.kind).rekey(
                question.block.value, shown=answer.shown, key=answer.key
            )
        if attempt.is_open:
            continue
        score = score_of(answer)
        if done.keeps_points and answer.score is not None and score is not None:
            score = max(score, answer.score)
        answer.score = score
    AttemptQuestion.objects.bulk_update(answers, ["key", "score"])
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
    Attempt.objects.bulk_update(closed, RESULT_FIELDS)
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
    # A run that goes on where another was left has noted some of them.
    RegradedAnswer.objects.bulk_create(rows, ignore_conflicts=True)
