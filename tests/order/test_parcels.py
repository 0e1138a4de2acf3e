"""One order can be several shipments."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import TestCase

from commerce.orders import parcels, services, units
from commerce.orders.models import Parcel
from tests import papers

from .test_desk_detail import fresh, words

pytestmark = pytest.mark.django_db

TOTAL_OF_THREE = Decimal(306900)


@pytest.fixture
def order_of_three(orders, shop):
    """Preparing, one line of three units."""
    order = orders.at("preparing", basket=shop.basket(quantity=3), expected_total=TOTAL_OF_THREE)
    return order, order.lines.get()


def send(order, by, **terms):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return parcels.send_parcel(order=order, by=by, **terms)


def test_an_order_leaves_in_two_parcels_each_with_its_mail(order_of_three, clerk, mailoutbox):
    order, line = order_of_three
    mailoutbox.clear()

    send(order, clerk, quantities={line.pk: 1}, tracking={"number": "ONE-1"})
    assert fresh(order).status == "partly_shipped"
    assert order.lines.get().status == "partly_shipped"
    assert units.left_to_send(order) == {line.pk: 2}

    send(order, clerk, tracking={"number": "TWO-2"})
    assert fresh(order).status == "shipped"
    assert units.left_to_send(order) == {}

    first, second = mailoutbox
    assert "ONE-1" in first.body and "TWO-2" not in first.body
    assert f"2 x {line.title}" in first.body.split("Queda por enviar")[1]
    assert "TWO-2" in second.body and "ONE-1" not in second.body


def test_an_order_is_delivered_with_its_last_parcel(order_of_three, clerk):
    order, line = order_of_three
    first = send(order, clerk, quantities={line.pk: 1})
    parcels.deliver_parcel(parcel=first, by=clerk)
    assert fresh(order).status == "partly_shipped"

    second = send(order, clerk)
    assert fresh(order).status == "shipped"
    parcels.deliver_parcel(parcel=second, by=clerk)
    assert fresh(order).status == "delivered"
    with pytest.raises(services.NotPossible):
        parcels.deliver_parcel(parcel=second, by=clerk)


@pytest.mark.parametrize(
    "quantity, why",
    [(0, "al menos una unidad"), (-1, "al menos una unidad"), (4, "solo quedan 3 unidades")],
)
def test_what_cannot_be_sent_is_refused_and_nothing_is_written(
    order_of_three, clerk, quantity, why
):
    order, line = order_of_three
    with pytest.raises(services.NotPossible, match=why):
        parcels.send_parcel(order=order, by=clerk, quantities={line.pk: quantity})
    assert fresh(order).status == "preparing"
    assert not Parcel.objects.exists()


def test_a_line_of_another_order_is_in_no_parcel(order_of_three, orders, clerk):
    order, _line = order_of_three
    other = orders.at("preparing").lines.get()
    with pytest.raises(services.NotPossible):
        parcels.send_parcel(order=order, by=clerk, quantities={other.pk: 1})


def test_whoever_only_reads_sends_and_corrects_nothing(order_of_three, clerk, reader):
    order, _line = order_of_three
    with pytest.raises(PermissionDenied):
        parcels.send_parcel(order=order, by=reader.user)
    parcel = send(order, clerk)
    with pytest.raises(PermissionDenied):
        parcels.correct_parcel(parcel=parcel, tracking={"number": "X"}, by=reader.user)


def test_the_desk_chooses_what_goes_and_sends_the_rest_later(order_of_three, desk):
    order, line = order_of_three
    asked = desk.at(f"{order.number}/shipped/")
    assert f'name="line_{line.pk}" value="3"' in asked.content.decode()

    too_many = desk.do(order, "shipped", **{f"line_{line.pk}": "4", "number": "A1"})
    assert "at most 3" in words(too_many)
    none = desk.do(order, "shipped", **{f"line_{line.pk}": "0", "number": "A1"})
    assert "Choose at least one unit" in words(none)
    assert not Parcel.objects.exists()

    desk.do(order, "shipped", **{f"line_{line.pk}": "1", "number": "A1"})
    shown = words(desk.at(f"{order.number}/"))
    assert "Package 1" in shown and "A1" in shown and "Still to be sent" in shown
    assert (
        f'name="line_{line.pk}" value="2"' in desk.at(f"{order.number}/shipped/").content.decode()
    )


def test_the_second_of_two_clerks_is_told(order_of_three, desk):
    order, line = order_of_three
    desk.do(order, "shipped", **{f"line_{line.pk}": "1"})
    seen = "preparing.succeeded.0.00.0.0"
    late = desk.do(order, "shipped", **{f"line_{line.pk}": "1", "seen": seen})
    assert late.status_code == 409
    assert Parcel.objects.count() == 1


def test_tracking_is_corrected_at_any_time_and_leaves_a_trace(order_of_three, desk, clerk):
    order, _line = order_of_three
    parcel = send(order, clerk, tracking={"carrier": "Servientrega", "number": "WRONG"})
    services.move_order(order=order, to="delivered", by=clerk)

    done = desk.do(order, "parcels/1/correct", carrier="Coordinadora", number="RIGHT")

    assert done.status_code == 302
    parcel.refresh_from_db()
    assert (parcel.carrier, parcel.number) == ("Coordinadora", "RIGHT")
    event = order.events.get(kind="tracking_corrected")
    assert (event.by, event.is_public) == (clerk, False)
    assert "before: Servientrega WRONG" in words(desk.at(f"{order.number}/"))


def test_a_parcel_that_there_is_not_is_not_found(order_of_three, desk):
    order, _line = order_of_three
    assert desk.at(f"{order.number}/parcels/1/correct/").status_code == 404
    assert desk.at(f"{order.number}/parcels/1/print/").status_code == 404


def test_each_parcel_has_its_own_packing_slip(order_of_three, desk, clerk):
    order, line = order_of_three
    send(order, clerk, quantities={line.pk: 1})
    one = papers.text(desk.at(f"{order.number}/parcels/1/print/"))
    assert "1 unidad en el paquete" in one
    # What is still to be packed is on the order's own slip.
    assert "2 unidades en el paquete" in papers.text(desk.at(f"{order.number}/print/slip/"))


def test_the_customer_sees_each_parcel_with_its_lines(customer, order_of_three, clerk):
    # The order of her address is hers once she signs in.
    order, line = order_of_three
    ana = customer()
    url = "https://carrier.example/A1"
    send(order, clerk, quantities={line.pk: 1}, tracking={"number": "A1", "url": url})
    page = ana.get(f"/es-co/orders/{order.number}/")
    assert f'href="{url}"' in page.content.decode()
    said = words(page)
    assert "Paquete 1" in said and f"1 × {line.title}" in said
    assert f"2 × {line.title}" in said.split("Queda por enviar")[1]
