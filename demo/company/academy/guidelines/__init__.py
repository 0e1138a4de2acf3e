"""A course for consultants: what one may say and post about Raíz."""

from __future__ import annotations

from ...schema import Words
from ..parts import text
from ..schema import CourseSeed
from .posts import POSTS
from .words import WORDS

WHAT_TO_SAY = CourseSeed(
    key="what-to-say",
    category="guidelines",
    title=Words("Qué decir y publicar sobre Raíz", "What to say and post about Raíz"),
    summary=Words(
        "Nombre, afirmaciones, precios, fotos y comentarios: las guías, con ejemplos.",
        "Name, claims, prices, pictures and comments: the guidelines, with examples.",
    ),
    scene="conversation",
    audience=("consultants",),
    blocks=(
        text(
            es="""
            Seis lecciones y una página para guardar. Son las mismas reglas que seguimos nosotros
            cuando escribimos en la tienda.
            """,
            en="""
            Six lessons and one page to keep. They are the same rules that we follow when we write
            in the store.
            """,
        ),
    ),
    modules=(WORDS, POSTS),
)

__all__ = ["WHAT_TO_SAY"]
