"""Terms of sale."""

from __future__ import annotations

from ..markup import bullets, paragraphs, section
from ..schema import Block, PageSeed, Words

TERMS = PageSeed(
    key="terms",
    slug=Words("condiciones-de-venta", "terms-of-sale"),
    title=Words("Condiciones de venta", "Terms of sale"),
    summary=Words(
        "Las reglas de una compra en Raíz, en lenguaje llano.",
        "The rules of buying from Raíz, in plain language.",
    ),
    blocks=(
        Block(
            "rich_text",
            {
                "html": Words(
                    paragraphs(
                        "<strong>Raíz es una empresa inventada para mostrar Vitrina.</strong> "
                        "Este texto es un ejemplo de cómo se ven unas condiciones de venta; quien "
                        "abra una tienda de verdad debe escribir las suyas con su abogado.",
                    )
                    + section(
                        "1. Con quién compras",
                        "En Colombia vende Raíz Botánica S.A.S.; en México, Raíz Botánica México; "
                        "en Estados Unidos, Raíz Botanical LLC. Si compras por medio de una "
                        "consultora, el contrato sigue siendo con nosotros, y ella te acompaña.",
                    )
                    + section(
                        "2. Precios",
                        "Cada país tiene su lista de precios, en su moneda. En Colombia y México "
                        "el IVA está incluido. En Estados Unidos el impuesto de venta se suma "
                        "según el estado de entrega y lo ves antes de pagar. El precio que vale "
                        "es el del momento en que haces el pedido. Un precio tachado es el que "
                        "tuvo el producto antes de la rebaja.",
                    )
                    + section(
                        "3. Tu pedido",
                        "Cuando confirmas, creamos el pedido, apartamos tus productos y te damos "
                        "un número. El pedido queda en firme cuando se confirma el pago, o de "
                        "inmediato si pagas al recibir. Si el pago no llega en el plazo que dice "
                        "tu pedido, lo cancelamos y los productos vuelven a la tienda.",
                    ),
                    paragraphs(
                        "<strong>Raíz is an invented company that shows what Vitrina "
                        "does.</strong> This text is an example of what terms of sale look like; "
                        "anyone opening a real store should write their own with their lawyer.",
                    )
                    + section(
                        "1. Who you buy from",
                        "In Colombia the seller is Raíz Botánica S.A.S.; in Mexico, Raíz Botánica "
                        "México; in the United States, Raíz Botanical LLC. If you buy through a "
                        "consultant, your contract is still with us, and she looks after you.",
                    )
                    + section(
                        "2. Prices",
                        "Each country has its own price list, in its own currency. In Colombia "
                        "and Mexico value-added tax is included. In the United States sales tax "
                        "is added according to the state of delivery, and you see it before you "
                        "pay. The price that counts is the one shown when you place the order. A "
                        "crossed-out price is what the product cost before the markdown.",
                    )
                    + section(
                        "3. Your order",
                        "When you confirm, we create the order, set your products aside and give "
                        "you a number. The order is final once payment is confirmed, or right "
                        "away if you pay cash on delivery. If payment does not arrive by the "
                        "deadline in your order, we cancel it and the products go back on sale.",
                    ),
                )
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section("4. Pago")
                    + bullets(
                        "<strong>Transferencia bancaria:</strong> con el número de pedido como "
                        "referencia.",
                        "<strong>Pago al recibir:</strong> donde esté disponible, en efectivo y "
                        "completo.",
                        "Si pagaste y el pedido ya había vencido, lo despachamos si hay "
                        "productos; si no, te devolvemos todo el dinero.",
                    )
                    + section(
                        "5. Entrega",
                        "Los plazos y costos de cada país están en "
                        '<a href="page:shipping">envíos y devoluciones</a>. El producto es tu '
                        "responsabilidad cuando lo recibes, no antes.",
                    )
                    + section(
                        "6. Arrepentirte y devolver",
                        "Tienes treinta días desde la entrega, además de lo que te dé la ley de "
                        "tu país: cinco días hábiles de retracto en Colombia y cinco de "
                        "revocación en México.",
                    )
                    + section(
                        "7. Garantía",
                        "Si un producto llega defectuoso, lo cambiamos o te devolvemos el dinero, "
                        "como prefieras. Los textiles tienen un año de garantía por costuras y "
                        "tejido.",
                    )
                    + section(
                        "8. Reclamos",
                        'Primero, <a href="contact">escríbenos</a>: contestamos en quince días '
                        "hábiles como máximo. También puedes acudir a la Superintendencia de "
                        "Industria y Comercio en Colombia, a la Profeco en México o a la oficina "
                        "de protección al consumidor de tu estado.",
                    )
                    + section(
                        "9. Cambios",
                        "A cada pedido se le aplican las condiciones que estaban publicadas el "
                        "día en que se hizo.",
                    ),
                    section("4. Payment")
                    + bullets(
                        "<strong>Bank transfer:</strong> with your order number as the reference.",
                        "<strong>Cash on delivery:</strong> where available, in cash and in full.",
                        "If you paid after the order had expired, we ship it if the products are "
                        "there; if not, we refund all of it.",
                    )
                    + section(
                        "5. Shipping",
                        "Times and costs for each country are under "
                        '<a href="page:shipping">shipping and returns</a>. The products are your '
                        "responsibility once you receive them, not before.",
                    )
                    + section(
                        "6. Changing your mind",
                        "You have thirty days from delivery, on top of what your country's law "
                        "gives you: five business days to withdraw in Colombia and five to cancel "
                        "in Mexico.",
                    )
                    + section(
                        "7. Warranty",
                        "If a product arrives defective, we replace it or refund you, your choice. "
                        "Textiles carry a one-year warranty on seams and cloth.",
                    )
                    + section(
                        "8. Complaints",
                        'First, <a href="contact">contact us</a>: we answer within fifteen '
                        "business days at most. You can also turn to the Superintendencia de "
                        "Industria y Comercio in Colombia, Profeco in Mexico, or your state's "
                        "consumer protection office.",
                    )
                    + section(
                        "9. Changes",
                        "Each order follows the terms that were published on the day it was "
                        "placed.",
                    ),
                )
            },
        ),
    ),
)
