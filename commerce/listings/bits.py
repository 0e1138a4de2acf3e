"""Sets of listings as one whole number each: bit *n* stands for the listing at position *n*.

Python intersects, unites and counts such numbers at the speed of memory: 10,000 listings are
1.25 KB, and a question takes about a microsecond.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import compress

# From one position in so many a digit for each costs less than a bit.
DENSE = 32
ONE = ord("1")
# The eight bits of a byte as a byte each, the lowest first.
SPREAD = [bytes(byte >> bit & 1 for bit in range(8)) for byte in range(256)]


def bits_of(positions: Collection[int], size: int) -> int:
    """The set of these positions, all below ``size``."""
    if len(positions) * DENSE > size:
        digits = bytearray(b"0") * (size + 1)
        for position in positions:
            digits[position] = ONE
        return int(digits[::-1], 2)
    found = bytearray(size // 8 + 1)
    for position in positions:
        found[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(found, "little")


def flags_of(bits: int, size: int) -> bytes:
    """A byte for each position: 1 where it is in the set, else 0."""
    return b"".join(map(SPREAD.__getitem__, bits.to_bytes(size // 8 + 1, "little")))


def members(bits: int, size: int) -> Iterator[int]:
    """The positions of the set, the lowest first."""
    return compress(range(size), flags_of(bits, size))


def in_order(bits: int, order: Iterable[int], size: int) -> Iterator[int]:
    """The positions of the set, in the order that is given."""
    return filter(flags_of(bits, size).__getitem__, order)


def any_of(sets: Iterable[int]) -> int:
    united = 0
    for bits in sets:
        united |= bits
    return united
