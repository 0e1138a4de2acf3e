"""A course for consultants: selling honestly. It ends with the code of conduct."""

from __future__ import annotations

from ...schema import Words
from ..parts import text
from ..schema import CourseSeed
from .listen import LISTEN
from .tell import TELL

SELLING_HONESTLY = CourseSeed(
    key="selling-honestly",
    category="sales",
    title=Words("Vender con honestidad", "Selling honestly"),
    summary=Words(
        "Preguntar, recomendar una sola cosa y aceptar un no. Con código de conducta.",
        "Ask, recommend one thing only, and take a no. With a code of conduct.",
    ),
    scene="consultant",
    audience=("consultants",),
    in_order=True,
    blocks=(
        text(
            es="""
            Seis lecciones que se toman en orden. No hay frases para cerrar ventas ni trucos para
            vencer objeciones: hay una manera de conversar que permite volver a la misma casa el
            mes siguiente.
            """,
            en="""
            Six lessons, taken in order. There are no closing lines and no tricks against
            objections: there is a way of talking with people that lets you go back to the same
            house next month.
            """,
        ),
    ),
    modules=(LISTEN, TELL),
)

__all__ = ["SELLING_HONESTLY"]
