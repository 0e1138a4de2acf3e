"""First customers."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, products, text
from ..schema import LessonSeed, ModuleSeed

FIRST_CUSTOMERS = ModuleSeed(
    key="first-customers",
    title=Words("Los primeros clientes", "First customers"),
    summary=Words(
        "Un pedido, una conversación y lo que viene después.",
        "One order, one conversation and what comes after.",
    ),
    lessons=(
        LessonSeed(
            key="first-order",
            title=Words("El primer pedido", "The first order"),
            summary=Words(
                "Dos maneras de hacerlo y cuál conviene.", "Two ways to do it, and which one suits."
            ),
            minutes=7,
            blocks=(
                picture("parcel"),
                text(
                    es="""
                    Llega el día: alguien quiere algo. Hay dos maneras de hacerlo, y las dos están
                    bien.

                    ### Ella pide en tu sitio

                    Le mandas el enlace del producto, ella paga con lo que prefiera y nosotros
                    despachamos a su casa. Tú no tocas la caja ni el dinero. El pedido aparece en
                    *Mis ventas* cuando se confirma. Es lo más sencillo y lo que recomendamos para
                    empezar.

                    ### Tú pides por ella

                    Compras con tu descuento, te llega a ti y se lo entregas. Sirve para quien no
                    compra por internet o para juntar varios pedidos de un edificio en un solo
                    envío. Haz el pedido el mismo día en que te pagan y muéstrale el número.

                    ### No guardes inventario

                    No hace falta tener productos en casa. Si quieres muestras, con dos o tres que
                    de verdad enseñes basta. Un armario lleno no es un negocio: es plata quieta
                    que además se vence. Las cremas abiertas duran seis meses.

                    ### Revisa antes de confirmar

                    - Que el producto se venda en su país. El protector solar, por ejemplo, no
                      está en Estados Unidos.
                    - El tono o el tamaño. Léelo en voz alta con ella.
                    - La dirección, con una indicación que sirva.
                    - El envío: cuánto cuesta, desde qué valor es gratis y en cuántos días llega.

                    ### Si algo sale mal

                    Se arregla desde la página del pedido, como explica *Tus pedidos, sin
                    enredos*. Toma ese curso antes de que te haga falta.

                    ### Entregarlo

                    Si el pedido llega a tu casa, entrégalo el mismo día o avisa cuándo. No lo
                    abras. Incluye el recibo y, si quieres, una tarjeta con tu nombre y el QR de
                    tu sitio. Enséñale dos cosas en un minuto: cuánto se pone y dónde dice hasta
                    cuándo dura después de abierto.
                    """,
                    en="""
                    The day comes: somebody wants something. There are two ways to do it, and both
                    are fine.

                    ### She orders on your site

                    You send her the link of the product, she pays the way she likes, and we ship
                    to her home. You touch neither the box nor the money. The order shows up under
                    *My sales* once it is confirmed. It is the simplest way, and the one we
                    recommend to begin with.

                    ### You order for her

                    You buy at your discount, it comes to you, and you hand it over. It suits
                    somebody who does not buy online, or several orders in one building that can
                    share a shipment. Place the order on the day you are paid, and show her the
                    number.

                    ### Keep no stock

                    You need no products at home. If you want samples, two or three that you
                    really show are enough. A full closet is not a business: it is money standing
                    still, with an expiration date. Creams keep six months once opened.

                    ### Check before you confirm

                    - That the product is sold in her country. The sunscreen, for instance, is not
                      in the United States.
                    - The shade or the size. Read it aloud with her.
                    - The address, with a hint that helps.
                    - Shipping: what it costs, from what amount it is free, and how many days it
                      takes.

                    ### If something goes wrong

                    It is fixed from the order page, as *Your orders, without the tangle*
                    explains. Take that course before you need it.

                    ### Handing it over

                    If the order comes to your home, hand it over the same day or say when. Do not
                    open it. Include the receipt and, if you like, a card with your name and the
                    QR code of your site. Show her two things in a minute: how much to use, and
                    where it says how long it keeps once opened.
                    """,
                ),
                products(
                    Words("Para mostrar, si quieres", "To show, if you like"), "RZ-631", "RZ-504"
                ),
            ),
        ),
        LessonSeed(
            key="first-customer",
            title=Words("El primer cliente", "The first customer"),
            summary=Words(
                "Una lista corta, un mensaje y una visita.", "A short list, a message and a visit."
            ),
            minutes=8,
            blocks=(
                text(
                    es="""
                    Tu primer cliente casi seguro ya te conoce. Eso ayuda y complica: ayuda porque
                    confía, complica porque le cuesta decirte que no. Hazle fácil decirlo.

                    ### La lista corta

                    Escribe cinco nombres, no cincuenta. Gente que alguna vez te preguntó qué
                    usas, que sufre con algo que conoces, o a quien le gustan estas cosas. Si
                    dudas de un nombre, bórralo.

                    ### El mensaje

                    Personal, corto y con salida: «Hola, Diana. Empecé como consultora de Raíz y
                    me acordé de que las manos se te resecan en el trabajo. Hay una crema que me
                    gustó. Si quieres te llevo para probar; si no, todo bien». Nunca el mismo
                    texto para todas.

                    ### La visita

                    Media hora, cuatro momentos:

                    - **Preguntar**, diez minutos. Las cinco preguntas de *Vender con honestidad*.
                    - **Probar**, diez minutos. Un producto, en su piel, sin prisa.
                    - **Decir el precio y cuánto dura**, un minuto.
                    - **Callar y esperar**. Lo que decida está bien.

                    ### Después

                    A los tres días de que le llegue, escribe: «¿Cómo te fue?». Sin ofrecer nada.
                    A las dos semanas, si quiere, revisan juntas si sirvió. Anota lo que te diga:
                    es tu libreta, y en seis meses va a saber más que cualquier folleto.

                    ### Si nadie compra

                    Cinco conversaciones y ninguna venta es un comienzo normal. Mira qué se
                    repite: si nadie probó, faltó preguntar; si probaron y no gustó, era otro
                    producto.
                    """,
                    en="""
                    Your first customer almost certainly knows you already. That helps and
                    complicates: it helps because she trusts you, and complicates because it is
                    hard for her to say no. Make it easy.

                    ### The short list

                    Write down five names, not fifty. People who once asked what you use, who
                    struggle with something you know about, or who simply enjoy these things. If
                    you hesitate over a name, cross it out.

                    ### The message

                    Personal, short, with a way out: “Hi, Diana. I have started as a Raíz
                    consultant, and I remembered that your hands get dry at work. There is a cream
                    I liked. I could bring it for you to try; if not, that is fine.” Never the
                    same text for everybody.

                    ### The visit

                    Half an hour, four moments:

                    - **Ask**, ten minutes. The five questions from *Selling honestly*.
                    - **Try**, ten minutes. One product, on her skin, without hurry.
                    - **Say the price and how long it lasts**, one minute.
                    - **Be quiet and wait.** Whatever she decides is fine.

                    ### Afterward

                    Three days after it arrives, write: “How did it go?” Offer nothing. After two
                    weeks, if she likes, look together at whether it helped. Write down what she
                    tells you: it is your notebook, and in six months it will know more than any
                    leaflet.

                    ### If nobody buys

                    Five conversations and no sale is a normal beginning. See what repeats: if
                    nobody tried anything, you asked too little; if they tried and did not like
                    it, it was the wrong product.
                    """,
                ),
                checklist(
                    Words("Mi primera conversación", "My first conversation"),
                    Words("Escribí cinco nombres", "I wrote down five names"),
                    Words(
                        "Mandé un mensaje personal, con salida",
                        "I sent one personal message, with a way out",
                    ),
                    Words("Pregunté antes de mostrar", "I asked before I showed"),
                    Words(
                        "Escribí a los tres días sin ofrecer nada",
                        "I wrote after three days and offered nothing",
                    ),
                    required=False,
                ),
            ),
        ),
        LessonSeed(
            key="keep-going",
            title=Words("El segundo mes", "The second month"),
            summary=Words("Una hora por semana que sí rinde.", "One hour a week that is worth it."),
            minutes=6,
            blocks=(
                picture("hands_seedling"),
                text(
                    es="""
                    El entusiasmo dura tres semanas. Lo que queda después es la costumbre. Estas
                    son las de las consultoras que siguen contentas a los cinco años.

                    ### La hora de la semana

                    Siempre el mismo día. Veinte minutos para contestar mensajes, que están en
                    *Mensajes* con respuestas listas para copiar; veinte para escribirle a quien
                    le llegó algo; veinte para aprender: una lección, la página de un producto, la
                    lista de ingredientes de otra marca.

                    ### Tus números, sin drama

                    Mira *Mis ventas* una vez al mes. Ahí están los pedidos confirmados y, aparte,
                    tus propias compras. Esos valores incluyen envío e impuestos: tu ganancia se
                    calcula sobre el precio de catálogo de los productos, y eso lo explica el
                    curso del plan.

                    ### Lo que gastas

                    Lleva una cuenta sencilla: transporte, muestras, datos del celular. Si un mes
                    gastaste más de lo que ganaste, no es un fracaso; es una señal para hacer
                    menos visitas o visitas más cercanas. Guarda el resumen de compras para quien
                    te ayuda con los impuestos.

                    ### Parar también se puede

                    Si te cansas, descansa. Si te retiras, recibimos lo que tengas sin abrir,
                    hasta seis meses después de comprado, y te devolvemos el 90 %. Tus clientes no
                    se quedan solos: los atendemos nosotros.

                    ### Preguntar

                    A quien te acompañó a entrar, a nosotros por [contacto](contact) o a otra
                    consultora. Nadie empezó sabiendo.

                    ### Tres preguntas cada tres meses

                    ¿Qué conversación disfruté? ¿Qué hice que no volvería a hacer? ¿A quién le
                    debo una respuesta? Escríbelas en la última hoja de la libreta, con la fecha.
                    Al año tendrás cuatro respuestas de cada una, y ahí se ve, mejor que en
                    cualquier tabla, si esto sigue siendo para ti.
                    """,
                    en="""
                    Enthusiasm lasts three weeks. What is left after that is habit. These are the
                    habits of consultants who are still happy after five years.

                    ### The hour of the week

                    Always on the same day. Twenty minutes to answer messages, which are under
                    *Messages* with answers ready to copy; twenty to write to whoever received
                    something; twenty to learn: a lesson, the page of a product, another brand's
                    ingredient list.

                    ### Your numbers, without drama

                    Look at *My sales* once a month. There are the confirmed orders and, apart
                    from them, your own purchases. Those amounts include shipping and taxes: what
                    you earn is worked out from the catalog price of the products, and the course
                    on the plan explains it.

                    ### What you spend

                    Keep a simple account: travel, samples, phone data. A month in which you spent
                    more than you earned is not a failure; it is a sign to make fewer visits or
                    closer ones. Keep the summary of purchases for whoever helps you with your
                    taxes.

                    ### You may stop, too

                    If you are tired, rest. If you leave, we take back anything unopened for up to
                    six months after you bought it, and refund 90%. Your customers are not left
                    alone: we look after them.

                    ### Ask

                    Whoever brought you in, us through [contact](contact), or another consultant.
                    Nobody began by knowing.

                    ### Three questions every three months

                    Which conversation did I enjoy? What did I do that I would not do again? Whom
                    do I owe an answer? Write them on the last page of the notebook, with the
                    date. After a year you will have four answers to each, and they show better
                    than any chart whether this is still for you.
                    """,
                ),
            ),
        ),
    ),
)
