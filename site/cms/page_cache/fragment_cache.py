"""Fragments: what the drawing of many pages shares, kept as long as a page itself would be.

A page that is drawn anew (for a tier, with another choice in its address, for a seller alone)
need not ask again for what did not change: under the market's version, beside the kept pages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from . import freshness
from .page_store import LONGEST, OVERHEAD, page_store
from .prefix import open_prefix, under_prefix
from .tier import current_code

Value = TypeVar("Value")


@dataclass(frozen=True)
class Fragment:
    value: object
    size: int
    ends: datetime


def remember(
    market: str, key: tuple, make: Callable[[], Value], *, size: Callable[[Value], int]
) -> Value:
    """What ``make`` gives, asked once for all pages of a market until something there changes.

    It must hold for everybody of a tier, whoever asks (each tier's are kept apart), and nobody may
    write on it. ``size`` says how many bytes it takes about. None is not kept: there is no end
    of what does not exist.
    """
    return remember_all(market, [key], lambda _missing: {key: make()}, size=size)[key]


def remember_all(
    market: str,
    keys: Iterable[tuple],
    make: Callable[[list[tuple]], dict[tuple, Value]],
    *,
    size: Callable[[Value], int],
) -> dict[tuple, Value]:
    """``remember`` for several at once: ``make`` gets the keys that are not kept, and gives what
    there is of them. What is made together ends together."""
    if not may_remember():
        # What a transaction has written may be taken back, and nobody would hear of it.
        return make(list(keys))
    # Before anything is made: what changes meanwhile is kept under a word that nobody asks for.
    word = freshness.version(market)
    if not freshness.is_known(word):
        return make(list(keys))
    places = {key: _place(market, word, key) for key in keys}
    found = {key: kept.value for key, place in places.items() if (kept := _found(place))}
    missing = [key for key in places if key not in found]
    if not missing:
        return found
    with freshness.drawing() as noted:
        made = make(missing)
    longest = timezone.now() + LONGEST
    ends = min(longest, noted.ends or longest)
    freshness.expires_at(ends)
    if not noted.may_be_kept:
        freshness.do_not_cache()
        return found | made
    for key, value in made.items():
        if value is not None:
            kept = Fragment(value, size(value) + OVERHEAD, ends)
            page_store.put(places[key], kept, most=settings.PAGE_CACHE_MEGABYTES * 2**20)
    return found | made


def may_remember() -> bool:
    """Whether anything is kept here and now."""
    return bool(settings.PAGE_CACHE_MEGABYTES) and not connection.in_atomic_block


def remember_html(market: str, key: tuple, render: Callable[[], str]) -> SafeString:
    """A piece of a page, drawn once for the company's own site and all sellers' (``remember``)."""

    def draw() -> str:
        with open_prefix():
            return render()

    return mark_safe(under_prefix(remember(market, key, draw, size=len)))


def recall_html(market: str, key: tuple) -> SafeString | None:
    """What ``remember_html`` kept under the key; None where it did not, or not any more."""
    if not may_remember():
        return None
    kept = _found(_place(market, freshness.version(market), key))
    return mark_safe(under_prefix(kept.value)) if kept is not None else None


def _place(market: str, version: str, key: tuple) -> tuple:
    return ("fragment", market, version, current_code(), *key)


def _found(place: tuple) -> Fragment | None:
    """What is kept there; whatever it goes into ends with it."""
    kept = page_store.get(place, timezone.now())
    if kept is not None:
        freshness.expires_at(kept.ends)
    return kept
