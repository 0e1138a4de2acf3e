"""What the customer's page of an order says after it was placed."""

from decimal import Decimal

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from commerce.orders import services
from commerce.orders.presentation import OrderView

from .test_desk_detail import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_an_order_on_its_way_begins_with_its_state_and_leads_back(customer, orders):
    order = orders.at("shipped")
    page = customer().get(f"/es-co/orders/{order.number}/")
    assert "En camino" in words(page)
    assert "Gracias, Ana" not in words(page)
    assert 'href="/es-co/orders/history/"' in page.content.decode()


def test_a_refund_is_told_with_its_amount(customer, orders, clerk):
    order = orders.at("delivered")
    services.refund_order(order=order, amount=Decimal(9900), reason="roto", by=clerk)
    said = words(customer().get(f"/es-co/orders/{order.number}/"))
    assert "$9.900 devueltos el" in said
    assert "Pagado, con reembolso parcial" in said


@pytest.mark.parametrize("language, said", [("es-co", "Te devolvimos"), ("en-us", "We refunded")])
@pytest.mark.parametrize("part", ["txt", "html"])
def test_the_mail_about_a_refund_says_how_much(orders, language, said, part):
    order = orders.paid()
    view = OrderView(order, edition=order.placement.edition, for_mail=True)
    with translation.override(language):
        mail = render_to_string(
            f"orders/mail/refunded.{part}",
            {"order": view, "refund": {"amount_text": "$9.900"}, "order_url": "https://x.example/"},
        )
    assert f"{said} $9.900" in mail
