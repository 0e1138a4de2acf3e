"""Which line stands above the header: for whom, where and when.

The lines are kept with the frame (``cms.chrome``). What everybody may read stands in the page;
what is for some only comes with the visitor's own answer (``cms.visitor``), so that a kept page
serves all of them. A moment at which anything begins or ends is known beforehand, and never
waits for the task that publishes and unpublishes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from markets.lookup import language_of, market_of

from . import chrome, freshness
from .doors import link_to


class Audience(TextChoices):
    """For whom an announcement is."""

    EVERYBODY = "everybody", _("Everyone")
    SIGNED_OUT = "signed_out", _("Who is not signed in")
    SIGNED_IN = "signed_in", _("Who is signed in")
    GROUPS = "groups", _("Members of customer groups")


class State(TextChoices):
    """Where an announcement is in its time."""

    PLANNED = "planned", _("Planned")
    LIVE = "live", pgettext_lazy("an announcement", "Live")
    OVER = "over", pgettext_lazy("an announcement", "Over")
    DRAFT = "draft", pgettext_lazy("an announcement", "Draft")


# So many characters fit on one row of a narrow telephone.
ONE_ROW = 40


@dataclass(frozen=True)
class Line:
    """An announcement as the frame keeps it. ``path`` is neutral; ``language`` is its words'."""

    text: str
    path: str
    language: str
    audience: str = Audience.EVERYBODY
    groups: frozenset[int] = frozenset()
    begins: datetime | None = None
    ends: datetime | None = None

    @property
    def is_public(self) -> bool:
        return self.audience == Audience.EVERYBODY

    def runs_at(self, now: datetime) -> bool:
        return (self.begins is None or self.begins <= now) and (
            self.ends is None or now < self.ends
        )

    def is_for(self, *, signed_in: bool, groups: Iterable[int]) -> bool:
        """Whether it is for somebody with these customer groups."""
        if self.audience == Audience.SIGNED_OUT:
            return not signed_in
        if self.audience == Audience.SIGNED_IN:
            return signed_in
        if self.audience == Audience.GROUPS:
            return signed_in and not self.groups.isdisjoint(groups)
        return True


# --- Choosing one -----------------------------------------------------------------------


def public_line(lines: Iterable[Line], now: datetime) -> Line | None:
    """The line that stands in the page."""
    return next((line for line in lines if line.is_public and line.runs_at(now)), None)


def needs_room(lines: Iterable[Line], now: datetime) -> bool:
    """Whether a longer line may take the place of the public one, which then leaves room."""
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
    """What one visitor reads in place of the public line, as the visitor's answer carries it;
    None where the public line is theirs as well.

    At most one query about the visitor, and none unless lines for groups run.
    """
    variant = getattr(request, "variant", None)
    if not variant:
        return None
    lines, now = _lines(variant), timezone.now()
    running = [line for line in lines if line.runs_at(now)]
    if all(line.is_public for line in running):
        return None
    user = request.user
    groups: set[int] = set()
    wanted = {pk for line in running for pk in line.groups}
    if wanted and user.is_authenticated:
        groups = set(user.groups.filter(pk__in=wanted).values_list("pk", flat=True))
    line = next(
        (line for line in running if line.is_for(signed_in=user.is_authenticated, groups=groups)),
        None,
    )
    if line is None or line.is_public:
        return None
    language = "" if line.language == language_of(variant) else line.language
    return {"text": line.text, "url": link_to(line.path), "lang": language}


# By market, the chrome of a generation: known without asking the database for its version.
_known: dict[str, tuple[str, chrome.Chrome]] = {}


def _lines(variant: str) -> tuple[Line, ...]:
    """The variant's lines; where pages are kept, at no query until something changes."""
    if not settings.PAGE_CACHE_MEGABYTES:
        return chrome.current().frame(variant).announcements
    market = market_of(variant).code
    generation = freshness.generation(market)
    known = _known.get(market)
    if known is None or known[0] != generation:
        known = _known[market] = (generation, chrome.current())
    return known[1].frame(variant).announcements
