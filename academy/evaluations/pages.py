"""What the pages of an evaluation show."""

from datetime import datetime
from math import ceil
from typing import Any

from django.urls import reverse

from people.models import Person

from .models import Attempt, AttemptQuestion, Evaluation
from .models.attempts import State
from .models.evaluation import Grading, Review
from .services import fingerprint
from .showing import Card, pictures_of
from .standing import attempts_left, refusal, result_from, review_of


def start_context(
    person: Person, evaluation: Evaluation, access, *, now: datetime
) -> dict[str, Any]:
    """The rules, what somebody did before, and whether they may begin. ``access``: None for staff
    who try it."""
    own = Attempt.objects.of(person).at(evaluation.translation_key).order_by("number")
    everything = list(own)
    attempts = [one for one in everything if not one.is_preview]
    is_open = any(one.is_open for one in everything)
    why = access and (access.refusal or refusal(evaluation, attempts, now=now))
    return {
        "evaluation": evaluation,
        "access": access,
        "is_preview": access is None,
        "questions": count_questions(evaluation),
        "attempts": [
            {"attempt": one, "review": review_of(evaluation, one, attempts, now=now)}
            for one in attempts
            if not one.is_open
        ],
        "left": attempts_left(evaluation, attempts),
        "is_open": is_open,
        "refusal": "" if is_open else why,
        "result": _known_result(evaluation, attempts, now),
        "grading": Grading(evaluation.grading).label,
    }


def count_questions(evaluation: Evaluation) -> int:
    """How many questions an attempt asks."""
    return sum(
        len(block.value["questions"]) if block.block_type == "fixed" else block.value["count"] or 0
        for block in evaluation.sections
    )


def _known_result(evaluation, attempts, now):
    """What counts, unless a review would not show it."""
    shown = [
        one
        for one in attempts
        if one.state == State.GRADED
        and review_of(evaluation, one, attempts, now=now) != Review.NOTHING
    ]
    return result_from(shown, evaluation.grading) if shown else None


def seconds_left(attempt: Attempt, now: datetime, *, grace: bool = False) -> int | None:
    """Whole seconds until time is up, 0 once it is; None without an end. ``grace``: until nothing
    is taken any more."""
    end = attempt.accepts_until if grace else attempt.deadline
    return None if end is None else max(ceil((end - now).total_seconds()), 0)


def attempt_context(
    attempt: Attempt, *, asked: str, now: datetime, wrong: dict | None = None, sent=None
) -> dict[str, Any]:
    """The questions with their answers: all of them, or the one that is ``asked`` for where the
    evaluation shows one on a page. ``wrong``: what was refused of ``sent``, by position."""
    questions = list(attempt.questions.all())
    pictures = pictures_of(questions)
    cards = [_card(one, pictures) for one in questions]
    for card in cards:
        if wrong and card.position in wrong:
            card.errors = wrong[card.position]
            card.answer = _as_typed(card, sent)
    here = _which(asked, wrong, len(cards))
    one_per_page = attempt.rules.one_per_page
    return {
        "attempt": attempt,
        "evaluation": attempt.rules,
        "cards": cards,
        "shown": _by_section([cards[here - 1]] if one_per_page and cards else cards),
        "one_per_page": one_per_page,
        "here": here,
        "is_last": here == len(cards),
        "before": here - 1,
        "after": here + 1,
        "open_ones": [card for card in cards if not card.is_whole or card.warning],
        "now": int(now.timestamp() * 1000),
        "deadline": attempt.deadline and int(attempt.deadline.timestamp() * 1000),
        "has_errors": bool(wrong),
    }


def _card(question: AttemptQuestion, pictures, *, disabled: bool = False) -> Card:
    return Card(
        question,
        question.position,
        pictures,
        points=question.points,
        section=question.section,
        section_text=question.section_text,
        answer=question.answer,
        disabled=disabled,
        sequence=question.sequence,
        was=fingerprint(question.answer),
    )


def _as_typed(card: Card, sent) -> Any:
    """What was refused, where a field can show it again; else what is kept."""
    typed = card.kind.read(sent, card.name)
    return typed if isinstance(typed, str) and card.kind.is_typed else card.answer


def _which(asked: str, wrong: dict | None, count: int) -> int:
    """The number of the question to show where there is one on a page."""
    if wrong:
        return min(wrong)
    return min(max(int(asked), 1), count) if asked.isdecimal() and len(asked) < 5 else 1


def _by_section(cards: list[Card]) -> list[dict]:
    """The cards under the headings of their sections, each heading once."""
    parts: list[dict] = []
    for card in cards:
        heading = (card.section, card.section_text)
        if not parts or parts[-1]["heading"] != heading:
            parts.append({"heading": heading, "title": heading[0], "text": heading[1], "cards": []})
        parts[-1]["cards"].append(card)
    return parts


def fields_of(position: int, answer: Any) -> dict[str, list[str]]:
    """An answer as the fields of a form, by name, for the page's script."""
    if answer is None:
        return {}
    if isinstance(answer, dict):
        return {f"q{position}-{part}": [value] for part, value in answer.items()}
    return {f"q{position}": answer if isinstance(answer, list) else [answer]}


def result_context(attempt: Attempt, access, *, now: datetime) -> dict[str, Any]:
    """What the review of an attempt may show now."""
    evaluation = attempt.rules
    rows = Attempt.objects.filter(person_id=attempt.person_id).at(attempt.evaluation_key).real()
    attempts = list(rows.order_by("number"))
    review = review_of(evaluation, attempt, attempts, now=now)
    shows_answers = review in (Review.ANSWERS, Review.SOLUTIONS) and attempt.answers_kept
    cards = []
    if shows_answers and attempt.state != State.EXPIRED:
        questions = list(attempt.questions.all())
        pictures = pictures_of(questions)
        cards = [_card(one, pictures, disabled=True) for one in questions]
    may_begin = access is not None and not access.refusal
    return {
        "attempt": attempt,
        "evaluation": evaluation,
        "access": access,
        "review": review,
        "shows_score": review != Review.NOTHING,
        "shows_right": review == Review.SOLUTIONS,
        "cards": cards,
        "may_try_again": may_begin
        and not attempt.is_preview
        and not any(one.is_open for one in attempts)
        and not refusal(evaluation, attempts, now=now),
        "left": attempts_left(evaluation, attempts),
        "start_url": reverse("evaluations:start", args=[attempt.evaluation_key]),
    }
