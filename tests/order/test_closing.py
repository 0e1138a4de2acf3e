"""An order whose rest never leaves is closed: goods, money and words follow."""

from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.test import TestCase

from commerce.gateways import refunds
from commerce.gateways.base import GatewayUnavailable, RefundRefused
from commerce.gateways.models import Payment, Refund
from commerce.gateways.providers.demo import DemoGateway
from commerce.order_desk.actions.money import CancelRest
from commerce.order_desk.forms import CancelRestForm
from commerce.orders import closing, parcels, services, units
from commerce.orders.models import CancelledLine
from commerce.orders.refunding import units_to_refund, value_of_units
from tests import papers

from .test_desk_detail import fresh, kinds, words
from .test_parcels import TOTAL_OF_THREE

pytestmark = pytest.mark.django_db

# Of three units at $99.000 one left: the other two.
REST = Decimal(198000)


@pytest.fixture
def partly_sent(orders, shop, clerk):
    """Three units ordered, one sent; paid unless ``how`` says otherwise."""

    def make(how="paid"):
        terms = {"basket": shop.basket(quantity=3), "expected_total": TOTAL_OF_THREE}
        order = getattr(orders, how)(**terms)
        services.move_order(order=order, to="preparing", by=clerk)
        line = order.lines.get()
        with TestCase.captureOnCommitCallbacks(execute=True):
            parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})
        return order

    return make


def raising(error):
    def refund(*args, **kwargs):
        raise error

    return refund


def cancel_rest(order, by, **terms):
    with TestCase.captureOnCommitCallbacks(execute=True):
        return closing.cancel_rest(order=order, by=by, reason="No llegó del taller", **terms)


def test_the_rest_is_cancelled_its_money_goes_back_and_its_goods_are_stock_again(
    partly_sent, shop, clerk, mailoutbox
):
    order = partly_sent()
    mailoutbox.clear()

    assert cancel_rest(order, clerk)

    order = fresh(order)
    assert order.status == "shipped"
    assert order.lines.get().status == "shipped"
    assert units.left_to_send(order) == {}
    assert (order.payments.get().state, order.payments.get().refunded) == (
        Payment.State.SUCCEEDED,
        REST,
    )
    assert order.payments.get().refunds.get().state == Refund.State.DONE
    assert shop.record().num_in_stock == 4  # five, less the one that left
    assert shop.movements(order) == ["reserved", "sold", "returned"]
    told, refunded = mailoutbox
    assert "no se enviará" in told.subject
    assert "2 x Crema RZ-1" in told.body.split("No se envía")[1]
    assert "Te devolvemos $198.000" in told.body
    assert "Te devolvimos $198.000" in refunded.body


def test_what_never_left_of_a_line_is_no_part_of_it_and_a_whole_line_is_cancelled(
    orders, shop, clerk
):
    other = shop.product("RZ-2", co="50000", stock=5)
    order = orders.at(
        "preparing", basket=shop.basket(shop.cream, other), expected_total=Decimal(158900)
    )
    first, second = order.lines.order_by("pk")
    parcels.send_parcel(order=order, by=clerk, quantities={first.pk: 1})

    cancel_rest(order, clerk)

    states = dict(order.lines.values_list("pk", "status"))
    assert states == {first.pk: "shipped", second.pk: "cancelled"}
    services.move_order(order=order, to="delivered", by=clerk)
    states = dict(order.lines.values_list("pk", "status"))
    assert states == {first.pk: "delivered", second.pk: "cancelled"}


def test_an_order_all_of_whose_parcels_arrived_is_delivered_by_it(partly_sent, clerk):
    order = partly_sent()
    parcels.deliver_parcel(parcel=order.parcels.get(), by=clerk)
    cancel_rest(order, clerk)
    assert fresh(order).status == "delivered"
    assert kinds(order)[-5:].count("delivered") == 1


def test_units_that_are_missing_are_no_stock(partly_sent, shop, clerk):
    order = partly_sent()
    cancel_rest(order, clerk, restock=False)
    assert shop.record().num_in_stock == 2
    assert "returned" not in shop.movements(order)


def test_staff_choose_what_goes_back(partly_sent, clerk):
    order = partly_sent()
    cancel_rest(order, clerk, amount=Decimal(0))
    assert fresh(order).payments.get().refunded == 0
    assert not order.payments.get().refunds.exists()


def test_never_more_than_is_left_of_what_came(partly_sent, clerk):
    order = partly_sent()
    services.refund_order(order=order, amount=Decimal(200000), reason="gesto", by=clerk)
    with pytest.raises(RefundRefused):
        cancel_rest(order, clerk, amount=REST)
    assert fresh(order).status == "partly_shipped"
    assert not CancelledLine.objects.exists()

    cancel_rest(order, clerk)
    assert fresh(order).payments.get().state == Payment.State.REFUNDED


