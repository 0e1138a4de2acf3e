"""First steps."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text, tip
from ..schema import LessonSeed, ModuleSeed

FIRST_STEPS = ModuleSeed(
    key="first-steps",
    title=Words("Los primeros pasos", "First steps"),
    summary=Words(
        "Qué esperar, qué no comprar y cómo armar tu sitio.",
        "What to expect, what not to buy and how to set up your site.",
    ),
    lessons=(
        LessonSeed(
            key="your-first-week",
            title=Words("Tu primera semana", "Your first week"),
            summary=Words("Siete días sin vender nada.", "Seven days without selling anything."),
            minutes=7,
            blocks=(
                picture("market_table"),
                text(
                    es="""
                    Bienvenida. La primera semana no se vende: se usa, se mira y se pregunta.
                    Quien empieza vendiendo termina repitiendo frases de otra persona.

                    ### Día uno y dos: usa

                    Escoge dos productos que de verdad necesites y cómpralos como cualquiera, con
                    tu 30 % de descuento. No hay pedido mínimo, ni en el primero ni después. El
                    kit de inicio ayuda si quieres que la gente huela y toque, pero no es
                    obligatorio y nadie debería decirte lo contrario.

                    ### Día tres: aprende

                    Apunta la fecha de tus dos tardes con Elena y el laboratorio, en persona o por
                    video: ingredientes, tipos de piel y cómo decir que no. Mientras llegan, toma
                    aquí *Conoce tu piel* y *Vender con honestidad*.

                    ### Día cuatro y cinco: tu sitio

                    Es la lección que sigue. Con una foto y cuatro frases basta.

                    ### Día seis: tu consultora

                    Habla con quien te acompañó a entrar. Pregúntale tres cosas: qué le salió mal
                    al comienzo, cuánto tiempo le dedica de verdad y qué dejó de hacer. Son
                    mejores preguntas que «¿cuánto ganas?».

                    ### Día siete: decide cuánto

                    Mira tu semana y escoge un rato fijo, aunque sea de una hora. La mitad de las
                    consultoras vende menos de seis productos al mes y está contenta con eso. Tu
                    medida la pones tú.

                    ### Lo que no tienes que hacer

                    Anunciarlo en todas partes. Comprar un maletín. Hacer una lista de cien
                    conocidos. Aprenderte el catálogo. Ponerte una meta. Si alguien te pide algo
                    de eso en tu primera semana, dile que vas despacio, y si insiste,
                    [cuéntanos](contact).
                    """,
                    en="""
                    Welcome. The first week is not for selling: it is for using, looking and
                    asking. Whoever starts by selling ends up repeating somebody else's sentences.

                    ### Days one and two: use it

                    Choose two products that you truly need and buy them like anybody, at your 30%
                    off. There is no minimum order, not for the first and not later. The starter
                    kit helps if you want people to smell and touch, but you do not have to buy
                    it, and nobody should tell you otherwise.

                    ### Day three: learn

                    Write down the date of your two afternoons with Elena and the lab, in person
                    or by video: ingredients, skin types and how to say no. Until then, take *Know
                    your skin* and *Selling honestly* here.

                    ### Days four and five: your site

                    That is the next lesson. A photo and four sentences will do.

                    ### Day six: your sponsor

                    Talk with whoever brought you in. Ask her three things: what went wrong for
                    her at first, how much time she really gives it, and what she stopped doing.
                    They are better questions than “how much do you make?”

                    ### Day seven: decide how much

                    Look at your week and pick a fixed slot, if only an hour. Half of our
                    consultants sell fewer than six products a month and are happy with that. The
                    measure is yours to set.

                    ### What you do not have to do

                    Announce it everywhere. Buy a sample case. Make a list of a hundred people you
                    know. Memorize the catalog. Set yourself a target. If anybody asks you for any
                    of that in your first week, say that you are going slowly, and if they insist,
                    [tell us](contact).
                    """,
                ),
                checklist(
                    Words("Mi primera semana", "My first week"),
                    Words(
                        "Usé dos productos y sé qué opino de ellos",
                        "I used two products and know what I think of them",
                    ),
                    Words(
                        "Tengo fecha para las dos tardes", "I have a date for the two afternoons"
                    ),
                    Words(
                        "Hablé con quien me acompañó a entrar",
                        "I talked with whoever brought me in",
                    ),
                    Words("Escogí un rato fijo en la semana", "I picked a fixed slot in my week"),
                ),
            ),
        ),
        LessonSeed(
            key="my-site",
            title=Words("Mi sitio", "My site"),
            summary=Words(
                "Foto, saludo y favoritos: la puerta de tu casa en internet.",
                "Photo, greeting and favorites: your front door on the internet.",
            ),
            minutes=10,
            blocks=(
                picture("consultant"),
                text(
                    es="""
                    Tienes la tienda completa a tu nombre. Quien entra por tu enlace compra
                    contigo. Se arma en *Mi cuenta*, *Mi sitio*, y toma menos de una hora.

                    ### La foto

                    De frente, con luz de ventana, sin filtros. Que se parezca a quien va a abrir
                    la puerta. Sirve cualquier foto de celular, en JPEG, PNG o WebP, de hasta 8
                    MB. La guardamos sin el dato del lugar donde la tomaste.

                    ### El saludo

                    Dos o tres frases: quién eres, dónde vives, con qué ayudas. Lili, en Medellín,
                    escribió: «Llevo nueve años ayudando a mis vecinas de Laureles a encontrar lo
                    que su piel sí agradece». Fíjate en lo que no hay: ni promesas ni adjetivos.

                    ### Los favoritos

                    Hasta doce productos, cada uno con una línea. Empieza con tres que uses. La
                    línea dice para qué lo usas tú, no lo que dice el frasco: «para manos que
                    lavan, cocinan y escriben».

                    ### Cómo contactarte

                    Nada se ve si no marcas *Mostrar en mi sitio*. Un solo canal que contestas
                    vale más que cinco que no. Un buzón de mensajes tienes siempre.

                    ### Publicar

                    **Guardar borrador** lo deja solo para ti. **Publicar** lo muestra; si el
                    botón dice *Enviar a aprobación*, alguien de la empresa lo mira antes y te
                    avisamos por correo. Después puedes cambiarlo cuando quieras.
                    """,
                    en="""
                    You have the whole store under your name. Whoever comes in by your link shops
                    with you. You set it up in *My account*, *My site*, and it takes less than an
                    hour.

                    ### The photo

                    Facing the camera, by a window, without filters. It should look like the
                    person who opens the door. Any picture from a phone will do, as JPEG, PNG or
                    WebP, up to 8 MB. We keep it without the note of where you took it.

                    ### The greeting

                    Two or three sentences: who you are, where you live, what you help with. Lili,
                    in Medellín, wrote: “For nine years I have helped my neighbors in Laureles
                    find what their skin is thankful for.” Notice what is missing: promises and
                    adjectives.

                    ### The favorites

                    Up to twelve products, each with a line. Begin with three that you use. The
                    line says what you use it for, not what the jar says: “for hands that wash,
                    cook and write.”

                    ### How to reach you

                    Nothing is shown unless you tick *Show on my site*. One way to reach you that
                    you answer is worth more than five that you do not. A mailbox for messages you
                    have in any case.

                    ### Publishing

                    **Save draft** keeps it to yourself. **Publish** shows it; if the button says
                    *Submit for approval*, somebody at the company looks at it first and we email
                    you. You can change it later as often as you like.
                    """,
                ),
                checklist(
                    Words("Antes de publicar", "Before you publish"),
                    Words(
                        "Subí una foto mía, reciente y con buena luz",
                        "I uploaded a recent photo of me, in good light",
                    ),
                    Words(
                        "Escribí el saludo sin prometer nada",
                        "I wrote the greeting without promising anything",
                    ),
                    Words("Escogí tres favoritos que uso", "I chose three favorites that I use"),
                    Words(
                        "Marqué un canal de contacto que sí contesto",
                        "I ticked one way to reach me that I do answer",
                    ),
                    Words(
                        "Miré la vista previa como se ve en un celular",
                        "I looked at the preview as it shows on a phone",
                    ),
                ),
                tip(
                    tone="remember",
                    es="Tu nombre de sitio no puede llevar el de la empresa ni palabras como "
                    "«oficial» o «soporte». Si lo cambias, el anterior te sigue trayendo "
                    "visitas.",
                    en="Your site name cannot hold the company's name or words such as "
                    "“official” or “support.” If you change it, the former one still leads "
                    "to you.",
                ),
            ),
        ),
        LessonSeed(
            key="share-your-link",
            title=Words("Compartir tu enlace", "Share your link"),
            summary=Words("Dónde ponerlo y dónde no.", "Where to put it, and where not."),
            minutes=6,
            blocks=(
                text(
                    es="""
                    En *Mi sitio*, *Compartir*, están tu enlace, un código QR para imprimir y un
                    mensaje para WhatsApp. El enlace lleva a cada quien a la tienda de su país y
                    en su idioma.

                    ### Un enlace a la medida

                    Para compartir un solo producto, ábrelo desde tu sitio y usa sus botones:
                    conservan tu nombre. Es mejor mandar un producto del que ya hablaron que la
                    tienda entera a quien no la pidió.

                    ### Dónde sí

                    - En tu perfil de redes, con la frase «consultora de Raíz».
                    - En una tarjeta con el QR, dentro de cada paquete que entregas.
                    - En respuesta a una pregunta: «sí, este es; aquí lo ves».

                    ### Dónde no

                    - En grupos del colegio, del edificio o del trabajo, si el grupo no es para
                      eso.
                    - En los comentarios de otras personas o de otra consultora.
                    - En una lista de difusión de gente que no te dijo que sí.

                    ### Qué pasa cuando alguien lo abre

                    Si compra o abre su cuenta ahí, queda contigo: aparecerá en *Mis clientes*. Si
                    ya tenía consultora, sigue con ella; el vínculo que existe se respeta. Y si
                    alguien que te conoce ya compraba directamente, puede escribir tu código en su
                    cuenta, en *Quien te atiende*.

                    ### Las visitas

                    En *Visitas* ves cuántas personas abren tu sitio cada mes. Es una cifra para
                    aprender, no para angustiarse: diez visitas que preguntan valen más que
                    trescientas que pasan.

                    ### Un mensaje que funciona

                    «Me preguntaste qué uso para las manos. Es esta, la de caléndula; aquí la ves
                    y, si la pides por ahí, la pides conmigo. Si no te sirve, la puedes devolver
                    en treinta días.» Responde a algo que la persona dijo, muestra una sola cosa,
                    dice que ganas y deja una salida. Casi todo lo demás sobra.
                    """,
                    en="""
                    Under *My site*, *Share*, you find your link, a QR code to print and a message
                    for WhatsApp. The link leads everybody to the store of their own country, in
                    their own language.

                    ### A link that fits

                    To share one product, open it on your site and use its buttons: they keep your
                    name. It is better to send one product that you have talked about than the
                    whole store to somebody who did not ask.

                    ### Where to put it

                    - In your social profile, with the words “Raíz consultant.”
                    - On a card with the QR code, in every package you hand over.
                    - As the answer to a question: “yes, this is the one; here it is.”

                    ### Where not

                    - In the group of the school, the building or the office, unless the group is
                      for that.
                    - In other people's comments, or another consultant's.
                    - On a broadcast list of people who did not say yes.

                    ### What happens when somebody opens it

                    If they buy or sign up there, they are with you: you will see them under *My
                    customers*. If they had a consultant already, they stay with her; a bond that
                    exists stands. And if somebody who knows you has been buying from us directly,
                    they can type your code in their account, under *Your consultant*.

                    ### The visits

                    *Visits* shows how many people open your site each month. It is a number to
                    learn from, not to worry about: ten visits that ask are worth more than three
                    hundred that pass by.

                    ### A message that works

                    “You asked what I use on my hands. It is this one, with calendula; here it is,
                    and if you order it there, you order it from me. If it does not suit you, you
                    can return it for thirty days.” It answers something the person said, shows
                    one thing, says that you earn, and leaves a way out. Nearly everything else is
                    too much.
                    """,
                ),
            ),
        ),
    ),
)
