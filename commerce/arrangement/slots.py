"""Merge products with fixed positions into a list of products that fill the gaps between them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Window:
    """A slice of the whole list. ``slots`` has the key of a product with a fixed position, or None
    for one of the others, which are ``others[start:stop]``.
    """

    slots: list
    start: int
    stop: int


def settle(wanted: Sequence[tuple[object, int]], total: int) -> dict[int, object]:
    """Assign positions: ``{position: key}`` for keys with wanted positions (from 0, ascending).

    Each key gets the position it wants, unless it is taken or beyond ``total``: then the nearest
    one that keeps the order. Never raises; takes at most ``total`` keys.
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
    """The slice ``[start:stop]`` of the list in which ``flowing`` others fill the gaps."""
    total = len(wanted) + flowing
    stop = min(stop, total)
    settled = settle(wanted, total)
    slots = [settled.get(position) for position in range(start, stop)]
    before = start - sum(position < start for position in settled)
    return Window(slots, before, before + slots.count(None))