@pytest.mark.parametrize("refunded, rest", [(1, 99000), (2, 0), (3, 0)])
def test_units_that_were_refunded_already_go_back_once(partly_sent, shop, clerk, refunded, rest):
    order = partly_sent()
    pk = order.lines.get().pk
    amount = refunded * Decimal(99000)
    services.refund_order(order=order, reason="x", by=clerk, units={pk: refunded})
    assert closing.to_give_back(fresh(order)) == rest

    cancel_rest(order, clerk)

    assert fresh(order).payments.get().refunded == amount + rest
    assert shop.record().num_in_stock == 4
    # What left can still be refunded, unless it was.
    assert units_to_refund(order) == ({} if refunded == 3 else {pk: 1})


def test_units_whose_refund_failed_after_all_can_be_refunded(partly_sent, clerk):
    order = partly_sent()
    pk = order.lines.get().pk
    services.refund_order(order=order, reason="x", by=clerk, units={pk: 1})
    cancel_rest(order, clerk)
    Refund.objects.filter(units={str(pk): 1}).update(state=Refund.State.REFUSED)

    assert units_to_refund(order) == {pk: 2}


def test_shares_of_a_line_add_up_to_the_line_with_those_that_are_canceled(orders, shop, clerk):
    order = orders.at("preparing", basket=shop.basket(quantity=2), expected_total=Decimal(207900))
    line = order.lines.get()
    order.lines.update(line_price_incl_tax=5)
    parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 1})
    cancel_rest(order, clerk)

    given = order.payments.get().refunds.get().amount
    assert given + value_of_units(fresh(order), {line.pk: 1}) == 5


def test_a_refund_that_crosses_is_not_overlooked(partly_sent, clerk, desk):
    order = fresh(partly_sent())
    form = CancelRestForm({"amount": "198000", "reason": "x", "restock": "on"}, order=order)
    assert form.is_valid()
    services.refund_order(order=fresh(order), amount=Decimal(99000), reason="x", by=clerk)

    with pytest.raises(services.NotPossible):
        CancelRest().perform(order=order, data=form.cleaned_data, by=clerk)

    assert fresh(order).payments.get().refunded == Decimal(99000)
    assert not CancelledLine.objects.exists()


def test_the_desk_says_what_of_the_rest_was_refunded_already(partly_sent, clerk, desk):
    order = partly_sent()
    services.refund_order(
        order=order,
        reason="x",
        by=clerk,
        units={order.lines.get().pk: 1},
    )

    asked = desk.at(f"{order.number}/cancel-rest/")

    assert "1 of these units was refunded already" in words(asked)
    assert 'name="amount" value="99000"' in asked.content.decode()


def test_shipping_that_was_refunded_is_not_said_to_stay_paid(partly_sent, clerk, desk):
    order = partly_sent()
    assert "The shipping stays paid" in words(desk.at(f"{order.number}/cancel-rest/"))
    services.refund_order(order=order, shipping=True, reason="x", by=clerk)
    assert "The shipping stays paid" not in words(desk.at(f"{order.number}/cancel-rest/"))


def test_at_the_door_less_is_asked_for(partly_sent, clerk, desk, mailoutbox):
    order = partly_sent("due")
    cancel_rest(order, clerk)
    payment = fresh(order).payments.get()
    assert (payment.state, payment.amount) == (Payment.State.DUE, TOTAL_OF_THREE - REST)
    assert "Al recibir pagas $108.900" in mailoutbox[-1].body
    assert "Se paga al recibir: $108.900" in papers.text(desk.at(f"{order.number}/print/order/"))
    slip = papers.text(desk.at(f"{order.number}/parcels/1/print/"))
    assert "$108.900" in slip

    services.receive_payment(order=order, by=clerk)
    assert fresh(order).payments.get().state == Payment.State.SUCCEEDED
    assert services.refundable(fresh(order)) == Decimal(108900)


def test_a_share_of_a_line_is_a_whole_amount(orders, shop, clerk):
    dear = shop.product("RZ-3", co="100", stock=5)
    order = orders.at(
        "preparing", basket=shop.basket(dear, quantity=3), expected_total=Decimal(10200)
    )
    line = order.lines.get()
    # As an offer leaves it: $200 for three.
    order.lines.update(line_price_incl_tax=200)
    parcels.send_parcel(order=order, by=clerk, quantities={line.pk: 2})
    assert closing.value_of_rest(fresh(order)) == Decimal(67)


