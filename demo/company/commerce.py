"""How Raíz delivers and gets paid in each market."""

from __future__ import annotations

from decimal import Decimal

from .sales_schema import BankSeed, DeliverySeed
from .schema import Words

FREE_SHIPPING_FROM = {"co": Decimal("180000"), "mx": Decimal("899"), "us": Decimal("60.00")}
"""Goods total, in the market's currency, from which standard delivery costs nothing."""

RETURN_DAYS = {"co": 30, "mx": 30, "us": 30}
"""Days from delivery; the way back costs nothing, as the page on shipping and returns says."""

DELIVERY = {
    "co": (
        DeliverySeed(
            key="standard",
            name=Words("Envío estándar", "Standard shipping"),
            text=Words(
                "A cualquier municipio. A San Andrés y a la Amazonia puede tardar diez.",
                "Anywhere in Colombia. San Andrés and the Amazon region can take ten.",
            ),
            price=Decimal("9900"),
            days=(2, 5),
            free_from=FREE_SHIPPING_FROM["co"],
        ),
        DeliverySeed(
            key="express",
            name=Words("Envío al día siguiente", "Next-day shipping"),
            text=Words(
                "Bogotá, Medellín y Cali, si pides antes del mediodía.",
                "Bogotá, Medellín and Cali, if you order before noon.",
            ),
            price=Decimal("17900"),
            days=(1, 1),
        ),
        DeliverySeed(
            key="pickup",
            name=Words("Recoger en Rionegro", "Pick up in Rionegro"),
            text=Words(
                "En nuestra bodega de El Tablazo; te escribimos cuando esté listo.",
                "At our warehouse in El Tablazo; we email you when it is ready.",
            ),
            price=Decimal("0"),
            days=(1, 2),
        ),
    ),
    "mx": (
        DeliverySeed(
            key="standard",
            name=Words("Envío estándar", "Standard shipping"),
            text=Words(
                "A toda la República.",
                "Anywhere in Mexico.",
            ),
            price=Decimal("119"),
            days=(3, 6),
            free_from=FREE_SHIPPING_FROM["mx"],
        ),
        DeliverySeed(
            key="express",
            name=Words("Envío exprés", "Express shipping"),
            text=Words(
                "A las ciudades principales.",
                "To major cities.",
            ),
            price=Decimal("199"),
            days=(1, 2),
        ),
    ),
    "us": (
        DeliverySeed(
            key="standard",
            name=Words("Envío estándar", "Standard shipping"),
            text=Words(
                "A los cincuenta estados.",
                "To all fifty states.",
            ),
            price=Decimal("6.95"),
            days=(3, 7),
            free_from=FREE_SHIPPING_FROM["us"],
        ),
        DeliverySeed(
            key="expedited",
            name=Words("Envío en dos días", "Two-day shipping"),
            text=Words(
                "Estados continentales, si pides antes de las 11 a.m. hora de Houston.",
                "Contiguous states, if you order before 11 a.m. Central.",
            ),
            price=Decimal("14.95"),
            days=(2, 2),
        ),
    ),
}
"""Market → its delivery methods, the usual one first."""

_INSTRUCTIONS = Words(
    "Transfiere el total exacto y escribe el número de pedido como referencia. Cuando el banco nos "
    "confirme el pago, preparamos tu paquete y te escribimos.",
    "Transfer the exact total and give your order number as the reference. Once the bank confirms "
    "the payment, we pack your order and email you.",
)
_NOTICE = Words(
    "Cuenta inventada para la demostración: no transfieras dinero.",
    "Invented account for the demonstration: do not send money.",
)

BANKS = {
    "co": BankSeed(
        bank="Banco de Demostración",
        holder="Raíz Botánica S.A.S. (demo)",
        account_type=Words("Cuenta de ahorros", "Savings account"),
        account_number="000-000000-00",
        extra=((Words("NIT", "Tax ID (NIT)"), "000.000.000-0"),),
        instructions=_INSTRUCTIONS,
        notice=_NOTICE,
    ),
    "mx": BankSeed(
        bank="Banco de Demostración México",
        holder="Raíz Botánica México (demo)",
        account_type=Words("Cuenta de cheques", "Checking account"),
        account_number="0000000000",
        extra=((Words("CLABE", "CLABE"), "000000000000000000"),),
        instructions=_INSTRUCTIONS,
        notice=_NOTICE,
    ),
    "us": BankSeed(
        bank="Demonstration Bank",
        holder="Raíz Botanical LLC (demo)",
        account_type=Words("Cuenta corriente", "Checking account"),
        account_number="0000000000",
        extra=((Words("Número de ruta (ABA)", "Routing number (ABA)"), "000000000"),),
        instructions=_INSTRUCTIONS,
        notice=_NOTICE,
    ),
}
"""Market → where a bank transfer goes. None of these accounts exists."""
