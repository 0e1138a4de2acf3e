"""Kinds of questions: how one is written, shown, answered, scored and explained.

    # in AppConfig.ready()
    kinds.register_question_kind(Hotspot())

What a question says and what is right about it is a block of the editor's (``QuestionKind.block``).
When an attempt begins, ``show`` splits it in two: what is shown, which holds nothing of what is
right, and the key, which never leaves the server. Both are kept with the attempt, so whatever is
edited later changes nothing in it. Everything that is kept is JSON.
"""

from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

NOTHING = Decimal(0)
FULL = Decimal(1)
NOT_SHOWN = _("Choose from what the question shows.")


class QuestionKind:
    """One kind. ``code`` is kept with every question and answer, so it never changes.

    ``by_hand``: a person scores the answers, and ``score`` is never asked. ``is_typed``: an answer
    is one text, so that one which is refused can be shown again.
    ``template_name`` draws the fields of an answer, with what ``context`` gives; the question
    itself, its legend and its help stand around them.
    ``review_template_name`` draws what a review shows besides the words of ``describe``; "" for
    nothing.
    """

    code: str
    name: str | Promise
    icon: str = "help"
    by_hand = False
    is_typed = False
    template_name: str
    review_template_name = ""

    def block(self) -> blocks.StructBlock:
        """What an editor fills in. Its words are ``LineBlock`` and ``TextareaBlock``."""
        raise NotImplementedError

    def show(self, value, *, rng: Random, shuffled: bool) -> tuple[dict, dict]:
        """What is shown of a question, and its key. ``rng`` is the attempt's own; names in what
        is shown may tell nothing of what is right."""
        raise NotImplementedError

    def rekey(self, value, *, shown: dict, key: dict) -> dict:
        """The key of what was shown, by the question as it is now."""
        raise NotImplementedError

    def read(self, data, name: str) -> Any:
        """The answer that a form sent, as it came: ``data`` is a QueryDict, ``name`` what the
        names of its fields begin with."""
        return data.get(name, "")

    def clean(self, answer: Any, *, shown: dict) -> Any:
        """The answer as it is kept; None where there is none. Raises ValidationError for whatever
        the question never offered."""
        raise NotImplementedError

    def warning(self, answer: Any) -> str:
        """What is odd about an answer that is kept all the same, such as letters for a number."""
        return ""

    def is_whole(self, answer: Any, *, shown: dict) -> bool:
        """Whether a kept answer leaves nothing open."""
        return answer is not None

    def score(self, answer: Any, *, shown: dict, key: dict) -> Decimal:
        """From 0 to 1, for an answer that ``clean`` let through."""
        raise NotImplementedError

    def describe(self, answer: Any, *, shown: dict) -> list[str]:
        """An answer in words, for a review; [] where there is none."""
        raise NotImplementedError

    def right(self, *, shown: dict, key: dict) -> list[str]:
        """The right answer in words; [] where nobody can say."""
        raise NotImplementedError

    def feedback(self, answer: Any, *, shown: dict, key: dict) -> list[str]:
        """What the author says to this answer."""
        return []

    def context(self, answer: Any, *, shown: dict) -> dict:
        """What the template draws besides ``name``, ``question`` and ``disabled``."""
        return {"answer": answer or ""}


_kinds: dict[str, QuestionKind] = {}


def register_question_kind(kind: QuestionKind) -> None:
    """Registering a code again replaces the kind. Called in ``ready()``."""
    if not kind.code or len(kind.code) > 20:
        raise ImproperlyConfigured(f"{kind.code!r} is no code of a kind of questions.")
    _kinds[kind.code] = kind


def kind_of(code: str) -> QuestionKind:
    """Raises KeyError for a kind that no app registers any more."""
    return _kinds[code]


def all_kinds() -> Mapping[str, QuestionKind]:
    return dict(_kinds)


def kind_choices() -> list[tuple[str, str | Promise]]:
    return [(code, kind.name) for code, kind in _kinds.items()]


def one_of(answer: Any, offered) -> str:
    """``answer`` if it is among what was offered. Raises ValidationError."""
    if not isinstance(answer, str) or answer not in offered:
        raise ValidationError(NOT_SHOWN)
    return answer
