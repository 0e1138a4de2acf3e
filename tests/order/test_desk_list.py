"""The order list: what it finds, what it filters, what it costs, what it exports."""

from copy import deepcopy
from datetime import datetime, timedelta
from decimal import Decimal
from io import BytesIO
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.order_desk.views.index import OrderIndexView
from commerce.orders.models import Placement
from people.services import erase_person, update_person
from tests.checkout.conftest import MIAMI
from tests.order.conftest import Orders

Order = get_model("order", "Order")

pytestmark = pytest.mark.django_db


def found(response) -> list[str]:
    """The numbers on the page, in order."""
    page = BeautifulSoup(response.content, "html.parser")
    return [link.text.strip() for link in page.select("td.title .title-wrapper a")]


def words(response) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())


@pytest.fixture(scope="module")
def three_orders(prepare, built_shop):
    return prepare(lambda: order_three(Orders(deepcopy(built_shop), clerk=None)))


@pytest.fixture
def three(db, three_orders):
    """A transfer of Ana's in Colombia, cash of Luz's, a paid order of Joe's in Miami. All of this
    module has them: what begins without orders is in test_desk_list_alone."""
    return deepcopy(three_orders)


def order_three(orders):
    shop = orders.shop
    shop.record().__class__.objects.update(num_in_stock=50)
    return {
        "ana": orders.pending(),
        "luz": orders.due(
            first_name="Luz",
            last_name="Peña Ríos",
            email="luz@correo.example",
            phone="+573115550199",
        ),
        "joe": orders.paid(
            basket=shop.basket(edition="en-us"),
            edition="en-us",
            first_name="Joe",
            last_name="Miller",
            email="joe@mail.example",
            phone="+13055550123",
            address=MIAMI,
            expected_total=Decimal("31.50"),
        ),
    }


def test_the_list_says_what_a_clerk_asks_first(desk, three):
    page = desk.at()
    text = words(page)

    assert found(page) == [three[name].number for name in ("joe", "luz", "ana")]
    assert "Luz Peña Ríos" in text and "luz@correo.example" in text
    assert "COP 108.900" in text and "USD 31.50" in text
    assert "Bank transfer" in text and "Due on delivery" in text


def test_the_time_is_the_market_s(desk, three):
    moment = datetime(2026, 3, 1, 3, 30, tzinfo=ZoneInfo("UTC"))
    Order.objects.filter(pk=three["ana"].pk).update(date_placed=moment)

    # Bogotá is five hours behind: it was still the last day of February there.
    assert "02/28/2026 10:30 p.m." in words(desk.at(f"?q={three['ana'].number}"))


@pytest.mark.parametrize(
    "typed, who",
    [
        ("luz@correo", "luz"),
        ("peña", "luz"),
        ("PEÑA", "luz"),
        ("luz ríos", "luz"),
        ("RIOS luz pena", "luz"),
        ("joe miami", "joe"),
        ("311 555 0199", "luz"),
        ("(305) 555-0123", "joe"),
        ("miller", "joe"),
    ],
)
def test_search_finds_what_a_customer_says(desk, three, typed, who):
    assert found(desk.at("", headers={}, QUERY_STRING=f"q={typed}")) == [three[who].number]


def test_search_finds_a_number_however_it_is_typed(desk, three):
    number = three["ana"].number
    for typed in (number, number.lower(), number.replace("-", ""), number[:6]):
        assert number in found(desk.get("/admin/orders/", {"q": typed}))


@pytest.mark.parametrize("typed", ['"', "%", "\x00", "'; DROP", "x" * 5000, "🌹", "(", "\\"])
def test_nothing_typed_breaks_the_list(desk, three, typed):
    assert desk.get("/admin/orders/", {"q": typed}).status_code == 200


@pytest.mark.parametrize(
    "query, who",
    [
        ({"status": "pending"}, ["ana"]),
        ({"status": ["pending", "confirmed"]}, ["joe", "luz", "ana"]),
        ({"payment_state": "due"}, ["luz"]),
        ({"method": "demo"}, ["joe"]),
        ({"market": "us"}, ["joe"]),
        ({"queue": "packing"}, ["joe", "luz"]),
        ({"queue": "transfer"}, ["ana"]),
        ({"queue": "overdue"}, []),
        ({"queue": "packing", "market": "co"}, ["luz"]),
        ({"queue": "nonsense", "market": "xx", "placed_from": "soon"}, ["joe", "luz", "ana"]),
    ],
)
def test_filters(desk, three, query, who):
    page = desk.get("/admin/orders/", query)
    assert found(page) == [three[name].number for name in who]


