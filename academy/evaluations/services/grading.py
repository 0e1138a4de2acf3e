"""Grading long texts by hand, by the criteria of their rubric."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from background.locks import locked

from ..kinds import kind_of
from ..models import Attempt, AttemptQuestion
from ..models.attempts import State
from .settling import RESULT_FIELDS, SHARE, settle, tell


class CannotGrade(Exception):
    """There is nothing for a person to grade: not handed in, or scored by the machine."""


@transaction.atomic
def grade_by_hand(
    *,
    answer: AttemptQuestion,
    points: Sequence[Decimal],
    remark: str = "",
    by,
    now: datetime | None = None,
) -> Attempt:
    """Give an answer points for each criterion of its rubric, and a remark. With the last one the
    attempt's result is final; grading again changes it. Raises CannotGrade, and ValidationError for
    points that a criterion does not have.
    """
    now = now or timezone.now()
    attempt = locked(Attempt.objects.filter(pk=answer.attempt_id), keeps_key=True).get()
    questions = list(attempt.questions.all())
    graded = next(one for one in questions if one.pk == answer.pk)
    is_gradable = attempt.state in (State.TO_BE_GRADED, State.GRADED) and attempt.answers_kept
    if not is_gradable or not kind_of(graded.kind).by_hand:
        raise CannotGrade
    rubric = graded.key.get("rubric", [])
    _check(rubric, points)
    graded.rubric = [
        {"text": one["text"], "points": one["points"], "given": str(given)}
        for one, given in zip(rubric, points, strict=True)
    ]
    most = sum(one["points"] for one in rubric)
    graded.score = (sum(points, Decimal(0)) / most).quantize(SHARE)
    graded.remark, graded.graded_by = remark.strip(), by
    graded.save(update_fields=["rubric", "score", "remark", "graded_by"])
    is_news = settle(attempt, questions, now=now)
    attempt.save(update_fields=RESULT_FIELDS)
    if is_news:
        tell(attempt)
    return attempt


def _check(rubric: list[dict], points: Sequence[Decimal]) -> None:
    fits = len(points) == len(rubric) and all(
        0 <= given <= criterion["points"] for given, criterion in zip(points, rubric, strict=True)
    )
    if not fits:
        raise ValidationError(_("Give each criterion between 0 and its most points."))
