"""The academy of Raíz: courses worth taking, in Spanish and English."""

from __future__ import annotations

from .categories import ACADEMY, COURSE_CATEGORIES
from .evening import EVENING_RITUAL
from .guidelines import WHAT_TO_SAY
from .orders import YOUR_ORDERS
from .origins import WHERE_PLANTS_COME_FROM
from .plan import COMPENSATION_PLAN
from .selling import SELLING_HONESTLY
from .skin import KNOW_YOUR_SKIN
from .starting import STARTING_OUT

COURSES = (
    KNOW_YOUR_SKIN,
    WHERE_PLANTS_COME_FROM,
    EVENING_RITUAL,
    YOUR_ORDERS,
    STARTING_OUT,
    SELLING_HONESTLY,
    COMPENSATION_PLAN,
    WHAT_TO_SAY,
)
"""A course stands after those that come before it (``CourseSeed.before``)."""

__all__ = ["ACADEMY", "COURSES", "COURSE_CATEGORIES"]
