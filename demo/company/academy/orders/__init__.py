"""A course for everybody: one's orders, from the first mail to sending something back."""

from __future__ import annotations

from ...schema import Words
from ..parts import text
from ..schema import CourseSeed
from .follow import FOLLOW
from .help import HELP

YOUR_ORDERS = CourseSeed(
    key="your-orders",
    category="tutorials",
    title=Words("Tus pedidos, sin enredos", "Your orders, without the tangle"),
    summary=Words(
        "Encontrar un pedido, seguirlo, devolverlo y escribirle a tu consultora.",
        "Find an order, follow it, send it back, and write to your consultant.",
    ),
    scene="parcel",
    blocks=(
        text(
            es="""
            Seis lecciones de pocos minutos. Puedes tomarlas en orden o buscar la que necesitas
            hoy: cada una se entiende sola.
            """,
            en="""
            Six lessons of a few minutes each. Take them in order or look for the one that you
            need today: each can be read on its own.
            """,
        ),
    ),
    modules=(FOLLOW, HELP),
)

__all__ = ["YOUR_ORDERS"]
