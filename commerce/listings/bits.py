"""Sets of listings as one whole number each: bit *n* stands for the listing at position *n*.

Python intersects, unites and counts such numbers at the speed of memory: 10,000 listings are
1.25 KB, and a question takes about a microsecond.
"""

from collections.abc import Iterable, Iterator


def bits_of(positions: Iterable[int], size: int) -> int:
    """The set of these positions, all below ``size``."""
    found = bytearray(size // 8 + 1)
    for position in positions:
        found[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(found, "little")


def in_order(bits: int, order: Iterable[int], size: int) -> Iterator[int]:
    """The positions of the set, in the order that is given."""
    known = bits.to_bytes(size // 8 + 1, "little")
    return (position for position in order if known[position >> 3] >> (position & 7) & 1)


def any_of(sets: Iterable[int]) -> int:
    united = 0
    for bits in sets:
        united |= bits
    return united
