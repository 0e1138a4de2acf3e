"""How what somebody did in a lesson is put together with what was there: pure functions.

Browsers send what happened as often as they like, late and in any order: putting it together again
changes nothing, and what was done is never undone (a checklist's items excepted).
"""

from collections.abc import Iterable, Mapping

from academy.courses.outline import Lesson, Part

# A film of a lesson is no longer than this, in seconds.
LONGEST = 6 * 60 * 60
# So many separate pieces of a film are told apart; more become one with the nearest.
MOST_SPANS = 100


def join_spans(spans: Iterable[tuple[float, float]]) -> list[list[int]]:
    """Pieces of a film as whole seconds, in order, without overlap. What is none is left out."""
    whole = sorted(
        (max(0, int(start)), min(LONGEST, round(end)))
        for start, end in spans
        if 0 <= start < end and start < LONGEST
    )
    joined: list[list[int]] = []
    for start, end in whole:
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        elif end > start:
            joined.append([start, end])
    while len(joined) > MOST_SPANS:
        joined.pop(min(range(len(joined)), key=lambda at: joined[at][1] - joined[at][0]))
    return joined


def watched_percent(part: Mapping) -> int:
    """How much of a film was watched, 0 to 100; 0 while its length is not known."""
    length = part.get("length") or 0
    seconds = sum(end - start for start, end in part.get("watched", []))
    return min(100, 100 * seconds // length) if length else 0


def merge_film(known: Mapping, *, watched: Iterable, length: float, at: float) -> dict:
    """A film with more of it watched. ``at``: where it stands, to go on from."""
    spans = join_spans([*known.get("watched", []), *watched])
    longest = max(known.get("length", 0), min(LONGEST, round(length)))
    longest = max(longest, spans[-1][1] if spans else 0)
    return {"watched": spans, "length": longest, "at": min(longest, max(0, int(at)))}


def is_done(part: Part, known: Mapping) -> bool:
    """Whether a part of a lesson is done."""
    match part.kind:
        case "film":
            # A player may leave out the last second of a film.
            return watched_percent(known) >= min(part.share, 98)
        case "checklist":
            return bool(known.get("items")) and len(known.get("checked", ())) >= known["items"]
        case _:
            return bool(known.get("done"))


def missing(lesson: Lesson, parts: Mapping[str, Mapping]) -> list[Part]:
    """The parts of a lesson without which it is not finished and that are still to be done."""
    return [part for part in lesson.required if not is_done(part, parts.get(part.id, {}))]
