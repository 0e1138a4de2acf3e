"""How long a kept page is true: what changed, and what will change by itself.

Pages and what their drawings share are kept (``cms.page_cache``). Whoever writes something that
they show says so with ``invalidate``; whoever draws something that begins or ends at a known moment
says so with ``expires_at``.

The *version* of a market is a word that is a part of every kept page's key: a change gives the
market a new one, and what was kept under the old one is never found again. It must be read at no
query and seen by all processes at once: in the shared cache where there is one, else (one machine,
caches in each process) as a file whose name nobody else uses.
"""

from __future__ import annotations

import logging
import os
import secrets
import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.db import connection, transaction

logger = logging.getLogger(__name__)

EVERYWHERE = "all"
UNKNOWN = "unknown-"


# --- What changed -----------------------------------------------------------------------


def invalidate(*markets: str) -> None:
    """Public pages of these markets show something else from now on; of all without any.

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
        pending.scopes.update(markets or [EVERYWHERE])
        # Whatever becomes of it, what else this transaction wants done is done.
        transaction.on_commit(pending, robust=True)
    else:
        pending.scopes.update(markets or [EVERYWHERE])


class _Change:
    def __init__(self):
        self.scopes: set[str] = set()
        self.sent = False

    def __call__(self) -> None:
        self.sent = True
        for scope in [EVERYWHERE] if EVERYWHERE in self.scopes else sorted(self.scopes):
            _renew(scope)


def version(market: str) -> str:
    """Changes with everything that the market's pages show. No query; within ``held(market)``
    what it was when that began. Never fails: while nobody knows it is a word of its own each
    time (``is_known``)."""
    known = _held.get()
    if known is not None and known.market == market:
        return known.word
    return f"{_read(EVERYWHERE)}.{_read(market)}"


def is_known(word: str) -> bool:
    """Whether anybody will ask for this version again. Not while the shared cache is away:
    then changes of other processes are not heard of, and everything is drawn anew."""
    return UNKNOWN not in word


@dataclass(frozen=True)
class _Held:
    market: str
    word: str


_held: ContextVar[_Held | None] = ContextVar("version_held", default=None)


@contextmanager
def held(market: str):
    """Within it the market's version stays as it is now, until a change of one's own.

    For the length of a request: what was read before somebody else's change is kept under the
    word of then, which nobody asks for any more.
    """
    token = _held.set(_Held(market, version(market)))
    try:
        yield
    finally:
        _held.reset(token)


def _is_shared() -> bool:
    return "locmem" not in settings.CACHES["default"]["BACKEND"]


def _file(scope: str) -> Path:
    return Path(settings.PAGE_GENERATIONS) / scope


def _key(scope: str) -> str:
    return f"page-version:{scope}"


def _renew(scope: str) -> None:
    """Give the scope a new word; one that cannot be written now is owed, and written later."""
    _held.set(None)
    if not _write(scope):
        _owe(scope)


def _write(scope: str) -> bool:
    word = secrets.token_hex(8)
    if _is_shared():
        cache = caches["default"]
        cache.set(_key(scope), word, timeout=None)
        return not _is_away(cache)
    path = _file(scope)
    half_done = path.with_name(f".{scope}.{word}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half_done.write_text(word)
        os.replace(half_done, path)
    except OSError:
        logger.exception("A change of pages could not be announced")
        return False
    return True


def _read(scope: str) -> str:
    """The word of now. A shared cache that lost it makes a new one: nothing old is found."""
    if _owed:
        return f"{UNKNOWN}{secrets.token_hex(8)}"
    if _is_shared():
        cache = caches["default"]
        found = cache.get(_key(scope))
        if found is None:
            cache.add(_key(scope), secrets.token_hex(8), timeout=None)
            found = cache.get(_key(scope)) or secrets.token_hex(8)
        if _is_away(cache):
            # Others may change something meanwhile, and cannot say so.
            _owe(EVERYWHERE)
            return f"{UNKNOWN}{secrets.token_hex(8)}"
        return found
    try:
        found = _file(scope).stat()
    except FileNotFoundError:
        return "0"
    return f"{found.st_ino}-{found.st_mtime_ns}"


def _is_away(cache) -> bool:
    return getattr(cache, "is_away", False)


# --- What could not be announced ---------------------------------------------------------

# Scopes whose new word is still to be written. While there are any this process keeps nothing,
# for itself or others would go on with what was kept before.
_owed: set[str] = set()
_owed_lock = threading.Lock()
TRY_AGAIN = 1.0  # seconds


def _owe(scope: str) -> None:
    with _owed_lock:
        starts = not _owed
        _owed.add(scope)
    if starts:
        threading.Thread(target=_pay, name="page-versions", daemon=True).start()


def _pay() -> None:
    while True:
        time.sleep(TRY_AGAIN)
        with _owed_lock:
            try:
                paid = {scope for scope in _owed if _write(scope)}
            except Exception:  # this thread is the only one that pays
                logger.exception("A change of pages could not be announced")
                continue
            _owed.difference_update(paid)
            if not _owed:
                return


# --- What will change -------------------------------------------------------------------


@dataclass
class Drawing:
    """What became known while a page was drawn."""

    ends: datetime | None = None
    may_be_kept: bool = True


_drawing: ContextVar[Drawing | None] = ContextVar("page_being_drawn", default=None)


@contextmanager
def drawing():
    """Within it ``expires_at`` is noted; yields the ``Drawing``."""
    noted = Drawing()
    token = _drawing.set(noted)
    try:
        yield noted
    finally:
        _drawing.reset(token)


def expires_at(moment: datetime | None) -> None:
    """What is being drawn is true until this moment (aware); nothing happens without one."""
    noted = _drawing.get()
    if noted is not None and moment is not None and (noted.ends is None or moment < noted.ends):
        noted.ends = moment


def do_not_cache() -> None:
    """What is being drawn depends on more than its address: it is not kept."""
    noted = _drawing.get()
    if noted is not None:
        noted.may_be_kept = False
