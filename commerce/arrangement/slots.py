"""Arithmetic of places: products that have one among products that flow around them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """A stretch of the whole list. ``slots`` hold a key, or None where the flow goes on.

    The flow's part in it is ``flow[start:stop]``.
    """

    slots: list
    start: int
    stop: int


def settle(wanted: Sequence[tuple[object, int]], total: int) -> dict[int, object]:
    """{position: key} for keys that want positions (from 0, ascending) in a list of ``total``.

    Everybody stands where they want, unless the list is too short, or somebody is there: then
    as near as the order allows. Never raises; needs at most ``total`` keys.
    """
    positions: list[int] = []
    for _key, position in wanted:
        after = positions[-1] + 1 if positions else 0
        positions.append(max(position, after))
    room = total
    for index in range(len(positions) - 1, -1, -1):
        room -= 1
        positions[index] = room = min(positions[index], room)
    return {position: key for position, (key, _) in zip(positions, wanted, strict=True)}


def window(wanted: Sequence[tuple[object, int]], flowing: int, start: int, stop: int) -> Window:
    """What stands from ``start`` to before ``stop`` when ``flowing`` others fill the gaps."""
    total = len(wanted) + flowing
    stop = min(stop, total)
    settled = settle(wanted, total)
    slots = [settled.get(position) for position in range(start, stop)]
    before = start - sum(position < start for position in settled)
    return Window(slots, before, before + slots.count(None))
