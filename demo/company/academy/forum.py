"""What people of the demo company ask one another in the forum."""

from __future__ import annotations

from ..schema import Words
from .schema import BoardSeed, ThreadSeed

BOARDS = (
    BoardSeed(
        "skin",
        Words("Piel y rutinas", "Skin and routines"),
        Words("Dudas de todos los días.", "Everyday questions."),
    ),
    BoardSeed(
        "plants",
        Words("Plantas y casa", "Plants and home"),
        Words("Lo que crece, lo que huele, lo que calma.", "What grows, smells and calms."),
    ),
    BoardSeed(
        "consultants",
        Words("Entre consultoras", "Among consultants"),
        Words("Lo que funciona y lo que no.", "What works and what does not."),
        audience=("consultants",),
    ),
)

THREADS = (
    ThreadSeed(
        board="skin",
        title=Words("¿El aceite va antes o después de la crema?", "Oil before or after cream?"),
        text=Words(
            "Tengo la piel seca y me compré el aceite de rosa mosqueta. ¿En qué orden va?",
            "My skin is dry and I bought the rosehip oil. In what order does it go on?",
        ),
        replies=(
            Words(
                "Al final. Primero lo ligero y después lo espeso; el aceite cierra.",
                "Last. Light things first, rich ones later; oil goes on top.",
            ),
            Words(
                "Yo mezclo **dos gotas** con la crema en la palma. Rinde más.",
                "I mix **two drops** into the cream in my palm. It goes further.",
            ),
        ),
        answer=0,
    ),
    ThreadSeed(
        board="skin",
        title=Words("Protector que no deje la cara blanca", "A sunscreen without a white cast"),
        text=Words(
            "Soy morena y el mineral se me nota. ¿Cómo lo aplican?",
            "My skin is deep brown and the mineral one shows. How do you put it on?",
        ),
        replies=(
            Words(
                "En dos capas finas y esperando un minuto entre una y otra.",
                "In two thin layers, with a minute between them.",
            ),
            Words(
                "Con la piel todavía húmeda de la crema se nota mucho menos.",
                "While the skin is still damp from cream it shows far less.",
            ),
            Words("Lo probé así hoy y funciona. Gracias.", "I tried that today and it works."),
        ),
        answer=1,
    ),
    ThreadSeed(
        board="skin",
        title=Words("Me arde la cara con casi todo", "Almost everything stings"),
        text=Words(
            "Cambié de producto tres veces este mes. ¿Por dónde empiezo?",
            "I changed products three times this month. Where do I start?",
        ),
        replies=(
            Words(
                "Por parar. Una semana solo con limpiador suave y crema sin perfume.\n\n"
                "Si no mejora, que la vea un médico.",
                "By stopping. A week with nothing but a gentle cleanser and unscented cream.\n\n"
                "If it does not get better, have a doctor look at it.",
            ),
        ),
    ),
    ThreadSeed(
        board="plants",
        title=Words("Manzanilla en maceta", "Chamomile in a pot"),
        text=Words(
            "¿Alguien la cultiva en un balcón con poco sol?",
            "Does anyone grow it on a balcony with little sun?",
        ),
        replies=(
            Words(
                "Cuatro horas le bastan. Riega poco y corta las flores apenas abren.",
                "Four hours are enough. Water little and cut the flowers as they open.",
            ),
            Words("La mía se pasó de agua. Una vez por semana.", "Mine drowned. Once a week."),
        ),
    ),
    ThreadSeed(
        board="consultants",
        title=Words("Lo primero que digo es una pregunta", "My first sentence is a question"),
        text=Words(
            "Desde el curso de venta honesta pregunto antes de mostrar nada. "
            "¿Qué preguntan ustedes?",
            "Since the course on selling honestly I ask before I show anything. What do you ask?",
        ),
        replies=(
            Words(
                "«¿Qué te funcionó y qué no?» Casi siempre me dicen lo que buscan.",
                "“What worked for you and what did not?” Most tell me what they look for.",
            ),
            Words(
                "Yo pregunto cuánto tiempo tienen en la mañana.",
                "I ask how much time they have in the morning.",
            ),
        ),
        pinned=True,
    ),
    ThreadSeed(
        board="consultants",
        title=Words("¿Cada cuánto escribo a una clienta?", "How often do I write to a customer?"),
        text=Words(
            "No quiero cansar a nadie, y tampoco que me olviden.",
            "I do not want to tire anyone, nor to be forgotten.",
        ),
        replies=(
            Words(
                "Una semana después de que llega el pedido, y luego cuando se le debe acabar.",
                "A week after the order arrives, and then when it should be running out.",
            ),
        ),
        answer=0,
    ),
)
