"""How long a kept page is true: what it is made of, what changed, and what changes by itself.

Pages and what their drawings share are kept (``cms.page_cache``). Whoever reads something for them
names it with ``depends_on``; whoever writes it says with ``invalidate`` that what was made of it is
true no longer. Names are *tags*: a market's code, or a word of the area that owns the thing
("listing:17"). Everything that is kept is made of its market, so a write that cannot say more than
the market says that, and is right. Whoever draws something that begins or ends at a known moment
says so with ``expires_at``.

    freshness.invalidate("co")         # all of Colombia's pages
    freshness.depends_on("ranking:co:best")
    freshness.invalidate("ranking:co:best")   # and nothing else
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

from .change_log import ANYTHING, EVERYTHING, Away, change_log

logger = logging.getLogger(__name__)

# What is made of more than this is made of anything: any change at all ends it.
MOST_TAGS = 300


# --- What changed -----------------------------------------------------------------------


def invalidate(*tags: str) -> None:
    """What is made of any of these is not true any more; without any, nothing that is kept is.

    Acts when the current transaction commits. Cheap, and safe to call often: calls of one
    transaction are gathered.
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
        # Whatever becomes of it, what else this transaction wants done is done.
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
    """Write a change that is committed to the log; one that cannot be written is owed."""
    _pinned.set(None)
    if not _write(tags):
        _owe(tags)


def _write(tags: set[str]) -> bool:
    try:
        change_log.write(tags)
    except Away:
        logger.warning("A change of pages could not be announced", exc_info=True)
        return False
    return True


def latest() -> int | None:
    """The number of the newest change; within ``pinned()`` what it was when that began. No query.
    None while nobody can know: then nothing is kept, and everything is drawn anew."""
    known = _pinned.get()
    return known.number if known is not None else _follow()


def _follow() -> int | None:
    if _owed:
        return None
    try:
        return change_log.follow()
    except Away:
        # Others may change something meanwhile, and cannot say so.
        _owe({EVERYTHING})
        return None


def position() -> str:
    """Where changes stand now, in a word that any process can be asked about later
    (``unchanged_since``). No query. "" while nobody can know."""
    try:
        return "" if _owed else change_log.position()
    except Away:
        _owe({EVERYTHING})
        return ""


def unchanged_since(position: str, tag: str) -> bool:
    """Whether a tag has surely not changed after a ``position``. No query."""
    try:
        return not _owed and change_log.unchanged_since(position, tag)
    except Away:
        _owe({EVERYTHING})
        return False


@dataclass(frozen=True)
class _Pinned:
    number: int | None


_pinned: ContextVar[_Pinned | None] = ContextVar("newest_change_held", default=None)


@contextmanager
def pinned() -> Iterator[None]:
    """Within it the newest change stays what it is now, until a change of one's own.

    For the length of a request: what was read before somebody else's change is kept as of before
    it, and so for nobody.
    """
    token = _pinned.set(_Pinned(latest()))
    try:
        yield
    finally:
        _pinned.reset(token)


# --- What could not be announced ---------------------------------------------------------

# Tags whose change is still to be written. While there are any this process keeps nothing,
# for itself or others would go on with what was kept before.
_owed: set[str] = set()
_owed_lock = threading.Lock()
TRY_AGAIN = 1.0  # seconds


def _owe(tags: set[str]) -> None:
    with _owed_lock:
        starts = not _owed
        _owed.update(tags)
    if starts:
        threading.Thread(target=_pay, name="page-changes", daemon=True).start()


def _pay() -> None:
    while True:
        time.sleep(TRY_AGAIN)
        with _owed_lock:
            try:
                if _write(_owed):
                    _owed.clear()
                    return
            except Exception:  # this thread is the only one that pays
                logger.exception("A change of pages could not be announced")


# --- What is being drawn ----------------------------------------------------------------


@dataclass
class Dependencies:
    """What became known while a page, or a piece of one, was drawn. ``began``: the newest change
    when that began (``latest``)."""

    began: int | None
    ends: datetime | None = None
    cacheable: bool = True
    tags: set[str] = field(default_factory=set)

    def all_tags(self, market: str) -> frozenset[str]:
        """What it is made of, as it is kept."""
        found = self.tags if len(self.tags) <= MOST_TAGS else {ANYTHING}
        return frozenset([*found, market])


_collecting: ContextVar[Dependencies | None] = ContextVar(
    "dependencies_being_collected", default=None
)


@contextmanager
def collect() -> Iterator[Dependencies]:
    """Within it ``depends_on`` and ``expires_at`` are noted; yields the ``Dependencies``."""
    noted = Dependencies(began=latest())
    token = _collecting.set(noted)
    try:
        yield noted
    finally:
        _collecting.reset(token)


@contextmanager
def collect_part(*tags: str, inherits: bool = False) -> Iterator[Dependencies]:
    """A piece of what is being drawn: noted by itself, and then for the whole.

    It is made of ``tags``, of what is noted within, and where it ``inherits`` of all that was
    read before it. Nobody knows what that was where nothing is being drawn: then of anything.
    """
    outer = _collecting.get()
    with collect() as noted:
        noted.tags.update(map(sys.intern, tags))
        if inherits:
            noted.tags.update(outer.tags if outer is not None else [ANYTHING])
        yield noted
    depends_on(*noted.tags)
    expires_at(noted.ends)
    if not noted.cacheable:
        do_not_cache()


@contextmanager
def depends_only_on(*tags: str) -> Iterator[None]:
    """Within it is read what these tags say all of: what else is noted there does not count."""
    depends_on(*tags)
    with collect() as noted:
        yield
    expires_at(noted.ends)
    if not noted.cacheable:
        do_not_cache()


def depends_on(*tags: str) -> None:
    """What is being drawn shows something that ``invalidate`` will name by one of these tags."""
    noted = _collecting.get()
    if noted is not None:
        noted.tags.update(map(sys.intern, tags))


def expires_at(moment: datetime | None) -> None:
    """What is being drawn is true until this moment (aware); nothing happens without one."""
    noted = _collecting.get()
    if noted is not None and moment is not None and (noted.ends is None or moment < noted.ends):
        noted.ends = moment


def do_not_cache() -> None:
    """What is being drawn depends on more than its address: it is not kept."""
    noted = _collecting.get()
    if noted is not None:
        noted.cacheable = False
