"""The shape of the question bank, and short ways to write each kind of question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ...schema import Words

TOPICS = {
    "skin": Words("Piel", "Skin"),
    "product": Words("Producto", "Product"),
    "brand": Words("Marca y plantas", "Brand and plants"),
    "selling": Words("Ventas", "Selling"),
    "plan": Words("Plan de compensación", "Compensation plan"),
    "guidelines": Words("Comunicación", "Communication"),
    "cases": Words("Casos para contar", "Cases to write about"),
}
"""By key. ``cases`` are graded by a person, so they are asked and never drawn."""

DIFFICULTIES = ("easy", "medium", "hard")


@dataclass(frozen=True, slots=True)
class OptionSeed:
    """An answer to choose from; ``feedback`` is for whoever chooses it."""

    text: Words
    is_right: bool
    feedback: Words | None = None


@dataclass(frozen=True, slots=True)
class Options:
    options: tuple[OptionSeed, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    is_true: bool


@dataclass(frozen=True, slots=True)
class Steps:
    """In the right order."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What matches what, and what else there is to choose from, which matches nothing."""

    pairs: tuple[tuple[Words, Words], ...]
    others: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """A decimal, how far off is still right, and what stands after it."""

    number: str
    tolerance: str
    unit: Words | None


@dataclass(frozen=True, slots=True)
class AcceptedSeed:
    """An answer that may be typed; ``credit`` in percent."""

    text: Words
    credit: int = 100
    feedback: Words | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The best first. Capitals and accents do not matter."""

    answers: tuple[AcceptedSeed, ...]


@dataclass(frozen=True, slots=True)
class Rubric:
    """What whoever grades it looks at, with the most points for each."""

    criteria: tuple[tuple[Words, int], ...]


Content = Options | Statement | Steps | Pairs | Amount | Accepted | Rubric


@dataclass(frozen=True, slots=True)
class QuestionSeed:
    """``kind`` as the evaluations name it; ``feedback`` is for everyone, whatever they chose."""

    key: str
    difficulty: str
    kind: str
    prompt: Words
    content: Content
    feedback: Words | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class DrawnSeed:
    """A section with ``count`` questions of a topic, drawn at random; "" is any difficulty."""

    topic: str
    count: int
    difficulty: str = ""
    title: Words | None = None
    text: Words | None = None
    points: str = "1"


@dataclass(frozen=True, slots=True)
class AskedSeed:
    """A section with the questions of these keys."""

    questions: tuple[str, ...]
    title: Words | None = None
    text: Words | None = None
    points: str = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationSeed:
    """An evaluation of the course with the key ``course``.

    ``intro`` is HTML, ``time_limit`` in minutes (None: as long as it takes), ``pass_mark`` in
    percent, ``attempts`` 0 for any number, ``wait`` in minutes from one attempt to the next.
    ``review`` and ``review_when`` as the evaluations have them.
    """

    key: str
    course: str
    title: Words
    intro: Words
    sections: tuple[DrawnSeed | AskedSeed, ...]
    pass_mark: int
    time_limit: int | None = None
    attempts: int = 0
    wait: int = 0
    review: str = "answers"
    review_when: str = "at_once"


def right(es: str, en: str, because: Words | None = None) -> OptionSeed:
    return OptionSeed(Words(es, en), True, because)


def wrong(es: str, en: str, because: Words | None = None) -> OptionSeed:
    return OptionSeed(Words(es, en), False, because)


def one(
    key: str, difficulty: str, prompt: Words, *options: OptionSeed, feedback: Words | None = None
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "one", prompt, Options(options), feedback)


def several(
    key: str, difficulty: str, prompt: Words, *options: OptionSeed, feedback: Words | None = None
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "several", prompt, Options(options), feedback)


def true_false(
    key: str, difficulty: str, prompt: Words, is_true: bool, feedback: Words
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "true_false", prompt, Statement(is_true), feedback)


def order(
    key: str, difficulty: str, prompt: Words, *items: Words, feedback: Words | None = None
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "order", prompt, Steps(items), feedback)


def match(
    key: str,
    difficulty: str,
    prompt: Words,
    *pairs: tuple[Words, Words],
    others: tuple[Words, ...] = (),
    feedback: Words | None = None,
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "match", prompt, Pairs(pairs, others), feedback)


def number(
    key: str,
    difficulty: str,
    prompt: Words,
    right_number: str,
    *,
    unit: Words | None = None,
    tolerance: str = "0",
    feedback: Words | None = None,
) -> QuestionSeed:
    content = Amount(right_number, tolerance, unit)
    return QuestionSeed(key, difficulty, "number", prompt, content, feedback)


def short_text(
    key: str,
    difficulty: str,
    prompt: Words,
    *answers: AcceptedSeed,
    feedback: Words | None = None,
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "short_text", prompt, Accepted(answers), feedback)


def long_text(
    key: str,
    difficulty: str,
    prompt: Words,
    *criteria: tuple[Words, int],
    feedback: Words | None = None,
) -> QuestionSeed:
    return QuestionSeed(key, difficulty, "long_text", prompt, Rubric(criteria), feedback)


def about(topic: str, *questions: QuestionSeed) -> tuple[QuestionSeed, ...]:
    """The questions, of this topic."""
    return tuple(replace(question, topic=topic) for question in questions)
