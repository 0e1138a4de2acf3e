"""What the scores of the questions come to, and whoever waits for that is told."""

from decimal import ROUND_HALF_UP, Decimal

from ..kinds import FULL, NOTHING, kind_of
from ..models import Attempt, AttemptQuestion
from ..models.attempts import State
from ..signals import attempt_finished

SHARE = Decimal("0.00001")
PERCENT = Decimal("0.01")
# In a key: whatever was answered earns all points (a regrading).
EVERYBODY = "everybody"

RESULT_FIELDS = ["state", "earned", "score", "passed", "finished_at"]


def score_of(question: AttemptQuestion) -> Decimal | None:
    """The share that an answer earns; None where a person has to say."""
    if question.key.get(EVERYBODY):
        return FULL
    kind = kind_of(question.kind)
    if kind.by_hand:
        return question.score if question.answer is not None else NOTHING
    worth = kind.score(question.answer, shown=question.shown, key=question.key)
    return min(max(worth, NOTHING), FULL).quantize(SHARE, rounding=ROUND_HALF_UP)


def settle(attempt: Attempt, questions: list[AttemptQuestion], *, now) -> bool:
    """Set state, score and whether it passed by the questions' scores. Saves nothing. Returns
    whether a final result is another one than before."""
    before = (attempt.state, attempt.score, attempt.passed)
    if any(question.score is None for question in questions):
        attempt.state = State.TO_BE_GRADED
        attempt.earned = attempt.score = attempt.passed = attempt.finished_at = None
    else:
        earned = sum((one.score * one.points for one in questions), Decimal(0))
        points = sum((one.points for one in questions), Decimal(0))
        attempt.state = State.GRADED
        attempt.earned = earned
        attempt.score = (earned * 100 / points).quantize(PERCENT, rounding=ROUND_HALF_UP)
        attempt.passed = attempt.score >= attempt.pass_mark
        attempt.finished_at = attempt.finished_at or now
    return attempt.is_final and before != (attempt.state, attempt.score, attempt.passed)


def tell(attempt: Attempt) -> None:
    """Say that the result is final, or another one. What staff try is nobody's result."""
    if not attempt.is_preview:
        attempt_finished.send(sender=Attempt, attempt=attempt)
