"""A set of listings in an order, as a sequence of primary keys."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Protocol

from .bits import in_order


class Index(Protocol):
    """What an order is asked of (``facet_index.FacetIndex``): rows with a ``pk``, by place."""

    rows: Sequence
    size: int

    def order(self, sort: str) -> Sequence[int]: ...


class Ranked(Sequence):
    """Primary keys of a set in one of its index's orders, found as far as they are asked for."""

    def __init__(self, index: Index, bits: int, sort: str):
        self.index, self.bits, self.sort = index, bits, sort

    def __len__(self) -> int:
        return self.bits.bit_count()

    def __iter__(self) -> Iterator[int]:
        rows, order = self.index.rows, self.index.order(self.sort)
        return (rows[place].pk for place in in_order(self.bits, order, self.index.size))

    def __getitem__(self, part):
        if isinstance(part, slice):
            return list(islice(self, *part.indices(len(self))))
        return self[part : part + 1][0] if part >= 0 else list(self)[part]

    def __eq__(self, other) -> bool:
        return list(self) == list(other)
