"""The frame as plain values, for the cache. All addresses in them are neutral."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class SocialSummary:
    name: str
    url: str
    icon: str


@dataclass(frozen=True)
class BrandSummary:
    """The brand as pages and mails need it. Picture addresses are those of renditions."""

    name: str = ""
    legal_name: str = ""
    tagline: str = ""
    logo_url: str = ""
    logo_width: int = 0
    logo_height: int = 0
    favicon_url: str = ""
    # Absolute: it is read from other sites.
    og_image: str = ""
    social: tuple[SocialSummary, ...] = ()
    # Colours, as #RRGGBB.
    accent: str = ""
    on_accent: str = ""


@dataclass(frozen=True)
class MenuEntry:
    """A link, or a title over links. ``path`` is neutral, or an address elsewhere, or ""."""

    label: str
    path: str = ""
    children: tuple[MenuEntry, ...] = ()
    image_url: str = ""
    image_alt: str = ""


@dataclass(frozen=True)
class FooterSummary:
    columns: tuple[MenuEntry, ...] = ()
    contact: tuple[MenuEntry, ...] = ()
    legal: tuple[MenuEntry, ...] = ()
    small_print: str = ""


class Audience(TextChoices):
    """For whom an announcement is."""

    EVERYBODY = "everybody", _("Everyone")
    SIGNED_OUT = "signed_out", _("Who is not signed in")
    SIGNED_IN = "signed_in", _("Who is signed in")
    GROUPS = "groups", _("Members of customer groups")


@dataclass(frozen=True)
class Line:
    """An announcement in the frame. ``path`` is neutral; ``language``: of its text."""

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


@dataclass(frozen=True)
class Frame:
    """What is the same on every page of an edition."""

    brand: BrandSummary
    menu: tuple[MenuEntry, ...]
    footer: FooterSummary
    # For everybody and for some, running and planned, the highest priority first.
    announcements: tuple[Line, ...]
