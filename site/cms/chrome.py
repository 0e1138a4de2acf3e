"""What frames every page: brand, menu, footer, announcement, and where the trees begin.

Built once per version and variant in each process and kept there; a request asks only for the
version (``StorefrontVersion``), one query. All addresses in it are neutral.
"""

from __future__ import annotations

import hashlib
import threading
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from wagtail.models import Page, PageViewRestriction, Site

from markets.lookup import content_languages, current_variant
from people.registration import is_open_at

if TYPE_CHECKING:
    from .announcements import Line
    from .models import BrandSettings


@dataclass(frozen=True)
class SocialFace:
    name: str
    url: str
    icon: str


@dataclass(frozen=True)
class BrandFace:
    """The brand as pages need it. Addresses of pictures are those of their renditions."""

    name: str = ""
    legal_name: str = ""
    tagline: str = ""
    logo_url: str = ""
    logo_width: int = 0
    logo_height: int = 0
    favicon_url: str = ""
    # Absolute: it is read from other sites.
    og_image: str = ""
    social: tuple[SocialFace, ...] = ()


@dataclass(frozen=True)
class MenuEntry:
    """A link, or a title over links. ``path`` is neutral, or an address elsewhere, or ""."""

    label: str
    path: str = ""
    children: tuple[MenuEntry, ...] = ()
    image_url: str = ""
    image_alt: str = ""


@dataclass(frozen=True)
class FooterFace:
    columns: tuple[MenuEntry, ...] = ()
    contact: tuple[MenuEntry, ...] = ()
    legal: tuple[MenuEntry, ...] = ()
    small_print: str = ""


@dataclass(frozen=True)
class Frame:
    """What is the same on every page of a variant."""

    brand: BrandFace
    menu: tuple[MenuEntry, ...]
    footer: FooterFace
    # For everybody and for some, running and planned, best first.
    announcements: tuple[Line, ...]


@dataclass
class Chrome:
    """Everything known under one version. ``frames`` and ``parts`` fill as they are asked for."""

    version: str
    brand: BrandSettings
    roots: dict[str, str]
    has_restrictions: bool
    stylesheet: str
    # Where one may register: on the company's own site, and on consultants'.
    registration_open: tuple[bool, bool]
    frames: dict[str, Frame] = field(default_factory=dict)
    # HTML of the frame's parts (cms.frame_parts).
    parts: dict[tuple, str] = field(default_factory=dict)

    @property
    def stylesheet_digest(self) -> str:
        return hashlib.sha256(self.stylesheet.encode()).hexdigest()[:12]

    def frame(self, variant: str | None = None) -> Frame:
        from .framing import build_frame

        variant = variant or current_variant()
        if variant not in self.frames:
            # One thread at a time: they share the brand's pictures, and an open file of one would
            # be closed by another. The rest wait and find the frame.
            with _frame_lock:
                if variant not in self.frames:
                    with held(self):
                        self.frames[variant] = build_frame(self, variant)
        return self.frames[variant]


_latest: Chrome | None = None
_lock = threading.Lock()
_frame_lock = threading.RLock()
# Kept for the length of a request, so that the version is asked for once.
_held: ContextVar[Chrome | None] = ContextVar("chrome", default=None)


def current() -> Chrome:
    """The chrome of now: one query, or none within ``held()``."""
    return _held.get() or _load()


@contextmanager
def held(chrome: Chrome | None = None):
    """Within it ``current()`` stays the same and costs one query in all."""
    chrome = chrome or current()
    token = _held.set(chrome)
    try:
        yield chrome
    finally:
        _held.reset(token)


def _load() -> Chrome:
    global _latest
    from .models import StorefrontVersion

    version = StorefrontVersion.current()
    latest = _latest
    if latest is not None and version and latest.version == version:
        return latest
    with _lock:
        latest = _latest
        if latest is None or not version or latest.version != version:
            latest = _latest = _build(version)
    return latest


def _build(version: str) -> Chrome:
    from .models import BrandSettings

    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    roots: dict[str, str] = {}
    brand = None
    if site is not None:
        homes = Page.objects.filter(translation_key=site.root_page.translation_key)
        found = {home.locale.language_code: home for home in homes.select_related("locale")}
        roots = {code: found[code].url_path for code in content_languages() if code in found}
        brand = BrandSettings.base_queryset().filter(site=site).first()
    brand = brand or BrandSettings()
    return Chrome(
        version=version,
        brand=brand,
        roots=roots,
        has_restrictions=PageViewRestriction.objects.exists(),
        stylesheet=brand.stylesheet(),
        registration_open=(is_open_at(""), is_open_at("/@")),
    )
