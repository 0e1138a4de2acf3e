"""Writes: keyword-only, each in one transaction, all that hangs on an attempt under its row."""

from .answering import AttemptClosed, Saved, fingerprint, save_answer, save_form
from .finishing import close_overdue, forget_answers, hand_in
from .grading import CannotGrade, grade_by_hand
from .regrading import CannotRegrade, check_regrade, regrade
from .starting import CannotStart, start_attempt

__all__ = [
    "AttemptClosed",
    "CannotGrade",
    "CannotRegrade",
    "CannotStart",
    "Saved",
    "check_regrade",
    "close_overdue",
    "fingerprint",
    "forget_answers",
    "grade_by_hand",
    "hand_in",
    "regrade",
    "save_answer",
    "save_form",
    "start_attempt",
]
