"""The care."""

from __future__ import annotations

from ...schema import Words
from ..parts import picture, products, text
from ..schema import LessonSeed, ModuleSeed

CARE = ModuleSeed(
    key="care",
    title=Words("El cuidado", "The care"),
    summary=Words(
        "Cara, manos, pies y un domingo completo.", "Face, hands, feet and one whole Sunday."
    ),
    lessons=(
        LessonSeed(
            key="face-at-night",
            title=Words("La cara, de noche", "Your face, at night"),
            summary=Words(
                "Quitar el día y dejar la piel en paz.", "Take off the day and leave skin in peace."
            ),
            minutes=7,
            blocks=(
                picture("skin_oil"),
                text(
                    es="""
                    De noche la piel no necesita protección del sol ni maquillaje que la tape.
                    Necesita estar limpia y no tirar. Con eso basta, y todo lo demás es gusto.

                    ### Primero, lo que no sale con agua

                    Si usaste maquillaje o protector solar, empieza con un aceite sobre la piel
                    **seca**: dos dosis en las manos, un minuto de masaje, también sobre los
                    párpados cerrados. Moja las manos, sigue hasta que se vuelva blanco y enjuaga.

                    ### Después, el gel

                    Una porción como una uva sobre el rostro mojado, treinta segundos, agua tibia.
                    Si no usaste maquillaje, empieza aquí. Seca con la toalla sin frotar y deja la
                    piel un poco húmeda: lo que sigue entra mejor.

                    ### Tres gotas o una almendra

                    Con piel normal o mixta, tres gotas de sérum de rosa mosqueta entre las manos,
                    presionadas sobre cara y cuello. Con piel seca, o en clima frío, una porción
                    de crema de noche del tamaño de una almendra, derretida entre los dedos. Si
                    quieres las dos cosas, el sérum va primero y la crema a los dos minutos.

                    ### Despacio

                    El ritual está en cómo lo haces. Presiona en vez de frotar. Pasa las manos por
                    la mandíbula, que suele estar más apretada de lo que crees, y termina en la
                    nuca. No hay una técnica secreta: hay ir despacio.

                    ### Cuando estás muy cansada

                    Hay noches en que no alcanza para tanto. Deja al lado de la cama una toallita
                    de tela y, en esas noches, haz solo una cosa: quitar el maquillaje y el
                    protector con el aceite y agua. Lo demás puede saltarse sin que pase nada. Una
                    rutina que perdona es la única que llega a diciembre.
                    """,
                    en="""
                    At night skin needs no sunscreen and no makeup on top. It needs to be clean
                    and not to feel tight. That is enough, and everything else is pleasure.

                    ### First, what water will not take off

                    If you wore makeup or sunscreen, begin with an oil on **dry** skin: two pumps
                    in your hands, a minute of massage, closed eyelids included. Wet your hands,
                    go on until it turns white, and rinse.

                    ### Then the gel

                    A grape-sized amount on a wet face, thirty seconds, warm water. If you wore no
                    makeup, begin here. Pat dry without rubbing and leave skin slightly damp:
                    whatever comes next sinks in better.

                    ### Three drops or an almond

                    With normal or combination skin, three drops of rosehip serum between your
                    hands, pressed onto face and neck. With dry skin, or in the cold, an
                    almond-sized amount of night cream, melted between your fingers. If you want
                    both, the serum goes first and the cream two minutes later.

                    ### Slowly

                    The ritual is in how you do it. Press instead of rubbing. Pass your hands over
                    your jaw, which is usually tighter than you think, and finish at the back of
                    your neck. There is no secret technique: there is going slowly.

                    ### When you are very tired

                    There are nights when that is too much. Keep a washcloth by the sink and, on
                    those nights, do one thing only: take off makeup and sunscreen with the oil
                    and water. The rest can be skipped, and nothing happens. A routine that
                    forgives is the only one that makes it to December.
                    """,
                ),
                products(
                    Words("Lo que se usa aquí", "What is used here"),
                    "RZ-111",
                    "RZ-112",
                    "RZ-101",
                    "RZ-122",
                ),
            ),
        ),
        LessonSeed(
            key="hands-and-feet",
            title=Words("Manos y pies", "Hands and feet"),
            summary=Words(
                "Diez minutos para lo que más trabaja.", "Ten minutes for what works hardest."
            ),
            minutes=6,
            blocks=(
                text(
                    es="""
                    Las manos y los pies trabajan todo el día y reciben lo que sobra de la crema
                    de la cara. Una vez por semana, dales diez minutos propios.

                    ### El platón

                    Agua tibia hasta el tobillo, no caliente: si no puedes dejar la mano adentro,
                    tampoco el pie. Si tienes sales, un puñado; si no, el agua sola hace casi
                    todo. Siéntate de verdad, con la espalda apoyada. Diez minutos.

                    ### Secar es parte

                    Seca entre los dedos, uno por uno. Es lo más aburrido de esta lección y lo más
                    útil.

                    ### Crema, y algo encima

                    Con la piel todavía algo húmeda, una mantequilla densa en los talones y la
                    loción en lo demás. Ponte unas medias viejas de algodón y olvídate. En las
                    manos, una capa más gruesa que de día, insistiendo en nudillos y cutículas.

                    ### Con lo que hay

                    - Sin mantequilla corporal: un poco de aceite sobre la crema de siempre.
                    - Sin sales: nada, de verdad.
                    - Sin platón: una toalla mojada en agua caliente, escurrida y envuelta en los
                      pies.

                    Si tienes diabetes, heridas o poca sensibilidad en los pies, sáltate el agua
                    caliente y pregúntale antes a quien te atiende. Una crema de manos sí puedes
                    regalártela hoy.

                    ### Las uñas, de paso

                    Después del platón las uñas están blandas y se cortan sin esfuerzo. Córtalas
                    rectas en los pies y un poco redondas en las manos; lima en una sola
                    dirección. Si usas esmalte, déjalas descansar una noche con crema antes de
                    volver a pintarlas. Es el único lugar del cuerpo donde la paciencia se ve a
                    los diez días.
                    """,
                    en="""
                    Hands and feet work all day and get whatever is left of the face cream. Once a
                    week, give them ten minutes of their own.

                    ### The basin

                    Warm water up to the ankle, not hot: if you cannot leave your hand in it,
                    neither should your foot be. If you have salts, a handful; if not, water does
                    nearly all of it. Sit down properly, with your back supported. Ten minutes.

                    ### Drying is part of it

                    Dry between your toes, one by one. It is the dullest part of this lesson and
                    the most useful.

                    ### Cream, and something over it

                    While skin is still a little damp, a dense butter on the heels and lotion
                    everywhere else. Put on old cotton socks and forget about them. On your hands,
                    a thicker layer than by day, above all on knuckles and cuticles.

                    ### With what you have

                    - No body butter: a little oil over your usual cream.
                    - No salts: nothing, really.
                    - No basin: a towel dipped in hot water, wrung out and wrapped around your
                      feet.

                    If you have diabetes, a wound or little feeling in your feet, skip the hot
                    water and ask whoever looks after you first. A hand cream you can give
                    yourself today.

                    ### Nails, while you are at it

                    After the basin nails are soft and cut without effort. Cut them straight on
                    your feet and slightly round on your hands; file in one direction only. If you
                    wear lacquer, let them rest for a night with cream before you paint them
                    again. It is the one place on the body where patience shows within ten days.
                    """,
                ),
                products(
                    Words("Para lo que más trabaja", "For what works hardest"),
                    "RZ-204",
                    "RZ-201",
                    "RZ-202",
                ),
            ),
        ),
        LessonSeed(
            key="one-sunday",
            title=Words("Un domingo al mes", "One Sunday a month"),
            summary=Words("La versión larga, con guion.", "The long version, with a script."),
            minutes=8,
            optional=True,
            blocks=(
                picture("gift"),
                text(
                    es="""
                    Una vez al mes, si se puede, el ritual se alarga. No para hacer más cosas:
                    para hacerlas sin mirar la hora. Este es un guion que funciona; cámbialo sin
                    culpa.

                    ### A las cuatro

                    Prende la vela y pon a hervir el agua. Escoge la música antes, para no
                    terminar media hora buscándola. Deja a mano la toalla y una bata.

                    ### A las cuatro y diez

                    Mascarilla de arcilla, capa fina, lejos de ojos y labios. Diez minutos. No la
                    dejes secar del todo: cuando cambie de color en los bordes, toca enjuagar con
                    la toalla tibia.

                    ### A las cuatro y media

                    Exfoliante en la ducha, con la llave cerrada, en círculos de los pies hacia
                    arriba. La panela se va derritiendo y el grano se suaviza solo. Enjuaga. No lo
                    uses sobre piel recién depilada o irritada.

                    ### A las cinco

                    Aceite sobre la piel húmeda, en masaje largo. Bata. Taza. Y ahora la parte
                    difícil: media hora sin producir nada. Un libro sirve. Mirar por la ventana,
                    también.

                    ### Para regalar

                    Este domingo cabe en una caja, con la vela, la mascarilla, el exfoliante y la
                    infusión en el orden en que se usan. Si la regalas, escribe en la tarjeta una
                    sola línea. La mejor que hemos visto decía: «Yo cuido a los niños».

                    ### Con alguien más

                    También sirve de a dos o de a cuatro: una amiga, una hija adolescente, una
                    mamá. Cada quien con su toalla y su taza, la mascarilla por turnos y el
                    celular en una canasta a la entrada. No hace falta hablar de nada importante.
                    Casi siempre, hacia las cinco y cuarto, alguien lo hace.
                    """,
                    en="""
                    Once a month, if you can, the ritual grows longer. Not to do more things: to
                    do them without looking at the time. This is a script that works; change it
                    without guilt.

                    ### At four

                    Light the candle and put the kettle on. Choose the music beforehand, or you
                    will spend half an hour looking for it. Have the towel and a robe at hand.

                    ### At ten past four

                    Clay mask, a thin layer, away from eyes and lips. Ten minutes. Do not let it
                    dry all the way: when the edges change color, it is time to rinse it off with
                    a warm towel.

                    ### At half past four

                    Scrub in the shower with the water off, in circles from the feet up. The raw
                    sugar melts as you go and the grain softens by itself. Rinse. Not on skin that
                    is freshly waxed or irritated.

                    ### At five

                    Oil on damp skin, in long strokes. Robe. Cup. And now the hard part: half an
                    hour of producing nothing. A book will do. So will looking out of the window.

                    ### As a gift

                    This Sunday fits into a box, with the candle, the mask, the scrub and the tea
                    in the order they are used. If you give it away, write a single line on the
                    card. The best one we have seen said: “I will watch the kids.”

                    ### With somebody else

                    It works for two or for four as well: a friend, a teenage daughter, a mother.
                    Everybody with their own towel and cup, the mask in turns, and the phones in a
                    basket by the door. Nobody has to talk about anything important. Nearly
                    always, toward a quarter past five, somebody does.
                    """,
                ),
                products(
                    Words(
                        "El domingo, en una caja o por partes",
                        "The Sunday, in one box or in pieces",
                    ),
                    "RZ-632",
                    "RZ-114",
                    "RZ-211",
                    "RZ-621",
                ),
            ),
        ),
    ),
)
