"""The order list where a test makes all the orders that there are."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from oscar.core.loading import get_model

from commerce.orders.search_text import write_search_texts

from .test_desk_list import found

Order = get_model("order", "Order")

pytestmark = pytest.mark.django_db


def test_search_finds_a_sku(desk, orders, shop):
    rare = shop.product("XK-77", co="50000")
    order = orders.pending(basket=shop.basket(rare), expected_total=Decimal(59900))
    orders.pending(email="otra@correo.example")

    assert found(desk.get("/admin/orders/", {"q": "xk-7"})) == [order.number]


def test_search_finds_a_product_s_name_and_the_city(desk, orders, shop):
    rare = shop.product("XK-77", co="50000")
    order = orders.pending(basket=shop.basket(rare), expected_total=Decimal(59900))
    orders.pending(email="otra@correo.example")
    order.lines.update(title="Champú de Azahar")
    write_search_texts([order.pk])

    for typed in ("champu azahar", "CHAMPÚ", f"champu {order.shipping_address.line4}"):
        assert found(desk.get("/admin/orders/", {"q": typed})) == [order.number]


def test_fifty_to_a_page_at_a_constant_cost(desk, shop, orders):
    orders.due()
    desk.at()
    with CaptureQueriesContext(connection) as few:
        desk.at()
    first = Order.objects.get()
    shop.record().__class__.objects.update(num_in_stock=500)
    for each in range(55):
        orders.due(email=f"c{each}@correo.example", first_name=f"C{each}")
    with CaptureQueriesContext(connection) as many:
        page = desk.at()

    assert len(found(page)) == 50
    assert first.number in found(desk.at("?p=2"))
    assert len(many) == len(few) <= 20


def test_a_name_that_is_a_formula_stays_a_name(desk, orders):
    orders.due(first_name="=HYPERLINK(1)", last_name="")
    text = b"".join(desk.at("?export=csv").streaming_content).decode()
    assert "'=HYPERLINK(1)" in text


def test_the_export_says_what_was_bought_and_from_whom(desk, orders):
    order = orders.paid()
    answer = desk.at("?export=csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="orders.csv"'
    (row,) = csv.DictReader(StringIO(b"".join(answer.streaming_content).decode()))

    line = order.lines.get()
    assert row["Products"] == f"{line.quantity} × {line.partner_sku}"
    assert row["Units"] == str(line.quantity)
    assert row["Tax"] == str(order.total_incl_tax - order.total_excl_tax)
    assert row["Shipping cost"] == str(order.shipping_incl_tax)
    assert {"Discount", "Consultant"} <= row.keys()
