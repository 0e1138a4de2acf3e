"""Two clerks with one order at the same moment, on PostgreSQL with real connections."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.db.models import Sum
from oscar.core.loading import get_model

from commerce.gateways.base import RefundRefused
from commerce.orders import closing, parcels, services
from commerce.orders.models import CancelledLine, Parcel, ParcelLine
from commerce.orders.services import NotPossible
from people.models import User
from tests.checkout.conftest import Shop
from tests.checkout.test_concurrency import at_once

from .conftest import Orders
from .test_parcels import TOTAL_OF_THREE

Order = get_model("order", "Order")

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="needs PostgreSQL: SQLite has one writer"
    ),
]
ROUNDS = 4
TOLD = (NotPossible, RefundRefused)


@pytest.fixture
def shop(transactional_db):
    return Shop()


@pytest.fixture
def clerk(transactional_db):
    clerk = User.objects.create_user("rosa@example.com", "una clave de prueba")
    clerk.user_permissions.add(
        Permission.objects.get(content_type__app_label="order", codename="change_order")
    )
    return User.objects.get(pk=clerk.pk)


@pytest.fixture
def order_of_three(shop, clerk):
    """``order_of_three()``: being prepared, one line of three units, enough in stock."""

    def make():
        record = shop.record()
        type(record).objects.filter(pk=record.pk).update(num_in_stock=5, num_allocated=0)
        order = Orders(shop, clerk).at(
            "preparing", basket=shop.basket(quantity=3), expected_total=TOTAL_OF_THREE
        )
        return order, order.lines.get()

    return make


def as_it_is(order):
    return Order.objects.get(pk=order.pk)


def told(results) -> list:
    """Those who were too late; everybody else did what they wanted."""
    return [result for result in results if isinstance(result, TOLD)]


def sent(line) -> int:
    return ParcelLine.objects.filter(line=line).aggregate(sum=Sum("quantity"))["sum"] or 0


def test_two_parcels_of_the_same_units_send_them_once(order_of_three, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()

        results = at_once(
            *[
                lambda order=order, line=line: parcels.send_parcel(
                    order=as_it_is(order), by=clerk, quantities={line.pk: 2}
                )
            ]
            * 2,
            refused=TOLD,
        )

        assert len(told(results)) == 1
        assert sent(line) == 2
        assert as_it_is(order).status == "partly_shipped"


def test_two_parcels_that_both_fit_are_two_parcels(order_of_three, clerk, mailoutbox):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        mailoutbox.clear()

        results = at_once(
            lambda order=order, line=line: parcels.send_parcel(
                order=as_it_is(order), by=clerk, quantities={line.pk: 2}
            ),
            lambda order=order, line=line: parcels.send_parcel(
                order=as_it_is(order), by=clerk, quantities={line.pk: 1}
            ),
            refused=TOLD,
        )

        assert not told(results)
        assert sorted(order.parcels.values_list("position", flat=True)) == [1, 2]
        assert as_it_is(order).status == "shipped"
        assert order.lines.get().status == "shipped"
        assert len(mailoutbox) == 2


def test_shipping_and_cancelling_at_once_is_one_or_the_other(order_of_three, shop, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()

        results = at_once(
            lambda order=order: parcels.send_parcel(order=as_it_is(order), by=clerk),
            lambda order=order: services.cancel_order(
                order=as_it_is(order), by=clerk, reason="no quiere"
            ),
            refused=TOLD,
        )

        order = as_it_is(order)
        assert len(told(results)) == 1
        left = order.status == "shipped"
        assert sent(line) == (3 if left else 0)
        assert order.payments.get().refunded == (0 if left else TOTAL_OF_THREE)
        assert shop.record().num_in_stock == (2 if left else 5)
        assert order.status == ("shipped" if left else "cancelled")


def test_the_rest_is_sent_or_cancelled_never_both(order_of_three, shop, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})

        results = at_once(
            lambda order=order: parcels.send_parcel(order=as_it_is(order), by=clerk),
            lambda order=order: closing.cancel_rest(
                order=as_it_is(order), by=clerk, reason="no hay"
            ),
            refused=TOLD,
        )

        order = as_it_is(order)
        assert len(told(results)) == 1
        cancelled = CancelledLine.objects.filter(line=line).exists()
        assert sent(line) == (1 if cancelled else 3)
        assert shop.record().num_in_stock == (4 if cancelled else 2)
        assert order.payments.get().refunded == (Decimal(198000) if cancelled else 0)
        assert order.status == "shipped"


def test_the_rest_is_cancelled_once(order_of_three, shop, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})

        results = at_once(
            *[
                lambda order=order: closing.cancel_rest(
                    order=as_it_is(order), by=clerk, reason="no hay"
                )
            ]
            * 3,
            refused=TOLD,
        )

        assert len(told(results)) == 2
        assert as_it_is(order).payments.get().refunded == Decimal(198000)
        assert order.payments.get().refunds.count() == 1
        assert shop.record().num_in_stock == 4


def test_a_refund_beside_the_cancelled_rest_never_gives_back_more_than_came(order_of_three, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})

        results = at_once(
            lambda order=order: closing.cancel_rest(
                order=as_it_is(order),
                by=clerk,
                reason="no hay",
                amount=Decimal(198000),
                seen_refunded=Decimal(0),
            ),
            lambda order=order: services.refund_order(
                order=as_it_is(order),
                amount=Decimal(198000),
                reason="no hay",
                by=clerk,
                seen_refunded=Decimal(0),
            ),
            refused=TOLD,
        )

        assert len(told(results)) == 1
        assert as_it_is(order).payments.get().refunded == Decimal(198000)


def test_units_that_are_refunded_beside_the_cancelled_rest_go_back_once(order_of_three, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})

        at_once(
            lambda order=order: closing.cancel_rest(
                order=as_it_is(order), by=clerk, reason="no hay"
            ),
            *[
                lambda order=order, line=line: services.refund_order(
                    order=as_it_is(order), units={line.pk: 2}, reason="no hay", by=clerk
                )
            ]
            * 2,
            refused=TOLD,
        )

        assert as_it_is(order).status == "shipped"
        assert as_it_is(order).payments.get().refunded == Decimal(198000)


def test_the_last_two_parcels_that_arrive_at_once_deliver_the_order(order_of_three, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        first = parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})
        second = parcels.send_parcel(order=order, by=clerk)

        results = at_once(
            lambda first=first: parcels.deliver_parcel(parcel=first, by=clerk),
            lambda second=second: parcels.deliver_parcel(parcel=second, by=clerk),
            refused=TOLD,
        )

        assert not told(results)
        assert as_it_is(order).status == "delivered"
        assert order.events.filter(kind="delivered").count() == 1


def test_closing_while_the_only_parcel_arrives_delivers_the_order(order_of_three, clerk):
    for _round in range(ROUNDS):
        order, line = order_of_three()
        parcel = parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})

        results = at_once(
            lambda parcel=parcel: parcels.deliver_parcel(parcel=parcel, by=clerk),
            lambda order=order: closing.cancel_rest(
                order=as_it_is(order), by=clerk, reason="no hay"
            ),
            refused=TOLD,
        )

        assert not told(results)
        assert as_it_is(order).status == "delivered"
        assert order.events.filter(kind="delivered").count() == 1


def test_of_two_corrections_one_after_the_other_stands_and_both_are_written_down(
    order_of_three, clerk
):
    for _round in range(ROUNDS):
        order, _line = order_of_three()
        parcel = parcels.send_parcel(order=order, by=clerk, tracking={"number": "WRONG"})

        results = at_once(
            *[
                lambda number=number, pk=parcel.pk: parcels.correct_parcel(
                    parcel=Parcel.objects.get(pk=pk), tracking={"number": number}, by=clerk
                )
                for number in ("ONE", "TWO")
            ],
            refused=TOLD,
        )

        assert results == [True, True]
        parcel.refresh_from_db()
        earlier, later = [event.detail for event in order.events.filter(kind="tracking_corrected")]
        # Each correction says what it replaced: none is lost between the two.
        assert earlier["was"] == "WRONG" and later["was"] == earlier["now"]
        assert parcel.number == later["now"]
