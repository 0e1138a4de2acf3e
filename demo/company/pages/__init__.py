"""The pages of the corporate site and what stands around them."""

from __future__ import annotations

from ..schema import PageSeed
from .consultants import CONSULTANTS
from .contact import CONTACT_PAGE, CONTACT_THANKS, CONTACT_TOPICS
from .faq import FAQ
from .frame import BRAND, CONTACT, FOOTER, MENU
from .history import HISTORY
from .home import HOME
from .ingredients import INGREDIENTS
from .privacy import PRIVACY
from .services import SERVICES
from .shipping import SHIPPING
from .terms import TERMS

PAGES: tuple[PageSeed, ...] = (
    HOME,
    HISTORY,
    INGREDIENTS,
    SERVICES,
    CONSULTANTS,
    FAQ,
    SHIPPING,
    TERMS,
    PRIVACY,
    CONTACT_PAGE,
)
"""Every page; the first is the home page, the others are its children."""

__all__ = [
    "BRAND",
    "CONTACT",
    "CONTACT_THANKS",
    "CONTACT_TOPICS",
    "FOOTER",
    "MENU",
    "PAGES",
]
