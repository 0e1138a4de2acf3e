"""One state of a Whoosh index, read without its query language.

A search of the shop asks which documents have all of some words. Whoosh's matchers score and sort
every one of them in Python, which is most of the time of a search that finds thousands. Here the
documents of a word are read once, kept as bits (``listings.bits``) while their segment exists, and
intersected; only those are put in order that somebody looks at.
"""

import threading
from array import array
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, compress, repeat

from haystack.constants import DJANGO_CT
from whoosh.reading import TermNotFound

from commerce.listings.bits import any_of, bits_of, flags_of, members
from commerce.listings.ranked import Lazy

# How much a word weighs by where it was found, in tenths, and by how far the alternative is from
# what was typed: the first alternative is what was typed.
IN_TITLE, ELSEWHERE = 40, 10
IN_TITLE_FURTHER, ELSEWHERE_FURTHER = 24, 6
# Words of a segment whose documents are kept: of 100,000 documents 12 KB each.
KEPT_WORDS = 1000
# One for each market.
KEPT_PLACES = 8

# What a hit has, for each entry, one of: the words of an alternative.
Wanted = list[list[tuple[str, ...]]]
# {weight: documents}
Weighed = dict[int, int]


class Segment:
    """The documents that were written together. A change adds a segment, and takes documents out of
    others: what is known of the words of one stays true. Documents are numbered here so that of
    two that fit as well the first one comes first. Safe to share between threads."""

    def __init__(self, reader):
        self.reader = reader
        self.size = reader.doc_count_all()
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[str, str], int] = OrderedDict()
        self._places: list[tuple[Mapping, array]] = []
        ranks = self._column("rank")
        order = sorted(range(self.size), key=ranks.__getitem__, reverse=True)
        subjects = self._column("subject")
        self.subjects = array("q", map(subjects.__getitem__, order))
        # How far behind the first one: the lower the better.
        self.behind = array("q", (-ranks[document] for document in order))
        self.number = array("i", bytes(4 * self.size))
        for number, document in enumerate(order):
            self.number[document] = number

    def _column(self, name: str) -> list[int]:
        column = self.reader.column_reader(name)
        return [column[document] for document in range(self.size)]

    def places(self, position: Mapping[int, int]) -> array:
        """The place of each document's product by ``position`` (of a filters' index), -1 where it
        has none. Found out once while that stays the same."""
        for known, places in self._places:
            if known is position:
                return places
        places = array("i", map(position.get, self.subjects, repeat(-1)))
        self._places = [(position, places), *self._places[: KEPT_PLACES - 1]]
        return places

    def having(self, field: str, word: str) -> int:
        """The documents that have a word in a field; those too that were taken out since."""
        key = (field, word)
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
            try:
                documents = self.reader.postings(field, word).all_ids()
                numbers = list(map(self.number.__getitem__, documents))
                found = bits_of(numbers, self.size)
            except TermNotFound:
                found = 0
            self._kept[key] = found
            if len(self._kept) > KEPT_WORDS:
                self._kept.popitem(last=False)
            return found

    def weigh(self, wanted: Wanted, left: int) -> Weighed:
        """The documents among ``left`` that have one alternative of each entry, by the weight of
        the best ones."""
        total: Weighed = {0: left}
        for alternatives in wanted:
            found: Weighed = {}
            for own, having in self._of_entry(alternatives, any_of(total.values())).items():
                for weight, documents in total.items():
                    if both := documents & having:
                        found[weight + own] = found.get(weight + own, 0) | both
            total = found
        return total

    def _of_entry(self, alternatives: list[tuple[str, ...]], left: int) -> Weighed:
        """The same of one entry: each document once, at the most that it weighs."""
        found: Weighed = {}
        for at, words in enumerate(alternatives):
            having = titled = left
            for word in words:
                having &= self.having("text", word)
                titled &= self.having("title", word) if having else 0
            weights = (IN_TITLE_FURTHER, ELSEWHERE_FURTHER) if at else (IN_TITLE, ELSEWHERE)
            for weight, documents in zip(weights, (titled & having, having), strict=True):
                found[weight] = found.get(weight, 0) | documents
        for weight in sorted(found, reverse=True):
            found[weight] &= left
            left &= ~found[weight]
        return found


class Hits(Lazy):
    """The subjects (product or page ids) of what was found, the best first; put in order as far
    as somebody looks."""

    def __init__(self, found: list[tuple[Segment, Weighed]]):
        self.found = found

    def __len__(self) -> int:
        every = (bits for _segment, weighed in self.found for bits in weighed.values())
        return sum(bits.bit_count() for bits in every)

    def __iter__(self) -> Iterator[int]:
        return chain.from_iterable(self._runs())

    def _runs(self) -> Iterator[Iterable[int]]:
        weights = {weight for _segment, weighed in self.found for weight in weighed}
        for weight in sorted(weights, reverse=True):
            yield from _by_rank(
                [(segment, weighed[weight]) for segment, weighed in self.found if weight in weighed]
            )

    def places(self, position: Mapping[int, int]) -> list[int]:
        """Where these products stand by ``position``, in no order."""
        found: list[int] = []
        for segment, weighed in self.found:
            flags = flags_of(any_of(weighed.values()), segment.size)
            found += filter((-1).__ne__, compress(segment.places(position), flags))
        return found


def _by_rank(parts: list[tuple[Segment, int]]) -> Iterator[Iterable[int]]:
    """The subjects of these documents in runs: of the segment that has most as many as follow each
    other, and the others between them."""
    (most, documents), *others = sorted(parts, key=lambda part: -part[1].bit_count())
    between = sorted(
        (segment.behind[number], segment.subjects[number])
        for segment, several in others
        for number in members(several, segment.size)
    )
    flags, start = flags_of(documents, most.size), 0
    for behind, subject in between:
        stop = bisect_right(most.behind, behind)
        yield compress(most.subjects[start:stop], flags[start:stop])
        yield (subject,)
        start = stop
    yield compress(most.subjects[start:], flags[start:])


class Snapshot:
    """The index at one commit, with what is known of the segments of the one ``before``."""

    def __init__(self, index, before: "Snapshot | None" = None):
        known = before.segments if before else {}
        self.segments: dict[str, Segment] = {}
        # The documents of each that are still there.
        self.there: dict[str, int] = {}
        for reader, _offset in index.reader().leaf_readers():
            if not reader.doc_count_all():
                continue
            name = reader.segment().segment_id()
            segment = self.segments[name] = known.get(name) or Segment(reader)
            gone = [segment.number[document] for document in reader.deleted_docs_set]
            self.there[name] = (1 << segment.size) - 1 & ~bits_of(gone, segment.size)

    def matching(self, wanted: Wanted, *, kind: str, market: str, language: str) -> Hits:
        found = []
        for name, segment in self.segments.items():
            here = self.there[name]
            for field, word in (DJANGO_CT, kind), ("market", market), ("language", language):
                here &= segment.having(field, word)
            found.append((segment, segment.weigh(wanted, here)))
        return Hits(found)


_latest: dict[str, tuple[tuple, Snapshot]] = {}
_lock = threading.Lock()


def snapshot_of(folder, index) -> Snapshot:
    """The snapshot of an opened index as it is now, one for all threads of this process."""
    version = (str(folder), index.latest_generation())
    place = str(folder.parent)
    known = _latest.get(place)
    if known and known[0] == version:
        return known[1]
    with _lock:
        known = _latest.get(place)
        if not known or known[0] != version:
            before = known[1] if known and known[0][0] == version[0] else None
            known = _latest[place] = (version, Snapshot(index, before))
    return known[1]
