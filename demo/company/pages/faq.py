"""Frequently asked questions."""

from __future__ import annotations

from ..markup import prose
from ..schema import Block, PageSeed, Words


def _question(es: str, en: str, *, answer_es: str, answer_en: str) -> dict[str, Words]:
    return {"question": Words(es, en), "answer": prose(es=(answer_es,), en=(answer_en,))}


FAQ = PageSeed(
    key="faq",
    slug=Words("preguntas-frecuentes", "questions-and-answers"),
    title=Words("Preguntas frecuentes", "FAQ"),
    summary=Words(
        "Pedidos, pagos, envíos, productos y cuenta: lo que más nos preguntan.",
        "Orders, payment, shipping, products and your account: what people ask most.",
    ),
    blocks=(
        Block(
            "accordion",
            {
                "title": Words("Pedidos y pagos", "Orders and payment"),
                "items": (
                    _question(
                        "¿Tengo que crear una cuenta para comprar?",
                        "Do I need an account to buy?",
                        answer_es="No. Basta con tu correo y una dirección. Si después abres una "
                        "cuenta con el mismo correo, tus pedidos aparecen ahí.",
                        answer_en="No. All you need is an email and an address. If you create an "
                        "account later with the same email, your orders show up in it.",
                    ),
                    _question(
                        "¿Cómo puedo pagar?",
                        "How can I pay?",
                        answer_es="Al pagar verás los medios disponibles en tu país. Siempre está "
                        "la transferencia bancaria; en algunos lugares, también el pago al "
                        "recibir.",
                        answer_en="At checkout you see what is available in your country. Bank "
                        "transfer always is; in some places you can also pay cash.",
                    ),
                    _question(
                        "Pagué por transferencia, ¿y ahora?",
                        "I paid by bank transfer. What now?",
                        answer_es="Guardamos tus productos mientras el banco confirma, casi "
                        "siempre un día hábil. Cuando llega, te escribimos y empacamos. Si pasa "
                        "el plazo que dice tu pedido, lo cancelamos y te avisamos.",
                        answer_en="We hold your products while the bank confirms, usually one "
                        "business day. When the money arrives we email you and pack. If the "
                        "deadline in your order goes by, we cancel it and let you know.",
                    ),
                    _question(
                        "¿Puedo cambiar o cancelar un pedido?",
                        "Can I change or cancel an order?",
                        answer_es='Sí, mientras no haya salido. <a href="contact">Escríbenos</a> '
                        "con el número del pedido.",
                        answer_en='Yes, until it ships. <a href="contact">Contact us</a> with '
                        "your order number.",
                    ),
                    _question(
                        "¿Los precios incluyen impuestos?",
                        "Do prices include tax?",
                        answer_es="En Colombia y México, sí: el IVA está incluido. En Estados "
                        "Unidos el impuesto depende del estado y lo ves antes de pagar.",
                        answer_en="In Colombia and Mexico they do. In the United States sales tax "
                        "depends on your state, and you see it before you pay.",
                    ),
                ),
            },
        ),
        Block(
            "accordion",
            {
                "title": Words("Envíos y devoluciones", "Shipping and returns"),
                "items": (
                    _question(
                        "¿Cuánto tarda mi pedido?",
                        "How long does shipping take?",
                        answer_es="Depende de tu país y del método que escojas. Los plazos y "
                        'precios están en <a href="page:shipping">envíos y devoluciones</a>.',
                        answer_en="That depends on your country and on the method you choose. "
                        'Times and prices are under <a href="page:shipping">shipping and '
                        "returns</a>.",
                    ),
                    _question(
                        "¿Puedo devolver un producto abierto?",
                        "Can I return something I have opened?",
                        answer_es="Sí, durante treinta días, un envase abierto de cada producto. "
                        "Queremos saber por qué no te fue bien, si nos lo quieres contar.",
                        answer_en="Yes, for thirty days, one opened container of each product. We "
                        "would like to hear why it did not work, if you care to tell us.",
                    ),
                    _question(
                        "¿Por qué un producto no se vende en mi país?",
                        "Why is a product not sold in my country?",
                        answer_es="A veces por el registro: en Estados Unidos, un protector solar "
                        "se registra como medicamento y todavía no lo tenemos. A veces por el "
                        "peso del envío, como en las sales de baño.",
                        answer_en="Sometimes because of registration: in the United States a "
                        "sunscreen is registered as a drug, and ours is not yet. Sometimes "
                        "because of shipping weight, as with the bath salts.",
                    ),
                    _question(
                        "¿Envían de un país a otro?",
                        "Do you ship from one country to another?",
                        answer_es="Cada pedido se entrega en el país donde se hace. Si quieres "
                        "mandar algo a otro país nuestro, cambia de país arriba y compra allá.",
                        answer_en="Each order is delivered in the country where it is placed. To "
                        "send something to another of our countries, switch country at the top "
                        "and order there.",
                    ),
                ),
            },
        ),
        Block(
            "accordion",
            {
                "title": Words("Productos", "Products"),
                "items": (
                    _question(
                        "Tengo la piel sensible. ¿Qué uso?",
                        "My skin is sensitive. What should I use?",
                        answer_es="Empieza por el gel de avena y por productos sin perfume, de a "
                        "uno, con una semana entre ellos. Prueba antes en el antebrazo. Si ya "
                        "estás en consulta con una dermatóloga, muéstrale la lista de "
                        "ingredientes.",
                        answer_en="Start with the oat gel and with fragrance-free products, one at "
                        "a time, a week apart. Try a little on your forearm first. If you are "
                        "seeing a dermatologist, show her the ingredient list.",
                    ),
                    _question(
                        "¿Puedo usarlos en el embarazo?",
                        "Can I use them while pregnant?",
                        answer_es="Esa respuesta le toca a tu médica. Danos el nombre del producto "
                        "y le enviamos la fórmula completa.",
                        answer_en="That one is for your doctor to answer. Give us the name of the "
                        "product and we will send her the full formula.",
                    ),
                    _question(
                        "¿Cuánto duran después de abiertos?",
                        "How long do they keep once opened?",
                        answer_es="Lo dice el símbolo del frasco abierto en cada envase: seis "
                        "meses las cremas, doce los aceites, tres el sérum de camu camu.",
                        answer_en="Look for the open-jar symbol on the container: six months for "
                        "creams, twelve for oils, three for the camu camu serum.",
                    ),
                    _question(
                        "¿Son veganos?",
                        "Are they vegan?",
                        answer_es="Casi todos. El bálsamo labial lleva cera de abejas y el "
                        "labial en tono Cereza lleva carmín; ahí lo decimos.",
                        answer_en="Nearly all. The lip balm has beeswax and the lipstick in Cherry "
                        "has carmine; their pages say so.",
                    ),
                ),
            },
        ),
        Block(
            "accordion",
            {
                "title": Words("Tu cuenta y tus datos", "Your account and your data"),
                "items": (
                    _question(
                        "Olvidé mi contraseña.",
                        "I forgot my password.",
                        answer_es="Pide un código en la página de ingreso: llega a tu correo y "
                        "sirve para entrar sin contraseña.",
                        answer_en="Ask for a code on the sign-in page: it comes by email and lets "
                        "you in without a password.",
                    ),
                    _question(
                        "¿Cómo borro mi cuenta?",
                        "How do I delete my account?",
                        answer_es="Escríbenos desde tu correo. La borramos en quince días hábiles "
                        'y te decimos qué debemos conservar. Está en <a href="page:privacy">'
                        "privacidad y cookies</a>.",
                        answer_en="Email us from your account address. We delete it within fifteen "
                        "business days and tell you what we have to keep. See "
                        '<a href="page:privacy">privacy and cookies</a>.',
                    ),
                ),
            },
        ),
        Block(
            "cta",
            {
                "title": Words("¿No está tu pregunta?", "Didn't find your question?"),
                "text": Words(
                    "Escríbenos. Contesta una persona, el mismo día hábil.",
                    "Contact us. A person replies, the same business day.",
                ),
                "button_label": Words("Ir a contacto", "Contact us"),
                "button_link": "contact",
            },
        ),
    ),
)
