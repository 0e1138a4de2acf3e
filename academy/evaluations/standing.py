"""Where somebody stands with an evaluation: what they may do now, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from markets.dates import format_moment
from markets.lookup import default_language
from people.models import Person

from .models import Attempt, Evaluation
from .models.attempts import State
from .models.evaluation import Grading, Review, ReviewWhen


def evaluation_for(key: UUID, language: str, *, drafts: bool = False) -> Evaluation:
    """The evaluation in a language, else in the default one, else in any that there is.

    ``drafts``: as its newest draft has it. Raises Evaluation.DoesNotExist.
    """
    rows = Evaluation.objects.of_family(key).select_related("locale")
    if not drafts:
        rows = rows.live()
    wanted = (language, default_language())
    found = sorted(
        rows,
        key=lambda row: (
            wanted.index(row.locale.language_code) if row.locale.language_code in wanted else 9,
            row.pk,
        ),
    )
    if not found:
        raise Evaluation.DoesNotExist
    return found[0].get_latest_revision_as_object() if drafts else found[0]


def attempts_left(evaluation: Evaluation, attempts: list[Attempt]) -> int | None:
    """How many more may begin; None for any number. ``attempts``: all real ones of a person."""
    if not evaluation.attempts_allowed:
        return None
    return max(evaluation.attempts_allowed - len(attempts), 0)


def refusal(evaluation: Evaluation, attempts: list[Attempt], *, now: datetime) -> str:
    """Why nobody in this standing may begin another attempt now, in a sentence; "" if they may."""
    if evaluation.opens_at and now < evaluation.opens_at:
        return _("It opens on %(moment)s.") % {"moment": format_moment(evaluation.opens_at)}
    if evaluation.closes_at and now >= evaluation.closes_at:
        return _("It closed on %(moment)s.") % {"moment": format_moment(evaluation.closes_at)}
    if attempts_left(evaluation, attempts) == 0:
        return _("You have no attempts left.")
    ends = [attempt.handed_in_at for attempt in attempts if attempt.handed_in_at]
    if evaluation.wait_minutes and ends and now < (again := max(ends) + evaluation.wait):
        return _("You can try again on %(moment)s.") % {"moment": format_moment(again)}
    return ""


def review_of(
    evaluation: Evaluation, attempt: Attempt, attempts: list[Attempt], *, now: datetime
) -> Review:
    """What the review of an attempt shows now."""
    if attempt.is_preview:
        return Review.SOLUTIONS
    # Answers are taken until the grace is over.
    is_closed = evaluation.closes_at is not None and now > evaluation.closes_at + evaluation.grace
    # Who passed, or may not try again, has had their last attempt.
    is_done = attempts_left(evaluation, attempts) == 0 or any(one.passed for one in attempts)
    if evaluation.review_when == ReviewWhen.LAST_ATTEMPT and not (is_done or is_closed):
        return Review.NOTHING
    if evaluation.review_when == ReviewWhen.CLOSED and not is_closed:
        return Review.NOTHING
    if any(one.is_open for one in attempts):
        # Who has an attempt open does not read in the one before it what was right.
        if evaluation.review_when != ReviewWhen.AT_ONCE:
            return Review.NOTHING
        return Review.SCORE if evaluation.review != Review.NOTHING else Review.NOTHING
    return Review(evaluation.review)


@dataclass(frozen=True)
class Result:
    """What somebody's attempts come to. ``score`` in percent; ``attempt`` is the one that counts,
    None for an average."""

    score: Decimal
    passed: bool
    attempt: Attempt | None
    attempts: int
    finished_at: datetime


def result_of(person: Person, evaluation_key: UUID) -> Result | None:
    """What counts, by the evaluation's grading method; None while no attempt has a final score.
    Attempts whose time ran out, and those of staff, do not count. Two queries.
    """
    rows = Attempt.objects.of(person).at(evaluation_key).real().graded().order_by("number")
    attempts = list(rows.select_related("evaluation"))
    return result_from(attempts, attempts[-1].rules.grading) if attempts else None


def result_from(attempts: list[Attempt], grading: str) -> Result | None:
    """The same, of attempts that were read, in their order."""
    graded = [one for one in attempts if one.state == State.GRADED and not one.is_preview]
    if not graded:
        return None
    last = graded[-1]
    if grading == Grading.AVERAGE:
        score = (sum(one.score for one in graded) / len(graded)).quantize(Decimal("0.01"))
        return Result(score, score >= last.pass_mark, None, len(graded), last.finished_at)
    if grading == Grading.LAST:
        counts = last
    else:
        # Of several with the same score, whichever came first.
        counts = max(graded, key=lambda one: (one.passed, one.score, -one.number))
    return Result(counts.score, counts.passed, counts, len(graded), counts.finished_at)
