"""A course for everybody: knowing one's own skin."""

from __future__ import annotations

from ..schema import Block, Words
from .parts import film
from .schema import CourseSeed, LessonSeed, ModuleSeed

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
        Block(
            "features",
            {
                "title": Words("Lo que te llevas", "What you take home"),
                "items": (
                    {
                        "title": Words("Tu tipo de piel", "Your kind of skin"),
                        "text": Words(
                            "Lo averiguas en casa, con un pañuelo y veinte minutos.",
                            "You find out at home, with a tissue and twenty minutes.",
                        ),
                        "icon": "droplet",
                    },
                    {
                        "title": Words("Tres pasos", "Three steps"),
                        "text": Words(
                            "Limpiar, hidratar, proteger: en qué orden y cuánto.",
                            "Cleanse, moisturize, protect: in what order and how much.",
                        ),
                        "icon": "leaf",
                    },
                    {
                        "title": Words("Una rutina propia", "A routine of your own"),
                        "text": Words(
                            "Con lo que tienes y lo que quieres gastar.",
                            "With what you have and what you want to spend.",
                        ),
                        "icon": "hand-heart",
                    },
                ),
            },
        ),
    ),
    modules=(
        ModuleSeed(
            key="look",
            title=Words("Mirar", "Look"),
            summary=Words(
                "Antes de comprar nada, mira lo que hay.", "Before you buy anything, look."
            ),
            lessons=(
                LessonSeed(
                    key="four-kinds",
                    title=Words("Cuatro tipos de piel", "Four kinds of skin"),
                    summary=Words(
                        "Seca, grasa, mixta, sensible: en qué se notan.",
                        "Dry, oily, combination, sensitive: how to tell.",
                    ),
                    minutes=6,
                    blocks=(
                        Block(
                            "rich_text",
                            {
                                "html": Words(
                                    "<p>La piel cambia con el clima, la edad y lo que le pones. "
                                    "Por eso un tipo de piel no es un apellido: es cómo está hoy."
                                    "</p><h3>Seca</h3><p>Tira después de lavarla y a veces se "
                                    "descama. Pide grasa: cremas y aceites.</p><h3>Grasa</h3><p>"
                                    "Brilla a mediodía y sus poros se ven. Pide agua y limpieza "
                                    "suave: si la resecas, produce más grasa.</p><h3>Mixta</h3>"
                                    "<p>Brilla en la frente, la nariz y el mentón, y tira en las "
                                    "mejillas. Se trata por zonas.</p><h3>Sensible</h3><p>Se "
                                    "enrojece o arde con facilidad. Pide pocas cosas, sin "
                                    "perfume, y probadas antes en el brazo.</p>",
                                    "<p>Skin changes with the weather, with age and with what you "
                                    "put on it. A kind of skin is no family name: it is how it is "
                                    "today.</p><h3>Dry</h3><p>Feels tight after washing and may "
                                    "flake. It asks for fat: creams and oils.</p><h3>Oily</h3><p>"
                                    "Shines by noon and shows its pores. It asks for water and "
                                    "gentle cleansing: if you dry it out, it makes more oil.</p>"
                                    "<h3>Combination</h3><p>Shines on forehead, nose and chin and "
                                    "feels tight on the cheeks. Treat it by zones.</p><h3>"
                                    "Sensitive</h3><p>Turns red or stings easily. It asks for few "
                                    "things, unscented, and tried on the arm first.</p>",
                                )
                            },
                        ),
                        Block(
                            "tip",
                            {
                                "tone": "remember",
                                "html": Words(
                                    "<p>Una mancha que crece, sangra o cambia de color no es "
                                    "cosmética: la mira un médico.</p>",
                                    "<p>A spot that grows, bleeds or changes color is not "
                                    "cosmetics: a doctor looks at it.</p>",
                                ),
                            },
                        ),
                    ),
                ),
                LessonSeed(
                    key="tissue-test",
                    title=Words("La prueba del pañuelo", "The tissue test"),
                    summary=Words(
                        "Veinte minutos para saber cómo está tu piel hoy.",
                        "Twenty minutes to know how your skin is today.",
                    ),
                    minutes=20,
                    blocks=(
                        Block("image", {"scene": "skin_cream"}),
                        Block(
                            "rich_text",
                            {
                                "html": Words(
                                    "<p>Hazla una mañana sin prisa y sin maquillaje.</p>",
                                    "<p>Do it on a morning without hurry and without makeup.</p>",
                                )
                            },
                        ),
                        Block(
                            "checklist",
                            {
                                "title": Words("Paso a paso", "Step by step"),
                                "required": True,
                                "items": (
                                    Words(
                                        "Lávate la cara con un limpiador suave y agua tibia",
                                        "Wash your face with a gentle cleanser and warm water",
                                    ),
                                    Words(
                                        "Sécala sin frotar y no te pongas nada",
                                        "Pat it dry and put nothing on",
                                    ),
                                    Words("Espera veinte minutos", "Wait twenty minutes"),
                                    Words(
                                        "Apoya un pañuelo en frente, nariz, mentón y mejillas",
                                        "Press a tissue on forehead, nose, chin and cheeks",
                                    ),
                                    Words(
                                        "Míralo a contraluz y anota dónde quedó grasa",
                                        "Hold it to the light and note where it shows oil",
                                    ),
                                ),
                            },
                        ),
                        Block(
                            "tip",
                            {
                                "tone": "tip",
                                "html": Words(
                                    "<p>Repítela cuando cambie el clima: en tierra caliente y en "
                                    "tierra fría no sale igual.</p>",
                                    "<p>Do it again when the weather turns: summer and winter do "
                                    "not look the same.</p>",
                                ),
                            },
                        ),
                    ),
                ),
            ),
        ),
        ModuleSeed(
            key="care",
            title=Words("Cuidar", "Care"),
            summary=Words("Lo que hace falta, y nada más.", "What it takes, and nothing more."),
            lessons=(
                LessonSeed(
                    key="three-steps",
                    title=Words("Tres pasos", "Three steps"),
                    summary=Words(
                        "Limpiar, hidratar, proteger: para qué sirve cada uno.",
                        "Cleanse, moisturize, protect: what each one is for.",
                    ),
                    minutes=8,
                    blocks=(
                        film(
                            "three-steps",
                            Words("La rutina en medio minuto", "The routine in half a minute"),
                            scene="face",
                            share=80,
                            es="""
                            Crece una mata de manzanilla. Una rutina que se sostiene tiene tres
                            pasos.

                            ### Uno: limpiar

                            Un gel de avena; al lado caen gotas en una vasija y sube la espuma.
                            Con agua tibia y poca espuma. De noche, siempre; en la mañana, si tu
                            piel es seca, basta el agua.

                            ### Dos: hidratar

                            Una crema de caléndula; tres puntos de crema se extienden sobre la
                            piel. Sobre la piel todavía húmeda: frente, mejillas y mentón, y
                            hacia afuera.

                            ### Tres: proteger

                            Un protector; el sol sube, un arco lo rodea y pasa una nube. De día,
                            todos los días, también cuando hay nubes. Dos dedos de producto para
                            cara y cuello.

                            Los tres envases juntos, con lunas y soles: de noche, los dos
                            primeros; de día, los tres.
                            """,
                            en="""
                            A chamomile plant grows. A routine that lasts has three steps.

                            ### One: cleanse

                            An oat gel; beside it drops fall into a bowl and foam rises. Warm
                            water and very little foam. Every night; in the morning, water will
                            do if your skin is dry.

                            ### Two: moisturize

                            A calendula cream; three dots of cream spread over skin. While your
                            skin is still damp: forehead, cheeks and chin, then outward.

                            ### Three: protect

                            A sunscreen; the sun rises, an arc goes around it and a cloud drifts
                            by. By day, every day, under clouds too. Two fingers' length for face
                            and neck.

                            The three containers side by side, with moons and suns: at night the
                            first two, by day all three.
                            """,
                        ),
                        Block(
                            "rich_text",
                            {
                                "html": Words(
                                    "<h3>Limpiar</h3><p>En la noche siempre: quita el día. En la "
                                    "mañana, con agua basta si tu piel es seca.</p><h3>Hidratar"
                                    "</h3><p>Sobre la piel húmeda. Primero lo más ligero, después "
                                    "lo más espeso; el aceite va al final.</p><h3>Proteger</h3><p>"
                                    "De día, todos los días, también con nubes. Dos dedos de "
                                    "producto para cara y cuello.</p>",
                                    "<h3>Cleanse</h3><p>Always at night: it takes off the day. In "
                                    "the morning water will do if your skin is dry.</p><h3>"
                                    "Moisturize</h3><p>On damp skin. The lightest first, the "
                                    "richest last; oil goes on at the end.</p><h3>Protect</h3><p>"
                                    "By day, every day, also under clouds. Two fingers of it for "
                                    "face and neck.</p>",
                                )
                            },
                        ),
                        Block(
                            "products",
                            {
                                "title": Words("Para empezar", "To begin with"),
                                "skus": ("RZ-112", "RZ-121", "RZ-123"),
                            },
                        ),
                    ),
                ),
                LessonSeed(
                    key="your-routine",
                    title=Words("Tu rutina, escrita", "Your routine, in writing"),
                    summary=Words("Lo que se escribe se hace.", "What is written down gets done."),
                    minutes=5,
                    optional=True,
                    blocks=(
                        Block(
                            "rich_text",
                            {
                                "html": Words(
                                    "<p>Escribe en tus notas, al final de esta página, qué haces "
                                    "en la mañana y qué haces en la noche. Tres líneas cada una. "
                                    "Vuelve a leerlo en un mes.</p>",
                                    "<p>Write in your notes, at the end of this page, what you do "
                                    "in the morning and what you do at night. Three lines each. "
                                    "Read it again in a month.</p>",
                                )
                            },
                        ),
                    ),
                ),
            ),
        ),
    ),
)
