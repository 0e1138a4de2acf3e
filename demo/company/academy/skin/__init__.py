"""A course for everybody: knowing one's own skin."""

from __future__ import annotations

from ...schema import Words
from ..parts import features
from ..schema import CourseSeed
from .care import CARE
from .look import LOOK

KNOW_YOUR_SKIN = CourseSeed(
    key="know-your-skin",
    category="product",
    title=Words("Conoce tu piel", "Know your skin"),
    summary=Words(
        "Cuatro tipos de piel, lo que cada una pide y una rutina de tres pasos que se sostiene.",
        "Four kinds of skin, what each one asks for, and a three-step routine that lasts.",
    ),
    scene="face",
    blocks=(
        features(
            Words("Lo que te llevas", "What you take home"),
            (
                "droplet",
                Words("Tu tipo de piel", "Your kind of skin"),
                Words(
                    "Lo averiguas en casa, con un pañuelo y veinte minutos.",
                    "You find out at home, with a tissue and twenty minutes.",
                ),
            ),
            (
                "leaf",
                Words("Tres pasos", "Three steps"),
                Words(
                    "Limpiar, hidratar, proteger: en qué orden y cuánto.",
                    "Cleanse, moisturize, protect: in what order and how much.",
                ),
            ),
            (
                "hand-heart",
                Words("Una rutina propia", "A routine of your own"),
                Words(
                    "Con lo que tienes y lo que quieres gastar.",
                    "With what you have and what you want to spend.",
                ),
            ),
        ),
    ),
    modules=(LOOK, CARE),
)

__all__ = ["KNOW_YOUR_SKIN"]
