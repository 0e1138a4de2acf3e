"""Lines above the header that are for some people only; the others stand with the brand."""

from __future__ import annotations

from .schema import AnnouncementSeed, Words

ANNOUNCEMENTS = (
    AnnouncementSeed(
        Words("Qué bueno verte. Mira lo que llegó", "Welcome back. See what is new"),
        "list:new-products",
        audience="signed_in",
        markets=("co",),
    ),
    AnnouncementSeed(
        Words("¿Primera vez? Conoce nuestra historia", "First visit? Read how Raíz began"),
        "page:history",
        audience="signed_out",
        markets=("mx",),
    ),
)
