"""Where kept pages lie: in the process's own memory, the ones longest unasked for go first.

Not in the shared cache: a page comes out in microseconds instead of crossing the network, two
releases that run side by side never read each other's, and nobody who gets into the cache can
write a page of ours. The price is that each process draws a page once for itself.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime

# A page's place in memory beside its body: headers, key, objects.
OVERHEAD = 4096


@dataclass(frozen=True)
class KeptPage:
    """A drawn page. ``parts``: templates of the seller's parts that are open in ``body``."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    variant: str
    etag: str
    ends: datetime
    parts: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        return len(self.body) + OVERHEAD


class Shelf:
    """Pages by key, so many bytes at most."""

    def __init__(self):
        self._pages: OrderedDict[tuple, KeptPage] = OrderedDict()
        self._lock = threading.Lock()
        self.size = 0

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: tuple, now: datetime) -> KeptPage | None:
        """The page, unless its time is over."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            if page.ends <= now:
                self._drop(key)
                return None
            self._pages.move_to_end(key)
            return page

    def put(self, key: tuple, page: KeptPage, *, most: int) -> None:
        """Keep a page; the oldest ones make room. One larger than ``most`` bytes is not kept."""
        if page.size > most:
            return
        with self._lock:
            if key in self._pages:
                self._drop(key)
            self._pages[key] = page
            self.size += page.size
            while self.size > most:
                self._drop(next(iter(self._pages)))

    def clear(self) -> None:
        with self._lock:
            self._pages.clear()
            self.size = 0

    def _drop(self, key: tuple) -> None:
        self.size -= self._pages.pop(key).size


shelf = Shelf()
