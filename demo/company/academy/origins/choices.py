"""The choices."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, features, picture, products, text, tip
from ..schema import LessonSeed, ModuleSeed

CHOICES = ModuleSeed(
    key="choices",
    title=Words("Las decisiones", "The choices"),
    summary=Words(
        "Qué entra en una fórmula, qué no y por qué.",
        "What goes into a formula, what stays out, and why.",
    ),
    lessons=(
        LessonSeed(
            key="three-questions",
            title=Words("Tres preguntas antes de comprar", "Three questions before we buy"),
            summary=Words(
                "Quién la cultiva, si vuelve a crecer y si se nota.",
                "Who grows it, whether it grows back, whether you can feel it.",
            ),
            minutes=6,
            blocks=(
                features(
                    Words("Las tres", "The three"),
                    (
                        "users",
                        Words("¿Quién la cultiva?", "Who grows it?"),
                        Words(
                            "Si no podemos visitar o hablar, no compramos.",
                            "If we cannot visit or talk, we do not buy.",
                        ),
                    ),
                    (
                        "sprout",
                        Words("¿Vuelve a crecer?", "Does it grow back?"),
                        Words(
                            "Hojas, frutos y semillas antes que cortezas.",
                            "Leaves, fruit and seeds before bark.",
                        ),
                    ),
                    (
                        "hand-heart",
                        Words("¿Se nota?", "Can you feel it?"),
                        Words(
                            "Con la planta y sin ella, a ciegas.",
                            "With the plant and without it, blind.",
                        ),
                    ),
                ),
                text(
                    es="""
                    Cada año nos ofrecen decenas de plantas. Casi todas se quedan por fuera, y no
                    porque sean malas: porque no pasan una de estas tres preguntas.

                    ### ¿Quién la cultiva?

                    Queremos poder llamar a alguien. Un bulto de flores sin remitente puede ser
                    bueno una vez y distinto la siguiente. Cuando hay una persona al otro lado, se
                    puede decir «la última vino muy húmeda» y se arregla.

                    ### ¿Vuelve a crecer?

                    Preferimos lo que la planta suelta sin morir: hojas, frutos, semillas. Una
                    corteza muchas veces cuesta el árbol. Lo silvestre lo compramos solo con plan
                    de cosecha, que dice cuánto se puede sacar y dónde. La candelilla de Coahuila,
                    por ejemplo, tiene una cuota anual.

                    ### ¿Se nota?

                    Hacemos la fórmula dos veces, con la planta y sin ella, y las damos a probar
                    sin decir cuál es cuál. Veinticuatro voluntarias y voluntarios usan cada
                    fórmula durante un mes en Rionegro, Guadalajara y Houston. Si nadie distingue
                    una de otra, la planta se va. Un ingrediente que solo sirve para el nombre
                    encarece el frasco y no cuida a nadie.

                    ### Para qué te sirve

                    Puedes usar las mismas preguntas al comprar cualquier cosa, nuestra o ajena:
                    quién la hizo, qué costó hacerla, si de verdad hace falta. La tercera ahorra
                    bastante dinero.

                    ### Una que no pasó

                    Una vez nos trajeron una corteza de olor precioso. La primera pregunta la
                    pasaba: conocíamos a quien la recogía. La segunda no: por cada kilo había que
                    pelar un árbol adulto, que se secaba al año siguiente. Preguntamos por las
                    hojas, olían a poco, y dijimos que no. El perfume que íbamos a hacer con ella
                    no existe, y está bien.
                    """,
                    en="""
                    Every year we are offered dozens of plants. Nearly all of them stay out, and
                    not because they are bad: because they fail one of these three questions.

                    ### Who grows it?

                    We want to be able to call somebody. A sack of flowers without a sender may be
                    good once and different the next time. When there is a person at the other end
                    you can say “the last batch came in damp,” and it gets fixed.

                    ### Does it grow back?

                    We prefer what a plant gives up without dying: leaves, fruit, seeds. Bark
                    often costs the tree. We buy wild plants only under a harvest plan, which says
                    how much may be taken and where. The candelilla of Coahuila, for instance, has
                    a yearly quota.

                    ### Can you feel it?

                    We make the formula twice, with the plant and without it, and hand both out
                    without saying which is which. Twenty-four volunteers use each formula for a
                    month, in Rionegro, Guadalajara and Houston. If nobody can tell them apart,
                    the plant goes. An ingredient that only serves the name makes the bottle
                    dearer and looks after nobody.

                    ### What you can do with this

                    You can ask the same questions of anything you buy, from us or from others:
                    who made it, what it took to make, whether you need it at all. The third one
                    saves a good deal of money.

                    ### One that did not pass

                    Once we were brought a bark with a lovely scent. It passed the first question:
                    we knew who gathered it. It failed the second: each kilo meant stripping a
                    grown tree, which dried up within a year. We asked about the leaves, they
                    smelled of little, and we said no. The perfume we would have made from it does
                    not exist, and that is fine.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="near-and-far",
            title=Words("Lo que no crece aquí", "What does not grow here"),
            summary=Words(
                "La rosa mosqueta, la candelilla y lo que otros botaban.",
                "Rosehip, candelilla, and what others used to throw away.",
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    Sería bonito decir que todo viene de la finca de al lado. No es así, y
                    preferimos contarlo.

                    ### Lejos

                    La rosa mosqueta que necesitamos no crece en Colombia. La compramos en el sur
                    de Chile, a una cooperativa que prensa la semilla en frío la misma semana de
                    la cosecha. El aceite viaja; la flor no lo resistiría.

                    La candelilla es del desierto de Coahuila, en México. La planta se cubre de
                    cera para no perder agua, y esa cera es la que hace que un labial no se
                    derrita en el bolso. La conocimos cuando Raíz llegó a Guadalajara.

                    ### Cerca, pero en la basura

                    Algunas de nuestras mejores materias primas eran sobras:

                    - **La cáscara de naranja** salía de una fábrica de jugos del Quindío que la
                      botaba. Prensada en frío, cada tonelada da cuatro litros de aceite esencial.
                    - **Los posos de café** se secan al sol, se muelen otra vez y se tamizan para
                      que raspen parejo.
                    - **Las rosas de tallo corto** no se exportan. En el destilador el tallo no
                      importa.
                    - **La cáscara de cacao** de San Vicente de Chucurí se vuelve infusión: huele
                      a chocolate y se toma como té.

                    ### Lo que aprendimos

                    Cercano no siempre es mejor, y reciclado tampoco: el café, si no se tamiza
                    bien, araña. Lo que importa es decir de dónde viene cada cosa y por qué la
                    escogimos. Quien lee puede estar en desacuerdo; al menos sabe con qué.

                    ### Cómo contestar «¿y eso es local?»

                    Con la verdad y su razón: «la caléndula sí, de La Ceja; la rosa mosqueta no,
                    porque aquí no se da la que necesitamos». La gente agradece más un «no, y te
                    digo por qué» que un «sí» dudoso. Y si no sabes de dónde viene algo, la página
                    de cada producto y la de [ingredientes](page:ingredients) lo dicen.
                    """,
                    en="""
                    It would be nice to say that everything comes from the farm next door. It does
                    not, and we would rather tell you.

                    ### Far away

                    The rosehip we need does not grow in Colombia. We buy it in southern Chile
                    from a co-op that cold-presses the seed the same week it is picked. The oil
                    travels; the fruit would not survive the trip.

                    Candelilla is from the desert of Coahuila, in Mexico. The plant covers itself
                    in wax so as not to lose water, and that wax is what keeps a lipstick from
                    melting in your purse. We met it when Raíz came to Guadalajara.

                    ### Close by, but in the trash

                    Some of our best raw materials were leftovers:

                    - **Orange peel** came out of a juice factory in Quindío that threw it away.
                      Cold-pressed, each ton gives four liters of essential oil.
                    - **Coffee grounds** are dried in the sun, ground again and sifted so that
                      they scrub evenly.
                    - **Roses with short stems** are not exported. In the still, nobody minds the
                      stem.
                    - **Cacao husk** from San Vicente de Chucurí becomes a tea: it smells of
                      chocolate and drinks like tea.

                    ### What we learned

                    Close is not always better, and neither is recycled: coffee that is not sifted
                    well scratches. What matters is to say where each thing comes from and why we
                    chose it. Whoever reads it may disagree; at least they know with what.

                    ### How to answer “is that local?”

                    With the truth and its reason: “the calendula is, from La Ceja; the rosehip is
                    not, because the kind we need does not grow there.” People are happier with
                    “no, and here is why” than with a doubtful “yes.” And if you do not know where
                    something comes from, the page of each product and the one on
                    [ingredients](page:ingredients) tell you.
                    """,
                ),
                picture("cacao"),
                products(
                    Words("Hechos con lo que sobraba", "Made from what was left over"),
                    "RZ-211",
                    "RZ-203",
                    "RZ-113",
                    "RZ-602",
                ),
            ),
        ),
        LessonSeed(
            key="read-a-list",
            title=Words("Leer una lista de ingredientes", "Read an ingredient list"),
            summary=Words(
                "El orden, los nombres en latín y el uno por ciento.",
                "The order, the Latin names and the one percent.",
            ),
            minutes=8,
            blocks=(
                picture("laboratory"),
                text(
                    es="""
                    La lista al reverso del envase es lo más honesto que tiene un cosmético, si
                    sabes leerla. Se aprende en diez minutos.

                    ### El orden

                    Los ingredientes van de mayor a menor cantidad, hasta llegar al uno por
                    ciento. De ahí para abajo pueden ir en cualquier orden. Por eso los tres o
                    cuatro primeros nombres dicen casi todo lo que hay en el frasco.

                    ### Los nombres

                    Son nombres internacionales, los mismos en todos los países. Las plantas van
                    en latín con la parte que se usa: *Rosa Canina Seed Oil* es aceite de la
                    semilla de rosa mosqueta. *Aqua* es agua. *Parfum* es perfume, y si lleva
                    ciertos componentes que pueden molestar a pieles delicadas, se nombran aparte:
                    *Limonene*, *Linalool*.

                    ### Los conservantes

                    Toda crema con agua los necesita: sin ellos se daña en una semana. Suelen
                    estar al final: *Sodium Benzoate*, *Potassium Sorbate*. Un aceite puro no los
                    lleva porque no tiene agua. Encontrarlos es buena señal, no mala.

                    ### Una trampa común

                    Si la planta del nombre aparece después del conservante, hay muy poca. No es
                    ilegal; es un adorno. Nosotros escribimos la cantidad: uno de cada cinco
                    gramos, el 12 %, una pizca.

                    ### Tu turno

                    Toma un frasco de cualquier marca y contesta: ¿cuáles son los tres primeros?,
                    ¿dónde está la planta del nombre?, ¿lleva perfume? Con esas tres respuestas ya
                    puedes comparar dos cremas sin mirar el precio.
                    """,
                    en="""
                    The list on the back is the most honest thing about a cosmetic, once you know
                    how to read it. It takes ten minutes to learn.

                    ### The order

                    Ingredients run from most to least, down to one percent. Below that they may
                    come in any order. So the first three or four names tell you nearly everything
                    that is in the jar.

                    ### The names

                    They are international names, the same in every country. Plants are in Latin
                    with the part that is used: *Rosa Canina Seed Oil* is oil from the seed of the
                    rosehip. *Aqua* is water. *Parfum* is fragrance, and where it holds certain
                    components that may bother delicate skin they are named on their own:
                    *Limonene*, *Linalool*.

                    ### Preservatives

                    Every cream with water in it needs them: without, it goes bad in a week. They
                    usually stand near the end: *Sodium Benzoate*, *Potassium Sorbate*. A pure oil
                    has none because it holds no water. Finding them is a good sign, not a bad
                    one.

                    ### A common trick

                    If the plant on the front comes after the preservative, there is very little
                    of it. That is not illegal; it is decoration. We write the amount down: one
                    gram in five, 12%, a pinch.

                    ### Your turn

                    Take a jar of any brand and answer: what are the first three names, where is
                    the plant on the label, is there fragrance? With those three answers you can
                    compare two creams without looking at the price.
                    """,
                ),
                checklist(
                    Words("Con un frasco en la mano", "With a jar in your hand"),
                    Words(
                        "Leí los tres primeros ingredientes", "I read the first three ingredients"
                    ),
                    Words(
                        "Encontré la planta que anuncia la etiqueta",
                        "I found the plant that the label announces",
                    ),
                    Words("Encontré el conservante", "I found the preservative"),
                    Words("Sé si lleva perfume", "I know whether it has fragrance"),
                ),
                tip(
                    tone="remember",
                    es="Sobre una alergia o una piel en tratamiento decide quien la trata. Con "
                    "gusto le mandamos la fórmula completa.",
                    en="About an allergy, or skin under treatment, whoever treats it decides. "
                    "We will gladly send them the full formula.",
                ),
            ),
        ),
    ),
)
