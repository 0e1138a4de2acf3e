"""The evaluations of four courses."""

from __future__ import annotations

from ...markup import prose
from ...schema import Words
from .schema import AskedSeed, DrawnSeed, EvaluationSeed

EVALUATIONS = (
    EvaluationSeed(
        key="know-your-skin",
        course="know-your-skin",
        title=Words("Conoce tu piel: repaso", "Know your skin: review"),
        intro=prose(
            es=(
                "Diez preguntas cortas. Puedes repetirlo las veces que quieras; cada vez salen "
                "otras.",
            ),
            en=("Ten short questions. Take it as often as you like; others come up each time.",),
        ),
        sections=(
            DrawnSeed("skin", 7, title=Words("Tu piel", "Your skin")),
            DrawnSeed("product", 3, title=Words("Lo que usas", "What you use")),
        ),
        pass_mark=70,
        review="solutions",
    ),
    EvaluationSeed(
        key="where-plants-come-from",
        course="where-plants-come-from",
        title=Words("De dónde vienen las plantas: repaso", "Where the plants come from: review"),
        intro=prose(
            es=("Ocho preguntas sobre personas, lugares y etiquetas. Sin reloj.",),
            en=("Eight questions about people, places and labels. No clock.",),
        ),
        sections=(DrawnSeed("brand", 8),),
        pass_mark=70,
        review="solutions",
    ),
    EvaluationSeed(
        key="selling-honestly",
        course="selling-honestly",
        title=Words("Vender con honestidad: evaluación", "Selling honestly: evaluation"),
        intro=prose(
            es=(
                "Diez preguntas y un caso para escribir. Tienes treinta minutos y tres "
                "intentos, con un día entre uno y otro.",
                "El caso lo lee una persona, así que el resultado tarda unos días.",
            ),
            en=(
                "Ten questions and a case to write about. You have thirty minutes and three "
                "attempts, with a day between them.",
                "A person reads the case, so the result takes a few days.",
            ),
        ),
        sections=(
            DrawnSeed("selling", 7, title=Words("Conversar", "Talking with people")),
            DrawnSeed("guidelines", 3, title=Words("Lo que se dice", "What one says")),
            AskedSeed(
                ("case-tight-skin",),
                title=Words("Un caso", "A case"),
                text=Words(
                    "Escribe como hablas. No hay una sola respuesta buena.",
                    "Write the way you speak. There is more than one good answer.",
                ),
                points="5",
            ),
        ),
        pass_mark=80,
        time_limit=30,
        attempts=3,
        wait=24 * 60,
        review="answers",
    ),
    EvaluationSeed(
        key="compensation-plan",
        course="compensation-plan",
        title=Words("El plan: evaluación", "The plan: evaluation"),
        intro=prose(
            es=(
                "Diez preguntas, casi todas con cuentas. Ten a mano papel o una calculadora. "
                "Tienes veinte minutos y tres intentos.",
            ),
            en=(
                "Ten questions, most of them with sums. Keep paper or a calculator at hand. "
                "You have twenty minutes and three attempts.",
            ),
        ),
        sections=(
            DrawnSeed("plan", 4, "easy", title=Words("Para entrar en calor", "To warm up")),
            DrawnSeed("plan", 5, "medium", title=Words("Las cuentas", "The sums")),
            DrawnSeed("plan", 1, "hard", title=Words("Una más larga", "A longer one"), points="2"),
        ),
        pass_mark=80,
        time_limit=20,
        attempts=3,
        wait=60,
        review="solutions",
        review_when="last_attempt",
    ),
)
