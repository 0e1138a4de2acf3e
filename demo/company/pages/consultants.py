"""How the company works with its consultants, and how to join."""

from __future__ import annotations

from ..markup import bullets, paragraphs, prose, section
from ..scenes import SCENES
from ..schema import Block, PageSeed, Words

CONSULTANTS = PageSeed(
    key="consultants",
    slug=Words("se-consultora", "become-a-consultant"),
    title=Words("Sé consultora de Raíz", "Become a Raíz consultant"),
    summary=Words(
        "Cómo trabajamos con consultoras y consultores: cuánto se gana en cada venta, qué cuesta "
        "empezar y qué no te vamos a prometer.",
        "How we work with consultants: what you earn on each sale, what it costs to begin, and "
        "what we will not promise.",
    ),
    blocks=(
        Block(
            "hero",
            {
                "title": Words("Recomienda lo que usas", "Recommend what you use"),
                "text": Words(
                    "Una consultora de Raíz no toca puertas: contesta preguntas. Compra con "
                    "descuento, acompaña a quien le compra y decide cuánto tiempo le dedica.",
                    "A Raíz consultant does not knock on doors; she answers questions. She buys "
                    "at a discount, looks after her customers and decides how much time to give "
                    "it.",
                ),
                "button_label": Words("Escríbenos", "Contact us"),
                "button_link": "contact",
                "image": "consultant",
            },
        ),
        Block(
            "features",
            {
                "title": Words("Cómo funciona", "How it works"),
                "items": (
                    {
                        "title": Words("Compras con 30 % menos", "You buy at 30% less"),
                        "text": Words(
                            "Sobre el precio de catálogo, desde el primer pedido y sin mínimo.",
                            "Off the catalog price, from your first order, with no minimum.",
                        ),
                        "icon": "wallet",
                    },
                    {
                        "title": Words("No guardas inventario", "You keep no stock"),
                        "text": Words(
                            "Tu clienta pide y nosotros despachamos a su casa o a la tuya.",
                            "Your customer orders and we ship, to her home or to yours.",
                        ),
                        "icon": "package",
                    },
                    {
                        "title": Words("Aprendes primero", "You learn first"),
                        "text": Words(
                            "Dos tardes con Elena y el laboratorio, en persona o por video: "
                            "ingredientes, tipos de piel y cómo decir que no.",
                            "Two afternoons with Elena and the lab, in person or by video: "
                            "ingredients, skin types and how to say no.",
                        ),
                        "icon": "users",
                    },
                ),
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section(
                        "Cuánto se gana",
                        "La diferencia entre lo que pagas y el precio de catálogo: el 30 % de cada "
                        "producto que vendes es tuyo. No pagamos por invitar gente: pagamos por "
                        "vender productos que alguien quería.",
                    )
                    + section("Qué cuesta empezar")
                    + paragraphs(
                        'Nada. El <a href="product:RZ-631">kit de inicio</a> ayuda, porque la '
                        "gente quiere oler y tocar, pero no es obligatorio.",
                    )
                    + section("Lo que no prometemos")
                    + bullets(
                        "No prometemos ingresos. La mitad de nuestras consultoras vende menos de "
                        "seis productos al mes y está contenta con eso.",
                        "No hay metas mensuales ni castigos por no vender.",
                        "Si te retiras, recibimos lo que tengas sin abrir, hasta seis meses "
                        "después de comprado, y te devolvemos el 90 %.",
                    ),
                    section(
                        "What you earn",
                        "The difference between what you pay and the catalog price: 30% of every "
                        "product you sell is yours. We do not pay for bringing people in; we pay "
                        "for selling products somebody wanted.",
                    )
                    + section("What it costs to begin")
                    + paragraphs(
                        'Nothing. The <a href="product:RZ-631">starter kit</a> helps, because '
                        "people like to smell and touch, but you do not have to buy it.",
                    )
                    + section("What we do not promise")
                    + bullets(
                        "We do not promise an income. Half of our consultants sell fewer than six "
                        "products a month and are happy with that.",
                        "There are no monthly targets and no penalty for not selling.",
                        "If you leave, we take back anything unopened for up to six months after "
                        "you bought it, and refund 90%.",
                    ),
                )
            },
        ),
        Block(
            "image",
            {
                "scene": "hands_seedling",
                "alt": SCENES["hands_seedling"],
                "caption": Words(
                    "Las dos tardes terminan en el semillero, con las manos sucias.",
                    "The two afternoons end in the seedbed, with dirty hands.",
                ),
            },
        ),
        Block(
            "quote",
            {
                "text": Words(
                    "Entré por la crema de manos y me quedé por las conversaciones. Ahora en mi "
                    "cuadra me preguntan hasta por las matas.",
                    "I came for the hand cream and stayed for the conversations. Now my neighbors "
                    "ask me about their houseplants, too.",
                ),
                "author": Words(
                    "Maribel Soto, consultora en Zapopan", "Maribel Soto, consultant in Zapopan"
                ),
            },
        ),
        Block(
            "accordion",
            {
                "title": Words("Antes de escribirnos", "Before you write"),
                "items": (
                    {
                        "question": Words("¿Quién puede ser consultora?", "Who can join?"),
                        "answer": prose(
                            es=(
                                "Cualquier persona mayor de edad que viva en Colombia, México o "
                                "Estados Unidos. También hombres; ya son uno de cada diez.",
                            ),
                            en=(
                                "Any adult who lives in Colombia, Mexico or the United States. Men "
                                "too: they are one in ten of us by now.",
                            ),
                        ),
                    },
                    {
                        "question": Words(
                            "¿Tengo que facturar o declarar?", "Do I have to report what I earn?"
                        ),
                        "answer": prose(
                            es=(
                                "Depende de tu país y de cuánto vendas. Te damos el resumen de tus "
                                "compras para que lo mires con quien te lleva las cuentas.",
                            ),
                            en=(
                                "That depends on where you live and how much you sell. We give you "
                                "a summary of your purchases to go over with whoever does your "
                                "taxes.",
                            ),
                        ),
                    },
                    {
                        "question": Words("¿Cómo empiezo?", "How do I begin?"),
                        "answer": prose(
                            es=(
                                'Por ahora, <a href="contact">escribiéndonos</a> con tu nombre y '
                                "tu ciudad. Te llama la consultora más cercana y conversan.",
                            ),
                            en=(
                                'For now, by <a href="contact">writing to us</a> with your name '
                                "and your city. The nearest consultant will call you, and you "
                                "talk it over.",
                            ),
                        ),
                    },
                ),
            },
        ),
        Block(
            "cta",
            {
                "title": Words("Conversemos", "Let us talk"),
                "text": Words(
                    "Cuéntanos dónde vives y qué te gusta usar. Contestamos en dos días hábiles.",
                    "Tell us where you live and what you like to use. We reply within two "
                    "business days.",
                ),
                "button_label": Words("Escríbenos", "Contact us"),
                "button_link": "contact",
            },
        ),
    ),
)
