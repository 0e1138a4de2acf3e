"""Whose an order and a customer are, decided at the same moment, on PostgreSQL with real
connections."""

import pytest
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.gateways.models import DemoCharge
from commerce.orders.attempts import start_payment
from commerce.orders.settling import confirm_payment
from people.models import User
from people.services import erase_person, register
from replicated.attribution.models import Credit
from replicated.attribution.services import reassign
from tests.at_once import at_once
from tests.checkout.conftest import Shop

from .factories import PASSWORD, make_consultant

Order = get_model("order", "Order")

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS = 4


@pytest.fixture
def shop(transactional_db):
    return Shop()


def came_by(consultant) -> dict:
    """What a request proves of somebody who followed a consultant's link."""
    return {
        "claims": [
            {
                "reason": "link",
                "seller": consultant.pk,
                "at": timezone.now().isoformat(),
                "by": "link",
            }
        ]
    }


def paid(shop, **changes):
    order = shop.place(shop.basket(), **changes)
    start_payment(order=order, return_url="/")
    shop.bank_says(order, DemoCharge.State.PAID)
    return order


def bonds(person):
    return Credit.objects.current().filter(person=person)


def test_orders_by_two_sellers_that_are_paid_at_once_bind_their_buyer_once(shop):
    lili, marta = make_consultant("Lili", "Gómez"), make_consultant("Marta", "Ruiz")
    for number in range(ROUNDS):
        orders = [
            paid(shop, email=f"ana{number}@correo.example", provenance=came_by(seller))
            for seller in (lili, marta)
        ]
        type(shop.record()).objects.update(num_in_stock=9)

        at_once(*[lambda order=order: confirm_payment(order=order) for order in orders])

        person = orders[0].placement.person
        assert bonds(person).get().consultant in (lili, marta)
        assert Credit.objects.current().filter(order__in=orders).count() == 2


def test_staff_who_reassign_one_customer_at_once_leave_one_current_entry(shop):
    sellers = [make_consultant("Lili", "Gómez"), make_consultant("Marta", "Ruiz"), None]
    clerk = User.objects.create_user("rosa@example.com", PASSWORD)
    order = paid(shop, provenance=came_by(sellers[0]))
    confirm_payment(order=order)
    person = order.placement.person

    at_once(
        *[
            lambda seller=seller: reassign(
                consultant=seller, person=person, why="A petición", by=clerk
            )
            for seller in sellers
        ]
    )

    assert bonds(person).count() == 1


def test_a_person_is_erased_while_their_order_is_confirmed(shop):
    """Both want the order and the person: who erases takes them as who settles does."""
    for number in range(ROUNDS):
        email = f"eva{number}@correo.example"
        user = register(email=email, password=PASSWORD, edition="es-co", source="checkout")
        order = paid(shop, email=email, user=user)
        type(shop.record()).objects.update(num_in_stock=9)

        at_once(
            lambda order=order: confirm_payment(order=order),
            lambda user=user: erase_person(user.person, by=None),
        )

        order = Order.objects.get(pk=order.pk)
        assert order.status == "confirmed"
        assert order.placement.person.erased_at and email not in order.placement.email
