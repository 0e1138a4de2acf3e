"""A snapshot of a Whoosh index, searched with bit sets instead of Whoosh's query language.

A search looks for documents that have all of some words. Whoosh's matchers score and sort each of
them in Python, which is most of the time of a search with thousands of results. Here the documents
of a word are read once and cached as bits (``listings.bits``) while their segment exists; results
are intersections, and only the part that is displayed is sorted.
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

# The score of a word by where it was found, in tenths. Later alternatives score less.
IN_TITLE, ELSEWHERE = 40, 10
IN_TITLE_FURTHER, ELSEWHERE_FURTHER = 24, 6
# Words of a segment whose documents are cached: 12 KB each with 100,000 documents.
KEPT_WORDS = 1000
# Cached position maps: one per market.
KEPT_PLACES = 8

# For each entry of a plan its alternatives: a document must have all words of one of them.
Wanted = list[list[tuple[str, ...]]]
# {weight: documents}
Weighed = dict[int, int]


class Segment:
    """A Whoosh segment: documents that were written together. An update adds a segment and deletes
    documents from others, so that the cached words of a segment stay valid.

    Documents are numbered by rank, so that of equal scores the lower number comes first. Safe to
    share between threads."""

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
        # The negative rank of each document: the lower the better.
        self.behind = array("q", (-ranks[document] for document in order))
        self.number = array("i", bytes(4 * self.size))
        for number, document in enumerate(order):
            self.number[document] = number

    def _column(self, name: str) -> list[int]:
        column = self.reader.column_reader(name)
        return [column[document] for document in range(self.size)]

    def places(self, position: Mapping[int, int]) -> array:
        """The position in the facet index of each document's product, -1 without one. Cached for
        this ``position`` map."""
        for known, places in self._places:
            if known is position:
                return places
        places = array("i", map(position.get, self.subjects, repeat(-1)))
        self._places = [(position, places), *self._places[: KEPT_PLACES - 1]]
        return places

    def having(self, field: str, word: str) -> int:
        """The documents with a word in a field, including deleted ones."""
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
        """The documents of ``left`` that match one alternative of each entry, by score: ``{score:
        documents}``."""
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
        """As ``weigh``, for one entry: each document once, with its best score."""
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
    """The ids of the products or pages that were found, the best first. Sorted lazily, as far as
    they are read."""

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
        """The positions of the found products in the facet index, unordered."""
        found: list[int] = []
        for segment, weighed in self.found:
            flags = flags_of(any_of(weighed.values()), segment.size)
            found += filter((-1).__ne__, compress(segment.places(position), flags))
        return found


def _by_rank(parts: list[tuple[Segment, int]]) -> Iterator[Iterable[int]]:
    """Merge the documents of several segments by rank. Yields runs of ids: consecutive ones of the
    largest segment at once, those of the others in between."""
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
    """The index at one commit. Takes over the cached segments of the snapshot ``before``."""

    def __init__(self, index, before: "Snapshot | None" = None):
        known = before.segments if before else {}
        self.segments: dict[str, Segment] = {}
        # The documents of each segment that are not deleted.
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
    """The snapshot of an opened index at its latest commit, shared by the process's threads."""
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
