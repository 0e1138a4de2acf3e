"""The cache of the site's frame: brand, menu, footer, announcements.

Built once per version and edition in each process; a request reads only the version, with one
query. The content comes from ``content.frame_builder``, a higher package, which registers its
function when the apps are ready (``build_with``).
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
    """All that is cached for one version. ``frames`` and ``parts`` are filled on demand."""

    version: str
    # Reads the frame of an edition from the database.
    build_frame: Callable[[str], Frame]
    has_restrictions: bool
    stylesheet: str
    # Whether visitors may register: on the company's own site, and on consultants' sites.
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
            # One thread at a time: they share the brand's pictures, and one would close a file
            # that another has open. The others wait and use the same frame.
            with _frame_lock:
                if edition not in self.frames:
                    with pinned_version(self.version):
                        self.frames[edition] = self.build_frame(edition)
        return self.frames[edition]


_frame_lock = threading.RLock()
_build: Callable[[str], SiteFrame]
_site_frame = Versioned(lambda version: _build(version))


def build_with(build: Callable[[str], SiteFrame]) -> None:
    """Register the function that builds the frame of a version. Called in ``AppConfig.ready``."""
    global _build
    _build = build


def current() -> SiteFrame:
    """The frame of the present version: one query, or none within ``pinned_version()``."""
    return _site_frame.current()
