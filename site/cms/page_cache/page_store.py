"""Where pages and fragments lie: in the process's own memory, the longest unasked for go first.

Not in the shared cache: a page comes out in microseconds instead of crossing the network, two
releases that run side by side never read each other's, and nobody who gets into the cache can
write a page of ours. The price is that each process draws a page once for itself.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from .change_log import change_log

# Even what nothing announced is drawn and found out anew after this long.
LONGEST = timedelta(hours=1)
# A page's place in memory beside its body: headers, key, objects.
OVERHEAD = 4096
# A tag's place in the set of one page: the word itself is shared by all that are made of it.
TAG_SIZE = 64


class Kept(Protocol):
    """Something with a size in bytes and a last moment, the tags of what it was made of, and the
    newest change when its making began (``change_log``)."""

    size: int
    ends: datetime
    tags: frozenset[str]
    began: int


@dataclass(frozen=True)
class CachedPage:
    """A drawn page. ``parts``: templates of the seller's parts that are open in ``body``."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    edition: str
    etag: str
    ends: datetime
    tags: frozenset[str]
    began: int
    parts: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD


class PageStore:
    """Pages and fragments by key, so many bytes at most."""

    def __init__(self):
        self._kept: OrderedDict[tuple, Kept] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._kept)

    def pages(self) -> list[CachedPage]:
        """The whole pages among what is kept."""
        with self._lock:
            return [kept for kept in self._kept.values() if isinstance(kept, CachedPage)]

    def get(self, key: tuple, now: datetime) -> Kept | None:
        """What is kept there, unless its time is over or something changed that it is made of:
        as far as has been heard of (``freshness.latest``)."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is None:
                return None
            if kept.ends <= now or not change_log.holds(kept.began, kept.tags):
                self._drop(key)
                return None
            self._kept.move_to_end(key)
            return kept

    def put(self, key: tuple, kept: Kept, *, most: int) -> None:
        """Keep it; the oldest ones make room. One larger than ``most`` bytes is not kept, and none
        in place of what was begun after it."""
        if _size(kept) > most:
            return
        with self._lock:
            if (there := self._kept.get(key)) is not None:
                if there.began > kept.began:
                    return
                self._drop(key)
            self._kept[key] = kept
            self.size += _size(kept)
            while self.size > most:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _drop(self, key: tuple) -> None:
        self.size -= _size(self._kept.pop(key))


def _size(kept: Kept) -> int:
    return kept.size + TAG_SIZE * len(kept.tags)


page_store = PageStore()
