"""Orders of the last months, in every state that one can be in, and two guests who placed some."""

from __future__ import annotations

from .people import CUSTOMERS
from .sales_schema import OrderSeed
from .schema import AddressSeed, CustomerSeed

PAULA, XIMENA, RACHEL = CUSTOMERS

JORGE = CustomerSeed(
    first_name="Jorge",
    last_name="Castañeda",
    email="jorge.castaneda@correo.example",
    phone="+573015550119",
    market="co",
    language="es",
    address=AddressSeed(
        line1="Calle 72 # 10 - 07",
        line2="Oficina 401",
        city="Bogotá",
        state="Bogotá",
        state_code="DC",
        postcode="",
        country="CO",
    ),
)
LUCIA = CustomerSeed(
    first_name="Lucía",
    last_name="Benavides",
    email="lucia.benavides@mail.example",
    phone="+13055550138",
    market="us",
    language="es",
    address=AddressSeed(
        line1="740 Palmetto Lane",
        line2="",
        city="Miami",
        state="Florida",
        state_code="FL",
        postcode="33134",
        country="US",
    ),
)

ORDERS = (
    OrderSeed(
        buyer=PAULA,
        days_ago=96,
        lines=(("RZ-121-50", 1), ("RZ-101-30", 1)),
        delivery="standard",
        gateway="transfer",
        state="delivered",
    ),
    OrderSeed(
        buyer=RACHEL,
        days_ago=55,
        lines=(("RZ-501-50", 1), ("RZ-401-CER", 1), ("RZ-613", 2)),
        delivery="standard",
        gateway="demo",
        state="delivered",
        refunded_share="0.1",
        reason="One of the soaps arrived broken",
    ),
    OrderSeed(
        buyer=XIMENA,
        days_ago=70,
        lines=(("RZ-301-400", 1), ("RZ-311", 1)),
        delivery="standard",
        gateway="demo",
        state="delivered",
    ),
    OrderSeed(
        buyer=PAULA,
        days_ago=41,
        lines=(("RZ-204-75", 2), ("RZ-613", 3)),
        delivery="standard",
        gateway="cash_on_delivery",
        state="delivered",
    ),
    OrderSeed(
        buyer=XIMENA,
        days_ago=30,
        lines=(("RZ-401-HIG", 1),),
        delivery="express",
        gateway="transfer",
        state="cancelled",
        reason="Prefirió otro tono antes del envío",
    ),
    OrderSeed(
        buyer=XIMENA,
        days_ago=20,
        lines=(("RZ-621-CRU-M", 1),),
        delivery="standard",
        gateway="transfer",
        state="expired",
    ),
    OrderSeed(
        buyer=LUCIA,
        days_ago=9,
        lines=(("RZ-632", 1),),
        delivery="standard",
        gateway="transfer",
        state="delivered",
    ),
    OrderSeed(
        buyer=PAULA,
        days_ago=5,
        lines=(("RZ-401-HIG", 1), ("RZ-412-TER", 1)),
        delivery="standard",
        gateway="demo",
        state="shipped",
    ),
    OrderSeed(
        buyer=RACHEL,
        days_ago=3,
        lines=(("RZ-102", 1), ("RZ-111", 1)),
        delivery="expedited",
        gateway="demo",
        state="shipped",
    ),
    OrderSeed(
        buyer=XIMENA,
        days_ago=2.4,
        lines=(("RZ-631", 1),),
        delivery="express",
        gateway="demo",
        state="preparing",
        note="Pidió envoltura de regalo y la tarjeta en blanco.",
    ),
    OrderSeed(
        buyer=JORGE,
        days_ago=1.3,
        lines=(("RZ-504", 1), ("RZ-511", 1)),
        delivery="express",
        gateway="cash_on_delivery",
        state="confirmed",
    ),
    OrderSeed(
        buyer=RACHEL,
        days_ago=0.3,
        lines=(("RZ-622-SAL", 1), ("RZ-614", 2)),
        delivery="standard",
        gateway="demo",
        state="confirmed",
    ),
    OrderSeed(
        buyer=PAULA,
        days_ago=0.1,
        lines=(("RZ-511", 1), ("RZ-621-NAR-M", 1)),
        delivery="standard",
        gateway="transfer",
        state="pending",
    ),
)
"""Oldest first within each customer."""
