"""What an attempt keeps of a question, and what pages draw of it."""

from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Any

from wagtail.images import get_image_model

from .kinds import QuestionKind, kind_of


def freeze(question, *, rng: Random, shuffled: bool) -> dict[str, Any]:
    """The fields of an ``AttemptQuestion`` that say what is shown of a question, and its key."""
    block = question.block
    kind = kind_of(block.block_type)
    shown, key = kind.show(block.value, rng=rng, shuffled=shuffled)
    return {
        "question_key": question.translation_key,
        "revision_id": question.live_revision_id,
        "kind": kind.code,
        "prompt": question.prompt,
        "picture": question.picture_id,
        "picture_alt": question.picture_alt,
        "feedback": question.feedback,
        "shown": shown,
        "key": key,
    }


@dataclass
class Card:
    """A question as a page draws it. ``asked`` has the fields that ``freeze`` gives; its key is
    read for a review only."""

    asked: Any
    position: int
    pictures: dict[int, Any]
    points: Decimal = Decimal(1)
    section: str = ""
    section_text: str = ""
    answer: Any = None
    disabled: bool = False
    sequence: int = 0
    # The fingerprint of the answer that the page is drawn with.
    was: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the names of its fields begin with."""
        return f"q{self.position}"

    @property
    def kind(self) -> QuestionKind:
        return kind_of(self.asked.kind)

    @property
    def picture(self):
        return self.pictures.get(self.asked.picture)

    @property
    def shown_picture(self):
        """The picture that is part of the answers."""
        return self.pictures.get(self.asked.shown.get("image"))

    @property
    def context(self) -> dict:
        return self.kind.context(self.answer, shown=self.asked.shown)

    @property
    def warning(self) -> str:
        return self.kind.warning(self.answer)

    @property
    def described_by(self) -> str:
        """The id of what is said about the answer, for its fields."""
        return f"{self.name}-said"

    @property
    def is_whole(self) -> bool:
        return self.kind.is_whole(self.answer, shown=self.asked.shown)

    @property
    def own_answer(self) -> list[str]:
        return self.kind.describe(self.answer, shown=self.asked.shown)

    @property
    def right_answer(self) -> list[str]:
        return self.kind.right(shown=self.asked.shown, key=self.asked.key)

    @property
    def feedback(self) -> list[str]:
        said = self.kind.feedback(self.answer, shown=self.asked.shown, key=self.asked.key)
        return [*said, *([self.asked.feedback] if self.asked.feedback else [])]


def pictures_of(asked) -> dict[int, Any]:
    """All pictures that some questions show, by their number: one query at most."""
    wanted = {one.picture for one in asked} | {one.shown.get("image") for one in asked}
    wanted.discard(None)
    return get_image_model().objects.in_bulk(wanted) if wanted else {}
