"""Which announcement stands above the header: for whom, where and when.

Announcements are cached with the frame (``frame.site_frame``). One for everybody is part of the
page; one for some visitors comes with the visitor's own answer (``web.visitor``), so that one
cached page serves everybody. Pages expire at the moment at which an announcement begins or ends,
and do not wait for the task that publishes and unpublishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from markets.lookup import language_of, market_of
from people.models import CustomerGroup

from ..addresses.named_links import link_to
from ..page_cache import freshness
from . import site_frame
from .values import Line

# Characters that fit on one row of a narrow phone.
ONE_ROW = 40


# --- Choosing one -----------------------------------------------------------------------


def public_line(lines: Iterable[Line], now: datetime) -> Line | None:
    """The announcement that is part of the page."""
    return next((line for line in lines if line.is_public and line.runs_at(now)), None)


def needs_room(lines: Iterable[Line], now: datetime) -> bool:
    """Whether a longer one may replace the public one, so that the page reserves its height."""
    public = public_line(lines, now)
    length = max(ONE_ROW, len(public.text) if public else 0)
    return any(
        not line.is_public and line.runs_at(now) and len(line.text) > length for line in lines
    )


def next_change(lines: Iterable[Line], now: datetime) -> datetime | None:
    """The next moment at which any line begins or ends."""
    moments = (moment for line in lines for moment in (line.begins, line.ends))
    return min((moment for moment in moments if moment and moment > now), default=None)


# --- One visitor's ----------------------------------------------------------------------


def for_visitor(request) -> Mapping[str, str] | None:
    """The announcement that replaces the public one for this visitor, as part of the visitor's
    answer; None where the public one stays.

    At most one query about the visitor, and none unless announcements for groups are running.
    """
    edition = getattr(request, "edition", None)
    if not edition:
        return None
    lines, now = _lines(edition), timezone.now()
    running = [line for line in lines if line.runs_at(now)]
    if all(line.is_public for line in running):
        return None
    user = request.user
    groups: set[int] = set()
    wanted = {pk for line in running for pk in line.groups}
    if wanted and user.is_authenticated:
        mine = CustomerGroup.objects.of_user(user.pk).filter(pk__in=wanted)
        groups = set(mine.values_list("pk", flat=True))
    line = next(
        (line for line in running if line.is_for(signed_in=user.is_authenticated, groups=groups)),
        None,
    )
    if line is None or line.is_public:
        return None
    language = "" if line.language == language_of(edition) else line.language
    return {"text": line.text, "url": link_to(line.path), "lang": language}


# {market: (position in the log of changes, frame at that position)}: read without a query.
_known: dict[str, tuple[str, site_frame.SiteFrame]] = {}


def _lines(edition: str) -> tuple[Line, ...]:
    """The edition's announcements; no query until something changes, with the page cache on."""
    if not settings.PAGE_CACHE_MEGABYTES:
        return site_frame.current().frame(edition).announcements
    market = market_of(edition).code
    known = _known.get(market)
    if known is None or not freshness.unchanged_since(known[0], market):
        known = _known[market] = (freshness.position(), site_frame.current())
    return known[1].frame(edition).announcements
