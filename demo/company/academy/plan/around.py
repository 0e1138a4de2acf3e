"""Around the plan."""

from __future__ import annotations

from ...schema import Words
from ..parts import picture, questions, text
from ..schema import LessonSeed, ModuleSeed

AROUND = ModuleSeed(
    key="around",
    title=Words("Alrededor del plan", "Around the plan"),
    summary=Words(
        "El equipo, los papeles y cómo irse.", "The team, the paperwork and how to leave."
    ),
    lessons=(
        LessonSeed(
            key="the-team",
            title=Words("El equipo", "The team"),
            summary=Words(
                "Para qué sirve, y por qué nadie cobra por invitar.",
                "What it is for, and why nobody is paid for inviting.",
            ),
            minutes=7,
            blocks=(
                picture("market_table"),
                text(
                    es="""
                    Casi nadie llega sola: alguien te contó de Raíz y te acompañó a entrar. Esa
                    persona es tu patrocinadora, y así se forma un equipo.

                    ### Qué es

                    Una línea de gente que se acompaña. En *Mi equipo* ves quién entró contigo o
                    por medio de los tuyos, unos niveles hacia abajo, con su zona y lo que cada
                    quien vendió en el mes. Nunca verás sus clientes. Su correo y su teléfono,
                    solo si te lo permiten.

                    También verás quién te acompaña a ti y qué puede ver. Léelo: te conviene
                    saberlo.

                    ### Qué no es

                    **No pagamos por invitar gente.** No hay un bono por entrada, ni una cuota, ni
                    un kit obligatorio que le deje algo a quien invita. Pagamos por vender
                    productos que alguien quería. Tu 30 % no cambia por tener equipo ni por no
                    tenerlo.

                    ### Acompañar bien

                    - Contesta preguntas, sobre todo las que dan pena.
                    - Ve con ella a su primera visita y habla poco.
                    - Nunca le sugieras comprar para «activarse» o para verse bien en una lista.
                      Nada se activa comprando.
                    - Si quiere parar, ayúdala a parar: qué se devuelve y cómo.

                    ### Si te invitan con promesas

                    «En tres meses recuperas», «solo necesitas dos personas», «la empresa te paga
                    por crecer»: nada de eso es de aquí. Cuéntanos quién lo dijo. No para castigar
                    a nadie, sino para que lo aclare.

                    ### Si lideras a varias

                    Una reunión corta al mes sirve más que un grupo que suena todo el día. Treinta
                    minutos: qué le funcionó a cada una, qué le salió mal, qué aprendió. Sin
                    cuadros de honor y sin nombrar cifras de nadie en voz alta. Lo que cada quien
                    vende es cosa suya.
                    """,
                    en="""
                    Hardly anybody arrives alone: somebody told you about Raíz and helped you
                    join. That person is your sponsor, and that is how a team forms.

                    ### What it is

                    A line of people who keep each other company. Under *My team* you see who
                    joined through you or through your people, a few levels down, with their zone
                    and what each sold this month. You will never see their customers. Their email
                    and phone, only if they let you.

                    You also see who looks after you and what they can see. Read it: it is good to
                    know.

                    ### What it is not

                    **We do not pay for bringing people in.** There is no bonus for a new member,
                    no fee, and no required kit that leaves something for whoever invites. We pay
                    for selling products that somebody wanted. Your 30% does not change by having
                    a team, or by having none.

                    ### Looking after somebody well

                    - Answer questions, above all the embarrassing ones.
                    - Go with her on her first visit, and speak little.
                    - Never suggest that she buy to “get active” or to look good on a list.
                      Nothing is activated by buying.
                    - If she wants to stop, help her stop: what can be returned, and how.

                    ### If you are invited with promises

                    “You get it back in three months,” “you only need two people,” “the company
                    pays you to grow”: none of that is from here. Tell us who said it. Not to
                    punish anybody, but so that they can set it right.

                    ### If you lead several people

                    One short meeting a month does more than a group that rings all day. Thirty
                    minutes: what worked for each of you, what went wrong, what you learned. No
                    honor rolls, and nobody's figures read aloud. What each one sells is her own
                    business.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="papers",
            title=Words("Papeles e impuestos", "Paperwork and taxes"),
            summary=Words("Qué guardar y a quién preguntarle.", "What to keep and whom to ask."),
            minutes=6,
            blocks=(
                text(
                    es="""
                    No es la parte divertida. Con quince minutos al mes deja de dar miedo.

                    ### Qué guardar

                    - El recibo de cada compra, que está en la página del pedido.
                    - La cuenta de lo que vendiste y en cuánto.
                    - Los gastos: transporte, muestras, impresiones del QR.

                    Una hoja por mes, en papel o en el celular. Te damos el resumen de tus compras
                    para que lo mires con quien te lleva las cuentas.

                    ### ¿Tengo que facturar o declarar?

                    Depende de tu país y de cuánto vendas, y en los tres países las reglas
                    cambian. No vamos a darte una respuesta general porque sería mala. Pregunta en
                    la oficina de impuestos o a quien sepa, con tu resumen en la mano.

                    ### No eres empleada

                    Vendes por tu cuenta: decides cuándo, a quién y cuánto. Eso quiere decir que
                    la seguridad social y los impuestos son asunto tuyo. Tenlo presente antes de
                    dejar otro trabajo.

                    ### Lo que este curso no dice

                    Fechas de pago, retenciones y documentos son distintos en Colombia, México y
                    Estados Unidos. Pregúntalos en [contacto](contact); te contestan por escrito,
                    y lo escrito es lo que vale.

                    ### Una hoja que sirve

                    Cinco columnas: fecha, a quién, qué, cuánto pagaste y cuánto recibiste.
                    Debajo, los gastos del mes con su recibo pegado o en una foto. Al cierre, una
                    línea con tres cifras: lo que entró, lo que salió y lo que quedó. Con doce de
                    esas hojas, cualquier contador termina en una hora.
                    """,
                    en="""
                    It is not the fun part. Fifteen minutes a month keep it from being scary.

                    ### What to keep

                    - The receipt of each purchase, which is on the order page.
                    - A note of what you sold, and for how much.
                    - Expenses: travel, samples, prints of your QR code.

                    One page a month, on paper or on your phone. We give you a summary of your
                    purchases to go over with whoever does your taxes.

                    ### Do I have to report what I earn?

                    That depends on where you live and how much you sell, and in all three
                    countries the rules change. We will not give you a general answer, because it
                    would be a bad one. Ask the tax office or somebody who knows, with your
                    summary in hand.

                    ### You are not an employee

                    You sell on your own account: you decide when, to whom and how much. It means
                    that insurance and taxes are your business. Keep it in mind before you leave
                    another job.

                    ### What this course does not say

                    Payment dates, withholdings and documents differ between Colombia, Mexico and
                    the United States. Ask through [contact](contact); you get the answer in
                    writing, and what is written is what holds.

                    ### A page that works

                    Five columns: date, for whom, what, what you paid and what you received.
                    Below, the month's expenses, each with its receipt glued on or in a photo. At
                    the end, a line with three numbers: what came in, what went out and what was
                    left. With twelve of those pages any accountant is done in an hour.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="leaving",
            title=Words("Parar o retirarse", "Pausing or leaving"),
            summary=Words(
                "Sin multas, con el 90 % de lo que no abriste.",
                "No penalty, and 90% of what you have not opened.",
            ),
            minutes=6,
            blocks=(
                text(
                    es="""
                    Un plan se conoce por cómo te deja salir. Este es el nuestro.

                    ### Parar

                    No hay metas mensuales ni castigos por no vender. Puedes pasar medio año sin
                    hacer nada y tu 30 % sigue ahí. Si avisas que vas a parar, tus clientes ven tu
                    nombre sin datos de contacto y nosotros los atendemos mientras tanto.

                    ### Retirarte

                    Escríbenos y di que te retiras. No hay multa ni explicación que dar.

                    ### Lo que devuelves

                    Recibimos lo que tengas **sin abrir**, hasta **seis meses** después de
                    comprado, y te devolvemos el **90 %** de lo que pagaste. Si pagaste 70 por un
                    producto, te devolvemos 63. Guarda los recibos: con ellos todo va más rápido.

                    Además, como cualquier persona que compra, tienes treinta días desde la
                    entrega para devolver, también un envase abierto de cada producto.

                    ### Lo que pasa con lo demás

                    - Tus clientes siguen siendo clientes de Raíz. Nadie los llama para
                      reclamarte.
                    - Tu sitio se cierra y tu foto se borra si lo pides.
                    - Los datos que guardaste de otras personas los borras tú: la libreta también.

                    ### Volver

                    Se puede. Muchas paran cuando nace un hijo o cambian de ciudad, y vuelven.
                    Nadie te va a preguntar por qué te fuiste.

                    ### Cómo decírselo a tus clientes

                    Con tiempo y sin drama: «a fin de mes dejo de vender Raíz. Puedes seguir
                    comprando en la tienda, y si quieres otra consultora te presento a una». No
                    pases sus datos sin preguntar. Pídele a cada quien que te diga si quiere que
                    la presentes.
                    """,
                    en="""
                    You know a plan by the way it lets you leave. This is ours.

                    ### Pausing

                    There are no monthly targets and no penalty for not selling. You can go half a
                    year without doing anything and your 30% is still there. If you tell us that
                    you are pausing, your customers see your name without contact details, and we
                    look after them meanwhile.

                    ### Leaving

                    Write to us and say that you are leaving. There is no fee, and nothing to
                    explain.

                    ### What you send back

                    We take back anything **unopened** for up to **six months** after you bought
                    it, and refund **90%** of what you paid. If you paid 70 for a product, we
                    refund 63. Keep the receipts: everything goes faster with them.

                    Besides, like anybody who buys, you have thirty days from delivery to return,
                    including one opened container of each product.

                    ### What happens to the rest

                    - Your customers remain customers of Raíz. Nobody calls them to complain about
                      you.
                    - Your site is closed, and your photo deleted if you ask.
                    - The notes you kept about other people you delete yourself, the notebook as
                      well.

                    ### Coming back

                    You can. Many stop when a child is born or when they move, and come back.
                    Nobody will ask you why you left.

                    ### How to tell your customers

                    In good time and without drama: “I stop selling Raíz at the end of the month.
                    You can go on buying in the store, and if you would like another consultant, I
                    will introduce you to one.” Do not pass on their data without asking. Let each
                    one tell you whether she wants to be introduced.
                    """,
                ),
                questions(
                    Words("Preguntas que nos hacen", "What people ask us"),
                    (
                        Words("¿Hay un pedido mínimo?", "Is there a minimum order?"),
                        Words(
                            "No, ni en el primero ni después.",
                            "No, not for the first one and not later.",
                        ),
                    ),
                    (
                        Words(
                            "¿El kit de inicio es obligatorio?", "Do I have to buy the starter kit?"
                        ),
                        Words(
                            "No. Ayuda a que la gente huela y toque, y nada más.",
                            "No. It helps people smell and touch, and that is all.",
                        ),
                    ),
                    (
                        Words(
                            "¿Me pagan por traer a alguien?", "Am I paid for bringing somebody in?"
                        ),
                        Words(
                            "No. Pagamos por vender productos que alguien quería.",
                            "No. We pay for selling products that somebody wanted.",
                        ),
                    ),
                    (
                        Words("¿Cuánto voy a ganar?", "How much will I make?"),
                        Words(
                            "No lo sabemos, y no le creas a quien diga que sí. La mitad vende "
                            "menos de seis productos al mes.",
                            "We do not know, and do not believe anybody who says they do. Half "
                            "of us sell fewer than six products a month.",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
