"""What the drawing of many pages shares, kept as long as a page itself would be.

A page that is drawn anew (for a tier, with another choice in its address, for a seller alone)
need not ask again for what did not change: under the market's generation, beside the kept pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from .. import freshness
from ..frame_parts import open_prefix, under_prefix
from .shelf import OVERHEAD, shelf

Fact = TypeVar("Fact")

# As of pages: even what nothing announced is found out anew after this long.
LONGEST = timedelta(hours=1)


@dataclass(frozen=True)
class KeptFact:
    value: object
    size: int
    ends: datetime
    # What it said of its own end, which the page that it goes into has to know.
    announced: datetime | None


def remember(
    market: str, key: tuple, make: Callable[[], Fact], *, size: Callable[[Fact], int]
) -> Fact:
    """What ``make`` gives, asked once for all pages of a market until something there changes.

    It must hold for everybody, whoever asks, and nobody may write on it. ``size`` says how many
    bytes it takes about. None is not kept: there is no end of what does not exist.
    """
    if not settings.PAGE_CACHE_MEGABYTES or connection.in_atomic_block:
        # What a transaction has written may be taken back, and nobody would hear of it.
        return make()
    # Before it is made: what changes meanwhile is kept under a word that nobody asks for.
    place = _place(market, key)
    now = timezone.now()
    kept = shelf.get(place, now)
    if kept is None:
        with freshness.drawing() as noted:
            value = make()
        if not noted.may_be_kept:
            freshness.keep_out()
        ends = min(now + LONGEST, noted.ends or now + LONGEST)
        kept = KeptFact(value, size(value) + OVERHEAD if value is not None else 0, ends, noted.ends)
        if value is not None and noted.may_be_kept:
            shelf.put(place, kept, most=settings.PAGE_CACHE_MEGABYTES * 2**20)
    freshness.until(kept.announced)
    return kept.value


def remember_html(market: str, key: tuple, render: Callable[[], str]) -> SafeString:
    """A piece of a page, drawn once for the company's own site and all sellers' (``remember``)."""

    def draw() -> str:
        with open_prefix():
            return render()

    return mark_safe(under_prefix(remember(market, key, draw, size=len)))


def recall_html(market: str, key: tuple) -> SafeString | None:
    """What ``remember_html`` kept under the key; None where it did not, or not any more."""
    if not settings.PAGE_CACHE_MEGABYTES:
        return None
    kept = shelf.get(_place(market, key), timezone.now())
    if kept is None:
        return None
    freshness.until(kept.announced)
    return mark_safe(under_prefix(kept.value))


def _place(market: str, key: tuple) -> tuple:
    return ("fact", freshness.generation(market), *key)
