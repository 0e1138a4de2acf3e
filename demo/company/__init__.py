"""The words and data of Raíz, the demonstration company.

An invented maker of botanical goods from Colombia, sold by consultants in three countries.
Everything here is plain data; ``demo`` builds the company from it through the services.
"""

from __future__ import annotations

from .alt_texts import ALT_TEMPLATES, VIEWS, alt_text
from .categories import CATEGORIES, LEAF_KEYS, walk
from .commerce import BANKS, DELIVERY, FREE_SHIPPING_FROM, RETURN_DAYS
from .markup import with_links
from .options import COLOUR_FAMILIES, COLOURS, COLOURS_BY_KEY, SIZES, SIZES_BY_KEY
from .pages import BRAND, CONTACT, CONTACT_THANKS, CONTACT_TOPICS, FOOTER, MENU, PAGES
from .people import CUSTOMERS, STAFF
from .products import PRODUCTS
from .scenes import SCENES
from .schema import CURRENCIES, MARKETS, SHAPES

__all__ = [
    "ALT_TEMPLATES",
    "BANKS",
    "BRAND",
    "CATEGORIES",
    "COLOURS",
    "COLOURS_BY_KEY",
    "COLOUR_FAMILIES",
    "CONTACT",
    "CONTACT_THANKS",
    "CONTACT_TOPICS",
    "CURRENCIES",
    "CUSTOMERS",
    "DELIVERY",
    "FOOTER",
    "FREE_SHIPPING_FROM",
    "LEAF_KEYS",
    "MARKETS",
    "MENU",
    "PAGES",
    "PRODUCTS",
    "RETURN_DAYS",
    "SCENES",
    "SHAPES",
    "SIZES",
    "SIZES_BY_KEY",
    "STAFF",
    "VIEWS",
    "alt_text",
    "walk",
    "with_links",
]
