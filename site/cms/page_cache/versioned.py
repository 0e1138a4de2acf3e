"""What each process builds once per version of the storefront (``StorefrontVersion``) and keeps.

A request asks for the version once (``held``), whatever it then takes out of these memories.
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


@dataclass
class _Held:
    """The version of a request, and what was taken out of each memory under it."""

    version: str
    values: dict[Versioned, object] = field(default_factory=dict)


_held: ContextVar[_Held | None] = ContextVar("storefront_version_held", default=None)


@contextmanager
def held(version: str | None = None) -> Iterator[None]:
    """Within it the version is what it is now (or the one given), and what the memories give
    stays the same: one query in all. Within another one it changes nothing, unless it is given
    a version.
    """
    if version is None and _held.get() is not None:
        yield
        return
    token = _held.set(_Held(StorefrontVersion.current() if version is None else version))
    try:
        yield
    finally:
        _held.reset(token)


class Versioned(Generic[Built]):
    """A memory of one value: ``build(version)`` makes it, one thread at a time."""

    def __init__(self, build: Callable[[str], Built]):
        self._build = build
        self._latest: tuple[str, Built] | None = None
        self._lock = threading.Lock()

    def current(self) -> Built:
        """The value of now: one query (for the version), or none within ``held()``."""
        request = _held.get()
        if request is None:
            return self._of(StorefrontVersion.current())
        if self not in request.values:
            request.values[self] = self._of(request.version)
        return request.values[self]

    def _of(self, version: str) -> Built:
        latest = self._latest
        if latest is not None and version and latest[0] == version:
            return latest[1]
        with self._lock:
            latest = self._latest
            if latest is None or not version or latest[0] != version:
                latest = self._latest = (version, self._build(version))
        return latest[1]
