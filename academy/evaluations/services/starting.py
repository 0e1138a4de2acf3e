"""Beginning an attempt: what it shows is chosen and kept."""

from datetime import datetime, timedelta
from random import Random, SystemRandom
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from background.locks import locked
from people.models import Person

from .. import gates
from ..drawing_lots import NotReady, pick
from ..models import Attempt, AttemptQuestion, Evaluation
from ..showing import freeze
from ..standing import evaluation_for, refusal
from .finishing import finish_if_overdue

_seeds = SystemRandom()


class CannotStart(Exception):
    """Somebody may not begin now; the message says why."""


def start_attempt(
    *,
    person: Person,
    evaluation_key: UUID,
    language: str,
    now: datetime | None = None,
    preview: bool = False,
) -> Attempt:
    """Begin an attempt, or return the one that is open: in two tabs it is the same.

    ``preview``: staff try it, drafts included, whatever gates, dates and numbers say. Raises
    Evaluation.DoesNotExist where there is none or no gate lets them in, and CannotStart. One whose
    time is over is ended first, whether or not another may begin.
    """
    now = now or timezone.now()
    for attempt in Attempt.objects.of(person).at(evaluation_key).overdue(now):
        with transaction.atomic():
            finish_if_overdue(attempt=attempt, now=now)
    return _start(person, evaluation_key, language, now, preview)


@transaction.atomic
def _start(person: Person, evaluation_key: UUID, language: str, now, preview: bool) -> Attempt:
    person = locked(Person.objects.filter(pk=person.pk), keeps_key=True).get()
    evaluation = evaluation_for(evaluation_key, language, drafts=preview)
    access = None if preview else gates.access_of(person, evaluation_key)
    if access is None and not preview:
        raise Evaluation.DoesNotExist
    _forget_previews(person, evaluation_key, and_open=not preview)
    rows = Attempt.objects.of(person).at(evaluation_key).order_by("number")
    if (attempt := rows.open().first()) is not None:
        return attempt
    attempts = list(rows)
    why = access and (access.refusal or refusal(evaluation, attempts, now=now))
    if why:
        raise CannotStart(why)
    return _make(person, evaluation, attempts, now, preview)


def _forget_previews(person: Person, evaluation_key: UUID, *, and_open: bool) -> None:
    """What staff tried is nothing to keep once they try again, or take it in earnest."""
    rows = Attempt.objects.of(person).at(evaluation_key).filter(is_preview=True)
    (rows if and_open else rows.finished()).delete()


def _make(person, evaluation, attempts, now, preview) -> Attempt:
    seed = _seeds.getrandbits(62)
    rng = Random(seed)
    language = evaluation.locale.language_code
    try:
        picked = pick(
            evaluation.sections,
            language=language,
            rng=rng,
            shuffled=evaluation.shuffle_questions,
        )
    except NotReady:
        raise CannotStart(_("This evaluation is not ready yet. Come back later.")) from None
    deadline = deadline_of(evaluation, now, preview)
    attempt = Attempt.objects.create(
        person=person,
        evaluation_id=evaluation.pk,
        evaluation_key=evaluation.translation_key,
        title=evaluation.title,
        number=max((one.number for one in attempts), default=0) + 1,
        language=language,
        is_preview=preview,
        started_at=now,
        deadline=deadline,
        accepts_until=deadline and deadline + evaluation.grace,
        on_timeout=evaluation.on_timeout,
        pass_mark=evaluation.pass_mark,
        points=sum(asked.points for asked in picked),
        seed=seed,
    )
    AttemptQuestion.objects.bulk_create(
        AttemptQuestion(
            attempt=attempt,
            position=position,
            section=asked.section,
            section_text=asked.section_text,
            points=asked.points,
            **freeze(asked.question, rng=rng, shuffled=evaluation.shuffle_answers),
        )
        for position, asked in enumerate(picked, start=1)
    )
    return attempt


def deadline_of(evaluation: Evaluation, now: datetime, preview: bool) -> datetime | None:
    """When time is up for whoever begins now: the limit, or the evaluation's end before it."""
    ends = []
    if evaluation.time_limit:
        ends.append(now + timedelta(minutes=evaluation.time_limit))
    if evaluation.closes_at and not preview:
        ends.append(evaluation.closes_at)
    return min(ends, default=None)
