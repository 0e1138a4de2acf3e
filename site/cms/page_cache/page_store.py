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


class Cached(Protocol):
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
        self._entries: OrderedDict[tuple, Cached] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._entries)

    def pages(self) -> list[CachedPage]:
        """The whole pages among what is kept."""
        with self._lock:
            return [entry for entry in self._entries.values() if isinstance(entry, CachedPage)]

    def get(self, key: tuple, now: datetime) -> Cached | None:
        """What is kept there, unless its time is over or something changed that it is made of:
        as far as has been heard of (``freshness.latest``)."""
        with self._lock:
            entry = self._entries.get(key)
            if entry is None:
                return None
            if entry.ends <= now or not change_log.holds(entry.began, entry.tags):
                self._drop(key)
                return None
            self._entries.move_to_end(key)
            return entry

    def put(self, key: tuple, entry: Cached, *, most: int) -> None:
        """Keep it; the oldest ones make room. One larger than ``most`` bytes is not kept, and none
        in place of what was begun after it."""
        if _size(entry) > most:
            return
        with self._lock:
            if (there := self._entries.get(key)) is not None:
                if there.began > entry.began:
                    return
                self._drop(key)
            self._entries[key] = entry
            self.size += _size(entry)
            while self.size > most:
                self._drop(next(iter(self._entries)))

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()
            self.size = 0

    def _drop(self, key: tuple) -> None:
        self.size -= _size(self._entries.pop(key))


def _size(entry: Cached) -> int:
    return entry.size + TAG_SIZE * len(entry.tags)


page_store = PageStore()
