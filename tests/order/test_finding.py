"""A guest finds an order again: by its number, however typed, and a mailed code."""

import pytest
from django.core import mail
from oscar.core.loading import get_model

from commerce.addresses.book import saved_addresses, usual_of
from commerce.orders.forms import typed_number
from people.models import Person
from people.services import register
from tests.checkout.conftest import BOGOTA, Shopper

Order = get_model("order", "Order")


def mailed_code() -> str:
    words = mail.outbox[-1].body.split()
    return "".join(part for part in words if part.isdigit() and len(part) == 3)[:6]


@pytest.mark.parametrize(
    "text", ["R7K2-M9QD", "r7k2m9qd", " r7k2 m9qd ", "#R7K2\u2013M9QD", "r7k2\u200b-m9qd"]
)
def test_a_number_is_known_however_it_is_typed(text):
    assert typed_number(text) == "R7K2-M9QD"


def test_a_code_opens_the_order_and_says_when_nothing_fits(shop):
    order = shop.place()
    browser = Shopper()
    browser.at(
        "orders/find/",
        {"number": order.number.lower().replace("-", " "), "email": "ana@correo.example"},
    )
    answer = browser.at("orders/find/code/", {"code": mailed_code()})
    assert answer.status_code == 302 and order.number in answer["Location"]

    browser.at("orders/find/", {"number": "2222-3333", "email": "ana@correo.example"})
    answer = browser.at("orders/find/code/", {"code": mailed_code()}, follow=True)
    assert "Con este correo no se hizo ningún pedido con ese número." in answer.content.decode()


def test_who_proves_the_address_finds_the_addresses_of_paid_orders(orders, shopper):
    paid = orders.paid()
    orders.pending(address=BOGOTA | {"line1": "Calle de otra persona 1"})
    # Confirmed at once, and costs whoever typed it nothing.
    orders.due(address=BOGOTA | {"line1": "Calle de otra persona 2"})

    user = register(
        email=paid.placement.email, edition="es-co", source=Person.Source.CHECKOUT, password="x"
    )

    assert Order.objects.filter(user=user).count() == 3
    kept = saved_addresses(user)
    assert [(row.line1, str(row.phone_number)) for row in kept] == [
        (BOGOTA["line1"], "+573045351581")
    ]
    # Anybody may have typed it: it is offered, and chosen for nobody.
    assert not kept[0].is_default_for_shipping and usual_of(kept) is None
    shopper.force_login(user)
    step = shopper.at("checkout/address/")
    if step.status_code == 200:
        assert step.context["form"]["line1"].value() != BOGOTA["line1"]
