"""For whom a page is, and which audiences its visitor is in (``people.audiences``).

    if not audience.may_read(page.audience):
        raise Http404

A page that asks is cached once for each answer, never for a person: its entry in the cache says
which audiences it asked about, and the visitor's signed token which of them the visitor is in
(``tier``). What a member gets is stored by no browser and no proxy.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

from people.audiences import EVERYTHING, is_for

from . import freshness


@dataclass
class Visitor:
    """The audiences of a visitor; ``was_told``: whether they were shown what only members see."""

    codes: frozenset[str] = frozenset()
    was_told: bool = False


@dataclass(frozen=True)
class AskedAbout:
    """The cache entry of a page that differs by audience: by which. The page itself has a key for
    each answer (``variant``)."""

    audiences: frozenset[str]
    ends: datetime
    tags: frozenset[str] = field(repr=False)
    began: int
    size: int = 4096


_visitor: ContextVar[Visitor | None] = ContextVar("audiences_of_the_visitor", default=None)


@contextmanager
def override(codes: Iterable[str]) -> Iterator[Visitor]:
    """Within it the visitor is in these audiences; yields the ``Visitor``."""
    visitor = Visitor(frozenset(codes))
    token = _visitor.set(visitor)
    try:
        yield visitor
    finally:
        _visitor.reset(token)


def current() -> frozenset[str]:
    """The audiences of the visitor: none for a stranger, and in all that is no visitor's page
    (tasks, mails, feeds, sitemaps). What is shown by it is asked with ``may_read``."""
    visitor = _visitor.get()
    return visitor.codes if visitor else frozenset()


def may_read(audience: Iterable[str]) -> bool:
    """Whether the visitor may read what is for this audience; everybody, where it is empty. The
    page being rendered is cached by the answer."""
    audience = frozenset(audience)
    if not audience:
        return True
    freshness.varies_by(EVERYTHING, *audience)
    return is_for(audience, among(audience))


def among(audiences: Iterable[str]) -> frozenset[str]:
    """Those of the visitor's audiences that are among these, or let them read everything."""
    visitor = _visitor.get()
    if visitor is None:
        return frozenset()
    found = visitor.codes & {EVERYTHING, *audiences}
    if found:
        visitor.was_told = True
    return found


def variant(key: tuple, audiences: frozenset[str]) -> tuple:
    """The cache key of what the visitor gets of a page that differs by these audiences."""
    return (*key, ("audiences", tuple(sorted(among(audiences)))))
