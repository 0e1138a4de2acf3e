"""What you earn."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text, tip
from ..schema import LessonSeed, ModuleSeed

EARNING = ModuleSeed(
    key="earning",
    title=Words("Lo que se gana", "What you earn"),
    summary=Words("Una sola cuenta, explicada despacio.", "A single sum, explained slowly."),
    lessons=(
        LessonSeed(
            key="thirty-percent",
            title=Words("El 30 %, paso a paso", "The 30%, step by step"),
            summary=Words(
                "De dónde sale tu parte y sobre qué se calcula.",
                "Where your share comes from and what it is worked out on.",
            ),
            minutes=8,
            blocks=(
                picture("workbench"),
                text(
                    es="""
                    Nuestro plan cabe en una frase: compras con 30 % menos, desde el primer pedido
                    y sin mínimo, y la diferencia con el precio de catálogo es tuya en cada
                    producto que vendes.

                    ### La cuenta

                    Imagina un producto que en el catálogo vale 100. Usamos 100 para que la cuenta
                    sirva en cualquier moneda.

                    - Tú lo pagas a **70**.
                    - Tu clienta lo paga a **100**.
                    - Te quedan **30**.

                    Con tres productos de 100, 40 y 60, el catálogo suma 200 y tu parte es 60. No
                    importa si los vendes en un pedido o en tres: no hay escalas que cambien el
                    porcentaje.

                    ### Sobre qué se calcula

                    Sobre el precio de catálogo de los productos. El envío y los impuestos que
                    paga tu clienta no entran: van a quien lleva el paquete y al Estado. Por eso
                    los valores de *Mis ventas*, que incluyen envío e impuestos, no se multiplican
                    por 30 % así no más.

                    ### Si das un descuento

                    Puedes, de tu parte. Si vendes en 90 lo que vale 100, pagaste 70 y te quedan
                    20. Con dos así, 40. Nadie te pide hacerlo, y a nadie le debes el mismo
                    descuento la próxima vez.

                    ### Lo que usas tú

                    Para tus propias compras el 30 % es un ahorro, no una ganancia. *Mis ventas*
                    muestra tus compras aparte para que no se confundan.
                    """,
                    en="""
                    Our plan fits into one sentence: you buy at 30% less, from your first order
                    and with no minimum, and the difference from the catalog price is yours on
                    every product you sell.

                    ### The sum

                    Take a product that costs 100 in the catalog. We say 100 so that the sum works
                    in any currency.

                    - You pay **70** for it.
                    - Your customer pays **100**.
                    - You keep **30**.

                    With three products of 100, 40 and 60, the catalog adds up to 200 and your
                    share is 60. It makes no difference whether you sell them in one order or in
                    three: there are no tiers that change the percentage.

                    ### What it is worked out on

                    On the catalog price of the products. The shipping and taxes that your
                    customer pays are not part of it: they go to the carrier and to the state.
                    That is why the amounts in *My sales*, which include shipping and taxes,
                    cannot simply be multiplied by 30%.

                    ### If you give a discount

                    You may, out of your own share. Sell for 90 what costs 100, and having paid 70
                    you keep 20. Do it twice and it is 40. Nobody asks you to, and you owe nobody
                    the same discount next time.

                    ### What you use yourself

                    On your own purchases the 30% is a saving, not an earning. *My sales* shows
                    them apart so that they are not mixed up.
                    """,
                ),
                checklist(
                    Words("Haz la cuenta", "Do the sum"),
                    Words(
                        "Calculé cuánto me queda de un producto de 80",
                        "I worked out what I keep of a product at 80",
                    ),
                    Words(
                        "Calculé cuánto me queda si lo vendo en 70",
                        "I worked out what I keep if I sell it at 70",
                    ),
                    Words(
                        "Comparé con lo que dice la pista de abajo",
                        "I compared it with the hint below",
                    ),
                ),
                tip(
                    es="De 80 pagas 56 y te quedan 24. Si lo vendes en 70, te quedan 14.",
                    en="At 80 you pay 56 and keep 24. If you sell it at 70, you keep 14.",
                ),
            ),
        ),
        LessonSeed(
            key="what-counts",
            title=Words("Qué cuenta como venta", "What counts as a sale"),
            summary=Words(
                "Cuándo aparece un pedido, y a nombre de quién.",
                "When an order shows up, and under whose name.",
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    No todo lo que alguien pone en un carrito es una venta. Saber cuándo lo es
                    evita contar dos veces.

                    ### Cuándo

                    Un pedido cuenta cuando se **confirma**: el pago llegó o está asegurado.
                    Aparece en *Mis ventas* en el mes que corresponde según el calendario de tu
                    país. Un pedido sin pagar, vencido o cancelado no cuenta.

                    Si tu clienta devuelve una parte, *Mis ventas* sigue mostrando el pedido como
                    fue. En tu libreta, descuéntalo: lo devuelto no se ganó.

                    ### De quién

                    - De quien tiene el vínculo con la persona que compró: por tu enlace, por tu
                      sitio o por tu código.
                    - Un vínculo que existe se respeta. Si tu vecina es clienta de otra consultora
                      y abre tu enlace, sigue con ella.
                    - Si hay una duda, la resuelve la mesa de consultoras y queda escrito por qué.

                    ### Lo que puedes ver

                    En *Mis clientes*: nombre, desde cuándo y por qué está contigo, y su último
                    pedido. En *Mis ventas*: pedidos y totales por mes. No verás direcciones, y el
                    correo o el teléfono solo si la empresa lo permite y la persona lo sabe.

                    ### Lo que no cuenta

                    Las visitas, los «me gusta», las personas que invitas y los cursos que tomas.
                    Sirven para aprender; no se pagan.

                    ### Un caso

                    Rosa abre tu enlace el lunes y no compra. El jueves entra directamente a la
                    tienda, desde el mismo celular, y pide una crema. Como tu enlace quedó
                    recordado en ese celular, el pedido se te puede atribuir. Si lo hace desde
                    otro, sin cuenta, nadie puede saberlo: por eso ayuda que abra su cuenta en tu
                    sitio.
                    """,
                    en="""
                    Not everything that somebody puts in a cart is a sale. Knowing when it is
                    keeps you from counting twice.

                    ### When

                    An order counts once it is **confirmed**: the payment has arrived or is
                    certain. It shows up under *My sales* in the month it belongs to by your
                    country's calendar. An order that is unpaid, expired or canceled does not
                    count.

                    If your customer returns a part, *My sales* still shows the order as it was.
                    Take it off in your notebook: what came back was not earned.

                    ### Whose

                    - It belongs to whoever has the bond with the person who bought: by your link,
                      on your site or with your code.
                    - A bond that exists stands. If your neighbor is another consultant's customer
                      and opens your link, she stays with her.
                    - In case of doubt the consultant desk decides, and the reason is kept on
                      record.

                    ### What you can see

                    Under *My customers*: name, since when and why they are with you, and their
                    latest order. Under *My sales*: orders and totals by month. You will not see
                    addresses, and email or phone only if the company allows it and the person
                    knows.

                    ### What does not count

                    Visits, likes, people you invite and courses you take. They help you learn;
                    nobody pays for them.

                    ### A case

                    Rosa opens your link on Monday and does not buy. On Thursday she goes to the
                    store directly, on the same phone, and orders a cream. Since your link is
                    remembered on that phone, the order can be credited to you. If she uses
                    another one, without an account, nobody can know: that is why it helps if she
                    signs up on your site.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="what-is-left",
            title=Words("Lo que de verdad queda", "What is really left"),
            summary=Words(
                "De la ganancia a lo que llega al bolsillo.",
                "From the margin to what reaches your pocket.",
            ),
            minutes=8,
            blocks=(
                picture("conversation"),
                text(
                    es="""
                    El 30 % es lo que entra. Lo que queda es otra cifra, y es la que importa.

                    ### Una cuenta completa

                    Supón un mes con ventas de catálogo por 500. Tu parte es 150. Ahora resta:

                    - Transporte para dos visitas: 20.
                    - Una muestra que abriste para enseñar, a tu precio: 35.
                    - Un descuento que diste a una amiga: 10.

                    Quedan 85. Si le dedicaste diez horas, son 8,5 por hora. Esa es la cifra con
                    la que puedes decidir si vale la pena y si quieres hacerlo distinto.

                    ### Lo que no prometemos

                    No prometemos ingresos. La mitad de nuestras consultoras vende menos de seis
                    productos al mes. Muchas lo hacen por el descuento y por la conversación; unas
                    pocas lo vuelven un trabajo de muchas horas. Ninguna de las dos cosas es
                    mejor.

                    ### Dónde se va la plata

                    Casi siempre en lo mismo: inventario que no hacía falta, muestras de más y
                    viajes largos por una sola venta. Por eso no pedimos mínimo, despachamos a la
                    casa de tu clienta y el kit es opcional.

                    ### Una regla

                    No pongas en esto dinero que necesites para vivir, no te endeudes y no compres
                    para alcanzar una meta: aquí no hay metas. Si alguien te dice lo contrario,
                    [cuéntanos](contact).
                    """,
                    en="""
                    The 30% is what comes in. What is left is another number, and it is the one
                    that matters.

                    ### A complete sum

                    Take a month with catalog sales of 500. Your share is 150. Now subtract:

                    - Travel for two visits: 20.
                    - A sample you opened to show, at your price: 35.
                    - A discount you gave a friend: 10.

                    That leaves 85. If you gave it ten hours, it is 8.5 an hour. This is the
                    number by which you can decide whether it is worth it, and whether you want to
                    do it differently.

                    ### What we do not promise

                    We do not promise an income. Half of our consultants sell fewer than six
                    products a month. Many do it for the discount and the conversation; a few make
                    it work of many hours. Neither is better.

                    ### Where the money goes

                    Nearly always into the same things: stock that nobody needed, too many
                    samples, and long trips for a single sale. That is why we ask for no minimum,
                    ship to your customer's home and leave the kit up to you.

                    ### One rule

                    Put no money into this that you need to live on, do not go into debt, and do
                    not buy to reach a target: there are no targets here. If anybody tells you
                    otherwise, [tell us](contact).
                    """,
                ),
                checklist(
                    Words("Mi cuenta del mes", "My sum of the month"),
                    Words(
                        "Escribí cuánto vendí a precio de catálogo",
                        "I wrote down what I sold at catalog price",
                    ),
                    Words(
                        "Resté transporte, muestras y descuentos",
                        "I subtracted travel, samples and discounts",
                    ),
                    Words(
                        "Dividí por las horas que le dediqué", "I divided it by the hours I gave it"
                    ),
                    required=False,
                ),
            ),
        ),
    ),
)
