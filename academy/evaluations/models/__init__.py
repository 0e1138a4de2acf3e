"""Questions, evaluations made of them, and what people answered."""

from .attempts import Attempt, AttemptQuestion
from .bank import Question, QuestionTopic
from .evaluation import Evaluation
from .regrading import RegradedAnswer, Regrading

__all__ = [
    "Attempt",
    "AttemptQuestion",
    "Evaluation",
    "Question",
    "QuestionTopic",
    "RegradedAnswer",
    "Regrading",
]
