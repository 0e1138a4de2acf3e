"""The words and data of Raíz, the demonstration company.

An invented maker of botanical goods from Colombia, sold by consultants in three countries.
Everything here is plain data; ``demo`` builds the company from it through the services.
"""

from __future__ import annotations

from .categories import CATEGORIES, LEAF_KEYS, walk
from .options import COLOUR_FAMILIES, COLOURS, COLOURS_BY_KEY, SIZES, SIZES_BY_KEY
from .products import PRODUCTS
from .scenes import SCENES
from .schema import CURRENCIES, MARKETS

__all__ = [
    "CATEGORIES",
    "COLOURS",
    "COLOURS_BY_KEY",
    "COLOUR_FAMILIES",
    "CURRENCIES",
    "LEAF_KEYS",
    "MARKETS",
    "PRODUCTS",
    "SCENES",
    "SIZES",
    "SIZES_BY_KEY",
    "walk",
]
