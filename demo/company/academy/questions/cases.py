"""Cases to write about, which a person grades."""

from __future__ import annotations

from ...schema import Words
from .schema import about, long_text

CASES = about(
    "cases",
    long_text(
        "case-tight-skin",
        "medium",
        Words(
            "Una vecina te dice que la cara le queda tirante después de lavarla y que tiene "
            "cinco minutos en la mañana. Escribe lo que le preguntas y lo que le recomiendas, "
            "como se lo dirías.",
            "A neighbor tells you that her face feels tight after washing and that she has "
            "five minutes in the morning. Write what you ask her and what you recommend, the "
            "way you would say it.",
        ),
        (Words("Pregunta antes de recomendar", "Asks before recommending"), 3),
        (
            Words(
                "Recomienda una sola cosa y dice por qué", "Recommends one thing only and says why"
            ),
            3,
        ),
        (
            Words(
                "No promete curas ni cambios para siempre",
                "Promises no cures and no lasting changes",
            ),
            2,
        ),
        (Words("Deja la puerta abierta para decir que no", "Leaves her free to say no"), 2),
    ),
    long_text(
        "case-post",
        "hard",
        Words(
            "Escribe una publicación sobre la crema de manos de caléndula para tus redes, en "
            "menos de ochenta palabras.",
            "Write a post about the calendula hand cream for your social media, in fewer than "
            "eighty words.",
        ),
        (
            Words(
                "Dice al comienzo que es consultora",
                "Says at the beginning that she is a consultant",
            ),
            3,
        ),
        (
            Words(
                "Dice lo que la crema hace, sin afirmaciones de salud",
                "Says what the cream does, with no health claims",
            ),
            4,
        ),
        (Words("Cuenta algo propio y concreto", "Tells something specific of her own"), 3),
    ),
    long_text(
        "case-income",
        "hard",
        Words(
            "Una amiga te pregunta cuánto va a ganar si entra como consultora. Escribe tu "
            "respuesta.",
            "A friend asks how much she will make if she joins as a consultant. Write your answer.",
        ),
        (
            Words("Explica el 30 % con una cuenta correcta", "Explains the 30% with a correct sum"),
            3,
        ),
        (
            Words(
                "No promete ingresos y dice cuánto vende la mitad",
                "Promises no income and says what half of us sell",
            ),
            4,
        ),
        (Words("Nombra los gastos", "Names the expenses"), 2),
        (Words("Dice cómo retirarse", "Says how to leave"), 1),
    ),
    long_text(
        "case-routine",
        "easy",
        Words(
            "Escribe tu rutina de la mañana y de la noche, y por qué cada paso está ahí.",
            "Write down your routine in the morning and at night, and why each step is there.",
        ),
        (Words("Los pasos van en un orden que sirve", "The steps are in an order that works"), 2),
        (Words("Cada paso tiene una razón", "Each step has a reason"), 2),
        (Words("Protege la piel de día", "Protects skin by day"), 1),
    ),
)
