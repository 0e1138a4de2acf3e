"""Personal data in attempts: export and erasure, for ``people.privacy``."""

from background.locks import locked

from .kinds import all_kinds
from .models import Attempt


def attempts_of(person) -> list[dict]:
    """A person's attempts with what was asked and answered, as long as that is kept."""
    rows = Attempt.objects.of(person).prefetch_related("questions").order_by("pk")
    return [
        {
            "evaluation": attempt.title,
            "attempt": attempt.number,
            "started": attempt.started_at.isoformat(),
            "handed_in": attempt.handed_in_at and attempt.handed_in_at.isoformat(),
            "state": attempt.state,
            "score": attempt.score and str(attempt.score),
            "passed": attempt.passed,
            "answers": [_answer(one) for one in attempt.questions.all()],
        }
        for attempt in rows
    ]


def _answer(question) -> dict:
    kind = all_kinds().get(question.kind)
    said = kind and question.shown is not None and question.answer is not None
    return {
        "question": question.prompt,
        "answer": kind.describe(question.answer, shown=question.shown) if said else [],
        "score": question.score and str(question.score),
        "remark": question.remark,
    }


def lock_attempts(person) -> None:
    list(locked(Attempt.objects.of(person)))


def forget_attempts(person) -> None:
    """Delete a person's attempts with all that hangs on them."""
    Attempt.objects.of(person).delete()
