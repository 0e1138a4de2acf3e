from __future__ import annotations

from ..schema import PageSeed, Words
from .schema import CategorySeed

ACADEMY = PageSeed(
    key="academy",
    slug=Words("academia", "academy"),
    title=Words("Academia", "Academy"),
    summary=Words(
        "Cursos cortos sobre plantas, piel y lo que hay detrás de cada frasco.",
        "Short courses on plants, skin and what is behind every bottle.",
    ),
    blocks=(),
)
ACADEMY_INTRO = Words(
    "Cursos cortos para conocer lo que usas y lo que vendes. A tu ritmo, en el celular o en el "
    "computador: sigues donde te quedaste.",
    "Short courses about what you use and what you sell. At your own pace, on a phone or a "
    "computer: you go on where you left off.",
)

COURSE_CATEGORIES = (
    CategorySeed("tutorials", Words("Tutoriales", "Tutorials")),
    CategorySeed("product", Words("Producto", "Product")),
    CategorySeed("brand", Words("Marca", "Brand")),
    CategorySeed("lifestyle", Words("Estilo de vida", "Lifestyle")),
    CategorySeed("sales", Words("Ventas", "Sales")),
    CategorySeed("plan", Words("Plan de compensación", "Compensation plan")),
    CategorySeed("guidelines", Words("Comunicación", "Communication guidelines")),
)
