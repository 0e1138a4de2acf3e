"""Shipping and returns: one block for each market, and what holds everywhere."""

from __future__ import annotations

from ..markup import bullets, paragraphs, section
from ..schema import Block, PageSeed, Words

SHIPPING = PageSeed(
    key="shipping",
    slug=Words("envios-y-devoluciones", "shipping-and-returns"),
    title=Words("Envíos y devoluciones", "Shipping and returns"),
    summary=Words(
        "Cuánto cuesta, cuánto tarda y cómo devolver, en cada país.",
        "What it costs, how long it takes and how to return, in each country.",
    ),
    blocks=(
        Block(
            "rich_text",
            {
                "html": Words(
                    section("Envíos en Colombia")
                    + bullets(
                        "<strong>Estándar:</strong> $9.900, de dos a cinco días hábiles; a San "
                        "Andrés y a la Amazonia, hasta diez. Gratis desde $180.000.",
                        "<strong>Al día siguiente:</strong> $17.900 en Bogotá, Medellín y Cali, si "
                        "pides antes del mediodía de un día hábil.",
                        "<strong>Recoger en Rionegro:</strong> sin costo, en uno o dos días "
                        "hábiles, si vives en Antioquia.",
                    )
                    + section(
                        "Tu derecho de retracto",
                        "La ley te da cinco días hábiles desde la entrega para arrepentirte de una "
                        "compra a distancia. Nosotros te damos treinta días calendario, y "
                        "recogemos el paquete sin costo en tu casa.",
                    ),
                    section("Shipping in Colombia")
                    + bullets(
                        "<strong>Standard:</strong> $9,900 COP, two to five business days; up to "
                        "ten to San Andrés and the Amazon region. Free from $180,000 COP.",
                        "<strong>Next day:</strong> $17,900 COP in Bogotá, Medellín and Cali, if "
                        "you order before noon on a business day.",
                        "<strong>Pickup in Rionegro:</strong> free, in one or two business days, "
                        "if you live in Antioquia.",
                    )
                    + section(
                        "Your right to withdraw",
                        "Colombian law gives you five business days from delivery to change your "
                        "mind about a distance purchase. We give you thirty calendar days, and we "
                        "pick up the package from your home at no cost.",
                    ),
                )
            },
            markets=("co",),
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section("Envíos en México")
                    + bullets(
                        "<strong>Estándar:</strong> $119, de tres a seis días hábiles. Gratis "
                        "desde $899.",
                        "<strong>Exprés:</strong> $199 a las ciudades principales, en uno o dos "
                        "días hábiles.",
                    )
                    + section(
                        "Tu derecho a revocar la compra",
                        "La ley te da cinco días hábiles desde la entrega para revocar una compra "
                        "a distancia. Nosotros te damos treinta días naturales y te mandamos la "
                        "guía de devolución ya pagada.",
                    ),
                    section("Shipping in Mexico")
                    + bullets(
                        "<strong>Standard:</strong> $119 MXN, three to six business days. Free "
                        "on orders of $899 MXN or more.",
                        "<strong>Express:</strong> $199 MXN to major cities, in one or two "
                        "business days.",
                    )
                    + section(
                        "Your right to cancel",
                        "Mexican law gives you five business days from delivery to cancel a "
                        "distance purchase. We give you thirty calendar days and send you a "
                        "prepaid return label.",
                    ),
                )
            },
            markets=("mx",),
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section("Envíos en Estados Unidos")
                    + bullets(
                        "<strong>Estándar:</strong> $6.95, de tres a siete días hábiles, a los "
                        "cincuenta estados. Gratis desde $60.",
                        "<strong>En dos días:</strong> $14.95 a los estados continentales, si "
                        "pides antes de las 11 a.m. hora de Houston.",
                    )
                    + section(
                        "Devoluciones",
                        "Tienes treinta días desde la entrega. Te mandamos por correo una etiqueta "
                        "de devolución ya pagada. El impuesto de venta se devuelve junto con el "
                        "precio.",
                    ),
                    section("Shipping in the United States")
                    + bullets(
                        "<strong>Standard:</strong> $6.95, three to seven business days, to all "
                        "fifty states. Free on orders of $60 or more.",
                        "<strong>Two-day:</strong> $14.95 to the contiguous states, if you order "
                        "before 11 a.m. Central.",
                    )
                    + section(
                        "Returns",
                        "You have thirty days from delivery. We email you a prepaid return label. "
                        "Sales tax is refunded along with the price.",
                    ),
                )
            },
            markets=("us",),
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section("Cómo devolver")
                    + bullets(
                        '<a href="contact">Escríbenos</a> con tu número de pedido y lo que quieres '
                        "devolver. No tienes que explicar por qué.",
                        "Empaca como puedas; la caja en que llegó sirve.",
                        "Devolvemos el dinero por el mismo medio de pago, en los diez días hábiles "
                        "siguientes a recibir el paquete.",
                    )
                    + section(
                        "Qué se puede devolver",
                        "Todo lo que esté sin abrir, y un envase abierto de cada producto. No "
                        "podemos recibir alimentos abiertos ni textiles lavados.",
                    )
                    + section(
                        "Si algo llegó mal",
                        "Roto, equivocado o incompleto: mándanos una foto y sale otro el mismo "
                        "día. No tienes que devolver el dañado.",
                    ),
                    section("How to return")
                    + bullets(
                        '<a href="contact">Contact us</a> with your order number and what you '
                        "would like to return. You don't have to say why.",
                        "Pack it any way you can; the box it came in is fine.",
                        "We refund your original payment method within ten business days of "
                        "getting the package.",
                    )
                    + section(
                        "What can be returned",
                        "Anything unopened, and one opened container of each product. We cannot "
                        "take back opened food or washed textiles.",
                    )
                    + section(
                        "If something arrived wrong",
                        "Broken, wrong or missing: send us a photo and a replacement ships the "
                        "same day. You don't have to return the damaged one.",
                    ),
                )
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    paragraphs(
                        "<em>Los días hábiles son de lunes a viernes, sin festivos del país de "
                        "entrega. Los textos legales de esta tienda de demostración son un "
                        "ejemplo.</em>"
                    ),
                    paragraphs(
                        "<em>Business days are Monday to Friday, except holidays in the country of "
                        "delivery. The legal texts of this demonstration store are an "
                        "example.</em>"
                    ),
                )
            },
        ),
    ),
)