@pytest.mark.parametrize("state", ["confirmed", "preparing", "shipped", "delivered"])
def test_only_an_order_sent_in_part_has_a_rest(orders, clerk, state):
    order = orders.at(state)
    with pytest.raises(services.NotPossible):
        cancel_rest(order, clerk)
    assert not CancelledLine.objects.exists()


def test_a_closed_order_sends_and_closes_no_more(partly_sent, clerk):
    order = partly_sent()
    cancel_rest(order, clerk)
    with pytest.raises(services.NotPossible):
        parcels.send_parcel(order=order, by=clerk)
    with pytest.raises(services.NotPossible):
        cancel_rest(order, clerk)
    assert order.payments.get().refunds.count() == 1


def test_whoever_only_reads_closes_nothing(partly_sent, reader):
    order = partly_sent()
    with pytest.raises(PermissionDenied):
        cancel_rest(order, reader.user)
    assert reader.at(f"{order.number}/cancel-rest/").status_code in (302, 403)
    assert fresh(order).status == "partly_shipped"


def test_a_provider_that_does_not_answer_is_asked_until_it_does(partly_sent, clerk, monkeypatch):
    order = partly_sent()
    with monkeypatch.context() as patched, TestCase.captureOnCommitCallbacks():
        patched.setattr(DemoGateway, "refund", raising(GatewayUnavailable("down")))
        done = closing.cancel_rest(order=order, by=clerk, reason="no hay")
    assert done is False
    assert (fresh(order).status, fresh(order).payments.get().refunded) == ("shipped", REST)
    refunds.send_refund(order.payments.get().refunds.get())
    assert order.payments.get().refunds.get().state == Refund.State.DONE


def test_a_provider_that_refuses_leaves_the_rest_cancelled_and_staff_told(
    partly_sent, desk, monkeypatch, mailoutbox
):
    order = partly_sent()
    monkeypatch.setattr(DemoGateway, "refund", raising(RefundRefused("closed account")))
    done = desk.do(order, "cancel-rest", amount="198000", restock="on", reason="no hay")
    said = words(desk.get(done.url))
    assert "closed account" in said and "Issue it manually" in said
    assert "The order is cancelled" not in said
    assert (fresh(order).status, fresh(order).payments.get().refunded) == ("shipped", 0)
    mailoutbox.clear()
    desk.do(order, "resend", mail="rest_cancelled")
    assert "198.000" not in mailoutbox[0].body


def test_the_desk_closes_it_and_everybody_reads_so(partly_sent, desk, customer):
    order = partly_sent()
    ana = customer()
    asked = desk.at(f"{order.number}/cancel-rest/")
    said = words(asked)
    assert "2 × Crema RZ-1" in said and "$198.000" in said
    assert 'name="amount" value="198000"' in asked.content.decode()
    too_much = desk.do(order, "cancel-rest", amount="400000", restock="on", reason="no hay")
    assert "at most" in words(too_much)
    no_reason = desk.do(order, "cancel-rest", amount="198000", restock="on")
    assert "Enter the reason" in words(no_reason)

    done = desk.do(order, "cancel-rest", amount="198.000", restock="on", reason="no hay")

    assert done.status_code == 302
    page = words(desk.at(f"{order.number}/"))
    for told in ("Won't be shipped", "2 × Crema RZ-1", "The rest was canceled", "no hay"):
        assert told in page
    assert "2 units · $198.000 · in stock again · no hay" in page
    # The order's own slip is of what left.
    assert "1 unidad en el paquete" in papers.text(desk.at(f"{order.number}/print/slip/"))
    shown = words(ana.get(f"/es-co/orders/{order.number}/"))
    assert "2 × Crema RZ-1" in shown.split("No se envía")[1]
    assert "Se canceló lo que faltaba" in shown and "no hay" not in shown
    assert "$198.000 devueltos el" in shown


def test_the_mail_is_sent_again(partly_sent, clerk, desk, mailoutbox):
    order = partly_sent()
    cancel_rest(order, clerk)
    mailoutbox.clear()
    desk.do(order, "resend", mail="rest_cancelled")
    assert "no se enviará" in mailoutbox[0].subject
    assert "$198.000" in mailoutbox[0].body


def test_the_second_of_two_clerks_is_told_that_it_is_closed(partly_sent, clerk, desk):
    order = partly_sent()
    seen = desk.at(f"{order.number}/cancel-rest/").context["form"]["seen"].value()
    cancel_rest(order, clerk)
    typed = {"seen": seen, "amount": "198000", "restock": "on", "reason": "no hay"}
    late = desk.at(f"{order.number}/cancel-rest/", typed, follow=True)
    assert "The order changed in the meantime" in words(late)
    assert order.payments.get().refunds.count() == 1
