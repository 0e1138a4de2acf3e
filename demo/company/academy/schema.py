"""The shape of the academy's words: courses, modules and lessons."""

from __future__ import annotations

from dataclasses import dataclass

from ..schema import Block, Words


@dataclass(frozen=True, slots=True)
class CategorySeed:
    """What courses are about; ``code`` stands in addresses."""

    code: str
    name: Words


@dataclass(frozen=True, slots=True)
class LessonSeed:
    """A lesson. Beside the blocks of every page it has ``tip``, ``checklist``, ``agreement`` and
    ``film`` (``parts``)."""

    key: str
    title: Words
    summary: Words
    minutes: int
    blocks: tuple[Block, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class CertificateSeed:
    """What a course's certificate says, and how many months it is valid; 0 without end."""

    course: str
    title: Words
    text: Words
    months: int = 0


@dataclass(frozen=True, slots=True)
class ModuleSeed:
    key: str
    title: Words
    summary: Words
    lessons: tuple[LessonSeed, ...]


@dataclass(frozen=True, slots=True)
class CourseSeed:
    """A course; ``audience`` as ``people.audiences`` has it, ``scene`` its picture."""

    key: str
    category: str
    title: Words
    summary: Words
    scene: str
    modules: tuple[ModuleSeed, ...]
    blocks: tuple[Block, ...] = ()
    level: str = "basic"
    audience: tuple[str, ...] = ()
    teaser: bool = False
    before: tuple[str, ...] = ()
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class BoardSeed:
    """A board of the forum, in every language."""

    key: str
    title: Words
    summary: Words
    audience: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThreadSeed:
    """A thread with its replies; ``answer`` is the number of the one that answers it."""

    board: str
    title: Words
    text: Words
    replies: tuple[Words, ...]
    answer: int | None = None
    pinned: bool = False
