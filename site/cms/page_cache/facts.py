"""What the drawing of many pages shares, kept as long as a page itself would be.

A page that is drawn anew (for a tier, with another choice in its address, for a seller alone)
need not ask again for what did not change: under the market's generation, beside the kept pages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from .. import freshness
from ..frame_parts import open_prefix, under_prefix
from .shelf import LONGEST, OVERHEAD, shelf

Fact = TypeVar("Fact")


@dataclass(frozen=True)
class KeptFact:
    value: object
    size: int
    ends: datetime


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
    kept = _found(place)
    if kept is not None:
        return kept.value
    with freshness.drawing() as noted:
        value = make()
    longest = timezone.now() + LONGEST
    ends = min(longest, noted.ends or longest)
    freshness.until(ends)
    if not noted.may_be_kept:
        freshness.keep_out()
    elif value is not None:
        kept = KeptFact(value, size(value) + OVERHEAD, ends)
        shelf.put(place, kept, most=settings.PAGE_CACHE_MEGABYTES * 2**20)
    return value


def remember_html(market: str, key: tuple, render: Callable[[], str]) -> SafeString:
    """A piece of a page, drawn once for the company's own site and all sellers' (``remember``)."""

    def draw() -> str:
        with open_prefix():
            return render()

    return mark_safe(under_prefix(remember(market, key, draw, size=len)))


def recall_html(market: str, key: tuple) -> SafeString | None:
    """What ``remember_html`` kept under the key; None where it did not, or not any more."""
    if not settings.PAGE_CACHE_MEGABYTES or connection.in_atomic_block:
        return None
    kept = _found(_place(market, key))
    return mark_safe(under_prefix(kept.value)) if kept is not None else None


def _place(market: str, key: tuple) -> tuple:
    return ("fact", market, freshness.generation(market), *key)


def _found(place: tuple) -> KeptFact | None:
    """What is kept there; whatever it goes into ends with it."""
    kept = shelf.get(place, timezone.now())
    if kept is not None:
        freshness.until(kept.ends)
    return kept
