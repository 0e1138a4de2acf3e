"""A set of listings in an order, as a sequence of primary keys."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from .bits import in_order


class Lazy(Sequence):
    """A sequence that is worked out as far as it is asked for: who derives from it says how long
    it is and how to go through it."""

    def __getitem__(self, part):
        if isinstance(part, slice):
            return list(islice(self, *part.indices(len(self))))
        return self[part : part + 1][0] if part >= 0 else list(self)[part]

    def __eq__(self, other) -> bool:
        return list(self) == list(other)


class Ranked(Lazy):
    """Primary keys (``pks``, by place) of a set in an order of places, found as far as they are
    asked for. ``order`` gives the order anew each time."""

    def __init__(self, pks: Sequence[int], bits: int, order: Callable[[], Iterable[int]]):
        self.pks, self.bits, self.order = pks, bits, order

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __iter__(self) -> Iterator[int]:
        return map(self.pks.__getitem__, in_order(self.bits, self.order(), len(self.pks)))
