"""Listen."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text, tip
from ..schema import LessonSeed, ModuleSeed

LISTEN = ModuleSeed(
    key="listen",
    title=Words("Escuchar", "Listen"),
    summary=Words("Preguntar antes de mostrar nada.", "Ask before you show anything."),
    lessons=(
        LessonSeed(
            key="questions-first",
            title=Words("Primero preguntas", "Questions first"),
            summary=Words(
                "Cinco preguntas que cambian la conversación.",
                "Five questions that change the conversation.",
            ),
            minutes=8,
            blocks=(
                picture("conversation"),
                text(
                    es="""
                    Una consultora de Raíz no toca puertas: contesta preguntas. Y para contestar
                    bien hay que haber preguntado antes.

                    ### Las cinco

                    - **¿Qué usas hoy?** Te dice cuánto tiempo le dedica, y cuánto gasta, sin que
                      tengas que preguntarlo.
                    - **¿Qué te gusta de eso?** Nadie quiere cambiarlo todo. Lo que funciona se
                      queda.
                    - **¿Qué te molesta?** Aquí aparece la razón por la que están hablando.
                    - **¿Cuánto tiempo tienes en la mañana y en la noche?** Una rutina de seis
                      pasos para quien tiene tres minutos es un regalo para el cajón.
                    - **¿Hay algo que no toleres o que te haya recetado alguien?** Si la respuesta
                      es sí, la conversación cambia: primero su médica, después tú.

                    ### Callarse

                    Después de cada pregunta, cuenta hasta cinco por dentro. El silencio incomoda
                    un poco y casi siempre trae lo importante. Si llenas ese hueco con un
                    producto, nunca lo sabrás.

                    ### La libreta

                    Nubia empezó con una libreta y la costumbre sigue sirviendo. Anota tres cosas:
                    qué usa, qué le molesta, qué le mostraste. No anotes enfermedades ni chismes:
                    es información de otra persona y no te pertenece. Si te pide que la borres,
                    arranca la hoja.

                    ### Cuándo no seguir

                    Si dice que está bien con lo que usa, créele. «Me alegra; si algún día te hace
                    falta algo, aquí estoy» es una respuesta completa.
                    """,
                    en="""
                    A Raíz consultant does not knock on doors; she answers questions. And to
                    answer well you have to have asked first.

                    ### The five

                    - **What do you use today?** It tells you how much time she gives it, and how
                      much money, without your having to ask.
                    - **What do you like about it?** Nobody wants to change everything. What works
                      stays.
                    - **What bothers you?** Here is the reason why the two of you are talking.
                    - **How much time do you have, mornings and nights?** A six-step routine for
                      somebody with three minutes is a present for the drawer.
                    - **Is there anything you cannot use, or that somebody prescribed?** If the
                      answer is yes, the conversation changes: her doctor first, then you.

                    ### Silence

                    After each question, count to five in your head. Silence is a little
                    uncomfortable, and it nearly always brings what matters. Fill it with a
                    product and you will never know.

                    ### The notebook

                    Nubia began with a notebook, and the habit still serves. Write down three
                    things: what she uses, what bothers her, what you showed her. No illnesses and
                    no gossip: that is somebody else's information and does not belong to you. If
                    she asks you to erase it, tear out the page.

                    ### When to stop

                    If she says she is happy with what she uses, believe her. “I am glad; if you
                    ever need anything, I am here” is a complete answer.
                    """,
                ),
                checklist(
                    Words("Practica hoy", "Practice today"),
                    Words(
                        "Hice las cinco preguntas a alguien de confianza",
                        "I asked somebody I trust the five questions",
                    ),
                    Words(
                        "No mostré ningún producto mientras preguntaba",
                        "I showed no product while I asked",
                    ),
                    Words(
                        "Anoté qué usa, qué le molesta y qué tiempo tiene",
                        "I noted what she uses, what bothers her and how much time she has",
                    ),
                ),
            ),
        ),
        LessonSeed(
            key="one-thing",
            title=Words("Una sola cosa", "One thing only"),
            summary=Words(
                "Por qué recomendar menos vende mejor.", "Why recommending less sells better."
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    Después de escuchar viene la tentación de resolverlo todo. No lo hagas.
                    Recomienda una cosa.

                    ### Por qué una

                    Si alguien empieza cuatro productos el mismo lunes y el jueves le arde la
                    cara, no hay forma de saber cuál fue. De a uno, con una semana entre ellos, se
                    aprende qué sirve. Además, quien compra una cosa y le va bien vuelve; quien
                    compra cuatro y usa una, no.

                    ### Cómo se dice

                    Junta lo que oíste con lo que propones, en una frase: «Me dijiste que la cara
                    te queda tirante después de lavarla; yo cambiaría solo el limpiador, por este,
                    y vemos en dos semanas». Eso es todo el argumento.

                    ### Muestra, no regales un discurso

                    Que lo pruebe en el antebrazo. Que lo huela. Que lea la lista de ingredientes
                    si le interesa. Un minuto de silencio con la crema en la mano convence más que
                    diez de explicación.

                    ### El precio

                    Dilo antes de que lo pregunte, con el tamaño y lo que dura: «el de treinta
                    mililitros dura unos tres meses». Si es mucho, busca el tamaño pequeño o algo
                    más sencillo. Nunca sugieras que se endeude por una crema.

                    ### Cuando la respuesta es otra marca

                    A veces lo que necesita no lo tenemos. Dilo. Vas a perder esa venta y a ganar
                    a una persona que te va a creer las próximas diez.

                    ### Un ejemplo completo

                    Diana lava platos ocho horas al día y las manos le quedan ásperas. Usa una
                    crema que le gusta, pero engrasa y no puede agarrar nada después. Podrías
                    ofrecerle la mantequilla, el aceite y el jabón. Le ofreces la crema de manos,
                    que deja seco al tacto, en el tubo pequeño. «Pruébala esta semana en el
                    trabajo y me cuentas.»
                    """,
                    en="""
                    After listening comes the temptation to solve everything. Do not. Recommend
                    one thing.

                    ### Why one

                    If somebody starts four products on the same Monday and her face stings by
                    Thursday, there is no telling which one it was. One at a time, a week apart,
                    you learn what works. Besides, whoever buys one thing and likes it comes back;
                    whoever buys four and uses one does not.

                    ### How to say it

                    Join what you heard to what you suggest, in one sentence: “You told me your
                    face feels tight after washing; I would change only the cleanser, to this one,
                    and we look again in two weeks.” That is the whole argument.

                    ### Show it, and skip the speech

                    Let her try it on her forearm. Let her smell it. Let her read the ingredient
                    list if she cares to. A minute of silence with the cream in her hand convinces
                    more than ten of explaining.

                    ### The price

                    Say it before she asks, with the size and how long it lasts: “the one-ounce
                    bottle lasts about three months.” If that is a lot, look for the small size or
                    for something simpler. Never suggest that anybody go into debt for a cream.

                    ### When the answer is another brand

                    Sometimes we do not have what she needs. Say so. You will lose that sale and
                    win a person who believes you the next ten times.

                    ### A complete example

                    Diana washes dishes eight hours a day and her hands are rough. She has a cream
                    she likes, but it is greasy and she cannot hold anything afterward. You could
                    offer her the butter, the oil and the soap. You offer her the hand cream,
                    which leaves no grease, in the small tube. “Try it at work this week and tell
                    me.”
                    """,
                ),
                tip(
                    es="Antes de hablar de un producto, busca su página y lee cómo se usa. Lo "
                    "que no sabes, dilo: «no sé, lo pregunto y te cuento».",
                    en="Before you talk about a product, open its page and read how to use it. "
                    "Say what you do not know: “I don't know; I will ask and tell you.”",
                ),
            ),
        ),
        LessonSeed(
            key="hear-no",
            title=Words("Oír un no", "Hear a no"),
            summary=Words(
                "No es el comienzo de una negociación.", "It is not the start of a negotiation."
            ),
            minutes=6,
            blocks=(
                text(
                    es="""
                    Un no es una respuesta. Hay cursos de ventas que enseñan a darle la vuelta;
                    este no.

                    ### Tres noes distintos

                    **«No, gracias».** Terminó. Agradece y cambia de tema, de verdad.

                    **«Ahora no».** Pregunta una sola vez si quiere que le recuerdes y cuándo. Si
                    dice que sí, anota la fecha. Si dice que ella te busca, que te busque.

                    **«No me convence».** Pregunta qué le faltó. No para rebatirlo: para saberlo.
                    «Me parece caro» es información. «No me gustó el olor» también.

                    ### Lo que no hacemos

                    - Escribir más de una vez después de un silencio.
                    - Usar la lástima, la amistad o la prisa: «me falta uno para cerrar el mes»,
                      «solo por hoy», «hazlo por mí».
                    - Inventar escasez. Si quedan tres, quedan tres; si no sabes, no lo digas.
                    - Meter en un grupo a quien no lo pidió.

                    ### Y si compra y se arrepiente

                    Tiene treinta días para devolver, también abierto. Ayúdale con la devolución
                    como le ayudaste con la compra: le escribes con ella a la empresa, le dices
                    qué empacar. Esa ayuda es la que la gente cuenta después.

                    ### Para ti

                    No hay metas mensuales en Raíz ni castigos por no vender. Un no no te quita
                    nada. Si sientes que cada no te pesa, descansa una semana: la libreta espera.

                    ### Lo que ganas

                    Quien puede decirte que no sin perderte se queda cerca. Te saluda, te
                    pregunta, te manda a una prima. Quien compró por no saber decirlo cruza la
                    calle. Un barrio es pequeño y una carrera es larga: el no de hoy, bien
                    recibido, vale más que la venta de hoy.
                    """,
                    en="""
                    A no is an answer. There are sales courses that teach you to turn it around;
                    this one does not.

                    ### Three different noes

                    **“No, thank you.”** It is over. Thank her and change the subject, for real.

                    **“Not now.”** Ask once whether she would like a reminder, and when. If she
                    says yes, note the date. If she says she will find you, let her find you.

                    **“I am not convinced.”** Ask what was missing. Not to argue: to know. “It
                    seems expensive” is information. So is “I did not like the smell.”

                    ### What we do not do

                    - Write more than once after a silence.
                    - Use pity, friendship or hurry: “I need one more to close the month,” “only
                      today,” “do it for me.”
                    - Make up scarcity. If there are three left, there are three; if you do not
                      know, do not say.
                    - Add anybody to a group who did not ask.

                    ### If she buys and changes her mind

                    She has thirty days to return it, opened or not. Help her with the return the
                    way you helped her buy: write to the company with her, tell her what to pack.
                    That help is what people talk about afterward.

                    ### For you

                    There are no monthly targets at Raíz and no penalty for not selling. A no
                    takes nothing from you. If every no weighs on you, rest for a week: the
                    notebook will wait.

                    ### What you gain

                    Somebody who can say no to you without losing you stays close. She says hello,
                    she asks you things, she sends you a cousin. Somebody who bought because she
                    could not say it crosses the street. A neighborhood is small and the road is
                    long: today's no, well received, is worth more than today's sale.
                    """,
                ),
            ),
        ),
    ),
)
