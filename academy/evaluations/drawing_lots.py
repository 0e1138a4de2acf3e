"""Which questions an attempt asks: those that were chosen, and those that are drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from django.utils.translation import gettext, ngettext

from .models import Question


@dataclass(frozen=True)
class Asked:
    """A question that was picked, with the section it stands in."""

    question: Question
    points: Decimal
    section: str
    section_text: str


class NotReady(Exception):
    """Published questions are too few. ``messages``: what is missing, for the trainer."""

    def __init__(self, messages: list[str]):
        super().__init__("; ".join(messages))
        self.messages = messages


def problems(sections, language: str) -> list[str]:
    """Why sections cannot be asked in a language, in words; [] where they can."""
    try:
        pick(sections, language=language, rng=Random(0), shuffled=False)
    except NotReady as not_ready:
        return not_ready.messages
    return []


def pick(sections, *, language: str, rng: Random, shuffled: bool) -> list[Asked]:
    """The questions of one attempt, in their order. No question comes twice: what is chosen is
    not drawn as well, and sections draw from what others left. Raises NotReady.
    """
    chosen = _chosen(sections, language)
    taken = {question.translation_key for question in chosen.values()}
    missing: list[str] = []
    picked: list[Asked] = []
    pools = {
        block.id: _pool(block.value, language, taken, rng) for block in _of(sections, "random")
    }
    drawn = _draw(sections, pools, missing)
    for block in sections:
        if block.block_type == "fixed":
            asked = list(_fixed(block.value, chosen, missing))
        else:
            asked = [_asked(one, block.value["points"], block.value) for one in drawn[block.id]]
        if shuffled:
            rng.shuffle(asked)
        picked.extend(asked)
    if not picked and not missing:
        missing.append(gettext("There are no questions in it."))
    if missing:
        raise NotReady(missing)
    return picked


def _of(sections, kind: str):
    return [block for block in sections if block.block_type == kind]


def _chosen(sections, language: str) -> dict:
    """The live translations of all chosen questions, by their key: one query."""
    keys = {
        item["question"].translation_key
        for block in _of(sections, "fixed")
        for item in block.value["questions"]
        if item["question"] is not None
    }
    if not keys:
        return {}
    rows = Question.objects.askable(language).filter(translation_key__in=keys)
    return {row.translation_key: row for row in rows}


def _fixed(value, chosen: dict, missing: list[str]) -> Iterator[Asked]:
    for item in value["questions"]:
        question = item["question"] and chosen.get(item["question"].translation_key)
        if question is None:
            missing.append(
                gettext("“%(question)s” is not published in this language.")
                % {"question": item["question"] or "?"}
            )
        else:
            yield _asked(question, item["points"], value)


def _asked(question: Question, points, value) -> Asked:
    # Drafts, which staff may try, are not whole yet.
    return Asked(question, Decimal(points or 1), value["title"], value["text"])


def _pool(value, language: str, taken: set, rng: Random) -> list[Question]:
    if value["topic"] is None:
        return []
    rows = Question.objects.drawable(
        topic_key=value["topic"].translation_key,
        difficulty=value["difficulty"] or "",
        language=language,
    )
    # In an order of their own, so that the same seed draws the same ones on every engine.
    pool = [row for row in rows.order_by("pk") if row.translation_key not in taken]
    rng.shuffle(pool)
    return pool


def _draw(sections, pools: dict, missing: list[str]) -> dict[str, list[Question]]:
    """For each random section its questions. Sections may share a topic, so the smallest pool
    draws first: one that asks for hard questions is not left without by one that takes any.
    """
    drawn: dict[str, list[Question]] = {}
    gone: set = set()
    for block in sorted(_of(sections, "random"), key=lambda block: len(pools[block.id])):
        left = [one for one in pools[block.id] if one.translation_key not in gone]
        count = block.value["count"] or 0
        drawn[block.id] = left[:count]
        gone |= {one.translation_key for one in drawn[block.id]}
        if len(left) < count:
            missing.append(_too_few(block.value, len(left)))
    return drawn


def _too_few(value, found: int) -> str:
    return ngettext(
        "“%(topic)s” has %(count)d published question to draw in this language, and %(wanted)d "
        "are to be drawn.",
        "“%(topic)s” has %(count)d published questions to draw in this language, and %(wanted)d "
        "are to be drawn.",
        found,
    ) % {"topic": value["topic"] or "?", "count": found, "wanted": value["count"]}
