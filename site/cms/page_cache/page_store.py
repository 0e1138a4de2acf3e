"""The store of cached pages and fragments: in each process's memory, the least recently used go.

Not in the shared cache: reading takes microseconds and no network, two releases that run side by
side never read each other's entries, and nobody who gets into the shared cache can write a page.
The price is that each process renders a page once for itself.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from .change_log import change_log

# The longest time to live: even without an invalidation an entry expires after this.
LONGEST = timedelta(hours=1)
# Bytes that an entry takes beside its body: headers, key, objects.
OVERHEAD = 4096
# Bytes of a tag in the set of one entry: the text itself is shared by all entries (interned).
TAG_SIZE = 64


class Cached(Protocol):
    """A cache entry: its size in bytes, when it expires, its tags, and the number of the newest
    change when it began to be made (``change_log``)."""

    size: int
    ends: datetime
    tags: frozenset[str]
    began: int


@dataclass(frozen=True)
class CachedPage:
    """A rendered page. ``parts``: templates of the seller's parts that ``body`` has placeholders
    for."""

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
    """Entries by key, with a limit of bytes; thread-safe."""

    def __init__(self):
        self._entries: OrderedDict[tuple, Cached] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._entries)

    def pages(self) -> list[CachedPage]:
        """The entries that are whole pages."""
        with self._lock:
            return [entry for entry in self._entries.values() if isinstance(entry, CachedPage)]

    def get(self, key: tuple, now: datetime) -> Cached | None:
        """The valid entry, or None. It is dropped when it expired or one of its tags was
        invalidated, as far as this process has read the log (``freshness.latest``)."""
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
        """Store an entry and evict the least recently used ones beyond ``most`` bytes. Not stored:
        an entry larger than that, and one that was begun before the entry that is there."""
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
