"""Privacy and cookies: what is kept, for how long, and how to get it out."""

from __future__ import annotations

from ..markup import bullets, paragraphs, prose, section
from ..schema import Block, PageSeed, Words

PRIVACY = PageSeed(
    key="privacy",
    slug=Words("privacidad-y-cookies", "privacy-and-cookies"),
    title=Words("Privacidad y cookies", "Privacy and cookies"),
    summary=Words(
        "Qué guardamos, por cuánto tiempo, y cómo pedir una copia o el borrado.",
        "What we keep, for how long, and how to ask for a copy or for deletion.",
    ),
    blocks=(
        Block(
            "rich_text",
            {
                "html": Words(
                    paragraphs(
                        "Guardamos lo necesario para entregarte un pedido y responderte. No "
                        "vendemos tus datos ni los cruzamos con los de nadie. No usamos cookies de "
                        "publicidad ni de seguimiento.",
                        "Responde por ellos Raíz Botánica S.A.S.; escríbenos a "
                        "privacidad@raiz.example.",
                    ),
                    paragraphs(
                        "We keep what it takes to deliver your order and answer you. We do not "
                        "sell your data or match it with anyone else's. We use no advertising or "
                        "tracking cookies.",
                        "Raíz Botánica S.A.S. is responsible for it; write to "
                        "privacidad@raiz.example.",
                    ),
                )
            },
        ),
        Block(
            "accordion",
            {
                "title": Words("Las cookies", "Cookies"),
                "items": (
                    {
                        "question": Words("Sesión", "Session"),
                        "answer": prose(
                            es=(
                                "Te mantiene dentro de tu cuenta. Se crea al entrar y dura dos "
                                "semanas, o hasta que salgas.",
                            ),
                            en=(
                                "Keeps you signed in. It is set when you sign in and lasts two "
                                "weeks, or until you sign out.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Seguridad (CSRF)", "Security (CSRF)"),
                        "answer": prose(
                            es=(
                                "Comprueba que un formulario de cuenta o de pago lo enviaste tú y "
                                "no otra página. Dura un año y no dice quién eres.",
                            ),
                            en=(
                                "Checks that an account or payment form was sent by you and not by "
                                "another page. It lasts a year and does not say who you are.",
                            ),
                        ),
                    },
                    {
                        "question": Words("País e idioma", "Country and language"),
                        "answer": prose(
                            es=(
                                "Recuerda dónde compras y en qué idioma, si lo escoges tú. Dura un "
                                "año.",
                            ),
                            en=(
                                "Remembers where you shop and in which language, if you choose it "
                                "yourself. It lasts a year.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Tu consultora", "Your consultant"),
                        "answer": prose(
                            es=(
                                "Si llegas por el enlace de una consultora, recordamos quién fue "
                                "durante treinta días, para que tu pedido cuente para ella. Otra "
                                "cookie, de un día, evita contar dos veces tu visita. Ninguna dice "
                                "quién eres.",
                            ),
                            en=(
                                "If you come by a consultant's link we remember whose it was for "
                                "thirty days, so that your order counts for them. Another cookie, "
                                "for one day, keeps your visit from being counted twice. Neither "
                                "says who you are.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Tus precios", "Your prices"),
                        "answer": prose(
                            es=(
                                "Mientras tu sesión está abierta, dice qué precios te "
                                "corresponden. Dura una hora, se renueva sola y no sirve en otro "
                                "navegador.",
                            ),
                            en=(
                                "While you are signed in it says which prices are yours. It lasts "
                                "an hour, renews itself, and is worth nothing in another browser.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Carrito", "Cart"),
                        "answer": prose(
                            es=(
                                "Guarda lo que pusiste en el carrito sin entrar a una cuenta. Se "
                                "crea con el primer producto y dura siete días.",
                            ),
                            en=(
                                "Holds what you put in your cart without signing in. It is set "
                                "with the first product and lasts seven days.",
                            ),
                        ),
                    },
                ),
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section("Qué guardamos y por cuánto tiempo")
                    + bullets(
                        "<strong>Cuenta:</strong> nombre, correo, teléfono y direcciones, mientras "
                        "la tengas abierta.",
                        "<strong>Pedidos:</strong> lo que compraste, cuánto pagaste y a dónde "
                        "llegó, diez años, porque la ley contable lo exige.",
                        "<strong>Mensajes:</strong> lo que nos escribes por el formulario, dos "
                        "años.",
                        "<strong>Carritos sin pedido:</strong> sin tu nombre, hasta que se borran "
                        "por antigüedad.",
                        "<strong>Búsquedas:</strong> cuántas veces se buscó algo cada día, sin "
                        "saber quién, un año.",
                        "<strong>Datos de tarjeta:</strong> ninguno. No pasan por aquí.",
                    )
                    + section(
                        "Quién los ve",
                        "Las personas de Raíz que preparan tu pedido o te responden, la "
                        "transportadora (nombre, dirección y teléfono) y, si compras por medio de "
                        "una consultora, ella: tu nombre y el número, la fecha, el estado y el "
                        "total de tus pedidos. Ni tu correo, ni tu teléfono, ni tu dirección.",
                    )
                    + section(
                        "Tus derechos",
                        "Puedes pedir una copia de todo lo que tenemos de ti, corregirla o pedir "
                        "que la borremos. Escribe a privacidad@raiz.example desde el correo de tu "
                        "cuenta y cumplimos en quince días hábiles como máximo. Al borrar, los "
                        "pedidos quedan sin tu nombre ni tu dirección: solo las cifras que exige "
                        "la contabilidad.",
                        "Si no quedas conforme, puedes acudir a la Superintendencia de Industria y "
                        "Comercio en Colombia, a la autoridad de protección de datos en México o "
                        "al fiscal general de tu estado en Estados Unidos.",
                    )
                    + section(
                        "Esta tienda es una demostración",
                        "Raíz es inventada. No escribas aquí datos verdaderos.",
                    ),
                    section("What we keep, and for how long")
                    + bullets(
                        "<strong>Account:</strong> name, email, phone and addresses, for as long "
                        "as you keep it open.",
                        "<strong>Orders:</strong> what you bought, what you paid and where it "
                        "went, for ten years, because accounting law requires it.",
                        "<strong>Messages:</strong> what you write through the form, for two "
                        "years.",
                        "<strong>Carts without an order:</strong> without your name, until they "
                        "are cleared out with age.",
                        "<strong>Searches:</strong> how often something was searched for each "
                        "day, without knowing by whom, for one year.",
                        "<strong>Card details:</strong> none. They do not pass through here.",
                    )
                    + section(
                        "Who sees it",
                        "The people at Raíz who prepare your order or answer you, the carrier "
                        "(name, address and phone) and, if you buy through a consultant, she does: "
                        "your name and the number, day, state and total of your orders. Not your "
                        "email, your phone or your address.",
                    )
                    + section(
                        "Your rights",
                        "You can ask for a copy of everything we hold on you, correct it, or ask "
                        "us to erase it. Write to privacidad@raiz.example from your account's "
                        "email and we comply within fifteen business days at most. On erasure, "
                        "orders lose your name and address: only the figures that accounting "
                        "requires remain.",
                        "If you are not satisfied, you can turn to the Superintendencia de "
                        "Industria y Comercio in Colombia, the data protection authority in "
                        "Mexico, or your state's attorney general in the United States.",
                    )
                    + section(
                        "This store is a demonstration",
                        "Raíz is invented. Please do not enter real data here.",
                    ),
                )
            },
        ),
    ),
)
