"""What a course consists of: its modules and lessons, and what finishes a lesson.

``Outline`` is what learners are held to: keys, no words. ``Chapter`` and ``Entry`` are what a page
shows of it in one language.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from uuid import UUID


@dataclass(frozen=True)
class Part:
    """Something within a lesson that somebody does: a block by its id. ``required``: the lesson is
    not finished without it. ``share``: how much of a film has to be watched, in percent.
    ``subject``: what the block is about (an evaluation)."""

    id: str
    kind: str
    required: bool = True
    share: int = 100
    subject: str = ""


@dataclass(frozen=True)
class Lesson:
    key: str
    minutes: int = 0
    optional: bool = False
    parts: tuple[Part, ...] = ()

    @property
    def required(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.required)

    def part(self, part_id: str) -> Part | None:
        return next((one for one in self.parts if one.id == part_id), None)


@dataclass(frozen=True)
class Outline:
    """The lessons of a course in their order."""

    lessons: tuple[Lesson, ...]

    def as_json(self) -> dict:
        return {"lessons": [asdict(lesson) for lesson in self.lessons]}

    @classmethod
    def from_json(cls, data: dict) -> "Outline":
        return cls(
            tuple(
                Lesson(
                    key=lesson["key"],
                    minutes=lesson["minutes"],
                    optional=lesson["optional"],
                    parts=tuple(Part(**part) for part in lesson["parts"]),
                )
                for lesson in data["lessons"]
            )
        )

    def lesson(self, key: UUID | str) -> Lesson | None:
        return next((one for one in self.lessons if one.key == str(key)), None)

    @property
    def counted(self) -> tuple[Lesson, ...]:
        """The lessons that finish the course: those that are not optional, all where all are."""
        return tuple(one for one in self.lessons if not one.optional) or self.lessons

    def percent(self, done: Iterable[str]) -> int:
        """How much of it is done, 0 to 100, by the keys of finished lessons; 100 only where every
        lesson that counts is."""
        counted = {lesson.key for lesson in self.counted}
        if not counted:
            return 0
        return 100 * len(counted & set(done)) // len(counted)

    def after(self, done: Iterable[str]) -> Lesson | None:
        """The first lesson that counts and is not done."""
        done = set(done)
        return next((one for one in self.counted if one.key not in done), None)


@dataclass(frozen=True)
class Entry:
    """A lesson as a page shows it. ``url``: a link of the current page."""

    key: str
    title: str
    minutes: int
    optional: bool
    url: str


@dataclass(frozen=True)
class Chapter:
    """A module with its lessons; the lessons that stand beside modules have one without a title.
    ``anchor``: its place in the course's page."""

    title: str
    summary: str
    lessons: tuple[Entry, ...]
    anchor: str = ""

    @property
    def minutes(self) -> int:
        return sum(lesson.minutes for lesson in self.lessons)


def entries_of(chapters: Iterable[Chapter]) -> Iterator[Entry]:
    for chapter in chapters:
        yield from chapter.lessons
