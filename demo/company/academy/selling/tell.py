"""Tell the truth."""

from __future__ import annotations

from ...schema import Words
from ..parts import agreement, picture, questions, text
from ..schema import LessonSeed, ModuleSeed

TELL = ModuleSeed(
    key="tell",
    title=Words("Decir la verdad", "Tell the truth"),
    summary=Words(
        "Lo que un cosmético hace, lo que tú ganas y lo que firmas.",
        "What a cosmetic does, what you earn and what you agree to.",
    ),
    lessons=(
        LessonSeed(
            key="what-it-does",
            title=Words("Lo que hace y lo que no", "What it does and what it does not"),
            summary=Words(
                "Limpia, hidrata, perfuma, da color. Nada más.",
                "It cleans, moisturizes, scents and colors. Nothing more.",
            ),
            minutes=8,
            blocks=(
                picture("skin_cream"),
                text(
                    es="""
                    Hacemos cosméticos: limpian, hidratan, perfuman, dan color. No curan nada, y
                    no vamos a insinuarlo. Es una regla de la casa y es la ley en los tres países
                    donde vendemos.

                    ### La prueba del verbo

                    Antes de decir algo de un producto, mira el verbo. *Limpia, suaviza, hidrata,
                    protege del sol, perfuma, deja brillo*: adelante. *Cura, elimina, borra,
                    repara, desinflama, rejuvenece*: alto. Y cuidado con los rodeos, como «a mi
                    prima se le quitó»: una historia personal que insinúa una cura también es una
                    promesa.

                    ### Cuánto tiempo

                    Casi todo lo que hace una crema se ve en minutos y dura horas. Hay productos
                    que piden dos semanas para opinar. Ninguno cambia una piel para siempre. Dilo
                    así; nadie se ofende con la verdad dicha con calma.

                    ### Cuando preguntan por su salud

                    Embarazo, alergias, una mancha que crece, un tratamiento: eso le toca a quien
                    la atiende. Tu frase es «pregúntale a tu médica; te consigo la fórmula
                    completa para que se la muestres». Ofrécela siempre, porque de verdad la
                    mandamos.

                    ### Todo es química

                    No digas «libre de químicos» ni «cien por ciento natural». El agua es química,
                    y nuestras cremas llevan conservantes porque sin ellos se dañan en una semana.
                    Explicar eso en dos frases da más confianza que cualquier adjetivo.
                    """,
                    en="""
                    We make cosmetics: they clean, moisturize, scent and color. They do not cure
                    anything, and we will not hint that they do. It is a rule of the house, and it
                    is the law in the three countries where we sell.

                    ### The verb test

                    Before you say something about a product, look at the verb. *Cleans, softens,
                    moisturizes, protects from the sun, scents, adds shine*: go ahead. *Cures,
                    eliminates, erases, repairs, soothes inflammation, makes younger*: stop. And
                    mind the detours, such as “my cousin's went away”: a personal story that hints
                    at a cure is a promise as well.

                    ### How long

                    Nearly everything a cream does shows within minutes and lasts for hours. Some
                    products need two weeks before you can judge them. None changes skin for good.
                    Say it that way; nobody is offended by the truth told calmly.

                    ### When somebody asks about their health

                    Pregnancy, allergies, a spot that grows, a treatment: that is for whoever
                    looks after her. Your sentence is “ask your doctor; I will get you the full
                    formula to show her.” Always offer it, because we really do send it.

                    ### Everything is chemistry

                    Do not say “chemical-free” or “one hundred percent natural.” Water is
                    chemistry, and our creams have preservatives because without them they go bad
                    in a week. Explaining that in two sentences builds more trust than any
                    adjective.
                    """,
                ),
                questions(
                    Words("¿Qué contestas?", "What do you answer?"),
                    (
                        Words(
                            "«¿Esta crema me quita las manchas?»",
                            "“Will this cream remove my dark spots?”",
                        ),
                        Words(
                            "No puedo decirte eso. Te deja la piel suave e hidratada. Si las "
                            "manchas te preocupan, una dermatóloga te dice qué son.",
                            "I cannot tell you that. It leaves skin soft and moisturized. If "
                            "the spots worry you, a dermatologist can tell you what they are.",
                        ),
                    ),
                    (
                        Words("«¿La puedo usar con mi bebé?»", "“Can I use it on my baby?”"),
                        Words(
                            "Pregúntale a la pediatra antes. Te consigo la lista completa de "
                            "ingredientes para que se la muestres.",
                            "Ask the pediatrician first. I will get you the full ingredient "
                            "list to show her.",
                        ),
                    ),
                    (
                        Words("«¿Es natural?»", "“Is it natural?”"),
                        Words(
                            "Lleva plantas de origen conocido y también conservantes. Te "
                            "muestro la lista y la leemos juntas.",
                            "It holds plants of known origin, and preservatives too. Let me "
                            "show you the list, and we will read it together.",
                        ),
                    ),
                ),
            ),
        ),
        LessonSeed(
            key="say-you-earn",
            title=Words("Que se sepa que ganas", "Let it be known that you earn"),
            summary=Words(
                "Transparencia con la plata y con los datos.",
                "Being open about money and about data.",
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    Quien recibe una recomendación merece saber si quien la da gana algo con ella.
                    No resta: aclara.

                    ### Dilo de entrada

                    «Soy consultora de Raíz; si compras conmigo, me queda una parte.» Una frase,
                    al comienzo. En redes va escrita en cada publicación, donde se vea sin tener
                    que abrir el texto.

                    ### Precios

                    El precio de catálogo es el que la persona ve en la tienda. Puedes dar un
                    descuento de tu parte; no puedes cobrar más. No inventes un «precio normal»
                    más alto para que el descuento se vea grande.

                    ### La plata ajena

                    Si alguien te paga en efectivo, haz el pedido el mismo día y muéstrale el
                    número. No guardes dinero de pedidos que no has hecho. No prestes, no fíes a
                    nombre de la empresa y no pidas datos de tarjetas: cada quien paga en la
                    tienda con la suya.

                    ### Los datos

                    Una dirección, un teléfono, lo que te contó de su piel: sirven para atender a
                    esa persona y para nada más. No los pases a otra consultora, no los metas en
                    una lista de difusión y bórralos si te lo pide. Para fotos, pide permiso por
                    escrito y di dónde las vas a poner.

                    ### Invitar a otra persona

                    Si alguien te pregunta cómo es ser consultora, cuéntale como es: no pagamos
                    por invitar gente, empezar no cuesta, y la mitad vende menos de seis productos
                    al mes. Si después de oír eso le gusta la idea, va a ser una buena compañera.

                    ### Si te da pena

                    Dilo como una cosa más, porque lo es: «trabajo con ellos, así que algo me
                    queda». Nadie se va por eso. Se van cuando se enteran después. Y si la persona
                    prefiere comprar directamente en la tienda, está en su derecho; ayúdale igual
                    a encontrar lo que buscaba.
                    """,
                    en="""
                    Whoever gets a recommendation deserves to know whether the person giving it
                    earns something by it. It takes nothing away; it makes things clear.

                    ### Say it up front

                    “I am a Raíz consultant; if you buy through me, part of it is mine.” One
                    sentence, at the beginning. On social media it stands in every post, where
                    people see it without opening the text.

                    ### Prices

                    The catalog price is the one people see in the store. You may give a discount
                    out of your own share; you may not charge more. Do not invent a higher
                    “regular price” to make the discount look large.

                    ### Other people's money

                    If somebody pays you in cash, place the order the same day and show her the
                    number. Keep no money for orders you have not placed. Do not lend, do not give
                    credit in the company's name and do not ask for card details: everybody pays
                    in the store with their own.

                    ### Data

                    An address, a phone number, what she told you about her skin: they serve to
                    look after that person and for nothing else. Do not pass them to another
                    consultant, do not put them on a broadcast list, and delete them if she asks.
                    For photos, get permission in writing and say where you will use them.

                    ### Inviting somebody

                    If somebody asks what it is like to be a consultant, tell it as it is: we do
                    not pay for bringing people in, starting costs nothing, and half of us sell
                    fewer than six products a month. Whoever likes the idea after hearing that
                    will be a good colleague.

                    ### If you feel awkward

                    Say it as one more fact, because it is: “I work with them, so some of it is
                    mine.” Nobody leaves over that. They leave when they find out later. And if
                    the person would rather buy from the store directly, that is her right; help
                    her find what she was looking for all the same.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="code-of-conduct",
            title=Words("El código de conducta", "The code of conduct"),
            summary=Words(
                "Diez frases que aceptas al vender con nosotros.",
                "Ten sentences that you accept when you sell with us.",
            ),
            minutes=6,
            blocks=(
                text(
                    es="""
                    Este código es corto para que se pueda recordar. Léelo despacio: lo que
                    confirmes aquí queda guardado con la fecha y con las palabras exactas que
                    leíste. Si algún día lo cambiamos, te lo volvemos a mostrar.

                    Si algo no te queda claro, [pregunta](contact) antes de aceptar. Y si ves que
                    alguien no lo cumple, cuéntanoslo también por ahí: primero hablamos con la
                    persona, y casi siempre basta.

                    ### Por qué un código

                    Porque la confianza es de todas. Cuando una consultora insiste, miente o
                    pierde la plata de alguien, la puerta se le cierra a la siguiente. Y porque a
                    ti también te protege: si alguien de tu equipo te pide algo que no te suena,
                    aquí está escrito que no tienes que hacerlo.

                    ### Cómo leerlo

                    Frase por frase, con un ejemplo tuyo al lado. Si al leer «un no es un no» te
                    acuerdas de una vez en que insististe, no pasa nada: para eso sirve.
                    """,
                    en="""
                    This code is short so that it can be remembered. Read it slowly: what you
                    confirm here is kept, with the date and the very words that you read. If we
                    ever change it, we show it to you again.

                    If anything is unclear, [ask](contact) before you accept. And if you see that
                    somebody does not keep to it, tell us there, too: first we talk with the
                    person, and that is nearly always enough.

                    ### Why a code

                    Because trust belongs to all of us. When one consultant insists, lies or loses
                    somebody's money, the door closes on the next one. And because it protects you
                    as well: if somebody on your team asks for something that does not sound
                    right, here it says that you do not have to do it.

                    ### How to read it

                    Sentence by sentence, with an example of your own beside it. If “a no is a no”
                    reminds you of a time when you insisted, never mind: that is what it is for.
                    """,
                ),
                agreement(
                    Words("Código de conducta", "Code of conduct"),
                    Words(
                        "Leí el código de conducta y lo cumplo.",
                        "I have read the code of conduct and keep to it.",
                    ),
                    es="""
                    - Digo que soy consultora y que gano con lo que vendo.
                    - Escucho antes de recomendar, y recomiendo solo lo que hace falta.
                    - Digo lo que el producto hace. No prometo curas ni cambios para siempre.
                    - Las preguntas de salud se las dejo a quien atiende a esa persona.
                    - Un no es un no. No insisto, no meto prisa, no invento escasez.
                    - Cobro como máximo el precio de catálogo y hago cada pedido el día que lo
                      pagan.
                    - Ayudo con las devoluciones igual que con las compras.
                    - Cuido los datos de mis clientes y los borro si me lo piden.
                    - No publico fotos de nadie sin su permiso por escrito.
                    - No prometo ingresos a nadie ni lo presiono para que entre.
                    """,
                    en="""
                    - I say that I am a consultant and that I earn by what I sell.
                    - I listen before I recommend, and I recommend only what is needed.
                    - I say what a product does. I promise no cures and no lasting changes.
                    - I leave questions of health to whoever looks after that person.
                    - A no is a no. I do not insist, hurry anybody or make up scarcity.
                    - I charge the catalog price at most and place each order on the day it is
                      paid.
                    - I help with returns the way I help with purchases.
                    - I take care of my customers' data and delete it if they ask.
                    - I publish nobody's picture without their permission in writing.
                    - I promise nobody an income and press nobody to join.
                    """,
                ),
            ),
        ),
    ),
)
