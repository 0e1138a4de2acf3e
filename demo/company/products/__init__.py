"""What the company sells, one module for each subcategory, in the order of the catalogue."""

from __future__ import annotations

from ..schema import ProductSeed
from . import (
    body_bath,
    body_care,
    face_care,
    face_cleanse,
    face_serums,
    fragrance_eau,
    fragrance_mist,
    hair_care,
    hair_wash,
    makeup_eyes,
    makeup_face,
    makeup_lips,
    ritual_gifts,
    ritual_home,
    ritual_tea,
)

PRODUCTS: tuple[ProductSeed, ...] = (
    *face_cleanse.PRODUCTS,
    *face_serums.PRODUCTS,
    *face_care.PRODUCTS,
    *body_care.PRODUCTS,
    *body_bath.PRODUCTS,
    *hair_wash.PRODUCTS,
    *hair_care.PRODUCTS,
    *makeup_lips.PRODUCTS,
    *makeup_face.PRODUCTS,
    *makeup_eyes.PRODUCTS,
    *fragrance_eau.PRODUCTS,
    *fragrance_mist.PRODUCTS,
    *ritual_tea.PRODUCTS,
    *ritual_home.PRODUCTS,
    *ritual_gifts.PRODUCTS,
)
