"""A course for consultants: the compensation plan in plain words.

What it says agrees with the page on becoming a consultant (``pages.consultants``).
"""

from __future__ import annotations

from ...schema import Words
from ..parts import text
from ..schema import CourseSeed
from .around import AROUND
from .earning import EARNING

COMPENSATION_PLAN = CourseSeed(
    key="compensation-plan",
    category="plan",
    title=Words("El plan, en palabras sencillas", "The plan, in plain words"),
    summary=Words(
        "El 30 %, qué cuenta como venta, lo que de verdad queda y cómo retirarse.",
        "The 30%, what counts as a sale, what is really left, and how to leave.",
    ),
    scene="workbench",
    level="further",
    audience=("consultants",),
    before=("selling-honestly",),
    blocks=(
        text(
            es="""
            Seis lecciones con cuentas que se pueden hacer en una servilleta. Ninguna promete
            nada. Para tomarlo, termina antes *Vender con honestidad*.
            """,
            en="""
            Six lessons with sums that fit on a napkin. None of them promises anything. To take
            it, finish *Selling honestly* first.
            """,
        ),
    ),
    modules=(EARNING, AROUND),
)

__all__ = ["COMPENSATION_PLAN"]
