"""The posts."""

from __future__ import annotations

from ...schema import Words
from ..parts import agreement, checklist, picture, questions, text
from ..schema import LessonSeed, ModuleSeed

POSTS = ModuleSeed(
    key="posts",
    title=Words("Las publicaciones", "The posts"),
    summary=Words(
        "Fotos, permisos, comentarios y lo que confirmas.",
        "Pictures, permissions, comments and what you confirm.",
    ),
    lessons=(
        LessonSeed(
            key="pictures-and-permission",
            title=Words("Fotos y permisos", "Pictures and permission"),
            summary=Words(
                "De quién es una foto y quién sale en ella.",
                "Whose a picture is, and who is in it.",
            ),
            minutes=7,
            blocks=(
                picture("skin_blush"),
                text(
                    es="""
                    Una buena foto tuya vale más que diez nuestras. Solo hay que mirar dos cosas:
                    de quién es y quién sale.

                    ### De quién es

                    - **La tomaste tú:** úsala.
                    - **Es de la tienda:** puedes compartirla desde la página del producto, con su
                      enlace, sin recortarla ni ponerle texto encima.
                    - **La encontraste en internet:** no. «Tomada de Google» no es un permiso.
                    - **Es de otra consultora:** pídesela y nómbrala.
                    - **Lleva música:** usa la que ofrece la red misma. Lo demás tiene dueño.

                    ### Quién sale

                    Para publicar a una persona necesitas su permiso por escrito: un mensaje
                    basta. Debe decir qué foto, dónde y por cuánto tiempo. Si cambia de opinión,
                    la quitas el mismo día, sin preguntar.

                    **Niñas y niños, no.** Ni con permiso. Tampoco de espaldas.

                    ### Cómo tomarla

                    Luz de ventana, fondo de tu casa, el envase con la etiqueta al frente. Sin
                    filtros que cambien la piel: un filtro en una foto de crema es una afirmación
                    falsa. Que se vean poros; todo el mundo tiene.

                    ### Lo que se cuela

                    Mira el fondo antes de publicar: una dirección en la caja, una guía de envío,
                    la pantalla con el nombre de una clienta. Es lo primero que alguien lee.

                    ### El mensaje del permiso

                    «Hola, Rocío. ¿Me dejas publicar en mi Instagram la foto de tus manos que
                    tomamos hoy? No pongo tu nombre, y la quito cuando me digas.» Guarda su
                    respuesta. Si dice «claro, pero sin la argolla», se corta la argolla o no se
                    publica: el permiso es exactamente el que te dieron.
                    """,
                    en="""
                    One good picture of yours is worth ten of ours. There are only two things to
                    look at: whose it is, and who is in it.

                    ### Whose it is

                    - **You took it:** use it.
                    - **It is from the store:** you may share it from the product's page, with its
                      link, without cropping it or writing over it.
                    - **You found it on the internet:** no. “From Google” is not permission.
                    - **It is another consultant's:** ask her, and name her.
                    - **It has music:** use what the network itself offers. Everything else has an
                      owner.

                    ### Who is in it

                    To post a person you need their permission in writing: a message will do. It
                    should say which picture, where, and for how long. If they change their mind,
                    you take it down the same day, without asking.

                    **No children.** Not with permission, and not from behind.

                    ### How to take it

                    Window light, your own home behind it, the label facing front. No filters that
                    change skin: a filter on a picture about a cream is a false claim. Let pores
                    show; everybody has them.

                    ### What slips in

                    Look at the background before you post: an address on the box, a shipping
                    label, a screen with a customer's name. It is the first thing somebody reads.

                    ### The message that asks

                    “Hi, Rocío. May I post the picture of your hands that we took today on my
                    Instagram? I will not put your name, and I take it down whenever you say.”
                    Keep her answer. If she says “sure, but without the ring,” crop the ring or do
                    not post it: the permission is exactly the one you were given.
                    """,
                ),
                checklist(
                    Words("Antes de publicar una foto", "Before you post a picture"),
                    Words(
                        "La tomé yo, o tengo permiso de quien la tomó",
                        "I took it, or have permission from whoever did",
                    ),
                    Words(
                        "Tengo por escrito el permiso de quien sale",
                        "I have permission in writing from whoever is in it",
                    ),
                    Words(
                        "No hay niños ni datos de nadie en el fondo",
                        "No children, and nobody's data in the background",
                    ),
                    Words("No tiene filtros sobre la piel", "There is no filter on the skin"),
                ),
            ),
        ),
        LessonSeed(
            key="networks-and-groups",
            title=Words("Redes, grupos y comentarios", "Networks, groups and comments"),
            summary=Words(
                "Decir que vendes, no invadir y contestar en calma.",
                "Say that you sell, do not intrude, and answer calmly.",
            ),
            minutes=7,
            blocks=(
                text(
                    es="""
                    Cada red tiene sus reglas. Estas cuatro sirven en todas.

                    ### Di que vendes

                    En cada publicación sobre un producto, al comienzo y en el idioma de quien
                    lee: «soy consultora de Raíz» o «publicidad». No basta con ponerlo en el
                    perfil, ni entre veinte etiquetas al final. Si un regalo o un descuento
                    nuestro está de por medio, también se dice.

                    ### No invadas

                    Nadie entra a un grupo tuyo sin haber dicho que sí. En grupos ajenos, pregunta
                    antes a quien los administra. No comentes en publicaciones de otra marca para
                    vender, ni en las de otra consultora. Un mensaje en frío al día no es
                    constancia: es molestia.

                    ### Los anuncios pagados

                    Puedes anunciar tu sitio con tu nombre. No pujes por la palabra «Raíz» sola ni
                    uses el logotipo. Enlaza siempre a tu página, nunca a un formulario que pida
                    datos por fuera de la tienda. Y no vendas en mercados en línea: allá nadie
                    sabe quién atiende.

                    ### Cuando alguien se queja

                    Contesta una vez, en público y en corto: «Lamento que te pasara. Te escribo
                    para ayudarte». Lo demás, en privado. No borres la queja, no discutas y no
                    pidas que la quiten a cambio de algo. Si alguien dice que un producto le hizo
                    daño, dile que lo suspenda y que consulte, y cuéntanoslo ese día por
                    [contacto](contact): necesitamos saberlo.
                    """,
                    en="""
                    Every network has its rules. These four hold in all of them.

                    ### Say that you sell

                    In every post about a product, at the beginning and in the reader's language:
                    “I am a Raíz consultant,” or “ad.” Having it in your profile is not enough,
                    nor among twenty hashtags at the end. If a gift or a discount from us is
                    involved, say that as well.

                    ### Do not intrude

                    Nobody joins a group of yours without having said yes. In other people's
                    groups, ask whoever runs them first. Do not comment on another brand's posts
                    to sell, or on another consultant's. One cold message a day is not
                    persistence: it is a nuisance.

                    ### Paid ads

                    You may advertise your site under your name. Do not bid on the word “Raíz”
                    alone, and do not use the logo. Always link to your page, never to a form that
                    asks for data outside the store. And do not sell on online marketplaces:
                    nobody there knows who looks after them.

                    ### When somebody complains

                    Answer once, in public and briefly: “I am sorry that happened. I am writing to
                    you to help.” The rest, in private. Do not delete the complaint, do not argue,
                    and do not ask to have it removed in exchange for something. If somebody says
                    a product hurt them, tell them to stop using it and see a doctor, and tell us
                    that same day through [contact](contact): we need to know.
                    """,
                ),
                questions(
                    Words("¿Se puede?", "May I?"),
                    (
                        Words("Hacer una rifa de un producto", "Raffle off a product"),
                        Words(
                            "Mejor no. En los tres países las rifas tienen reglas propias, y "
                            "casi siempre piden un permiso.",
                            "Better not. In all three countries raffles have rules of their "
                            "own, and nearly always need a permit.",
                        ),
                    ),
                    (
                        Words("Grabarme usando la crema", "Film myself using the cream"),
                        Words(
                            "Sí. Di que eres consultora al comienzo y cuenta lo que sientes, "
                            "no lo que cura.",
                            "Yes. Say at the beginning that you are a consultant, and tell "
                            "what you feel, not what it cures.",
                        ),
                    ),
                    (
                        Words("Compararla con otra marca", "Compare it with another brand"),
                        Words(
                            "Con hechos que se leen en la etiqueta, sí: tamaño, precio, "
                            "perfume. Sin decir que la otra hace daño.",
                            "With facts that stand on the label, yes: size, price, fragrance. "
                            "Without saying that the other one does harm.",
                        ),
                    ),
                ),
            ),
        ),
        LessonSeed(
            key="what-you-confirm",
            title=Words("Lo que confirmas", "What you confirm"),
            summary=Words(
                "Las guías en una página, y tu palabra.",
                "The guidelines on one page, and your word.",
            ),
            minutes=5,
            blocks=(
                text(
                    es="""
                    Nadie se sabe las guías de memoria. Por eso caben en una página: guárdala y
                    vuelve a ella antes de publicar.

                    Si una publicación tuya no cumple, te escribimos. Dices qué pasó, la corriges
                    o la bajas, y sigues. Si se repite, o si promete ingresos o curas, puedes
                    perder tu sitio. Preferimos mil veces que preguntes antes: por
                    [contacto](contact), con el texto o la foto, y te contestamos en dos días
                    hábiles.

                    ### Para repasar

                    Si tuvieras que quedarte con tres: di quién eres y que vendes; di lo que el
                    producto hace y nada más; no muestres a nadie que no te lo haya permitido. Con
                    esas tres, casi cualquier publicación sale bien. Las demás son para los casos
                    raros.

                    Esta página se queda aquí. Cuando dudes, vuelve a *Lo que se puede afirmar* y
                    pasa tu texto por la lista.
                    """,
                    en="""
                    Nobody knows the guidelines by heart. That is why they fit on one page: keep
                    it, and come back to it before you post.

                    If a post of yours does not keep to them, we write to you. You say what
                    happened, correct it or take it down, and go on. If it happens again, or if it
                    promises income or cures, you may lose your site. We would much rather have
                    you ask first: through [contact](contact), with the text or the picture, and
                    we reply within two business days.

                    ### To sum up

                    If you had to keep only three: say who you are and that you sell; say what the
                    product does and nothing more; show nobody who has not allowed it. With those
                    three, nearly any post comes out well. The others are for the odd cases.

                    This page stays here. When in doubt, go back to *What you may claim* and run
                    your text past the list.
                    """,
                ),
                agreement(
                    Words("Guías de comunicación", "Communication guidelines"),
                    Words(
                        "Leí las guías de comunicación y las sigo en todo lo que publico.",
                        "I have read the communication guidelines and follow them in "
                        "everything I post.",
                    ),
                    es="""
                    - Me presento con mi nombre y como consultora de Raíz, nunca como la empresa.
                    - Digo que vendo, al comienzo de cada publicación.
                    - Digo lo que el producto hace. No nombro enfermedades ni muestro un antes y
                      después.
                    - No publico ingresos ni promesas de ingresos, míos ni de nadie.
                    - Publico precios y plazos ciertos, o enlazo la página.
                    - Uso fotos mías o con permiso, y sin filtros sobre la piel.
                    - Publico a una persona solo con su permiso por escrito, y nunca a niños.
                    - No escribo a quien no lo pidió ni lo agrego a grupos.
                    - Contesto las quejas con calma y aviso el mismo día si alguien dice que un
                      producto le hizo daño.
                    """,
                    en="""
                    - I introduce myself by my name and as a Raíz consultant, never as the
                      company.
                    - I say that I sell, at the beginning of each post.
                    - I say what a product does. I name no illnesses and show no before and after.
                    - I post no income and no promise of income, mine or anybody's.
                    - I post prices and dates that are true, or link to the page.
                    - I use pictures that are mine or that I have permission for, with no filter
                      on skin.
                    - I post a person only with their permission in writing, and never children.
                    - I do not write to people who did not ask, or add them to groups.
                    - I answer complaints calmly, and report it the same day if somebody says a
                      product hurt them.
                    """,
                ),
            ),
        ),
    ),
)
