"""The people."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, products, text, tip
from ..schema import LessonSeed, ModuleSeed

PEOPLE = ModuleSeed(
    key="people",
    title=Words("Las personas", "The people"),
    summary=Words("Antes de la planta, quién la siembra.", "Before the plant, whoever grows it."),
    lessons=(
        LessonSeed(
            key="two-neighbors",
            title=Words("Dos vecinas y una libreta", "Two neighbors and a notebook"),
            summary=Words(
                "Cómo un balde de flores llegó a ser una empresa.",
                "How a bucket of flowers became a company.",
            ),
            minutes=6,
            blocks=(
                picture("market_table"),
                text(
                    es="""
                    Raíz empezó en La Ceja, en el oriente de Antioquia, por una razón poco
                    romántica: unas flores se iban a perder. Rosalba Ibarra cultivaba caléndula
                    para las funerarias. Elena Cárdenas, química farmacéutica, había vuelto al
                    pueblo a cuidar a su mamá y vivía a tres casas. Le pidió un balde de las que
                    sobraban. Cuarenta días después le devolvió un frasco de bálsamo.

                    ### La prueba

                    Rosalba no lo probó en el dorso de la mano, como se hace en las tiendas. Lo
                    usó una semana arrancando maleza. Después pidió otro, y luego cuarenta, para
                    venderlos un sábado en la plaza. El primero vendieron once; el segundo, nueve.

                    ### La libreta

                    El tercer sábado una enfermera del turno de noche, Nubia Restrepo, se llevó
                    doce. El lunes los había repartido entre sus compañeras y traía una libreta:
                    quién compró cuál, qué le gustó y qué no. Una decía que el bálsamo manchaba
                    las historias clínicas. Otra, que olía demasiado para un cuarto de enfermos.

                    Elena cambió la fórmula dos veces con esas notas. De ahí salió una costumbre
                    que seguimos teniendo: una queja con detalles vale más que un elogio sin
                    ellos.

                    ### Lo que quedó

                    - **Una persona de confianza recomienda mejor que un aviso.** Por eso vendemos
                      por medio de consultoras.
                    - **Quien usa el producto veinte veces al día lo conoce mejor que quien lo
                      hizo.** Por eso preguntamos.
                    - **Una planta tiene dueño, y el dueño tiene nombre.** Por eso lo escribimos.

                    ### Quién lleva la libreta hoy

                    Somos treinta y cuatro personas entre laboratorio, bodega y oficina, y más de
                    mil ochocientas consultoras y consultores con libreta propia. La idea no ha
                    cambiado: antes de sacar una fórmula nueva, alguien la usa en su turno, en su
                    taller o en su cocina y vuelve con notas al margen.
                    """,
                    en="""
                    Raíz began in La Ceja, in the hills east of Medellín, for a reason with little
                    romance in it: some flowers were about to go to waste. Rosalba Ibarra grew
                    calendula for funeral homes. Elena Cárdenas, a pharmaceutical chemist, had
                    come back to town to look after her mother and lived three doors down. She
                    asked for a bucket of whatever was left over. Forty days later she handed back
                    a jar of balm.

                    ### The test

                    Rosalba did not dab it on the back of her hand, the way people do in stores.
                    She wore it for a week of pulling weeds. Then she asked for another jar, and
                    after that for forty, to sell one Saturday at the market. They sold eleven the
                    first week and nine the second.

                    ### The notebook

                    On the third Saturday a night nurse, Nubia Restrepo, took twelve. By Monday
                    she had passed them on to her coworkers, and she came back with a notebook:
                    who bought which, what they liked, what they did not. One said the balm left
                    marks on patient charts. Another, that it smelled too strong for a sickroom.

                    Elena changed the formula twice because of those notes. A habit came out of it
                    that we still have: a complaint with details is worth more than praise without
                    them.

                    ### What stayed

                    - **Somebody you trust recommends better than an ad.** That is why we sell
                      through consultants.
                    - **Whoever uses a thing twenty times a day knows it better than whoever made
                      it.** That is why we ask.
                    - **A plant has an owner, and the owner has a name.** That is why we write it
                      down.

                    ### Who keeps the notebook today

                    There are thirty-four of us in the lab, the warehouse and the office, and more
                    than eighteen hundred consultants with a notebook of their own. The idea has
                    not changed: before a new formula goes out, somebody uses it on a shift, in a
                    workshop or in a kitchen and comes back with notes in the margin.
                    """,
                ),
                tip(
                    es="""
                    Toda la historia, con los años y las ciudades, está en <a
                    href="page:history">nuestra historia</a>.
                    """,
                    en="""
                    The whole story, with its years and cities, is in <a href="page:history">our
                    story</a>.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="who-grows-what",
            title=Words("Quién cultiva qué", "Who grows what"),
            summary=Words(
                "Veintiuna familias y cooperativas, y un mapa para ubicarlas.",
                "Twenty-one families and co-ops, and a map to place them.",
            ),
            minutes=7,
            blocks=(
                picture("mountains"),
                text(
                    es="""
                    Les compramos a veintiuna familias y cooperativas. No hace falta aprenderse la
                    lista: basta saber que detrás de cada planta hay un lugar, y que el lugar
                    explica por qué la planta es como es.

                    ### Tierra fría

                    En El Carmen de Viboral, la familia Montoya seca manzanilla a la sombra.
                    Sombra y tiempo: al sol saldría más rápido, pero perdería aroma. Esa misma
                    manzanilla va al gel limpiador y a la infusión. Cerca de ahí, en La Ceja,
                    crece la caléndula de Rosalba y de seis vecinas suyas.

                    De la Sabana llegan rosas de tallo corto, que la exportación no quiere y
                    nosotros sí. Y de Ráquira, pueblo de alfareros, viene la arcilla roja de la
                    mascarilla: se lava tres veces para quitarle la arena.

                    ### Tierra caliente

                    En La Guajira los árboles de moringa crecen casi sin riego. En Guapi, sobre el
                    Pacífico, está el coco de la loción. En el Caquetá se siembra el copoazú a la
                    sombra de árboles que no se tumban, y en el Guainía se sube por el racimo de
                    seje con lazo, sin cortar la palma.

                    ### Talleres

                    No todo lo que compramos es planta. Las velas las vierte a mano Amparo Giraldo
                    en Marinilla, y firma cada lote. Los posos de café vienen de nuestra propia
                    cafetera y de tres cafés de Rionegro.

                    ### Cómo contarlo

                    Si alguien te pregunta de dónde viene algo, di el lugar y un detalle que se
                    pueda ver: «la manzanilla se seca a la sombra, en El Carmen». Es más corto que
                    «ingredientes naturales de la mejor calidad» y, sobre todo, es verdad.
                    """,
                    en="""
                    We buy from twenty-one families and co-ops. You do not need to learn the list.
                    It is enough to know that behind each plant there is a place, and that the
                    place explains why the plant is the way it is.

                    ### Cool country

                    In El Carmen de Viboral, in the Colombian highlands, the Montoya family dries
                    chamomile in the shade. It would go faster in the sun, and it would lose its
                    scent. The same chamomile goes into the gel cleanser and into the tea. Nearby,
                    in La Ceja, grows the calendula of Rosalba and six of her neighbors.

                    From the plateau around Bogotá come roses with short stems, which exporters do
                    not want and we do. And from Ráquira, a town of potters, comes the red clay of
                    the mask: washed three times to get the sand out.

                    ### Hot country

                    In the desert of La Guajira, moringa trees grow almost without watering. In
                    Guapi, on the Pacific coast, is the coconut of the lotion. In Caquetá, cupuaçu
                    is planted in the shade of trees that stay standing, and in Guainía people
                    climb for the seje fruit by rope and leave the palm alone.

                    ### Workshops

                    Not everything we buy is a plant. The candles are poured by hand by Amparo
                    Giraldo in Marinilla, who signs each batch. The coffee grounds come from our
                    own coffee maker and from three cafés in Rionegro.

                    ### How to tell it

                    When somebody asks where a thing comes from, name the place and one detail
                    that a person could go and see: “the chamomile dries in the shade, in El
                    Carmen.” It is shorter than “natural ingredients of the highest quality,” and
                    above all it is true.
                    """,
                ),
                checklist(
                    Words("Para fijarlo", "To make it stick"),
                    Words(
                        "Busca en tu baño tres productos nuestros o de otra marca",
                        "Pick three products from your bathroom, ours or anybody's",
                    ),
                    Words(
                        "Lee si dicen de dónde viene su planta principal",
                        "See whether they say where their main plant comes from",
                    ),
                    Words(
                        "Anota cuál lo dice y cuál no", "Note which one says so and which does not"
                    ),
                    required=False,
                ),
            ),
        ),
        LessonSeed(
            key="forty-days",
            title=Words("Cuarenta días en aceite", "Forty days in oil"),
            summary=Words(
                "La caléndula, del surco al frasco.", "Calendula, from the row to the jar."
            ),
            minutes=6,
            blocks=(
                picture("calendula"),
                text(
                    es="""
                    La caléndula está en el primer bálsamo y en la crema de hoy. Seguir una sola
                    flor de principio a fin enseña más que diez fichas técnicas.

                    ### Cortar

                    Se corta a media mañana, cuando ya se secó el rocío: una flor mojada se
                    fermenta en el costal. La temporada va de enero a noviembre. Se corta abierta
                    del todo y sin tallo, y al mismo surco se vuelve a los pocos días, porque la
                    mata responde con más botones.

                    ### Secar y esperar

                    Las flores secas se cubren con aceite de girasol y se dejan cuarenta días.
                    El número no tiene secreto ni tradición: es el punto en que Elena dejó de ver
                    diferencia. A los veinte días el aceite todavía es pálido; a los sesenta no
                    está más oscuro que a los cuarenta. Se cuela, se filtra y se guarda a oscuras.

                    ### Formular

                    Ese aceite macerado entra en la crema de día: uno de cada cinco gramos. El
                    resto es agua, glicerina, los emulsionantes que las mantienen juntas y los
                    conservantes que impiden que se dañe. La crema de manos lleva el mismo
                    macerado con cera de arroz, para que no deje grasa en lo que tocas.

                    ### Lo que hace y lo que no

                    Es una crema: hidrata, suaviza, deja la piel cómoda. No decimos más que eso.
                    Alguien te va a contar lo que su abuela hacía con la caléndula; escúchalo con
                    gusto y no lo repitas como si fuera cosa nuestra.

                    ### Para mirarlo en casa

                    Abre la crema de día y ponle atención a tres cosas. El color, apenas amarillo:
                    viene de la flor y cambia un poco de una cosecha a otra. El olor, de flor seca
                    y no de perfume. Y el tiempo: extiende una porción como una avellana y cuenta
                    hasta que deje de brillar. Suele ser menos de un minuto.
                    """,
                    en="""
                    Calendula is in the first balm and in today's cream. Following a single flower
                    from start to finish teaches more than ten fact sheets.

                    ### Cutting

                    It is cut at midmorning, once the dew is gone: a wet flower ferments in the
                    sack. The season runs from January to November. Flowers are cut wide open,
                    without a stem, and the same row is walked again a few days later, because the
                    plant answers with more buds.

                    ### Drying and waiting

                    The dried flowers are covered with sunflower oil and left for forty days.
                    There is no secret in the number and no tradition: it is where Elena stopped
                    seeing a difference. After twenty days the oil is still pale; after sixty it
                    is no darker than after forty. It is strained, filtered and kept in the dark.

                    ### Making the cream

                    That infused oil goes into the day cream: one gram in five. The rest is water,
                    glycerin, the emulsifiers that hold them together and the preservatives that
                    keep it from going bad. The hand cream holds the same infusion with rice wax,
                    so that it leaves no grease on what you touch.

                    ### What it does, and what it does not

                    It is a cream: it moisturizes, softens and leaves skin comfortable. That is
                    all we say. Somebody will tell you what their grandmother used to do with
                    calendula. Listen gladly, and do not repeat it as if we had said it.

                    ### Look at it at home

                    Open the day cream and pay attention to three things. The color, barely
                    yellow: it comes from the flower and shifts a little from one harvest to the
                    next. The smell, of dried flowers and not of perfume. And the time: spread a
                    hazelnut-sized amount and count until the shine is gone. It is usually less
                    than a minute.
                    """,
                ),
                products(
                    Words("Con el mismo macerado", "Made with the same infusion"),
                    "RZ-121",
                    "RZ-204",
                ),
            ),
        ),
    ),
)
