"""Payments as a gateway sees them: an order in a market, and what it is asked for."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.gateways.models import Payment
from commerce.orders.models import Placement
from people.models import Person

Order = get_model("order", "Order")
EDITIONS = {"COP": "es-co", "MXN": "es-mx", "USD": "en-us"}


@pytest.fixture
def ask(db):
    """``ask("MXN", "1299.50", gateway="stripe")``: a payment that is about to be begun."""

    def make(currency: str, amount: str, *, gateway: str) -> Payment:
        edition = EDITIONS[currency]
        order = Order.objects.create(
            number=f"T-{Order.objects.count() + 1001}",
            total_incl_tax=Decimal(amount),
            total_excl_tax=Decimal(amount),
            currency=currency,
        )
        Placement.objects.create(
            order=order,
            person=Person.objects.create(first_name="Ana", last_name="Gómez"),
            market=edition[3:],
            edition=edition,
            email="ana@correo.example",
        )
        return Payment.objects.create(
            order=order,
            gateway=gateway,
            amount=Decimal(amount),
            currency=currency,
            state=Payment.State.STARTING,
        )

    return make
