"""A course for everybody: where the plants come from."""

from __future__ import annotations

from ...schema import Words
from ..parts import text
from ..schema import CourseSeed
from .choices import CHOICES
from .people import PEOPLE

WHERE_PLANTS_COME_FROM = CourseSeed(
    key="where-plants-come-from",
    category="brand",
    title=Words("De dónde vienen las plantas", "Where the plants come from"),
    summary=Words(
        "Quién las cultiva, cómo escogemos y cómo leer lo que dice un frasco.",
        "Who grows them, how we choose, and how to read what a jar says.",
    ),
    scene="hands_seedling",
    blocks=(
        text(
            es="""
            Seis lecciones cortas sobre lo que hay detrás de un producto de Raíz: las personas,
            los lugares y las decisiones. Al final podrás leer una lista de ingredientes, nuestra
            o de cualquiera, y saber qué dice y qué calla.
            """,
            en="""
            Six short lessons on what stands behind a Raíz product: people, places and choices. By
            the end you can read an ingredient list, ours or anybody's, and know what it says and
            what it leaves out.
            """,
        ),
    ),
    modules=(PEOPLE, CHOICES),
)

__all__ = ["WHERE_PLANTS_COME_FROM"]
