"""What was sold, by market and day, on the start page of whoever handles orders."""

from datetime import UTC, timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.gateways.models import Payment, Refund
from commerce.order_desk import queues, sales
from commerce.orders.models import Placement
from markets.lookup import get_market
from markets.money import staff_money

Order = get_model("order", "Order")
pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


def confirmed(order, moment, *, status="confirmed"):
    Placement.objects.filter(order=order).update(confirmed_at=moment)
    Order.objects.filter(pk=order.pk).update(status=status)
    return order


def colombia() -> sales.MarketSales:
    return next(sold for sold in sales.recent_sales() if sold.market.code == "co")


def test_a_confirmed_order_counts_on_its_market_s_own_day(orders, django_assert_max_num_queries):
    # given an order confirmed at half past ten of yesterday evening in Bogotá, today in Greenwich
    market = get_market("co")
    yesterday = sales.today(market) - timedelta(days=1)
    moment = sales.beginning(yesterday, market) + timedelta(hours=22, minutes=30)
    order = confirmed(orders.paid(), moment.astimezone(UTC))
    # when the figures are read
    with django_assert_max_num_queries(1):
        sold = colombia()
    # then it is yesterday's
    assert [day.orders for day in sold.days[-2:]] == [1, 0]
    assert sold.days[-2].day == yesterday
    assert sold.amount == order.payments.get().amount and sold.orders == 1
    assert sold.change is None


def test_what_is_no_sale_does_not_count(orders):
    now = timezone.now()
    confirmed(orders.paid(), now, status="cancelled")
    orders.due()  # to be paid at the door: a sale
    pending = orders.pending()
    assert pending.placement.confirmed_at is None
    assert colombia().orders == 1


def test_days_before_are_told_beside_and_older_ones_not_at_all(orders):
    now = timezone.now()
    amount = confirmed(orders.paid(), now - timedelta(days=1)).payments.get().amount
    confirmed(orders.paid(), now - timedelta(days=15))
    confirmed(orders.paid(), now - timedelta(days=16))
    confirmed(orders.paid(), now - timedelta(days=40))
    sold = colombia()
    assert (sold.orders, sold.orders_before) == (1, 2)
    assert sold.amount == amount and sold.amount_before == 2 * amount
    assert sold.change == -50


def test_refunds_are_told_and_take_nothing_off_the_days(orders):
    order = confirmed(orders.paid(), timezone.now())
    for state in (Refund.State.DONE, Refund.State.REFUSED, Refund.State.SENT):
        Refund.objects.create(
            payment=order.payments.get(),
            amount=Decimal(1000),
            reason="x",
            state=state,
            settled_at=timezone.now(),
        )
    sold = colombia()
    assert sold.refunded == 1000
    assert sold.amount == Payment.objects.get(order=order).amount


def test_the_link_of_a_market_leads_to_the_orders_that_it_counts(desk, orders):
    # given two sales and a canceled order
    kept = {confirmed(orders.paid(), timezone.now()).number for _ in range(2)}
    confirmed(orders.paid(), timezone.now(), status="cancelled")
    confirmed(orders.paid(), timezone.now() - timedelta(days=20))
    panel = BeautifulSoup(desk.get("/admin/").content, "html.parser").select_one("#sales")
    link = panel.select_one("h3 a")["href"]
    # when the link is followed
    page = desk.get(link)
    # then the list holds what was counted
    assert {order.number for order in page.context["object_list"]} == kept
    assert "2 orders" in panel.text


def test_the_chart_has_a_table_beside_it(desk, orders):
    confirmed(orders.paid(), timezone.now())
    panel = BeautifulSoup(desk.get("/admin/").content, "html.parser").select_one("#sales")
    market = panel.select_one(".start-market")
    assert len(market.select("svg rect")) == len(market.select("tbody tr")) == sales.DAYS
    assert market.select_one("svg")["aria-hidden"] == "true"
    assert "COP" in market.select_one("tbody td:last-child").text


def test_a_day_is_the_market_s_own_also_in_the_filter(desk, orders):
    market = get_market("co")
    day = sales.today(market) - timedelta(days=3)
    late = sales.beginning(day, market) + timedelta(hours=23)
    number = confirmed(orders.paid(), late).number
    page = desk.get(f"/admin/orders/?sold_from={day}&sold_to={day}")
    assert [order.number for order in page.context["object_list"]] == [number]


def test_a_declined_refund_waits_until_one_goes_through(orders):
    order = orders.paid()

    def refund(state):
        Refund.objects.create(
            payment=order.payments.get(),
            amount=Decimal(10),
            reason="x",
            state=state,
            settled_at=timezone.now(),
        )

    assert queues.counts("refund")["refund"] == 0
    refund(Refund.State.REFUSED)
    assert queues.counts("refund")["refund"] == 1
    refund(Refund.State.DONE)
    assert queues.counts("refund")["refund"] == 0


def test_where_markets_meet_the_currency_is_named(settings):
    assert staff_money(Decimal(99000), "COP", "es-co") == "COP\xa099.000"
    assert staff_money(Decimal("25.5"), "USD", "en-us") == "USD\xa025.50"
