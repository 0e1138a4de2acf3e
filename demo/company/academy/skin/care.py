"""Care."""

from __future__ import annotations

from ...schema import Words
from ..parts import film, products, text
from ..schema import LessonSeed, ModuleSeed

CARE = ModuleSeed(
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
                text(
                    es="""
                    ### Limpiar

                    En la noche siempre: quita el día. En la mañana, con agua basta si tu piel es
                    seca. Agua tibia, porque la caliente reseca; treinta segundos de masaje,
                    porque frotar más no limpia más.

                    ### Hidratar

                    Sobre la piel húmeda, que es cuando mejor entra. Primero lo más ligero,
                    después lo más espeso; el aceite va al final. Una porción como una avellana
                    alcanza para toda la cara: si a los cinco minutos sigue brillando, era mucho.

                    ### Proteger

                    De día, todos los días, también con nubes. Dos dedos de producto para cara y
                    cuello. Si estás al sol, repite cada dos horas y después del agua. Un sombrero
                    cuenta como protección; una base con color, casi no.

                    ### ¿Y lo demás?

                    Tónicos, sérums y mascarillas son un gusto: agregan, no sostienen. Cuando los
                    tres pasos ya salen solos, escoge uno y dale un mes.
                    """,
                    en="""
                    ### Cleanse

                    Always at night: it takes off the day. In the morning water will do if your
                    skin is dry. Warm water, because hot water dries; thirty seconds of massage,
                    because rubbing longer does not clean more.

                    ### Moisturize

                    On damp skin, which is when it sinks in best. The lightest first, the richest
                    last; oil goes on at the end. A hazelnut-sized amount is enough for the whole
                    face: if it still shines after five minutes, it was too much.

                    ### Protect

                    By day, every day, also under clouds. Two fingers of it for face and neck. Out
                    in the sun, repeat every two hours and after water. A hat counts as
                    protection; a tinted foundation, hardly.

                    ### And the rest?

                    Toners, serums and masks are a pleasure: they add, they do not carry. Once the
                    three steps come by themselves, choose one and give it a month.
                    """,
                ),
                products(Words("Para empezar", "To begin with"), "RZ-112", "RZ-121", "RZ-123"),
            ),
        ),
        LessonSeed(
            key="your-routine",
            title=Words("Tu rutina, escrita", "Your routine, in writing"),
            summary=Words("Lo que se escribe se hace.", "What is written down gets done."),
            minutes=5,
            optional=True,
            blocks=(
                text(
                    es="""
                    Escribe en tus notas, al final de esta página, qué haces en la mañana y qué
                    haces en la noche. Tres líneas cada una. Vuelve a leerlo en un mes.

                    ### Un ejemplo

                    **Mañana.** Agua tibia. Crema de día, una avellana. Protector, dos dedos,
                    mientras se hace el café.

                    **Noche.** Gel si no hubo maquillaje; aceite y gel si lo hubo. Crema, más en
                    las mejillas.

                    ### Qué mirar en un mes

                    - ¿Qué línea no cumpliste casi nunca? Bórrala o hazla más fácil.
                    - ¿Qué producto se acabó y cuál sigue lleno? El lleno sobra.
                    - ¿Cómo está la piel a media tarde? Esa es la hora que cuenta, no la de recién
                      lavada.

                    ### Pregunta con esto en la mano

                    Si hablas con una consultora, muéstrale tus seis líneas. Con ellas te puede
                    decir qué quitar, que suele ayudar más que saber qué agregar.
                    """,
                    en="""
                    Write in your notes, at the end of this page, what you do in the morning and
                    what you do at night. Three lines each. Read it again in a month.

                    ### An example

                    **Morning.** Warm water. Day cream, a hazelnut. Sunscreen, two fingers, while
                    the coffee is brewing.

                    **Night.** Gel if there was no makeup; oil and gel if there was. Cream, more
                    of it on the cheeks.

                    ### What to look at in a month

                    - Which line did you hardly ever keep? Cross it out or make it easier.
                    - Which product ran out, and which is still full? The full one is too many.
                    - How is your skin in the middle of the afternoon? That is the hour that
                      counts, not the one right after washing.

                    ### Ask with this in hand

                    If you talk with a consultant, show her your six lines. With them she can tell
                    you what to leave out, which usually helps more than knowing what to add.
                    """,
                ),
            ),
        ),
    ),
)
