"""One state of a Whoosh index, read without its query language.

A search of the shop asks which documents have all of some words. Whoosh's matchers score and sort
every one of them in Python, which is most of the time of a search that finds thousands. Here the
lists of documents are read once for each word, kept while the index stays as it is, and
intersected as sets.
"""

import threading
from array import array
from collections import OrderedDict

from haystack.constants import DJANGO_CT
from whoosh.reading import TermNotFound

# How much a word weighs by where it was found, and by how far the alternative is from what was
# typed: the first alternative is what was typed.
IN_TITLE, ELSEWHERE = 4.0, 1.0
FURTHER = 0.6
# Words whose documents are kept.
KEPT_WORDS = 2000


class Snapshot:
    """The index at one commit. Safe to share between threads."""

    def __init__(self, index):
        self.reader = index.reader()
        self._lock = threading.Lock()
        self._postings: OrderedDict[tuple[str, str], frozenset[int]] = OrderedDict()
        self._places: dict[tuple, frozenset[int]] = {}
        self.subjects = self._column("subject")
        self.ranks = self._column("rank")

    def _column(self, name: str) -> array:
        """A number of every document."""
        count = self.reader.doc_count_all()
        if not count:
            return array("Q")
        column = self.reader.column_reader(name)
        return array("Q", (column[number] for number in range(count)))

    def documents(self, field: str, word: str) -> frozenset[int]:
        """The documents that have a word in a field."""
        key = (field, word)
        with self._lock:
            found = self._postings.get(key)
            if found is not None:
                self._postings.move_to_end(key)
                return found
            try:
                found = frozenset(self.reader.postings(field, word).all_ids())
            except TermNotFound:
                found = frozenset()
            self._postings[key] = found
            if len(self._postings) > KEPT_WORDS:
                self._postings.popitem(last=False)
            return found

    def place(self, kind: str, market: str, language: str) -> frozenset[int]:
        """The documents of a kind that are shown in a market and language."""
        key = (kind, market, language)
        if key not in self._places:
            self._places[key] = (
                self.documents(DJANGO_CT, kind)
                & self.documents("market", market)
                & self.documents("language", language)
            )
        return self._places[key]

    def matching(
        self, wanted: list[list[tuple[str, ...]]], *, kind: str, market: str, language: str
    ) -> list[int]:
        left = self.place(kind, market, language)
        total: dict[int, float] = {}
        for alternatives in wanted:
            scores = self._scores(alternatives, left)
            if not scores:
                return []
            total = {doc: total.get(doc, 0.0) + score for doc, score in scores.items()}
            left = scores.keys()
        ranks = self.ranks
        ranked = sorted(total, key=lambda doc: (-total[doc], -ranks[doc], doc))
        # Two documents may speak of one product: as it is called here, and as elsewhere.
        return list(dict.fromkeys(self.subjects[doc] for doc in ranked))

    def _scores(self, alternatives: list[tuple[str, ...]], within) -> dict[int, float]:
        """The documents among ``within`` that have an alternative, with the best one's weight."""
        scores: dict[int, float] = {}
        for rank, words in enumerate(alternatives):
            factor = 1.0 if rank == 0 else FURTHER
            documents = self.documents("text", words[0]) & within
            for word in words[1:]:
                documents = documents & self.documents("text", word)
            in_title = documents
            for word in words:
                in_title = in_title & self.documents("title", word)
            for doc in in_title:
                if scores.get(doc, 0.0) < IN_TITLE * factor:
                    scores[doc] = IN_TITLE * factor
            for doc in documents - in_title if in_title else documents:
                if scores.get(doc, 0.0) < ELSEWHERE * factor:
                    scores[doc] = ELSEWHERE * factor
        return scores


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
            known = _latest[place] = (version, Snapshot(index))
    return known[1]
