"""How one can pay, and what each way is called."""

from __future__ import annotations

from .sales_schema import PaymentSeed
from .schema import MARKETS, Words

PAYMENT_METHODS = (
    # These two are offered where they have their keys; `make run` plays both on this machine.
    PaymentSeed(
        gateway="stripe",
        name=Words("Tarjeta", "Card"),
        note=Words("Crédito o débito.", "Credit or debit."),
        hold_minutes=30,
        markets=("mx", "us"),
    ),
    PaymentSeed(
        gateway="mercadopago",
        name=Words("Mercado Pago", "Mercado Pago"),
        note=Words(
            "PSE, tarjetas o efectivo, en la página de Mercado Pago.",
            "Bank account, cards or cash, on Mercado Pago's page.",
        ),
        hold_minutes=60,
        markets=("co", "mx"),
    ),
    # Where none of them takes money it stands in for them; orders of before were paid by it.
    PaymentSeed(
        gateway="demo",
        name=Words("Tarjeta de demostración", "Demo card"),
        note=Words(
            "Un banco de mentira: tú decides si aprueba o rechaza.",
            "A pretend bank: you decide whether it approves or declines.",
        ),
        hold_minutes=30,
        markets=MARKETS,
    ),
    PaymentSeed(
        gateway="transfer",
        name=Words("Transferencia bancaria", "Bank transfer"),
        note=Words(
            "Apartamos tus productos por dos días mientras llega.",
            "We hold your items for two days while it arrives.",
        ),
        hold_minutes=2880,
        markets=MARKETS,
    ),
    PaymentSeed(
        gateway="cash_on_delivery",
        name=Words("Pago al recibir", "Cash on delivery"),
        note=Words(
            "En efectivo, cuando te entreguen el paquete.",
            "In cash, when your package is delivered.",
        ),
        instructions=Words(
            "Ten el total exacto a mano: quien entrega no siempre lleva cambio.",
            "Have the exact total ready: the carrier does not always have change.",
        ),
        hold_minutes=60,
        markets=("co", "mx"),
    ),
)
