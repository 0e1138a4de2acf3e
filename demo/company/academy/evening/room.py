"""The room."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, products, text, tip
from ..schema import LessonSeed, ModuleSeed

ROOM = ModuleSeed(
    key="room",
    title=Words("El lugar", "The room"),
    summary=Words(
        "Luz, silencio y una taza, con lo que hay en casa.",
        "Light, quiet and a cup, with what is in the house.",
    ),
    lessons=(
        LessonSeed(
            key="half-an-hour",
            title=Words("Media hora, y nada más", "Half an hour, and no more"),
            summary=Words("Un ritual que cabe en un martes.", "A ritual that fits into a Tuesday."),
            minutes=6,
            blocks=(
                picture("ritual"),
                text(
                    es="""
                    Un ritual es una cosa sencilla que se hace igual cada vez. No necesita bañera,
                    ni pétalos, ni dos horas libres. Necesita un comienzo y un final que
                    reconozcas, para que lo de en medio descanse.

                    ### Por qué igual

                    Lo que se decide cada noche, se deja de hacer el jueves. Si el orden es
                    siempre el mismo —apagar la luz grande, poner el agua, lavarse la cara— nadie
                    tiene que decidir nada. La costumbre trabaja por ti justo cuando no te queda
                    cabeza.

                    ### Por qué media hora

                    Porque es lo que hay. Si un día tienes quince minutos, haz la mitad; si tienes
                    una hora, no la llenes. Ximena, consultora en Guadalajara y enfermera de
                    noche, lo dice así: diez minutos bien usados cuidan más que una hora con
                    prisa.

                    ### Qué no es

                    No es un tratamiento. No promete que duermas mejor ni que se te quite la
                    preocupación. Si llevas semanas sin dormir, eso lo conversa un médico, no una
                    vela. Aquí solo hablamos de cerrar el día con gusto.

                    ### Escoge tu comienzo

                    Piensa en algo que ya haces todas las noches: lavar los platos, cerrar la
                    puerta, acostar a un niño. El ritual empieza justo después. Así no depende del
                    reloj, que casi nunca colabora.

                    ### La primera semana

                    No intentes los treinta minutos desde el lunes. Empieza con una sola cosa, la
                    taza o la luz, y repítela tres noches. La cuarta, agrega otra. Si se te olvida
                    un día, no lo repongas al siguiente: el ritual no lleva cuentas. Al final de
                    la semana quédate con lo que esperabas con ganas y suelta lo demás.
                    """,
                    en="""
                    A ritual is a simple thing done the same way every time. It needs no bathtub,
                    no petals and no two free hours. It needs a beginning and an end that you
                    recognize, so that what lies between can rest.

                    ### Why the same

                    Whatever has to be decided every night is dropped by Thursday. If the order is
                    always the same, big light off, kettle on, wash your face, nobody has to
                    decide anything. Habit works for you just when you have no head left.

                    ### Why half an hour

                    Because that is what there is. On a day with fifteen minutes, do half of it;
                    on a day with an hour, do not fill it up. Ximena, a consultant in Guadalajara
                    and a night nurse, puts it this way: ten minutes well spent care more than an
                    hour in a hurry.

                    ### What it is not

                    It is not a treatment. It does not promise better sleep or an end to your
                    worries. If you have not slept for weeks, talk to a doctor, not to a candle.
                    All we are talking about is closing the day with some pleasure.

                    ### Choose your beginning

                    Think of something you already do every night: the dishes, locking the door,
                    putting a child to bed. The ritual starts right after it. That way it does not
                    depend on the clock, which rarely helps.

                    ### The first week

                    Do not try for thirty minutes on Monday. Begin with one thing, the cup or the
                    light, and repeat it three nights. On the fourth, add another. If you forget a
                    day, do not make up for it the next: a ritual keeps no accounts. At the end of
                    the week keep what you were looking forward to, and let go of the rest.
                    """,
                ),
                checklist(
                    Words("Antes de seguir", "Before you go on"),
                    Words("Escogí después de qué empieza", "I chose what it comes after"),
                    Words(
                        "Sé cuántos minutos tengo casi todas las noches",
                        "I know how many minutes I have on most nights",
                    ),
                    Words(
                        "Avisé en casa que esa media hora es mía",
                        "I told the people at home that this half hour is mine",
                    ),
                ),
            ),
        ),
        LessonSeed(
            key="light-and-scent",
            title=Words("Luz baja y un olor", "Low light and one scent"),
            summary=Words(
                "Cómo prender bien una vela y cuándo no prenderla.",
                "How to burn a candle well, and when not to.",
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    La casa entiende la luz antes que las palabras. Apaga la del techo y deja una
                    lámpara o una vela: todo el mundo baja la voz sin que nadie lo pida.

                    ### La primera vez

                    Deja prendida la vela hasta que toda la superficie se derrita, de borde a
                    borde. La cera recuerda: si la apagas antes, la siguiente vez hará un hueco en
                    el centro y el resto se quedará en el vaso.

                    ### Después

                    - Corta la mecha a medio centímetro antes de encenderla. Una mecha larga hace
                      humo y llama alta.
                    - Apágala tapándola, no soplando. Huele menos a quemado.
                    - No la muevas mientras la cera esté líquida.
                    - Cuando quede un dedo de cera, se acabó. Lava el vaso con agua caliente y
                      úsalo.

                    ### Dónde y con quién

                    Nunca sola, nunca cerca de una cortina, nunca al alcance de un niño o de una
                    cola de gato. Si hay alguien en casa a quien los perfumes le molestan, deja la
                    vela apagada y abre la ventana: el aire fresco también es un olor.

                    ### Uno solo

                    Vela, crema, infusión y jabón, cada uno con su aroma, terminan en pelea.
                    Escoge uno que se note y que los demás sean discretos. El café con cardamomo
                    acompaña bien a las cosas dulces; la naranja con clavo, a las frescas.

                    ### Si no quieres velas

                    Una lámpara con una tela encima no: se calienta. Mejor un bombillo cálido de
                    pocos vatios, o la luz del pasillo con la puerta entreabierta. Para el olor,
                    una cáscara de naranja y un clavo en una olla con agua a fuego bajo, mientras
                    lavas los platos. Apaga el fuego antes de sentarte.
                    """,
                    en="""
                    A house understands light before it understands words. Turn off the one on the
                    ceiling and leave a lamp or a candle: everybody lowers their voice without
                    being asked.

                    ### The first time

                    Leave the candle lit until the whole surface has melted, edge to edge. Wax
                    remembers: if you put it out sooner, next time it will burn a hole in the
                    middle and leave the rest on the glass.

                    ### After that

                    - Trim the wick to a quarter of an inch before you light it. A long wick
                      smokes and burns high.
                    - Put it out by covering it, not by blowing. It smells less of smoke.
                    - Do not move it while the wax is liquid.
                    - When half an inch of wax is left, it is done. Wash the glass with hot water
                      and use it.

                    ### Where, and with whom

                    Never alone in a room, never near a curtain, never within reach of a child or
                    of a cat's tail. If anybody at home is bothered by scents, leave the candle
                    out and open a window: fresh air is a scent, too.

                    ### Only one

                    Candle, cream, tea and soap, each with a scent of its own, end in an argument.
                    Choose one that you notice and let the others be quiet. Coffee and cardamom
                    sit well with sweet things; orange and clove, with fresh ones.

                    ### If you do not want candles

                    A lamp with a cloth over it, no: it gets hot. Better a warm bulb of few watts,
                    or the light from the hallway with the door ajar. For the scent, an orange
                    peel and a clove in a pot of water on a low flame while you do the dishes.
                    Turn off the stove before you sit down.
                    """,
                ),
                tip(
                    tone="caution",
                    es="Una vela prendida no se deja sola, ni siquiera dos minutos para "
                    "contestar la puerta.",
                    en="A lit candle is not left alone, not even for the two minutes it takes "
                    "to answer the door.",
                ),
                products(Words("Para la luz", "For the light"), "RZ-611", "RZ-612"),
            ),
        ),
        LessonSeed(
            key="a-cup",
            title=Words("Una taza sin teléfono", "A cup without a phone"),
            summary=Words(
                "Infusión, cinco minutos y las manos ocupadas.",
                "Tea, five minutes and hands with something to do.",
            ),
            minutes=6,
            blocks=(
                picture("conversation"),
                text(
                    es="""
                    La infusión tarda cinco minutos en estar lista. Son cinco minutos en los que
                    no hay nada que hacer, y ese es su mérito.

                    ### Cómo se hace

                    Una cucharada por taza, agua recién hervida, una tapa. La tapa importa: lo que
                    huele en la cocina ya no está en la taza. A los cinco minutos cuela. Si la
                    dejas más, la manzanilla amarga un poco; si te gusta así, déjala.

                    ### Dos que se toman de noche

                    **Manzanilla y cedrón.** Flores enteras y hoja ancha. Sabe a limón sin acidez,
                    no lleva cafeína ni azúcar.

                    **Cáscara de cacao.** Huele a chocolate y se toma como té. Tiene un poco de
                    teobromina, que es prima lejana de la cafeína: si eres sensible, tómala por la
                    tarde.

                    ### El teléfono

                    No hace falta apagarlo. Basta con dejarlo en otro cuarto, cargando. La mano va
                    a buscarlo dos o tres veces la primera noche; a la cuarta ya agarra la taza.

                    ### Si vives con alguien

                    Sirve dos. Una taza es la mejor forma que conocemos de preguntar cómo te fue
                    sin que parezca interrogatorio. Y si la otra persona prefiere ver su serie,
                    también está bien: tu ritual no necesita público.

                    Una infusión es una bebida. Si tomas medicinas o esperas un bebé, pregúntale a
                    quien te atiende qué plantas puedes tomar.

                    ### Guardarla bien

                    Una infusión suelta dura meses si la guardas lejos de la estufa, en un frasco
                    cerrado y sin luz. Si al abrirla huele poco, todavía sirve, pero pon una
                    cucharada y media. Las flores que quedan en el colador van a las matas. Y en
                    clima caliente se puede hacer doble, enfriarla y tomarla con hielo.
                    """,
                    en="""
                    The tea takes five minutes. They are five minutes with nothing to do, and that
                    is the point of it.

                    ### How to make it

                    One spoonful per cup, water just off the boil, a lid. The lid matters:
                    whatever you smell in the kitchen is no longer in the cup. After five minutes,
                    strain. Longer, and chamomile turns a little bitter; if you like it that way,
                    leave it.

                    ### Two for the evening

                    **Chamomile and lemon verbena.** Whole flowers and broad leaves. It tastes of
                    lemon without the sourness, with no caffeine and no sugar.

                    **Cacao husk.** It smells of chocolate and drinks like tea. It holds some
                    theobromine, a distant cousin of caffeine: if you are sensitive to it, have it
                    in the afternoon.

                    ### The phone

                    You need not turn it off. Leave it in another room, charging. Your hand will
                    look for it two or three times the first night; by the fourth it reaches for
                    the cup.

                    ### If you live with somebody

                    Pour two. A cup is the best way we know of asking how it went without sounding
                    like an interview. And if the other person would rather watch their show, that
                    is fine as well: your ritual needs no audience.

                    Tea is a drink. If you take medicine or are expecting, ask whoever looks after
                    you which plants you can have.

                    ### Keeping it well

                    Loose tea lasts for months away from the stove, in a closed jar and out of the
                    light. If it smells of little when you open it, it will still do, but use a
                    spoonful and a half. The flowers left in the strainer go to the houseplants.
                    And in hot weather you can make it double, let it cool and drink it over ice.
                    """,
                ),
                products(Words("Para la taza", "For the cup"), "RZ-601", "RZ-602"),
            ),
        ),
    ),
)
