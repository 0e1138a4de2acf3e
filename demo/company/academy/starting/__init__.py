"""A course for consultants: starting out."""

from __future__ import annotations

from ...schema import Words
from ..parts import features
from ..schema import CourseSeed
from .first_customers import FIRST_CUSTOMERS
from .first_steps import FIRST_STEPS

STARTING_OUT = CourseSeed(
    key="starting-out",
    category="sales",
    title=Words("Empezar como consultora", "Starting out as a consultant"),
    summary=Words(
        "La primera semana, tu sitio, el primer pedido y el primer cliente.",
        "The first week, your site, the first order and the first customer.",
    ),
    scene="market_table",
    audience=("consultants",),
    teaser=True,
    blocks=(
        features(
            Words("Lo que vas a tener al final", "What you will have by the end"),
            (
                "users",
                Words("Un sitio a tu nombre", "A site under your name"),
                Words(
                    "Con foto, saludo y tres favoritos.",
                    "With a photo, a greeting and three favorites.",
                ),
            ),
            (
                "message",
                Words("Una primera conversación", "A first conversation"),
                Words("Con preguntas y sin discurso.", "With questions and without a speech."),
            ),
            (
                "wallet",
                Words("Cuentas claras", "Clear accounts"),
                Words(
                    "Cuánto entra, cuánto sale y cuándo parar.",
                    "What comes in, what goes out and when to stop.",
                ),
            ),
        ),
    ),
    modules=(FIRST_STEPS, FIRST_CUSTOMERS),
)

__all__ = ["STARTING_OUT"]
