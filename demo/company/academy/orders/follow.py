"""Follow your order."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text, tip
from ..schema import LessonSeed, ModuleSeed

FOLLOW = ModuleSeed(
    key="follow",
    title=Words("Seguir tu pedido", "Follow your order"),
    summary=Words(
        "Encontrarlo, leerlo y saber dónde va.", "Find it, read it and know where it is."
    ),
    lessons=(
        LessonSeed(
            key="find-it",
            title=Words(
                "Encontrarlo, con cuenta o sin ella", "Find it, with an account or without"
            ),
            summary=Words("Dos caminos al mismo pedido.", "Two ways to the same order."),
            minutes=5,
            blocks=(
                picture("parcel"),
                text(
                    es="""
                    Cada pedido tiene una página propia. Ahí está todo: qué pediste, a dónde va,
                    cuánto pagaste y por dónde anda. No necesitas una cuenta para verla.

                    ### Sin cuenta

                    Abre *Encuentra tu pedido*, escribe el número y el correo con que compraste y
                    toca **Enviarme un código**. Te llega un código al correo; con él entras. Lo
                    pedimos porque un número de pedido se puede adivinar, y tu dirección no es
                    asunto de nadie más.

                    El número está en el primer correo que te mandamos. Si lo borraste, busca en
                    tu correo la palabra Raíz y la fecha en que compraste.

                    ### Con cuenta

                    Entra a *Mi cuenta*. En el resumen aparece el último pedido con su estado;
                    **Ver el pedido** abre su página, y *Pedidos* los trae todos. Si compraste sin
                    cuenta y después la abriste con el mismo correo, tus pedidos anteriores
                    aparecen ahí. Puede que te pidamos verificar que el correo es tuyo.

                    ### Si no aparece

                    - Revisa que el correo sea el mismo. Casi siempre es eso: uno del trabajo y
                      otro de la casa.
                    - Mira la carpeta de no deseados y agrega nuestra dirección a tus contactos.
                    - Si alguien hizo el pedido por ti, el correo que vale es el de esa persona.

                    Y si nada de eso sirve, [escríbenos](contact) con tu nombre y la fecha. Lo
                    buscamos nosotros.

                    ### Guárdalo para después

                    Si compras seguido sin cuenta, crea en tu correo una carpeta para nuestros
                    mensajes. El código que pedimos sirve un rato y una sola vez; si se venció,
                    pide otro desde la misma página. Y no lo reenvíes: quien tenga el código ve tu
                    nombre, tu dirección y lo que compraste.
                    """,
                    en="""
                    Every order has a page of its own. Everything is on it: what you ordered,
                    where it is going, what you paid and how far it has come. You need no account
                    to see it.

                    ### Without an account

                    Open *Track your order*, type the number and the email you bought with, and
                    press **Send me a code**. A code comes by email and lets you in. We ask for it
                    because an order number can be guessed, and your address is nobody else's
                    business.

                    The number is in the first email we sent you. If you deleted it, search your
                    mail for the word Raíz and the day you bought.

                    ### With an account

                    Open *My account*. The overview shows your latest order and its status; **View
                    order** opens its page, and *Orders* lists them all. If you bought without an
                    account and opened one later with the same email, your earlier orders show up
                    there. We may ask you to verify that the email is yours.

                    ### If it is not there

                    - Check that the email is the same. It nearly always is that: one from work
                      and one from home.
                    - Look in your spam folder, and add our address to your contacts.
                    - If somebody placed the order for you, the email that counts is theirs.

                    And if none of that helps, [write to us](contact) with your name and the date.
                    We will look for it.

                    ### Keep it for later

                    If you often buy without an account, make a folder in your mail for our
                    messages. The code works for a while and only once; if it has expired, ask for
                    another on the same page. And do not forward it: whoever has the code sees
                    your name, your address and what you bought.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="read-it",
            title=Words("Leer la página del pedido", "Read the order page"),
            summary=Words(
                "Qué significa cada estado y qué puedes hacer en cada uno.",
                "What each status means and what you can do about it.",
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    Arriba está el estado, y debajo, en *Dónde está*, el camino que lleva
                    recorrido. Cada paso tiene su fecha.

                    ### Los pasos

                    - **Pedido realizado.** Lo recibimos. Si pagas por transferencia, la página te
                      muestra la cuenta, el valor, la referencia y hasta cuándo guardamos tus
                      productos.
                    - **Pago recibido.** El banco confirmó. Con una transferencia casi siempre
                      toma un día hábil.
                    - **En preparación.** Alguien está empacando. Hasta aquí todavía puedes pedir
                      un cambio.
                    - **En camino.** Salió. Aparece la empresa que lo lleva y el **número de
                      guía**, que casi siempre se puede tocar para ver el recorrido.
                    - **Entregado.** Llegó, o eso dice quien lo llevó. Si no es así, escríbenos el
                      mismo día.

                    ### Cuando viene en varios paquetes

                    A veces una parte sale antes. La página muestra cada paquete con lo que trae,
                    y bajo *Queda por enviar* lo que falta. No pagas más envío por eso.

                    ### A la derecha, o abajo en el celular

                    Los productos y la cuenta completa. Desde ahí puedes **comprar otra vez** lo
                    mismo, guardar el recibo y escribirnos por este pedido, con el número ya
                    puesto.

                    ### Los correos

                    Te escribimos cuando confirmamos, cuando sale y cuando hay algo que debas
                    saber. Si un correo y la página no dicen lo mismo, créele a la página: está al
                    día.

                    ### Cuánto esperar antes de preguntar

                    Si pasó el plazo que te dimos y el número de guía no se mueve, espera un día
                    hábil más y escríbenos. Los plazos se cuentan en días hábiles, sin festivos
                    del país de entrega: un pedido del viernes por la tarde empieza a contar el
                    lunes.
                    """,
                    en="""
                    At the top is the status, and below it, under *Order status*, the way it has
                    come so far. Each step has its date.

                    ### The steps

                    - **Order placed.** We have it. If you pay by bank transfer, the page shows
                      the account, the amount, the reference and until when we hold your items.
                    - **Payment received.** The bank has confirmed. With a transfer that usually
                      takes one business day.
                    - **Preparing.** Somebody is packing. Up to here you can still ask for a
                      change.
                    - **On its way.** It has left. You see the carrier and the **tracking
                      number**, which you can usually tap to follow the package.
                    - **Delivered.** It arrived, or so the carrier says. If it did not, write to
                      us the same day.

                    ### When it comes in several packages

                    Sometimes a part leaves earlier. The page shows each package with what is in
                    it, and under *Still to be sent* what is missing. You pay no extra shipping
                    for that.

                    ### On the right, or further down on a phone

                    The items and the full bill. From there you can **buy it again**, keep the
                    receipt and write to us about this order, with the number already filled in.

                    ### The emails

                    We write when we confirm, when it ships and when there is something you should
                    know. If an email and the page disagree, believe the page: it is up to date.

                    ### How long to wait before asking

                    If the time we gave you is over and the tracking number does not move, wait
                    one more business day and write to us. Times are counted in business days,
                    without the holidays of the country of delivery: an order placed on Friday
                    evening starts counting on Monday.
                    """,
                ),
                checklist(
                    Words("Pruébalo con un pedido tuyo", "Try it with an order of yours"),
                    Words(
                        "Abrí la página de mi último pedido", "I opened the page of my latest order"
                    ),
                    Words(
                        "Encontré su estado y la fecha del último paso",
                        "I found its status and the date of the last step",
                    ),
                    Words("Sé dónde está el recibo", "I know where the receipt is"),
                    required=False,
                ),
            ),
        ),
        LessonSeed(
            key="change-or-cancel",
            title=Words("Cambiar o cancelar", "Change or cancel"),
            summary=Words(
                "Qué se puede hasta que sale, y qué hacer si el pago falló.",
                "What can be done until it ships, and what to do if a payment failed.",
            ),
            minutes=6,
            blocks=(
                text(
                    es="""
                    Todo el mundo se equivoca de talla, de dirección o de día. Mientras el pedido
                    no haya salido, casi todo tiene arreglo.

                    ### Antes de que salga

                    Abre la página del pedido, toca *Escríbenos por este pedido* y di en una frase
                    qué quieres: otra dirección, quitar un producto, cancelarlo. Contesta una
                    persona el mismo día hábil. Si lo cancelas, devolvemos el dinero por el mismo
                    medio de pago.

                    Lo que no podemos es agregar productos a un pedido pagado. Para eso haz otro;
                    si los alcanzamos a juntar en una caja, lo hacemos.

                    ### Cuando ya salió

                    No hay cómo pararlo en la carretera. Recíbelo y devuélvelo: es gratis y está
                    en la siguiente lección.

                    ### Si el pago no pasó

                    La página lo dice con claridad: no se te cobró, y puedes intentarlo otra vez o
                    elegir otra forma de pagar. Tu carrito sigue como estaba. Después de varios
                    intentos dejamos de aceptar tarjetas para ese pedido; es para proteger la
                    tuya.

                    ### Si pagaste por transferencia

                    Guardamos tus productos hasta la fecha que muestra la página. Si ya pagaste,
                    no tienes que hacer nada más. Si se pasó el plazo, los productos vuelven a la
                    bodega y puedes pedirlos de nuevo; y si tu dinero llega tarde, te escribimos
                    para decidir juntos.

                    ### Un ejemplo de mensaje

                    «Hola. Quiero cambiar la dirección de este pedido por la de mi trabajo: Calle
                    10 número 43, piso 2, recepción, de ocho a cinco. Gracias.» Con eso no hay que
                    preguntar nada más. Si lo que quieres cambiar es el tono o el tamaño, di los
                    dos: el que pediste y el que quieres.
                    """,
                    en="""
                    Everybody gets a size, an address or a day wrong. As long as the order has not
                    left, nearly everything can be fixed.

                    ### Before it ships

                    Open the order page, press *Write to us about this order* and say in one
                    sentence what you want: another address, one item less, cancel it. A person
                    replies the same business day. If you cancel, we refund your original payment
                    method.

                    What we cannot do is add items to an order that is paid. Place another one; if
                    we can still fit both into one box, we do.

                    ### Once it has left

                    There is no stopping it on the road. Accept it and send it back: that is free,
                    and it is in the next lesson.

                    ### If the payment did not go through

                    The page says so plainly: you were not charged, and you can try again or
                    choose another payment method. Your cart is as it was. After several tries we
                    stop taking cards for that order; it is to protect yours.

                    ### If you paid by bank transfer

                    We hold your items until the date on the page. If you have paid already, there
                    is nothing else to do. If the deadline goes by, the items return to the shelf
                    and you can order them again; and if your money comes late, we write to you
                    and decide together.

                    ### A sample message

                    “Hello. I would like to change the address of this order to my office: 10 Main
                    Street, second floor, front desk, eight to five. Thank you.” With that there
                    is nothing left to ask. If it is the shade or the size that you want to
                    change, name both: the one you ordered and the one you want.
                    """,
                ),
                tip(
                    es="Escríbenos siempre desde la página del pedido: el número ya va puesto "
                    "y nadie tiene que preguntártelo.",
                    en="Always write from the order page: the number is filled in, and nobody "
                    "has to ask you for it.",
                ),
            ),
        ),
    ),
)
