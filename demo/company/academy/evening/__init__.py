"""A course for everybody: an evening ritual at home."""

from __future__ import annotations

from ...schema import Words
from ..parts import text
from ..schema import CourseSeed
from .care import CARE
from .room import ROOM

EVENING_RITUAL = CourseSeed(
    key="evening-ritual",
    category="lifestyle",
    title=Words("Un ritual de noche en casa", "An evening ritual at home"),
    summary=Words(
        "Luz, una taza y media hora: cómo cerrar el día con lo que ya tienes.",
        "Light, a cup and half an hour: how to close the day with what you have.",
    ),
    scene="ritual",
    blocks=(
        text(
            es="""
            Cinco lecciones y una de más para armar un ritual que dure más de una semana. No hace
            falta comprar nada para empezar: cada lección dice qué se puede hacer con lo que hay
            en casa.
            """,
            en="""
            Five lessons, and one extra, to put together a ritual that outlasts the week. You need
            to buy nothing to begin: each lesson says what can be done with what is in the house.
            """,
        ),
    ),
    modules=(ROOM, CARE),
)

__all__ = ["EVENING_RITUAL"]
