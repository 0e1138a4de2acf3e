"""Refunds at the desk: whole, by units or free; why; and how much each role may give back."""

from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.utils.translation import override
from oscar.core.loading import get_model

from commerce.gateways.models import Refund
from commerce.gateways.providers.demo import DemoGateway
from commerce.orders import services
from commerce.orders.acting import NotPossible
from commerce.orders.refunding import left_to_give, shipping_to_refund, units_to_refund
from commerce.policies.models import RefundLimit
from tests.staff import make_staff

from .conftest import Desk
from .test_desk_list import words

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

Order = get_model("order", "Order")


@pytest.fixture
def three_creams(orders, shop):
    """Paid: three units of $99.000, and $9.900 of shipping."""
    return orders.paid(basket=shop.basket(quantity=3), expected_total=Decimal(306900))


def field_of(order) -> str:
    return f"line_{order.lines.get().pk}"


def test_all_that_is_left_is_what_it_offers_first(desk, orders):
    order = orders.paid()
    form = desk.at(f"{order.number}/refund/").context["form"]
    assert form.fields["how"].initial == "all"

    desk.do(order, "refund", how="all", amount=form.fields["amount"].initial, cause="late")

    refund = Refund.objects.get()
    assert (refund.amount, refund.cause, refund.reason) == (order.total_incl_tax, "late", "")


def test_units_bring_their_price_and_each_once(desk, three_creams):
    line = field_of(three_creams)

    desk.do(three_creams, "refund", how="units", cause="damaged", reason="tapa rota", **{line: "2"})

    refund = Refund.objects.get()
    assert refund.amount == Decimal(198000)
    page = words(desk.at(f"{three_creams.number}/"))
    assert "Arrived damaged · tapa rota · 2 × Crema RZ-1" in page
    again = desk.do(three_creams, "refund", how="units", cause="damaged", **{line: "2"})
    assert again.status_code == 200 and "1" in words(again)
    assert Refund.objects.count() == 1
    desk.do(three_creams, "refund", how="units", cause="damaged", shipping="on", **{line: "1"})
    assert Refund.objects.last().amount == Decimal(108900)
    assert services.refundable(Order.objects.get(pk=three_creams.pk)) == 0


def test_who_is_about_to_ship_is_told_that_all_of_the_money_went_back(desk, orders):
    order = orders.paid()
    desk.do(order, "refund", how="amount", amount="5000", cause="late")
    assert "went back" not in words(desk.at(f"{order.number}/"))
    left = desk.at(f"{order.number}/refund/").context["form"].fields["amount"].initial
    desk.do(order, "refund", how="all", amount=left, cause="late")

    page = words(desk.at(f"{order.number}/"))
    assert "All of the money went back. Think before you ship." in page


def test_the_shipping_goes_back_with_units_and_once(desk, three_creams, clerk):
    line, how = field_of(three_creams), {"how": "units", "cause": "damaged"}
    desk.do(three_creams, "refund", shipping="on", **how, **{line: "1"})
    assert (Refund.objects.get().amount, Refund.objects.get().shipping) == (108900, 9900)
    assert "1 × Crema RZ-1, shipping" in words(desk.at(f"{three_creams.number}/"))

    page = desk.at(f"{three_creams.number}/refund/")
    assert "shipping" not in page.context["form"].fields
    desk.do(three_creams, "refund", shipping="on", **how, **{line: "1"})
    assert Refund.objects.latest("pk").amount == 99000
    with override("en"), pytest.raises(NotPossible, match="The shipping was refunded already"):
        services.refund_order(order=three_creams, shipping=True, reason="x", by=clerk)


def test_the_shipping_of_a_refund_that_was_refused_can_be_refunded_again(three_creams, clerk):
    services.refund_order(order=three_creams, shipping=True, reason="x", by=clerk)
    Refund.objects.update(state=Refund.State.REFUSED)
    assert shipping_to_refund(three_creams) == 9900


def test_the_service_knows_what_units_bring(three_creams, clerk):
    pk = three_creams.lines.get().pk
    services.refund_order(order=three_creams, units={pk: 2}, shipping=True, reason="x", by=clerk)
    assert Refund.objects.get().amount == 207900


def test_units_that_would_not_count_are_told(desk, three_creams):
    line = field_of(three_creams)
    for typed in ({"how": "all"}, {"how": "amount", "amount": "5000"}):
        answer = desk.do(three_creams, "refund", cause="late", **typed, **{line: "1"})
        assert "choose which counts" in words(answer)
    assert not Refund.objects.exists()


def test_units_of_a_refund_that_was_refused_can_be_refunded_again(three_creams, clerk):
    pk = three_creams.lines.get().pk
    services.refund_order(order=three_creams, reason="x", by=clerk, units={pk: 1})
    assert units_to_refund(three_creams) == {pk: 2}
    Refund.objects.update(state=Refund.State.REFUSED)
    assert units_to_refund(three_creams) == {pk: 3}


