"""Orders as counting sees them: lines, a market and the moment of confirmation."""

from decimal import Decimal
from itertools import count

from django.utils import timezone
from oscar.core.loading import get_model

from commerce.orders.models import Placement
from people.models import Person

Order = get_model("order", "Order")
Line = get_model("order", "Line")

_numbers = count(1)


def confirmed_order(units, *, market="co", status="confirmed", confirmed=True):
    """An order of ``{product: quantity}``."""
    order = Order.objects.create(
        number=f"T-{next(_numbers)}",
        currency="COP",
        total_incl_tax=Decimal(1),
        total_excl_tax=Decimal(1),
        status=status,
        date_placed=timezone.now(),
    )
    for product, quantity in units.items():
        Line.objects.create(
            order=order,
            product=product,
            title=product.get_title(),
            quantity=quantity,
            num_allocated=0,
            line_price_incl_tax=Decimal(1),
            line_price_excl_tax=Decimal(1),
            line_price_before_discounts_incl_tax=Decimal(1),
            line_price_before_discounts_excl_tax=Decimal(1),
        )
    Placement.objects.create(
        order=order,
        person=Person.objects.create(email=f"{order.number}@correo.example".lower()),
        market=market,
        edition=f"es-{market}",
        email="ana@correo.example",
        payment_method="demo",
        delivery_name="-",
        fingerprint=order.number,
        confirmed_at=timezone.now() if confirmed else None,
    )
    return order
