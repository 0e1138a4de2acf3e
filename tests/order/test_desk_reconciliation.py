"""Differences between a provider's books and ours, as the desk reads and settles them."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.books.models import Difference
from commerce.books.reconciling import reconcile
from commerce.gateways.models import DemoCharge, DemoRefund, Payment
from commerce.gateways.registry import all_gateways

from .conftest import Desk
from .test_desk_list import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

Order = get_model("order", "Order")
LIST = "/admin/reconciliation/"


def compared() -> list[Difference]:
    then = timezone.now() - timedelta(hours=2)
    Payment.objects.update(updated_at=then)
    DemoCharge.objects.update(moved_at=then)
    DemoRefund.objects.update(moved_at=then)
    reconcile(all_gateways()["demo"])
    return list(Difference.objects.open())


@pytest.fixture
def unheard(orders, shop):
    """Paid at the demo bank, and the shop did not hear of it."""
    order = orders.pending(method="demo")
    shop.bank_says(order, DemoCharge.State.PAID)
    [difference] = compared()
    return order, difference


def page_of(difference) -> str:
    return f"{LIST}{difference.pk}/"


def test_it_is_listed_while_it_is_open(desk, unheard):
    order, difference = unheard

    listed = words(desk.get(LIST))
    assert "Paid there, not here" in listed and order.number in listed
    assert "Differences between providers and orders" in words(desk.get("/admin/"))

    Difference.objects.update(settled_at=timezone.now(), settled_how="agree")
    assert order.number not in words(desk.get(LIST))
    assert order.number in words(desk.get(LIST, {"state": "settled"}))
    assert "Differences between providers and orders" not in words(desk.get("/admin/"))


def test_the_provider_is_asked_again_and_the_order_confirmed(desk, unheard):
    order, difference = unheard
    assert "Ask the provider again" in words(desk.get(page_of(difference)))

    said = words(desk.post(page_of(difference), {"way": "ask"}, follow=True))

    assert "The books agree now." in said
    assert Order.objects.get(pk=order.pk).status == "confirmed"


def test_a_refund_made_at_the_provider_is_recorded(desk, orders, clerk):
    order = orders.paid()
    charge = DemoCharge.objects.get()
    DemoRefund.objects.create(charge=charge, idempotency_key=charge.reference, amount=Decimal(9900))
    [difference] = compared()

    said = words(desk.post(page_of(difference), {"way": "write-down"}, follow=True))

    assert "The refund is recorded" in said
    assert "$9.900" in words(desk.at(f"{order.number}/"))
    assert Difference.objects.get().settled_by == clerk


def test_it_is_noted_as_known_with_a_reason_only(desk, unheard):
    _order, difference = unheard

    assert "Enter the reason" in words(desk.post(page_of(difference), {"way": "known"}))
    desk.post(page_of(difference), {"way": "known", "reason": "=cmd()"})

    difference.refresh_from_db()
    assert (difference.settled_how, difference.note) == ("known", "=cmd()")
    again = words(desk.post(page_of(difference), {"way": "ask"}, follow=True))
    assert "It was settled in the meantime." in again


def test_what_a_provider_calls_it_is_no_formula_in_an_export(desk, unheard):
    Difference.objects.update(reference="=cmd()")

    table = b"".join(desk.get(LIST, {"export": "csv"}).streaming_content).decode()

    assert ",'=cmd()," in table


@pytest.mark.parametrize(
    "role, reads, settles",
    [
        (None, False, False),
        ("Marketer", False, False),
        ("Merchandiser", False, False),
        ("Order desk", True, True),
        ("Administrator", True, True),
    ],
)
def test_roles(role, reads, settles, unheard, clerk, person_with):
    _order, difference = unheard
    client = Desk(clerk if role == "Order desk" else person_with(role))

    for url in (LIST, page_of(difference), f"{LIST}?export=csv"):
        assert (client.get(url).status_code == 200) is reads
    client.post(page_of(difference), {"way": "known", "reason": "x"})
    assert Difference.objects.open().exists() is not settles


def test_whoever_only_reads_settles_nothing(unheard, person_with):
    _order, difference = unheard
    reader = Desk(person_with(None, "wagtailadmin.access_admin", "books.view_difference"))

    page = reader.get(page_of(difference))
    assert "<form" not in page.content.decode().split('class="desk-columns"')[1]
    reader.post(page_of(difference), {"way": "known", "reason": "x"})
    assert Difference.objects.open().exists()


def test_whoever_may_not_change_orders_is_offered_a_note_alone(unheard, person_with):
    order, difference = unheard
    client = Desk(person_with(None, "wagtailadmin.access_admin", "books.change_difference"))

    page = client.get(page_of(difference)).content.decode()
    assert 'value="known"' in page and 'value="ask"' not in page
    client.post(page_of(difference), {"way": "ask"})
    assert Order.objects.get(pk=order.pk).status == "pending"


def test_the_list_asks_as_much_for_many_as_for_one(
    desk, unheard, django_assert_max_num_queries, orders, shop
):
    desk.get(LIST)
    with django_assert_max_num_queries(40) as one:
        desk.get(LIST)
    for number in range(4):
        order = orders.pending(method="demo", email=f"n{number}@correo.example")
        shop.bank_says(order, DemoCharge.State.PAID)
    assert len(compared()) == 5

    with django_assert_max_num_queries(len(one)):
        desk.get(LIST)
