"""Saving answers while an attempt is open: often, in any order, from several tabs."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from background.locks import locked

from ..kinds import kind_of
from ..models import Attempt, AttemptQuestion

WRITTEN = ["answer", "sequence", "answered_at"]


class AttemptClosed(Exception):
    """It was handed in, or its time is over: nothing was written."""


@dataclass(frozen=True)
class Saved:
    """``stored``: whether this answer was written; else a newer one stands, and ``answer`` and
    ``sequence`` are that one's."""

    stored: bool
    position: int
    answer: Any
    sequence: int
    is_whole: bool
    warning: str


@transaction.atomic
def save_answer(
    *,
    user,
    evaluation_key: UUID,
    number: int,
    position: int,
    data,
    sequence: int | None = None,
    now: datetime | None = None,
) -> Saved:
    """Keep an answer of ``user``'s attempt ``number``, as a form sent it (``data``, a QueryDict).

    ``sequence`` says when it was given, in milliseconds on the server's clock as the page knows it;
    None: now. The same one again, or an older one, changes nothing. Raises Attempt.DoesNotExist and
    AttemptQuestion.DoesNotExist for what is not theirs or was never shown, AttemptClosed, and
    ValidationError for an answer that the question does not offer. Three queries.
    """
    now = now or timezone.now()
    rows = Attempt.objects.of_user(user).at(evaluation_key).filter(number=number)
    attempt = locked(rows, keeps_key=True).get()
    check_open(attempt, now)
    question = attempt.questions.get(position=position)
    kind = kind_of(question.kind)
    answer = kind.clean(kind.read(data, f"q{position}"), shown=question.shown)
    stored = write(question, answer, sequence=sequence, now=now)
    if stored:
        AttemptQuestion.objects.filter(pk=question.pk).update(
            **{name: getattr(question, name) for name in WRITTEN}
        )
    return Saved(
        stored=stored,
        position=position,
        answer=question.answer,
        sequence=question.sequence,
        is_whole=kind.is_whole(question.answer, shown=question.shown),
        warning=kind.warning(question.answer),
    )


def check_open(attempt: Attempt, now: datetime) -> None:
    """Raises AttemptClosed once it is handed in or the grace is over."""
    if not attempt.is_open or (attempt.accepts_until and now > attempt.accepts_until):
        raise AttemptClosed


def write(question: AttemptQuestion, answer, *, sequence: int | None, now: datetime) -> bool:
    """Put an answer on a question unless it has a newer one. Saves nothing."""
    latest = max(_milliseconds(now), question.sequence + 1)
    # Nobody answers in the future; a page's clock may be ahead of ours, or ours was put back.
    sequence = latest if sequence is None else min(sequence, latest)
    if sequence <= question.sequence:
        return False
    question.answer, question.sequence, question.answered_at = answer, sequence, now
    return True


@transaction.atomic
def save_form(
    *, user, evaluation_key: UUID, number: int, data, now: datetime | None = None
) -> dict[int, list[str]]:
    """Keep all answers of a page that was sent as a form. Returns what was wrong with some, by
    position; the others are kept. A field that its page did not change is left as it is: another
    tab may have answered meanwhile. Raises as ``save_answer``.
    """
    now = now or timezone.now()
    rows = Attempt.objects.of_user(user).at(evaluation_key).filter(number=number)
    attempt = locked(rows, keeps_key=True).get()
    check_open(attempt, now)
    return write_form(attempt, data, now=now)


def write_form(attempt: Attempt, data, *, now: datetime) -> dict[int, list[str]]:
    """The same, of an attempt that is locked and open."""
    wrong: dict[int, list[str]] = {}
    changed = []
    for question in attempt.questions.all():
        name, sequence = f"q{question.position}", f"sequence-{question.position}"
        if sequence not in data:
            continue
        kind = kind_of(question.kind)
        try:
            answer = kind.clean(kind.read(data, name), shown=question.shown)
        except ValidationError as error:
            wrong[question.position] = error.messages
            continue
        if _is_stale(question, answer, data):
            continue
        if answer != question.answer and write(question, answer, sequence=None, now=now):
            changed.append(question)
    AttemptQuestion.objects.bulk_update(changed, WRITTEN)
    return wrong


def _is_stale(question: AttemptQuestion, answer, data) -> bool:
    """Whether the page still shows the answer that it was drawn with, and a newer one is kept."""
    drawn_with = data.get(f"sequence-{question.position}", "")
    was = data.get(f"was-{question.position}", "")
    return drawn_with != str(question.sequence) and fingerprint(answer) == was


def fingerprint(answer) -> str:
    """A short text that is the same for the same answer."""
    text = json.dumps(answer, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:16]


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
