"""Fragments: what the drawing of many pages shares, kept as long as a page itself would be.

A page that is drawn anew (for a tier, with another choice in its address, for a seller alone)
need not ask again for what did not change: it is kept beside the pages, with the tags of what it
is made of (``freshness.depends_on``).

Unless its maker says more, a fragment is made of what its making reads *and of all that was read
before it* for the same page: what it shows may have come from there. ``depends_on`` says it
exactly, and takes care that nothing shown is left out.
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
# What is made of what, by key.
TagsOf = Callable[[tuple], Iterable[str]]


@dataclass(frozen=True)
class Fragment:
    value: object
    size: int
    ends: datetime
    tags: frozenset[str]
    began: int


def cached(
    market: str,
    key: tuple,
    make: Callable[[], Value],
    *,
    size: Callable[[Value], int],
    depends_on: Iterable[str] | None = None,
) -> Value:
    """What ``make`` gives, asked once for all pages of a market until something changes that it is
    made of.

    It must hold for everybody of a tier, whoever asks (each tier's are kept apart), and nobody may
    write on it. ``size`` says how many bytes it takes about. ``depends_on``: tags of all that is
    shown and not read by ``make`` itself. None is not cached: there is no end of what does not
    exist.
    """
    tags_of = None if depends_on is None else lambda _key: depends_on
    return cached_many(
        market, [key], lambda _missing: {key: make()}, size=size, depends_on=tags_of
    )[key]


def cached_many(
    market: str,
    keys: Iterable[tuple],
    make: Callable[[list[tuple]], dict[tuple, Value]],
    *,
    size: Callable[[Value], int],
    depends_on: TagsOf | None = None,
) -> dict[tuple, Value]:
    """``cached`` for several at once: ``make`` gets the keys that are not kept, and gives what
    there is of them. What is made together ends together. With ``depends_on``, tags by key, each is
    made of its own, and what ``make`` reads is to be among them."""
    keys = list(keys)
    if depends_on is not None:
        freshness.depends_on(*(tag for key in keys for tag in depends_on(key)))
    if not may_cache() or freshness.latest() is None:
        # What a transaction has written may be taken back, and nobody would hear of it.
        return make(keys)
    found = {key: kept.value for key in keys if (kept := _found(_place(market, key)))}
    missing = [key for key in keys if key not in found]
    if not missing:
        return found
    with freshness.collect_part(inherits=depends_on is None) as noted:
        made = make(missing)
        longest = timezone.now() + LONGEST
        ends = min(longest, noted.ends or longest)
        freshness.expires_at(ends)
    if not noted.cacheable:
        return found | made
    for key, value in made.items():
        if value is not None:
            tags = noted.all_tags(market)
            if depends_on is not None:
                tags |= frozenset(depends_on(key))
            kept = Fragment(value, size(value) + OVERHEAD, ends, tags, noted.began)
            page_store.put(_place(market, key), kept, most=settings.PAGE_CACHE_MEGABYTES * 2**20)
    return found | made


def may_cache() -> bool:
    """Whether anything is kept here and now."""
    return bool(settings.PAGE_CACHE_MEGABYTES) and not connection.in_atomic_block


def cached_html(
    market: str, key: tuple, render: Callable[[], str], *, depends_on: Iterable[str] | None = None
) -> SafeString:
    """A piece of a page, drawn once for the company's own site and all sellers' (``cached``)."""

    def draw() -> str:
        with open_prefix():
            return render()

    return mark_safe(under_prefix(cached(market, key, draw, size=len, depends_on=depends_on)))


def get_cached_html(market: str, key: tuple) -> SafeString | None:
    """What ``cached_html`` kept under the key; None where it did not, or not any more."""
    if not may_cache() or freshness.latest() is None:
        return None
    kept = _found(_place(market, key))
    return mark_safe(under_prefix(kept.value)) if kept is not None else None


def _place(market: str, key: tuple) -> tuple:
    return ("fragment", market, current_code(), *key)


def _found(place: tuple) -> Fragment | None:
    """What is kept there; whatever it goes into is made of the same, and ends with it."""
    kept = page_store.get(place, timezone.now())
    if kept is not None:
        freshness.depends_on(*kept.tags)
        freshness.expires_at(kept.ends)
    return kept
