"""Whether the fast path says what the sponsors say, and writing it anew from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from . import paths
from .locking import lock_network
from .models import Position


class Circle(Exception):
    """Places that stand above themselves: nobody can say where. ``args[0]``: their keys."""


@dataclass(frozen=True)
class Places:
    """``paths``: by consultant. ``circles``: those in a circle of sponsors or below one."""

    paths: dict[int, str] = field(default_factory=dict)
    circles: list[int] = field(default_factory=list)


def paths_from(sponsors: Mapping[int, int | None]) -> Places:
    """The path of everybody, from who sponsors whom. Raises KeyError for a sponsor who is not
    among them.
    """
    found: dict[int, str] = {}
    lost: set[int] = set()
    for key in sponsors:
        way: list[int] = []
        seen: set[int] = set()
        at: int | None = key
        while at is not None and at not in found and at not in lost and at not in seen:
            way.append(at)
            seen.add(at)
            at = sponsors[at]
        if at is not None and at not in found:
            lost.update(way)
            continue
        above = found[at] if at is not None else ""
        for one in reversed(way):
            above = found[one] = paths.path_below(above, one)
    return Places(found, sorted(lost))


@dataclass(frozen=True)
class Agreement:
    """``wrong``: the right paths of those whose path or level is not what the sponsors say."""

    places: int
    wrong: dict[int, str]
    circles: list[int]

    @property
    def holds(self) -> bool:
        return not (self.wrong or self.circles)


def agreement() -> Agreement:
    """Compares all places. Reads the whole network: for a command, not for a request."""
    rows = list(Position.objects.values_list("pk", "sponsor_id", "path", "depth"))
    expected = paths_from({key: sponsor for key, sponsor, _path, _depth in rows})
    wrong = {
        key: expected.paths[key]
        for key, _sponsor, path, depth in rows
        if key in expected.paths
        and (path, depth) != (expected.paths[key], paths.depth_of(expected.paths[key]))
    }
    return Agreement(places=len(rows), wrong=wrong, circles=expected.circles)


@transaction.atomic
def rebuild_paths(*, batch: int = 2000) -> int:
    """Write path and level of everybody anew from the sponsors. Returns how many were wrong.

    Raises Circle, and then nothing is written.
    """
    lock_network()
    found = agreement()
    if found.circles:
        raise Circle(found.circles)
    # Out of each other's way first: a wrong path may be another's right one.
    _write({key: f"-{key}" for key in found.wrong}, batch)
    _write(found.wrong, batch)
    return len(found.wrong)


def _write(places: Mapping[int, str], batch: int) -> None:
    rows = [Position(pk=key, path=path, depth=paths.depth_of(path)) for key, path in places.items()]
    Position.objects.bulk_update(rows, ["path", "depth"], batch_size=batch)
