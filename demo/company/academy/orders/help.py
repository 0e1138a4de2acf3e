"""Return and ask."""

from __future__ import annotations

from ...schema import Words
from ..parts import checklist, picture, text
from ..schema import LessonSeed, ModuleSeed

HELP = ModuleSeed(
    key="help",
    title=Words("Devolver y preguntar", "Return and ask"),
    summary=Words(
        "Treinta días, un envase abierto y una persona que contesta.",
        "Thirty days, one opened container and a person who answers.",
    ),
    lessons=(
        LessonSeed(
            key="send-it-back",
            title=Words("Devolver algo", "Send something back"),
            summary=Words("También si ya lo abriste.", "Even if you have opened it."),
            minutes=7,
            blocks=(
                picture("gift"),
                text(
                    es="""
                    Tienes treinta días desde la entrega. No tienes que explicar por qué, aunque
                    nos sirve saberlo.

                    ### Qué se puede devolver

                    Todo lo que esté sin abrir, y un envase abierto de cada producto: una piel no
                    se conoce en la tienda. No podemos recibir alimentos abiertos ni textiles
                    lavados.

                    ### Paso a paso

                    Escríbenos desde la página del pedido con lo que quieres devolver. Empaca como
                    puedas; la caja en que llegó sirve, y las burbujas también. En Colombia
                    recogemos el paquete en tu casa sin costo; en México y Estados Unidos te
                    mandamos una guía ya pagada.

                    ### El dinero

                    Vuelve por el mismo medio con que pagaste, en los diez días hábiles siguientes
                    a que recibamos el paquete. La página del pedido muestra la devolución con su
                    fecha y su valor; tu banco puede tardar unos días más en reflejarla. En
                    Estados Unidos el impuesto de venta se devuelve junto con el precio.

                    ### Si llegó mal

                    Roto, equivocado o incompleto: mándanos una foto y sale otro el mismo día. Lo
                    dañado no lo tienes que devolver.

                    Los plazos y costos de cada país están en [envíos y
                    devoluciones](page:shipping).

                    ### Si lo compraste por medio de una consultora

                    El derecho es el mismo. Puedes escribirle a ella para que te ayude o
                    escribirnos directamente; como te sea más cómodo. Si ella hizo el pedido a su
                    nombre, ella lo devuelve y te entrega tu dinero. Nadie te debería hacer sentir
                    mal por devolver algo: preferimos eso a un frasco olvidado en el baño.
                    """,
                    en="""
                    You have thirty days from delivery. You do not have to say why, though it
                    helps us to know.

                    ### What can be returned

                    Anything unopened, and one opened container of each product: nobody can tell
                    in a store. We cannot take back opened food or washed textiles.

                    ### Step by step

                    Write to us from the order page and say what you would like to return. Pack it
                    any way you can; the box it came in is fine, bubble wrap and all. In Colombia
                    we pick the package up from your home at no cost; in Mexico and the United
                    States we send you a prepaid label.

                    ### The money

                    It goes back the way you paid, within ten business days of our getting the
                    package. The order page shows the refund with its date and amount; your bank
                    may take a few days more to show it. In the United States sales tax is
                    refunded along with the price.

                    ### If it arrived wrong

                    Broken, wrong or missing: send us a photo and a replacement ships the same
                    day. You do not have to return the damaged one.

                    Times and costs in each country are in [shipping and returns](page:shipping).

                    ### If you bought it through a consultant

                    Your right is the same. Write to her for help or write to us directly,
                    whichever is easier for you. If she placed the order in her own name, she
                    returns it and gives you your money. Nobody should make you feel bad about
                    returning something: we prefer it to a jar forgotten in the bathroom.
                    """,
                ),
                checklist(
                    Words("Para devolver sin vueltas", "For a return without detours"),
                    Words(
                        "Reviso que estoy dentro de los treinta días",
                        "Check that it is within thirty days",
                    ),
                    Words("Escribo desde la página del pedido", "Write from the order page"),
                    Words("Empaco con la tapa bien cerrada", "Pack it with the lid on tight"),
                    Words("Guardo el comprobante de entrega", "Keep the drop-off receipt"),
                    required=False,
                ),
            ),
        ),
        LessonSeed(
            key="your-consultant",
            title=Words("Escribirle a tu consultora", "Write to your consultant"),
            summary=Words(
                "Dónde está, qué puede ver y qué no.",
                "Where to find her, what she can see and what she cannot.",
            ),
            minutes=6,
            blocks=(
                picture("consultant"),
                text(
                    es="""
                    Si llegaste por el enlace de alguien, esa persona te atiende. Verás su nombre
                    arriba de la página y, en tu cuenta, en *Quien te atiende*.

                    ### Escribirle

                    En esa página hay un botón con su nombre. El mensaje le llega a su correo y a
                    su cuenta, y contesta en persona, casi siempre el mismo día. Si dejó otras
                    formas de contacto, como WhatsApp, están debajo.

                    Un buen mensaje es concreto. En lugar de «¿qué me recomiendas?», prueba así:
                    «tengo la piel mixta, uso protector y limpiador, y me arde la nariz en la
                    tarde. ¿Qué quitarías?».

                    ### Qué ve de ti

                    Tu nombre y, según lo que la empresa permita, tus pedidos hechos con ella. Tu
                    dirección, nunca. Al pagar y al crear la cuenta te decimos qué se comparte; el
                    detalle está en [privacidad y cookies](page:privacy).

                    ### Si no tienes consultora

                    No hace falta: puedes comprar directamente y escribirnos. Si alguien te
                    recomendó Raíz, pídele su código y escríbelo en *Quien te atiende*; desde ese
                    momento te acompaña en cada pedido.

                    ### Si algo no va bien

                    Una consultora no puede cobrarte aparte, ni pedirte tu contraseña, ni insistir
                    cuando dijiste que no. Si pasa, [cuéntanos](contact). Lo leemos nosotros, no
                    ella.

                    ### Qué puedes pedirle

                    Que te ayude a escoger entre dos productos. Que te diga cuándo vuelve una
                    vela. Que te acompañe con una devolución. Que te deje probar un tono. Que te
                    recuerde algo en una fecha, o que no te escriba más. Todo eso es su trabajo;
                    lo que no puede darte es un consejo médico.
                    """,
                    en="""
                    If you came by somebody's link, that person is your consultant. You see her
                    name at the top of the page and, in your account, under *Your consultant*.

                    ### Writing to her

                    On that page there is a button with her name. Your message goes to her email
                    and her account, and she replies in person, nearly always the same day. If she
                    shares other ways to reach her, such as WhatsApp, they are below.

                    A good message is specific. Instead of “what do you recommend?” try this: “my
                    skin is combination, I use a sunscreen and a cleanser, and my nose stings in
                    the afternoon. What would you leave out?”

                    ### What she sees of you

                    Your name and, as far as the company allows, the orders you placed with her.
                    Your address, never. At checkout and when you sign up we tell you what is
                    shared; the details are in [privacy and cookies](page:privacy).

                    ### If you have no consultant

                    You do not need one: you can buy from us directly, and write to us. If
                    somebody recommended Raíz, ask for their code and type it under *Your
                    consultant*; from then on they are with you for every order.

                    ### If something is not right

                    A consultant may not charge you on the side, ask for your password or insist
                    after you have said no. If it happens, [tell us](contact). We read it, not
                    she.

                    ### What you can ask her for

                    To help you choose between two products. To tell you when a candle comes back.
                    To see you through a return. To let you try a shade. To remind you of
                    something on a date, or not to write to you any more. All of that is her work;
                    what she cannot give you is medical advice.
                    """,
                ),
            ),
        ),
        LessonSeed(
            key="keep-it-tidy",
            title=Words("Tu cuenta, en orden", "Your account, in order"),
            summary=Words(
                "Direcciones, contraseña y lo que puedes borrar.",
                "Addresses, password and what you can delete.",
            ),
            minutes=5,
            optional=True,
            blocks=(
                text(
                    es="""
                    Cinco minutos al año en *Mi cuenta* ahorran media hora el día que algo se
                    enreda.

                    ### Direcciones

                    Guarda la de tu casa y la del trabajo, con una indicación que sirva de verdad:
                    «portería azul, timbre 3» vale más que «frente al parque». Borra las que ya no
                    usas; ahí es donde terminan los paquetes perdidos.

                    ### Entrar

                    Si olvidaste la contraseña, pide un código: llega a tu correo y sirve para
                    entrar sin ella. Usa una contraseña que no tengas en otra parte. Nadie de Raíz
                    te la va a pedir, ni por teléfono ni por mensaje.

                    ### Tus datos

                    En *Datos y privacidad* descargas un archivo con todo lo que guardamos de ti,
                    y ahí mismo puedes borrar tu cuenta. Los pedidos quedan sin tu nombre, porque
                    la ley pide conservarlos. Borrar no tiene vuelta atrás: baja primero los
                    recibos que necesites.

                    ### Ideas cortas

                    - Cambia de país arriba si vas a mandar un regalo a otro de nuestros países:
                      cada pedido se entrega donde se hace.
                    - Pide la envoltura de regalo en las notas del pedido. No cuesta.
                    - Los envases de vidrio vacíos vuelven con tu consultora o en tu siguiente
                      envío, y descuentan de la compra que sigue.

                    ### En un celular prestado

                    Si entras desde un equipo que no es tuyo, toca *Salir* al terminar. Los
                    equipos compartidos guardan más de lo que uno cree: cierra también el correo
                    donde te llegó el código. Y si alguna vez ves en tu cuenta un pedido que no
                    hiciste, cambia la contraseña y [escríbenos](contact) el mismo día.
                    """,
                    en="""
                    Five minutes a year in *My account* save half an hour on the day something
                    gets tangled.

                    ### Addresses

                    Keep the one at home and the one at work, with a hint that truly helps: “blue
                    gate, bell 3” is worth more than “across from the park.” Delete those you no
                    longer use; that is where lost packages end up.

                    ### Signing in

                    If you forgot your password, ask for a code: it comes by email and lets you in
                    without one. Use a password that you have nowhere else. Nobody at Raíz will
                    ask you for it, by phone or by message.

                    ### Your data

                    Under *Data and privacy* you download one file with everything we keep about
                    you, and there you can erase your account as well. Orders stay without your
                    name, because the law requires us to keep them. Erasing cannot be undone: save
                    the receipts you need first.

                    ### In short

                    - Switch country at the top if you are sending a gift to another of our
                      countries: each order is delivered where it is placed.
                    - Ask for gift wrapping in your order notes. It is free.
                    - Empty glass jars go back with your consultant or in a return package, and
                      are credited to your next order.

                    ### On a borrowed phone

                    If you sign in on a device that is not yours, press *Sign out* when you
                    finish. Shared devices keep more than one thinks: close the mailbox where the
                    code arrived as well. And if you ever see an order in your account that you
                    did not place, change your password and [write to us](contact) that same day.
                    """,
                ),
            ),
        ),
    ),
)
