"""A shop with many orders, written in bulk as they would lie there after some years."""

from datetime import timedelta
from decimal import Decimal

# Of all orders, those of one consultant's customers; and how often each of these has ordered.
SHARE = 0.34
ORDERS_OF_EACH = 7
BATCH = 5_000

FIRST = ["Ana", "Beto", "Carla", "Élida", "Fabián", "Inés", "José", "Luis", "María"]
LAST = ["Díaz", "Ruiz", "Gómez", "Peña", "Núñez", "Rojas", "Vargas", "Ortiz", "Silva"]
CITIES = [
    "Bogotá",
    "Medellín",
    "Cali",
    "Barranquilla",
    "Cartagena",
    "Pereira",
    "Manizales",
    "Cúcuta",
    "Ibagué",
]
GOODS = ["Crema", "Aceite", "Jabón", "Champú", "Sérum", "Bálsamo", "Tónico", "Vela"]
KINDS = ["de Manos", "Facial", "Corporal", "Nutritivo", "de Coco", "Cítrico"]
# One in twenty each but those that arrived.
STATUSES = ["delivered"] * 15 + ["shipped", "confirmed", "pending", "cancelled", "expired"]


def fill(numbers: range, consultant) -> None:
    """Orders of these numbers, a third of them by customers of this consultant's."""
    for first in range(0, len(numbers), BATCH):
        _write(numbers[first : first + BATCH], consultant)


def _write(numbers: range, consultant) -> None:
    from django.db import transaction
    from django.utils import timezone
    from oscar.core.loading import get_model

    from commerce.gateways.models import Payment
    from commerce.orders.models import OrderEvent, Placement
    from commerce.orders.search_text import write_search_texts
    from people.models import Person
    from replicated.attribution.deciding import HOUSE
    from replicated.attribution.models import Credit
    from replicated.attribution.reasons import BOUND, LINK

    Address, Order = get_model("order", "ShippingAddress"), get_model("order", "Order")
    Line = get_model("order", "Line")
    now = timezone.now()
    theirs = int(len(numbers) * SHARE)
    with transaction.atomic():
        people = Person.objects.bulk_create(
            Person(
                email=f"bench{number}@correo{number % 37}.example",
                first_name=FIRST[number % len(FIRST)],
                last_name=f"{LAST[number % len(LAST)]} {LAST[number // 13 % len(LAST)]}",
                phone=f"+57300{number:07}",
                edition="es-co",
                source=Person.Source.CHECKOUT,
            )
            for number in numbers[::ORDERS_OF_EACH]
        )
        # (number, who ordered, whether through the consultant)
        ordered = [
            (number, people[place // ORDERS_OF_EACH], place < theirs)
            for place, number in enumerate(numbers)
        ]
        addresses = Address.objects.bulk_create(
            Address(
                first_name=person.first_name,
                last_name=person.last_name,
                line1=f"Calle {number % 180} # {number % 70}-11",
                line4=CITIES[number % len(CITIES)],
                state="CO-DC",
                country_id="CO",
            )
            for number, person, _is_theirs in ordered
        )
        orders = Order.objects.bulk_create(
            Order(
                number=f"B{number // 10_000:03}-{number % 10_000:04}",
                currency="COP",
                total_incl_tax=Decimal(90_000 + number),
                total_excl_tax=Decimal(80_000 + number),
                shipping_incl_tax=0,
                shipping_excl_tax=0,
                shipping_address=address,
                status=STATUSES[number % len(STATUSES)],
                date_placed=now - timedelta(minutes=20 * (number + 1)),
                guest_email=person.email,
            )
            for (number, person, _is_theirs), address in zip(ordered, addresses, strict=True)
        )
        placed = list(zip(ordered, orders, strict=True))
        Placement.objects.bulk_create(
            Placement(
                order=order,
                person=person,
                market="co",
                edition="es-co",
                email=person.email,
                phone=person.phone,
                fingerprint="0" * 64,
                payment_method="transfer",
                delivery_name="Estándar",
                held_until=now + timedelta(days=2) if order.status == "pending" else None,
            )
            for (_number, person, _is_theirs), order in placed
        )
        Payment.objects.bulk_create(
            Payment(
                order=order,
                gateway="transfer",
                state="pending" if order.status == "pending" else "succeeded",
                amount=order.total_incl_tax,
                currency="COP",
            )
            for order in orders
        )
        Line.objects.bulk_create(
            Line(
                order=order,
                partner_name="Bodega",
                partner_sku=f"BN-{(number * 7 + each) % 9_000:04}",
                title=f"{GOODS[number % len(GOODS)]} {KINDS[each]} {number % 400}",
                quantity=1,
                num_allocated=0,
                line_price_incl_tax=30_000,
                line_price_excl_tax=30_000,
                line_price_before_discounts_incl_tax=30_000,
                line_price_before_discounts_excl_tax=30_000,
                unit_price_incl_tax=30_000,
                unit_price_excl_tax=30_000,
            )
            for (number, _person, _is_theirs), order in placed
            for each in range(number % 3 + 1)
        )
        OrderEvent.objects.bulk_create(
            OrderEvent(order=order, kind="replaced" if order.status == "expired" else "confirmed")
            for order in orders
        )
        Credit.objects.bulk_create(
            Credit(
                order=order,
                consultant=consultant if is_theirs else None,
                reason=BOUND if is_theirs else HOUSE,
                decided_at=order.date_placed,
            )
            for (_number, _person, is_theirs), order in placed
        )
        Credit.objects.bulk_create(
            Credit(
                person=person,
                consultant=consultant,
                reason=LINK,
                is_proven=True,
                decided_at=now,
            )
            for person in people[: theirs // ORDERS_OF_EACH]
        )
        write_search_texts(order.pk for order in orders)
