"""What the company sells, one module for each subcategory, in the order of the catalogue."""

from __future__ import annotations

from ..schema import ProductSeed
from . import face_care, face_cleanse, face_serums

PRODUCTS: tuple[ProductSeed, ...] = (
    *face_cleanse.PRODUCTS,
    *face_serums.PRODUCTS,
    *face_care.PRODUCTS,
)
