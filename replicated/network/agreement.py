"""Verify the materialized paths of the network against the sponsors, and rebuild them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction

from . import paths
from .locking import lock_network
from .models import Position


class Circle(Exception):
    """Positions whose sponsors form a circle. ``args[0]``: their ids."""


@dataclass(frozen=True)
class Places:
    """``paths``: by consultant id. ``circles``: ids in a circle of sponsors, or below one."""

    paths: dict[int, str] = field(default_factory=dict)
    circles: list[int] = field(default_factory=list)


def paths_from(sponsors: Mapping[int, int | None]) -> Places:
    """Compute all paths from the sponsors. Raises KeyError for a sponsor who is not among them."""
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
    """``wrong``: the correct paths of positions whose stored path or level is wrong."""

    places: int
    wrong: dict[int, str]
    circles: list[int]

    @property
    def holds(self) -> bool:
        return not (self.wrong or self.circles)


def agreement() -> Agreement:
    """Verify all positions. Reads the whole network: for commands, not for requests."""
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
    """Rebuild all paths and levels from the sponsors. Returns how many were wrong.

    Raises Circle; then nothing is written.
    """
    lock_network()
    found = agreement()
    if found.circles:
        raise Circle(found.circles)
    # Clear the wrong paths first, as one may be the correct one of another position (unique).
    _write({key: f"-{key}" for key in found.wrong}, batch)
    _write(found.wrong, batch)
    return len(found.wrong)


def _write(places: Mapping[int, str], batch: int) -> None:
    rows = [Position(pk=key, path=path, depth=paths.depth_of(path)) for key, path in places.items()]
    Position.objects.bulk_update(rows, ["path", "depth"], batch_size=batch)
