"""What browsers report of lessons, and reading it from what they send."""

import json
from dataclasses import dataclass, field
from uuid import UUID

# More than a browser gathers in a day without a network.
MOST_EVENTS = 200
MOST_SPANS = 200
MOST_ITEMS = 50
LONGEST_NOTE = 10_000
# What a browser may say; that a part is done by other means (an evaluation) only we do.
FROM_BROWSERS = ("opened", "film", "checklist", "done", "note")


@dataclass(frozen=True)
class Event:
    """``kind``: opened, film, checklist, part_done, done, note. ``lesson``: its key. ``part``: the
    id of the block. For a film ``watched`` are pieces in seconds, ``length`` its length and ``at``
    where it stands; for a checklist ``checked`` are numbers of items, of ``items`` in all."""

    kind: str
    lesson: str
    part: str = ""
    watched: tuple[tuple[float, float], ...] = ()
    length: float = 0
    at: float = 0
    checked: tuple[int, ...] = ()
    items: int = 0
    text: str = field(default="", repr=False)


def events_from(body: bytes) -> list[Event]:
    """The events of a request's body, ``{"events": [...]}``. Raises ValueError for anything
    else."""
    data = json.loads(body)
    if not isinstance(data, dict) or not isinstance(data.get("events"), list):
        raise ValueError("no list of events")
    rows = data["events"]
    if len(rows) > MOST_EVENTS:
        raise ValueError("too many events")
    return [_event(row) for row in rows]


def _event(row) -> Event:
    if not isinstance(row, dict) or row.get("kind") not in FROM_BROWSERS:
        raise ValueError("no event")
    part = row.get("part", "")
    if not isinstance(part, str) or len(part) > 64:
        raise ValueError("no part")
    text = row.get("text", "")
    if not isinstance(text, str) or len(text) > LONGEST_NOTE or "\0" in text:
        raise ValueError("no note")
    return Event(
        kind=row["kind"],
        lesson=str(UUID(str(row.get("lesson")))),
        part=part,
        watched=tuple(_pair(one) for one in _list(row, "watched", MOST_SPANS)),
        length=_number(row.get("length", 0)),
        at=_number(row.get("at", 0)),
        checked=tuple(_whole(one) for one in _list(row, "checked", MOST_ITEMS)),
        items=min(_whole(row.get("items", 0)), MOST_ITEMS),
        text=text,
    )


def _list(row: dict, name: str, most: int) -> list:
    found = row.get(name, [])
    if not isinstance(found, list) or len(found) > most:
        raise ValueError(name)
    return found


def _pair(value) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError("no piece")
    return _number(value[0]), _number(value[1])


def _number(value) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 10**6:
        raise ValueError("no number")
    return float(value)


def _whole(value) -> int:
    number = _number(value)
    if number != int(number):
        raise ValueError("no whole number")
    return int(number)
