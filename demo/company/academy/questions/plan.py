"""Questions about the compensation plan."""

from __future__ import annotations

from ...schema import Words
from .schema import (
    AcceptedSeed,
    about,
    match,
    number,
    one,
    order,
    right,
    several,
    short_text,
    true_false,
    wrong,
)

PLAN = about(
    "plan",
    one(
        "plan-discount",
        "easy",
        Words(
            "¿Con qué descuento compra una consultora?", "At what discount does a consultant buy?"
        ),
        right("30 %, desde el primer pedido", "30%, from the first order"),
        wrong(
            "30 %, después de cinco pedidos",
            "30%, after five orders",
            Words("Desde el primero y sin mínimo.", "From the first one, with no minimum."),
        ),
        wrong(
            "10 % al comienzo y más con el tiempo",
            "10% at first, and more with time",
            Words("No hay escalas.", "There are no tiers."),
        ),
        wrong("50 %, si compra el kit", "50%, if she buys the kit"),
    ),
    number(
        "plan-hundred",
        "easy",
        Words(
            "Un producto vale 100 en el catálogo. ¿Cuánto pagas tú?",
            "A product costs 100 in the catalog. What do you pay?",
        ),
        "70",
    ),
    number(
        "plan-two-hundred",
        "medium",
        Words(
            "Vendes productos por 200 a precio de catálogo. ¿Cuánto es tu parte?",
            "You sell products for 200 at catalog price. What is your share?",
        ),
        "60",
        feedback=Words("El 30 % de 200.", "30% of 200."),
    ),
    number(
        "plan-own-discount",
        "medium",
        Words(
            "Un producto vale 100 y lo vendes en 90. ¿Cuánto te queda?",
            "A product costs 100 and you sell it for 90. What do you keep?",
        ),
        "20",
        feedback=Words("Pagaste 70: de 90 te quedan 20.", "You paid 70: of 90 you keep 20."),
    ),
    number(
        "plan-what-is-left",
        "hard",
        Words(
            "Vendes 500 a precio de catálogo y gastas 20 en transporte, 35 en una muestra y 10 "
            "en un descuento. ¿Cuánto te queda?",
            "You sell 500 at catalog price and spend 20 on travel, 35 on a sample and 10 on a "
            "discount. What is left?",
        ),
        "85",
        feedback=Words("150 menos 65.", "150 minus 65."),
    ),
    true_false(
        "plan-inviting",
        "easy",
        Words("Raíz paga por invitar gente.", "Raíz pays for bringing people in."),
        False,
        Words(
            "Pagamos por vender productos que alguien quería.",
            "We pay for selling products that somebody wanted.",
        ),
    ),
    true_false(
        "plan-kit",
        "easy",
        Words("El kit de inicio es obligatorio.", "You have to buy the starter kit."),
        False,
        Words(
            "Ayuda, porque la gente quiere oler y tocar, pero empezar no cuesta.",
            "It helps, because people like to smell and touch, but starting costs nothing.",
        ),
    ),
    several(
        "plan-counts",
        "medium",
        Words("¿Qué cuenta como venta? Marca todas.", "What counts as a sale? Mark all."),
        right(
            "Un pedido confirmado de una clienta tuya", "A confirmed order by a customer of yours"
        ),
        right(
            "Un pedido entregado que llegó por tu enlace",
            "A delivered order that came by your link",
        ),
        wrong("Un pedido cancelado", "A canceled order"),
        wrong("Una visita a tu sitio", "A visit to your site"),
        wrong("Una persona que invitaste", "Somebody you invited"),
    ),
    one(
        "plan-based-on",
        "medium",
        Words("¿Sobre qué se calcula tu 30 %?", "What is your 30% worked out on?"),
        right("Sobre el precio de catálogo de los productos", "The catalog price of the products"),
        wrong(
            "Sobre el total con envío e impuestos",
            "The total with shipping and taxes",
            Words(
                "Ese es el valor que muestra Mis ventas.", "That is the amount that My sales shows."
            ),
        ),
        wrong("Sobre lo que compró tu equipo", "What your team bought"),
    ),
    number(
        "plan-leaving-refund",
        "medium",
        Words(
            "Te retiras y devuelves sin abrir un producto por el que pagaste 70 hace cuatro "
            "meses. ¿Cuánto te devolvemos?",
            "You leave and send back, unopened, a product that you paid 70 for four months "
            "ago. What do we refund?",
        ),
        "63",
        feedback=Words(
            "El 90 % de lo que pagaste, hasta seis meses después.",
            "90% of what you paid, up to six months later.",
        ),
    ),
    match(
        "plan-where-to-look",
        "medium",
        Words("¿Dónde ves cada cosa en tu cuenta?", "Where in your account do you see each thing?"),
        (
            Words("Pedidos y totales por mes", "Orders and totals by month"),
            Words("Mis ventas", "My sales"),
        ),
        (
            Words("Quién compra contigo", "Who shops with you"),
            Words("Mis clientes", "My customers"),
        ),
        (
            Words("Quién entró por medio de ti", "Who joined through you"),
            Words("Mi equipo", "My team"),
        ),
        (
            Words("Cuánta gente abre tu sitio", "How many people open your site"),
            Words("Visitas", "Visits"),
        ),
    ),
    true_false(
        "plan-targets",
        "easy",
        Words(
            "Si un mes no vendes, pierdes tu descuento.",
            "If you sell nothing for a month, you lose your discount.",
        ),
        False,
        Words(
            "No hay metas mensuales ni castigos.", "There are no monthly targets and no penalties."
        ),
    ),
    order(
        "plan-sum-order",
        "medium",
        Words(
            "Ordena la cuenta de lo que de verdad queda.",
            "Put the sum of what is really left in order.",
        ),
        Words("Sumar lo vendido a precio de catálogo", "Add up what you sold at catalog price"),
        Words("Sacar el 30 %", "Take 30% of it"),
        Words("Restar transporte, muestras y descuentos", "Subtract travel, samples and discounts"),
        Words("Dividir por las horas", "Divide it by the hours"),
    ),
    short_text(
        "plan-sponsor",
        "easy",
        Words(
            "¿Cómo se llama quien te acompañó a entrar?",
            "What is the person called who helped you join?",
        ),
        AcceptedSeed(Words("patrocinadora", "sponsor")),
        AcceptedSeed(Words("patrocinador", "my sponsor")),
        AcceptedSeed(Words("mi patrocinadora", "the sponsor")),
    ),
)
