"""``Versioned``: a cache in each process of what is built once per version of the storefront.

The version is the token of ``StorefrontVersion``. A request reads it once (``pinned_version``),
however many of these caches it then uses.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from .version import StorefrontVersion

Built = TypeVar("Built")

# Entries that one cache has at most: one for each edition, language or day.
MOST_KEYS = 64


@dataclass
class _Pinned:
    """The version of a request, and the values that it has read under that version."""

    version: str
    values: dict[tuple, object] = field(default_factory=dict)


_pinned: ContextVar[_Pinned | None] = ContextVar("storefront_version_held", default=None)


@contextmanager
def pinned_version(version: str | None = None) -> Iterator[None]:
    """Within it the version and all cached values stay the same: one query in all.

    ``version``: use this one instead of reading it. Nested without a version it changes nothing.
    """
    if version is None and _pinned.get() is not None:
        yield
        return
    token = _pinned.set(_Pinned(StorefrontVersion.current() if version is None else version))
    try:
        yield
    finally:
        _pinned.reset(token)


class Versioned(Generic[Built]):
    """A cache of one value, or of one for each key (a language, a day).

    ``build(version, *key)`` makes a value, one thread at a time. Without a version (an empty
    database) nothing is cached.
    """

    def __init__(self, build: Callable[..., Built]):
        self._build = build
        # {key: (version, value)}
        self._latest: dict[tuple, tuple[str, Built]] = {}
        self._lock = threading.Lock()

    def current(self, *key) -> Built:
        """The value of the present version: one query (for the version), none within
        ``pinned_version()``."""
        request = _pinned.get()
        if request is None:
            return self._of(StorefrontVersion.current(), key)
        if (self, key) not in request.values:
            request.values[self, key] = self._of(request.version, key)
        return request.values[self, key]

    def _of(self, version: str, key: tuple) -> Built:
        latest = self._latest.get(key)
        if latest is not None and version and latest[0] == version:
            return latest[1]
        with self._lock:
            latest = self._latest.get(key)
            if latest is None or not version or latest[0] != version:
                latest = (version, self._build(version, *key))
                if len(self._latest) >= MOST_KEYS and key not in self._latest:
                    self._latest.clear()
                self._latest[key] = latest
        return latest[1]
