"""Cache invalidation: which cached pages and fragments a change invalidates, and what expires.

A *tag* names something that pages show: a market's code, or a name of the area that owns the thing
("listing:17"). Code that reads it while a page is rendered declares the dependency with
``depends_on(tag)``; code that writes it calls ``invalidate(tag)``, and every cache entry with that
tag is invalid. Each entry also has the tag of its market, so a write that cannot be more specific
invalidates the market. What begins or ends at a known moment sets the entry's expiry with
``expires_at``.

    freshness.invalidate("co")                # all pages of Colombia
    freshness.depends_on("ranking:co:best")      # while rendering: this page depends on the ranking
    freshness.invalidate("ranking:co:best")   # only what depends on the ranking
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction

from .change_log import ANYTHING, EVERYTHING, LogUnavailable, change_log

logger = logging.getLogger(__name__)

# An entry with more tags than this is invalidated by any change at all.
MOST_TAGS = 300


# --- What changed -----------------------------------------------------------------------


def invalidate(*tags: str) -> None:
    """Invalidate every cache entry that has one of these tags; without tags, the whole cache.

    Takes effect when the current transaction commits. Cheap, and safe to call often: the calls of
    one transaction become one entry of the log.
    """
    pending = next(
        (
            function
            for _savepoints, function, *_robust in connection.run_on_commit
            if isinstance(function, _Change) and not function.sent
        ),
        None,
    )
    if pending is None:
        pending = _Change()
        pending.tags.update(tags or [EVERYTHING])
        # Robust: if it fails, the transaction's other commit hooks still run.
        transaction.on_commit(pending, robust=True)
    else:
        pending.tags.update(tags or [EVERYTHING])


class _Change:
    def __init__(self):
        self.tags: set[str] = set()
        self.sent = False

    def __call__(self) -> None:
        self.sent = True
        announce(self.tags)


def announce(tags: set[str]) -> None:
    """Write a committed change to the log; if that fails, a thread repeats it until it is done."""
    _pinned.set(None)
    if not _write(tags):
        _retry_later(tags)


def _write(tags: set[str]) -> bool:
    try:
        change_log.write(tags)
    except LogUnavailable:
        logger.warning("A change of pages could not be announced", exc_info=True)
        return False
    return True


def latest() -> int | None:
    """The number of the newest change; within ``pinned()`` the number when that began. No query.
    None while the log cannot be read: then nothing is cached and every page is rendered."""
    known = _pinned.get()
    return known.number if known is not None else _follow()


def _follow() -> int | None:
    if _unwritten:
        return None
    try:
        return change_log.follow()
    except LogUnavailable:
        # Other processes may change something meanwhile that never gets into the log.
        _retry_later({EVERYTHING})
        return None


def position() -> str:
    """The present position in the log of changes, as text that every process understands
    (``unchanged_since``). No query. "" while the log cannot be read."""
    try:
        return "" if _unwritten else change_log.position()
    except LogUnavailable:
        _retry_later({EVERYTHING})
        return ""


def unchanged_since(position: str, tag: str) -> bool:
    """Whether a tag has surely not changed after a ``position``. No query."""
    try:
        return not _unwritten and change_log.unchanged_since(position, tag)
    except LogUnavailable:
        _retry_later({EVERYTHING})
        return False


@dataclass(frozen=True)
class _Pinned:
    number: int | None


_pinned: ContextVar[_Pinned | None] = ContextVar("newest_change_held", default=None)


@contextmanager
def pinned() -> Iterator[None]:
    """Within it ``latest()`` stays what it is now, until this thread writes a change of its own.

    For the length of a request: a page that read data before somebody else's change is stored with
    the older number, and is therefore invalid from the start.
    """
    token = _pinned.set(_Pinned(latest()))
    try:
        yield
    finally:
        _pinned.reset(token)


# --- Changes that could not be written to the log -----------------------------------------

# Tags whose change is still to be written. While there are any this process caches nothing:
# it would serve entries that are invalid, or others would.
_unwritten: set[str] = set()
_unwritten_lock = threading.Lock()
TRY_AGAIN = 1.0  # seconds


def _retry_later(tags: set[str]) -> None:
    with _unwritten_lock:
        starts = not _unwritten
        _unwritten.update(tags)
    if starts:
        threading.Thread(target=_retry, name="page-changes", daemon=True).start()


def _retry() -> None:
    while True:
        time.sleep(TRY_AGAIN)
        with _unwritten_lock:
            try:
                if _write(_unwritten):
                    _unwritten.clear()
                    return
            except Exception:  # must not end: no other thread repeats the write
                logger.exception("A change of pages could not be announced")


# --- The page or fragment that is being rendered ------------------------------------------


@dataclass
class Dependencies:
    """Dependencies and expiry, collected while a page or a fragment is rendered. ``began``: the
    number of the newest change when rendering began (``latest``). ``audiences``: being in one of
    them or not changes the page (``audience.may_read``)."""

    began: int | None
    ends: datetime | None = None
    cacheable: bool = True
    tags: set[str] = field(default_factory=set)
    audiences: set[str] = field(default_factory=set)

    def pass_on(self) -> None:
        """Have the page around a part get all that holds for the part but its tags."""
        expires_at(self.ends)
        varies_by(*self.audiences)
        if not self.cacheable:
            do_not_cache()

    def all_tags(self, market: str) -> frozenset[str]:
        """The tags that the cache entry gets."""
        found = self.tags if len(self.tags) <= MOST_TAGS else {ANYTHING}
        return frozenset([*found, market])


_collecting: ContextVar[Dependencies | None] = ContextVar(
    "dependencies_being_collected", default=None
)


@contextmanager
def collect() -> Iterator[Dependencies]:
    """Collect ``depends_on``, ``expires_at`` and ``do_not_cache``; yields the ``Dependencies``."""
    noted = Dependencies(began=latest())
    token = _collecting.set(noted)
    try:
        yield noted
    finally:
        _collecting.reset(token)


@contextmanager
def collect_part(*tags: str, inherits: bool = False) -> Iterator[Dependencies]:
    """Collect for a fragment by itself; afterwards the page around it gets the same.

    The fragment's tags are ``tags``, those collected within, and, where it ``inherits``, all that
    the page has collected so far. Outside of a page these are unknown: then any change
    invalidates the fragment.
    """
    outer = _collecting.get()
    with collect() as noted:
        noted.tags.update(map(sys.intern, tags))
        if inherits:
            noted.tags.update(outer.tags if outer is not None else [ANYTHING])
        yield noted
    depends_on(*noted.tags)
    noted.pass_on()


@contextmanager
def depends_only_on(*tags: str) -> Iterator[None]:
    """Within it ``depends_on`` is ignored: these tags already cover all that is read there."""
    depends_on(*tags)
    with collect() as noted:
        yield
    noted.pass_on()


def depends_on(*tags: str) -> None:
    """Declare that the page being rendered depends on these tags (see ``invalidate``)."""
    noted = _collecting.get()
    if noted is not None:
        noted.tags.update(map(sys.intern, tags))


def expires_at(moment: datetime | None) -> None:
    """The page being rendered expires at this moment (aware), or earlier; None changes nothing."""
    noted = _collecting.get()
    if noted is not None and moment is not None and (noted.ends is None or moment < noted.ends):
        noted.ends = moment


def do_not_cache() -> None:
    """The page being rendered depends on more than its address: do not cache it."""
    noted = _collecting.get()
    if noted is not None:
        noted.cacheable = False


def varies_by(*audiences: str) -> None:
    """The page being rendered is another one for visitors in one of these audiences. Call
    ``audience.may_read``, which also answers."""
    noted = _collecting.get()
    if noted is not None:
        noted.audiences.update(audiences)
