"""What frames every page: brand, menu, footer, announcement.

Built once per version and edition in each process and kept there; a request asks only for the
version, one query. Nothing here knows what editors arrange: ``content.frame_builder`` reads that,
and is told to this memory when the apps are ready (``build_with``).
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from markets.lookup import current_edition

from ..page_cache.versioned import Versioned, pinned_version
from .values import Frame


@dataclass
class SiteFrame:
    """Everything known under one version. ``frames`` and ``parts`` fill as they are asked for."""

    version: str
    # The frame of an edition, out of the database.
    build_frame: Callable[[str], Frame]
    has_restrictions: bool
    stylesheet: str
    # Where one may register: on the company's own site, and on consultants'.
    registration_open: tuple[bool, bool]
    frames: dict[str, Frame] = field(default_factory=dict)
    # HTML of the frame's parts (cms.frame.parts).
    parts: dict[tuple, str] = field(default_factory=dict)

    @property
    def stylesheet_digest(self) -> str:
        return hashlib.sha256(self.stylesheet.encode()).hexdigest()[:12]

    def frame(self, edition: str | None = None) -> Frame:
        edition = edition or current_edition()
        if edition not in self.frames:
            # One thread at a time: they share the brand's pictures, and an open file of one would
            # be closed by another. The rest wait and find the frame.
            with _frame_lock:
                if edition not in self.frames:
                    with pinned_version(self.version):
                        self.frames[edition] = self.build_frame(edition)
        return self.frames[edition]


_frame_lock = threading.RLock()
_build: Callable[[str], SiteFrame]
_site_frame = Versioned(lambda version: _build(version))


def build_with(build: Callable[[str], SiteFrame]) -> None:
    """Tell how the site frame of a version is made. Called in ``AppConfig.ready``."""
    global _build
    _build = build


def current() -> SiteFrame:
    """The site frame of now: one query, or none within ``pinned_version()``."""
    return _site_frame.current()