def test_waiting_longer_than_its_time(desk, three):
    Placement.objects.filter(order=three["ana"]).update(
        held_until=timezone.now() - timedelta(minutes=1)
    )
    assert found(desk.get("/admin/orders/", {"queue": "overdue"})) == [three["ana"].number]
    assert found(desk.get("/admin/orders/", {"queue": "expiring"})) == []


def test_days_are_days_of_the_market(desk, three):
    # Half past ten at night of the 28th in Bogotá; the 1st already in London.
    moment = datetime(2026, 3, 1, 3, 30, tzinfo=ZoneInfo("UTC"))
    Order.objects.update(date_placed=moment + timedelta(days=60))
    Order.objects.filter(pk=three["ana"].pk).update(date_placed=moment)

    one_day = {"placed_from": "2026-02-28", "placed_to": "2026-02-28"}
    assert found(desk.get("/admin/orders/", one_day)) == [three["ana"].number]
    assert found(desk.get("/admin/orders/", {"placed_from": "2026-03-01"})) == [
        three["joe"].number,
        three["luz"].number,
    ]


def test_the_rows_that_are_skipped_are_not_read(desk, three, monkeypatch):
    """Page 2,000 costs what page 1 does: only the rows of the page are joined and counted."""
    monkeypatch.setattr(OrderIndexView, "get_paginate_by", lambda self, queryset: 1)
    with CaptureQueriesContext(connection) as asked:
        page = desk.at("?p=3")

    assert found(page) == [three["ana"].number]
    skipping = [query["sql"] for query in asked if "OFFSET 2" in query["sql"]]
    assert len(skipping) == 1
    assert "payment" not in skipping[0] and "orderevent" not in skipping[0]


def test_a_search_reads_every_order_once(desk, three):
    """Counting and showing are one look: it is what a search of many orders costs."""
    with CaptureQueriesContext(connection) as asked:
        desk.get("/admin/orders/", {"q": "correo"})

    looks = [query for query in asked if "LIKE" in query["sql"] and "searchtext" in query["sql"]]
    assert len(looks) == 1


def test_search_follows_a_person_s_new_name(desk, three):
    person = three["luz"].placement.person
    update_person(person, by=None, last_name="Zubiría")

    assert found(desk.get("/admin/orders/", {"q": "zubiria"})) == [three["luz"].number]


def test_search_forgets_who_is_erased(desk, three):
    erase_person(three["luz"].placement.person, by=None)

    for typed in ("luz", "peña", "311 555 0199"):
        assert found(desk.get("/admin/orders/", {"q": typed})) == []
    assert found(desk.get("/admin/orders/", {"q": three["luz"].number})) == [three["luz"].number]


def test_export_is_the_filtered_list(desk, three):
    answer = desk.get("/admin/orders/", {"market": "us", "export": "csv"})
    text = b"".join(answer.streaming_content).decode()

    assert text.splitlines()[0].startswith("Order,Placed,Customer")
    assert len(text.splitlines()) == 2
    assert "31.50,USD" in text and "+13055550123" in text


def test_export_as_a_workbook(desk, three):
    from openpyxl import load_workbook

    answer = desk.get("/admin/orders/", {"export": "xlsx"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.iter_rows(values_only=True))

    assert [row[0] for row in rows[1:]] == [three[name].number for name in ("joe", "luz", "ana")]
    assert rows[1][6] == 31.5


def test_the_dashboard_counts_what_waits(desk, three):
    page = desk.get("/admin/")
    panel = BeautifulSoup(page.content, "html.parser").select_one("#waiting")

    assert [strong.text for strong in panel.select("strong")] == ["2", "1", "1", "0"]
    assert [link["href"].split("?")[1] for link in panel.select("li a")] == [
        "queue=packing",
        "queue=transfer",
        "queue=expiring",
        "queue=refund",
    ]
