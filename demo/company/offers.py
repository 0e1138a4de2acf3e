"""What Raíz offers these weeks, and its coupons."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from .schema import MARKETS, Words


@dataclass(frozen=True, slots=True)
class OfferSeed:
    """An offer; ``when`` and ``gives`` as in ``commerce.offers.plan``. Amounts are by market,
    which makes one offer of each. Days are counted from the day on which the demo is built."""

    name: Words
    text: Words
    when: str = "Count"
    when_value: Decimal = Decimal(1)
    category: str = ""
    gives: str = "Percentage"
    gives_value: Decimal | None = None
    amounts: dict[str, tuple[Decimal, Decimal]] = field(default_factory=dict)
    markets: tuple[str, ...] = MARKETS
    priority: int = 0
    combinable: bool = False
    first_day: int | None = None
    last_day: int | None = None
    code: str = ""


OFFERS = (
    OfferSeed(
        name=Words("Lleva 3 y paga 2 en cuerpo", "Buy 2, get 1 free on body care"),
        text=Words(
            "Elige tres productos para el cuerpo: el más económico va por nuestra cuenta.",
            "Choose three body products: the lowest-priced one is on us.",
        ),
        when_value=Decimal(3),
        category="body",
        gives="Multibuy",
        priority=30,
    ),
    OfferSeed(
        name=Words("Tu rutina de rostro, 15 % menos", "Your face routine, 15% off"),
        text=Words(
            "Con dos productos distintos de cuidado facial empieza la rutina, y el descuento.",
            "Two different face products start a routine, and the discount.",
        ),
        when="Coverage",
        when_value=Decimal(2),
        category="face",
        gives_value=Decimal(15),
        priority=20,
        last_day=45,
    ),
    OfferSeed(
        name=Words("Un regalo para compras grandes", "A thank-you for larger orders"),
        text=Words(
            "Se descuenta en el carrito, sin código.",
            "It comes off in your cart; no code needed.",
        ),
        when="Value",
        gives="Absolute",
        amounts={
            "co": (Decimal(320000), Decimal(30000)),
            "mx": (Decimal(1800), Decimal(150)),
            "us": (Decimal(140), Decimal(15)),
        },
        priority=10,
    ),
    OfferSeed(
        name=Words("Textiles y estuches viajan gratis", "Textiles and sets ship free"),
        text=Words(
            "Con uno en el carrito, el envío de todo el pedido no cuesta nada.",
            "With one of them in the cart, the whole order ships free.",
        ),
        category="ritual-gifts",
        gives="Shipping percentage",
        gives_value=Decimal(100),
        priority=5,
        combinable=True,
    ),
    OfferSeed(
        name=Words("10 % con el código RAIZ10", "10% with the code RAIZ10"),
        text=Words(
            "En todo el catálogo, sobre lo que no tenga ya otra oferta.",
            "On everything in the shop that has no other offer.",
        ),
        gives_value=Decimal(10),
        code="RAIZ10",
    ),
    OfferSeed(
        name=Words("Bienvenida a la primavera", "Welcome to spring"),
        text=Words("Terminó: para ver qué dice el carrito.", "Expired: to see what the cart says."),
        gives_value=Decimal(25),
        code="PRIMAVERA25",
        first_day=-60,
        last_day=-20,
    ),
)
