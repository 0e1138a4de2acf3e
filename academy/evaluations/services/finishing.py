"""Ending attempts: handed in by whoever takes them, or by the clock."""

import logging
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from background.locks import locked

from ..models import Attempt, AttemptQuestion
from ..models.attempts import State
from ..models.evaluation import OnTimeout
from .answering import write_form
from .settling import RESULT_FIELDS, score_of, settle, tell

# The timetable comes back every minute.
AT_A_TIME = 5000

logger = logging.getLogger(__name__)


@transaction.atomic
def hand_in(
    *, user, evaluation_key: UUID, number: int, data=None, now: datetime | None = None
) -> Attempt:
    """End ``user``'s attempt, exactly once; again changes nothing. ``data``: answers of a page that
    are kept before, unless it is too late for them. Raises Attempt.DoesNotExist.
    """
    now = now or timezone.now()
    rows = Attempt.objects.of_user(user).at(evaluation_key).filter(number=number)
    attempt = locked(rows, keeps_key=True).get()
    if attempt.is_open:
        if data is not None and not _is_late(attempt, now):
            write_form(attempt, data, now=now)
        _finish(attempt, now)
    return attempt


def finish_if_overdue(*, attempt: Attempt, now: datetime) -> bool:
    """End an open attempt whose grace is over; whether it is ended now. In a transaction."""
    attempt = locked(Attempt.objects.filter(pk=attempt.pk), keeps_key=True).get()
    if attempt.is_open and _is_late(attempt, now):
        _finish(attempt, now)
    return not attempt.is_open


def close_overdue(*, now: datetime | None = None) -> int:
    """End attempts whose time is over, each in a transaction of its own, the oldest first and
    ``AT_A_TIME`` at most. Returns how many. One that cannot be ended holds up no other; its error
    is raised at the end.
    """
    now = now or timezone.now()
    closed, failed = 0, None
    for attempt in list(Attempt.objects.overdue(now).order_by("accepts_until")[:AT_A_TIME]):
        try:
            with transaction.atomic():
                closed += finish_if_overdue(attempt=attempt, now=now)
        except Exception as error:  # noqa: BLE001 - raised below
            logger.error("Attempt %s cannot be ended: %s", attempt.pk, error)
            failed = error
    if failed:
        raise failed
    return closed


def _is_late(attempt: Attempt, now: datetime) -> bool:
    return attempt.accepts_until is not None and now > attempt.accepts_until


def _finish(attempt: Attempt, now: datetime) -> None:
    late = _is_late(attempt, now)
    ended = min(now, attempt.accepts_until) if late else now
    # A clock may have been put back since it began.
    attempt.handed_in_at = max(ended, attempt.started_at)
    if late and attempt.on_timeout == OnTimeout.DISCARD:
        attempt.state, attempt.passed = State.EXPIRED, False
        attempt.finished_at = attempt.handed_in_at
        is_news = True
    else:
        questions = list(attempt.questions.all())
        for question in questions:
            question.score = score_of(question)
        AttemptQuestion.objects.bulk_update(questions, ["score"])
        is_news = settle(attempt, questions, now=attempt.handed_in_at)
    attempt.save(update_fields=["handed_in_at", *RESULT_FIELDS])
    if is_news:
        tell(attempt)


def forget_answers(*, before: datetime) -> int:
    """Delete what was shown and answered in attempts that were finished before a moment; their
    scores stay. Returns how many.
    """
    rows = Attempt.objects.filter(answers_kept=True, finished_at__lt=before)
    forgotten = 0
    while keys := list(rows.values_list("pk", flat=True)[:1000]):
        with transaction.atomic():
            AttemptQuestion.objects.filter(attempt__in=keys).update(
                answer=None, shown={}, key={}, rubric=[], remark="", feedback="", picture=None
            )
            forgotten += Attempt.objects.filter(pk__in=keys).update(answers_kept=False)
    return forgotten
