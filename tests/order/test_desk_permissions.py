"""Addresses of the order desk × roles: who sees, who acts, and who does neither."""

import pytest
from django.test import Client

from .conftest import Desk
from .test_desk_detail import actions

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LOOK = [
    "",
    "results/",
    "?export=csv",
    "{number}/",
    "{number}/print/slip/",
    "{number}/print/order/",
    "print/slip/?id={pk}",
    "/admin/bulk/order/order/packing-slips/?id={pk}",
]
ACT = [
    "{number}/preparing/",
    "{number}/cancel/",
    "{number}/refund/",
    "{number}/resend/",
    "{number}/note/",
    "/admin/bulk/order/order/prepare/?id={pk}",
]
HOME = "/admin/"


def opens(client, path, order, data=None) -> bool:
    path = path.format(number=order.number, pk=order.pk)
    url = path if path.startswith("/admin") else f"/admin/orders/{path}"
    answer = client.get(url) if data is None else client.post(url, data)
    assert answer.status_code < 500
    refused = answer.status_code in (403, 404) or (
        answer.status_code == 302
        and (answer.url == HOME or "login" in answer.url or "no-admin" in answer.url)
    )
    return not refused


@pytest.mark.parametrize(
    "role, looks, acts",
    [
        (None, False, False),
        ("Marketer", False, False),
        ("Merchandiser", False, False),
        ("Order desk", True, True),
        ("Administrator", True, True),
    ],
)
def test_roles(role, looks, acts, orders, clerk, person_with):
    order = orders.paid()
    client = Desk(clerk if role == "Order desk" else person_with(role))

    assert {path: opens(client, path, order) for path in LOOK} == dict.fromkeys(LOOK, looks)
    assert {path: opens(client, path, order) for path in ACT} == dict.fromkeys(ACT, acts)
    assert ("/admin/orders/" in client.get(HOME, follow=True).content.decode()) == looks


def test_whoever_only_reads_cannot_act(reader, orders):
    order = orders.paid()

    assert {path: opens(reader, path, order) for path in LOOK} == dict.fromkeys(LOOK, True)
    assert {path: opens(reader, path, order) for path in ACT} == dict.fromkeys(ACT, False)
    typed = {"seen": "confirmed.succeeded.0.00", "reason": "x", "amount": "1", "message": "x"}
    for path in ACT:
        assert not opens(reader, path, order, typed)
    order.refresh_from_db()
    assert order.status == "confirmed" and not order.notes.exists()

    page = reader.at(f"{order.number}/")
    assert actions(page) == []
    assert "<form" not in page.content.decode().split('class="desk-columns"')[1]
    assert "order/prepare/" not in reader.at().content.decode()


def test_strangers_are_sent_to_the_door(orders):
    order = orders.paid()
    for path in LOOK + ACT:
        assert not opens(Client(), path, order)


def test_a_post_without_its_token_is_refused(clerk, orders):
    order = orders.paid()
    desk = Desk(clerk, enforce_csrf_checks=True)
    for action in ("cancel", "preparing", "note"):
        assert desk.at(f"{order.number}/{action}/", {"message": "x"}).status_code == 403


def test_nothing_of_it_is_kept_by_a_cache(desk, orders):
    order = orders.paid()
    for path in (f"{order.number}/", f"{order.number}/cancel/", f"{order.number}/print/slip/"):
        assert "no-store" in desk.at(path)["Cache-Control"]


def test_reading_a_page_changes_nothing(desk, orders):
    order = orders.paid()
    for action in ("cancel", "preparing", "refund", "resend"):
        desk.at(f"{order.number}/{action}/")
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert order.payments.get().refunded == 0