def test_the_service_gives_no_unit_back_twice(three_creams, clerk):
    pk = three_creams.lines.get().pk
    for units in ({pk: 4}, {pk: 0}, {pk + 1000: 1}):
        with pytest.raises(NotPossible):
            services.refund_order(order=three_creams, reason="x", by=clerk, units=units)


def test_shares_of_a_line_add_up_to_the_line(three_creams, clerk):
    line = three_creams.lines.get()
    type(line).objects.filter(pk=line.pk).update(line_price_incl_tax=Decimal(100000))
    for _unit in range(3):
        services.refund_order(order=three_creams, reason="x", by=clerk, units={line.pk: 1})
    given = [one.amount for one in Refund.objects.all()]
    assert len(given) == 3 and sum(given) == Decimal(100000)


@pytest.mark.parametrize(
    "typed, said",
    [
        ({"how": "units", "cause": "late"}, "Choose at least one unit"),
        ({"how": "amount", "cause": "late", "amount": ""}, "Enter the amount"),
        ({"how": "all", "cause": "other"}, "Enter the reason"),
        ({"how": "all", "cause": "late", "amount": "5000"}, "choose which counts"),
        ({"how": "all", "cause": "nothing like it"}, "valid choice"),
    ],
)
def test_what_is_missing_is_asked_for(desk, orders, typed, said):
    order = orders.paid()
    assert said in words(desk.do(order, "refund", **typed))
    assert not Refund.objects.exists()


# --- How much somebody may give back ----------------------------------------------------------


@pytest.fixture
def limited(db):
    group = Group.objects.get(name="Order desk")
    return RefundLimit.objects.create(group=group, currency="COP", amount=Decimal(20000))


def test_a_clerk_gives_back_up_to_the_limit_and_not_in_two_steps_either(
    desk, orders, limited, clerk
):
    order = orders.paid()
    said = words(desk.at(f"{order.number}/refund/"))
    assert "You may refund $20.000 of this order. For more, ask: Administrator." in said

    desk.do(order, "refund", amount="15.000", reason="x")
    beyond = desk.do(order, "refund", amount="6.000", reason="x")

    assert beyond.status_code == 409 and "You may refund $5.000" in words(beyond)
    assert [refund.amount for refund in Refund.objects.all()] == [Decimal(15000)]
    assert left_to_give(order, by=clerk) == Decimal(5000)


def test_the_limit_is_the_services_too(orders, limited, clerk):
    order = orders.paid()
    with override("en"), pytest.raises(NotPossible, match="You may refund"):
        services.refund_order(order=order, amount=Decimal(20001), reason="x", by=clerk)


def test_the_highest_of_several_roles_counts_and_none_is_no_limit(orders, limited, clerk):
    order = orders.paid()
    other = Group.objects.get(name="Administrator")
    clerk.groups.add(other)
    assert left_to_give(order, by=clerk) is None
    RefundLimit.objects.create(group=other, currency="COP", amount=Decimal(50000))
    assert left_to_give(order, by=clerk) == Decimal(50000)


def test_another_currency_has_another_limit(orders, limited, clerk):
    RefundLimit.objects.update(currency="USD")
    assert left_to_give(orders.paid(), by=clerk) is None


def test_canceling_an_order_that_did_not_leave_is_not_held_back(desk, orders, limited):
    order = orders.paid()
    desk.do(order, "cancel", reason="ya no lo quiere")
    assert Refund.objects.get().amount == order.total_incl_tax


def test_the_company_sets_the_limits_and_the_desk_does_not(person_with, clerk):
    url = "/admin/refund-limits/"
    admin, desk = Desk(person_with("Administrator")), Desk(clerk)
    group = Group.objects.get(name="Order desk")
    typed = {"group": group.pk, "currency": "COP", "amount": "50000"}

    desk.post(f"{url}new/", typed)
    assert not RefundLimit.objects.exists()
    admin.post(f"{url}new/", typed)
    assert RefundLimit.objects.get().amount == Decimal(50000)
    assert "Order desk" in words(admin.get(url))


def test_a_payment_leads_to_its_page_at_the_provider(desk, orders, monkeypatch):
    order = orders.paid()
    monkeypatch.setattr(
        DemoGateway, "staff_url", lambda self, payment: f"https://bank.example/{payment.pk}"
    )
    page = desk.at(f"{order.number}/").content.decode()
    assert f'href="https://bank.example/{order.payments.get().pk}"' in page


def test_whoever_may_not_act_refunds_nothing(orders):
    order = orders.paid()
    with pytest.raises(PermissionDenied):
        services.refund_order(
            order=order, amount=Decimal(1), reason="x", by=make_staff(None, "order.view_order")
        )
    assert not Refund.objects.exists()
