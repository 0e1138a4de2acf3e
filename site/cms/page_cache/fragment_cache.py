"""The fragment cache: values and pieces of HTML that many pages share, with the pages' rules.

A page that has to be rendered again (for a tier, with another filter in its address, for one
seller) takes from here what did not change. A fragment has tags and expires like a page
(``freshness``).

Without ``depends_on`` a fragment gets the tags of what is read while it is made *and of everything
that the page read before*: what it shows may come from there. ``depends_on`` gives the exact tags
instead; then the caller has to name everything that is shown.
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
# The tags of a fragment, by its key.
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
    """The cached value of ``key``, made with ``make()`` where there is no valid one.

    It is shared by all pages of a market and by everybody of a tier (each tier has its own), so it
    must depend on nobody, and must not be changed by whoever gets it. ``size`` estimates its bytes.
    ``depends_on``: tags of all that it shows and ``make`` does not read itself. A value of None is
    returned and not cached.
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
    """``cached`` for several keys: ``make`` gets those that are not cached and returns values by
    key, as far as there are any. What is made together expires together. With ``depends_on``, a
    function from key to tags, each has its own, which must include what ``make`` reads."""
    keys = list(keys)
    if depends_on is not None:
        freshness.depends_on(*(tag for key in keys for tag in depends_on(key)))
    if not may_cache() or freshness.latest() is None:
        # A transaction may be rolled back: nothing would invalidate what was read in it.
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
    if not noted.cacheable or noted.audiences:
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
    """Whether the cache may be used: it is switched on, and no transaction is open."""
    return bool(settings.PAGE_CACHE_MEGABYTES) and not connection.in_atomic_block


def cached_html(
    market: str, key: tuple, render: Callable[[], str], *, depends_on: Iterable[str] | None = None
) -> SafeString:
    """``cached`` for a piece of HTML, rendered once for the company's site and all sellers'."""

    def draw() -> str:
        with open_prefix():
            return render()

    return mark_safe(under_prefix(cached(market, key, draw, size=len, depends_on=depends_on)))


def get_cached_html(market: str, key: tuple) -> SafeString | None:
    """What ``cached_html`` has cached under the key; None where there is nothing valid."""
    if not may_cache() or freshness.latest() is None:
        return None
    kept = _found(_place(market, key))
    return mark_safe(under_prefix(kept.value)) if kept is not None else None


def _place(market: str, key: tuple) -> tuple:
    return ("fragment", market, current_code(), *key)


def _found(place: tuple) -> Fragment | None:
    """The cached fragment; the page around it gets its tags and its expiry."""
    kept = page_store.get(place, timezone.now())
    if kept is not None:
        freshness.depends_on(*kept.tags)
        freshness.expires_at(kept.ends)
    return kept
