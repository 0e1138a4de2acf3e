"""The account begins with what matters: what waits, the last order, where it goes."""

import pytest

from commerce.addresses.book import save_address

from .test_desk_list import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

HOME = {
    "first_name": "Ana",
    "last_name": "Gómez",
    "phone": "+573045351581",
    "state": "Bogotá",
    "line4": "Bogotá",
    "line1": "Calle 72 # 10-07",
}


def test_an_order_to_be_paid_stands_first_with_the_way_to_pay_it(customer, orders):
    order = orders.pending("transfer")
    page = customer().at("account/")
    text = words(page)
    assert text.index("Te está esperando") < text.index("Tu último pedido")
    assert f"El pedido {order.number}, de $108.900, espera tu pago" in text
    assert f'href="/es-co/orders/{order.number}/">Ver el pedido' in page.content.decode()


def test_an_order_that_waits_for_nothing_is_only_the_latest(customer, orders):
    order = orders.at("shipped")
    page = customer().at("account/")
    assert "Te está esperando" not in words(page)
    latest = words(page).split("Tu último pedido")[1]
    assert "En camino" in latest and order.number in latest


def test_whoever_never_ordered_is_led_to_the_shop(customer):
    page = customer().at("account/")
    assert "Aquí aparece lo que pidas" in words(page)
    assert 'href="/es-co/catalogo/"' in page.content.decode()


def test_the_usual_address_and_the_phone_are_shown_as_people_write_them(customer):
    browser = customer()
    save_address(user=browser.user, country="CO", fields=HOME)
    browser.user.person.phone = "+573045351581"
    browser.user.person.save(update_fields=["phone"])
    text = words(browser.at("account/"))
    assert "Calle 72 # 10-07" in text.split("A dónde enviamos")[1]
    assert "+57 304 5351581" in text.split("Cómo te encontramos")[1]


def test_a_phone_has_the_way_back_on_every_page_but_the_first(customer):
    browser = customer()
    back = 'class="account__back'
    assert back not in browser.at("account/").content.decode()
    for path in ("account/addresses/", "orders/history/", "account/profile/"):
        assert back in browser.at(path).content.decode()
