"""The bank of questions, and the evaluations that draw from it."""

from __future__ import annotations

from .brand import BRAND
from .cases import CASES
from .evaluations import EVALUATIONS
from .guidelines import GUIDELINES
from .plan import PLAN
from .product import PRODUCT
from .schema import TOPICS
from .selling import SELLING
from .skin import SKIN

QUESTIONS = (*SKIN, *PRODUCT, *BRAND, *SELLING, *PLAN, *GUIDELINES, *CASES)

__all__ = ["EVALUATIONS", "QUESTIONS", "TOPICS"]
