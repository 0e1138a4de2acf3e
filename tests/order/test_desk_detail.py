"""One order on one page, and every thing that can be done with it."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from oscar.core.loading import get_model

from commerce.gateways.base import GatewayUnavailable, RefundRefused
from commerce.gateways.models import DemoCharge, Payment, Refund
from commerce.gateways.providers.demo import DemoGateway
from commerce.orders import services

from .test_desk_list import words

Order = get_model("order", "Order")

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def actions(page) -> list[str]:
    """The last part of each action's address."""
    soup = BeautifulSoup(page.content, "html.parser")
    return [link["href"].split("/")[-2] for link in soup.select(".desk-actions a:not([target])")]


def fresh(order):
    return Order.objects.select_related("placement").get(pk=order.pk)


def kinds(order) -> list[str]:
    return list(order.events.values_list("kind", flat=True))


def test_the_page_tells_everything(desk, orders, clerk):
    order = orders.at("shipped")
    services.add_note(order=order, message="Llamó: dejar en portería", by=clerk)
    services.refund_order(order=order, amount=Decimal(9900), reason="llegó tarde", by=clerk)
    page = desk.at(f"{order.number}/")
    text = words(page)

    assert page.status_code == 200
    for said in (
        "Crema RZ-1",
        "RZ-1",
        "$99.000",
        "$108.900",
        "Ana Gómez",
        "Calle 72 # 10-07",
        "304 5351581",
        "ana@correo.example",
        "Demo payment",
        "Paid, partly refunded",
        "llegó tarde",
        order.payments.get().provider_reference,
        "Sold",
        "Llamó: dejar en portería",
        "Order placed",
        "On its way",
        "Rosa order-desk",
        "staff only",
    ):
        assert said in text, said
    assert f"/admin/people/inspect/{order.placement.person_id}/" in page.content.decode()


def test_the_page_costs_the_same_for_one_line_and_many(desk, orders, shop, assert_max_queries):
    several = [shop.product(f"RZ-{each}", co="10000") for each in range(10, 18)]
    order = orders.pending(basket=shop.basket(*several), expected_total=Decimal(89900))
    desk.at(f"{order.number}/")
    with assert_max_queries(25):
        desk.at(f"{order.number}/")


@pytest.mark.engine
def test_a_number_is_found_in_lower_case_too(desk, orders):
    order = orders.due()
    assert desk.at(f"{order.number.lower()}/").status_code == 200


@pytest.mark.parametrize("path", ["NOBO-DY99/", "NOBO-DY99/cancel/", "NOBO-DY99/print/slip/", "1/"])
def test_numbers_that_nobody_has_are_not_found(desk, orders, path):
    orders.due()
    assert desk.at(path).status_code == 404


def test_things_that_nobody_can_do_are_not_found(desk, orders):
    order = orders.due()
    assert desk.at(f"{order.number}/explode/").status_code == 404
    assert desk.at(f"{order.number}/print/banknote/").status_code == 404


@pytest.mark.parametrize(
    "make, possible",
    [
        (lambda o: o.pending(), ["payment-received", "resend", "cancel"]),
        (lambda o: o.pending("demo"), ["cancel"]),
        (lambda o: o.due(), ["payment-received", "preparing", "resend", "cancel"]),
        (lambda o: o.paid(), ["preparing", "refund", "resend", "cancel"]),
        (lambda o: o.at("preparing"), ["shipped", "refund", "resend", "cancel"]),
        (lambda o: o.at("shipped"), ["delivered", "refund", "resend"]),
        (lambda o: o.at("delivered"), ["refund", "resend"]),
    ],
)
def test_only_what_is_possible_is_offered(desk, orders, make, possible):
    order = make(orders)
    assert actions(desk.at(f"{order.number}/")) == possible


def test_a_transfer_that_came_confirms_the_order(desk, orders, mailoutbox, clerk):
    order = orders.pending()
    mailoutbox.clear()

    asked = desk.at(f"{order.number}/payment-received/")
    assert "$108.900 was received in full by Bank transfer" in words(asked)
    assert fresh(order).status == "pending"

    done = desk.do(order, "payment-received")
    assert done.status_code == 302
    assert fresh(order).status == "confirmed"
    assert fresh(order).payments.get().state == Payment.State.SUCCEEDED
    assert order.events.get(kind="payment_received").by == clerk
    assert len(mailoutbox) == 1


def test_the_way_to_the_door(desk, orders, mailoutbox):
    order = orders.due()
    desk.do(order, "preparing")
    mailoutbox.clear()

    desk.do(
        order,
        "shipped",
        carrier="Servientrega",
        number="900123",
        url="https://carrier.example/900123",
    )
    assert fresh(order).status == "shipped"
    assert order.events.get(kind="shipped").detail == {
        "carrier": "Servientrega",
        "number": "900123",
        "url": "https://carrier.example/900123",
        "parcel": 1,
    }
    assert "900123" in mailoutbox[0].body

    desk.do(order, "delivered")
    desk.do(order, "payment-received")
    assert fresh(order).status == "delivered"
    assert fresh(order).payments.get().state == Payment.State.SUCCEEDED


@pytest.mark.parametrize(
    "typed, problem",
    [
        ({"number": "9", "url": "javascript:alert(1)"}, "beginning with https"),
        ({"number": "9", "url": "ftp://carrier.example/9"}, "beginning with https"),
        ({"number": "x" * 81}, "at most 80 characters"),
        ({"url": "https://carrier.example/9"}, "number that belongs"),
        ({"number": "9\x00"}, "Null characters"),
    ],
)
def test_tracking_that_is_wrong_is_refused_and_kept(desk, orders, typed, problem):
    order = orders.at("preparing")
    answer = desk.do(order, "shipped", carrier="Ñandú & Cía", **typed)

    assert answer.status_code == 200
    assert problem in words(answer)
    assert 'value="Ñandú &amp; Cía"' in answer.content.decode()
    assert fresh(order).status == "preparing"


def test_cancelling_says_what_happens_and_does_it(desk, orders, shop, mailoutbox):
    order = orders.paid()
    mailoutbox.clear()
    asked = words(desk.at(f"{order.number}/cancel/"))
    assert "1 unit goes back in stock" in asked
    assert "$108.900 is refunded to the customer" in asked

    desk.do(order, "cancel", reason="Se arrepintió")

    order = fresh(order)
    assert (order.status, order.payments.get().state) == ("cancelled", Payment.State.REFUNDED)
    assert shop.record().num_in_stock == 5
    assert order.events.get(kind="cancelled").detail["reason"] == "Se arrepintió"
    # That it is cancelled, and how much goes back.
    assert len(mailoutbox) == 2
    assert "$108.900" in mailoutbox[-1].subject


def test_cancelling_while_it_waits_frees_what_is_held(desk, orders, shop, mailoutbox):
    order = orders.pending()
    assert "held for it becomes available again" in words(desk.at(f"{order.number}/cancel/"))
    desk.do(order, "cancel", reason="doble")

    assert fresh(order).status == "cancelled"
    assert shop.record().net_stock_level == 5
    assert kinds(order).count("cancelled") == 1


def test_a_reason_is_asked_for(desk, orders):
    order = orders.paid()
    for reason in ("", "   ", "x" * 256):
        assert desk.do(order, "cancel", reason=reason).status_code == 200
    assert fresh(order).status == "confirmed"


@pytest.mark.engine
def test_part_of_the_money_and_then_the_rest(desk, orders):
    order = orders.at("delivered")
    desk.do(order, "refund", amount="$ 9.900", reason="el envío")
    assert fresh(order).payments.get().refunded == Decimal(9900)
    assert fresh(order).payments.get().state == Payment.State.SUCCEEDED

    desk.do(order, "refund", amount="99000", reason="el resto")
    assert fresh(order).payments.get().state == Payment.State.REFUNDED
    assert DemoCharge.objects.get().refunded == order.total_incl_tax
    assert actions(desk.at(f"{order.number}/")) == ["resend"]


@pytest.mark.parametrize(
    "amount, problem",
    [
        ("", "required"),
        ("0", "Enter the amount"),
        ("-5", "n amount, for example"),
        ("108901", "at most $108.900"),
        ("mucho", "n amount, for example"),
        ("9900.50", "no decimals"),
        ("٩٩٠٠", "n amount, for example"),
        ("1e5", "n amount, for example"),
    ],
)
def test_an_amount_that_is_wrong_is_refused_and_kept(desk, orders, amount, problem):
    order = orders.paid()
    answer = desk.do(order, "refund", amount=amount, reason="porque sí")

    assert answer.status_code == 200
    assert problem in words(answer)
    assert "porque sí" in words(answer)
    assert not Refund.objects.exists()


def test_a_provider_that_refuses_says_why(desk, orders, monkeypatch):
    order = orders.paid()

    def refuse(*args, **kwargs):
        raise RefundRefused("charge is disputed")

    monkeypatch.setattr(DemoGateway, "refund", refuse)
    answer = desk.do(order, "refund", amount="9900", reason="tarde")
    assert "charge is disputed" in words(answer)
    assert "tarde" in words(answer)
    assert fresh(order).payments.get().refunded == 0

    followed = desk.get(desk.do(order, "cancel", reason="tarde").url)
    assert "Issue it manually" in words(followed)
    assert fresh(order).status == "cancelled"
    # The money is still to go back, and the page still offers it.
    assert "refund" in actions(followed)


def test_a_provider_that_does_not_answer_changes_nothing(desk, orders, monkeypatch):
    order = orders.pending("demo")

    def silence(*args, **kwargs):
        raise GatewayUnavailable

    monkeypatch.setattr(DemoGateway, "cancel", silence)
    answer = desk.do(order, "cancel", reason="fraude")
    assert "is not responding" in words(answer) and "fraude" in words(answer)
    assert fresh(order).status == "pending"


def test_paid_while_the_clerk_was_cancelling(desk, orders, shop):
    order = orders.pending("demo")
    page = desk.at(f"{order.number}/cancel/")
    shop.bank_says(order, DemoCharge.State.PAID)

    answer = desk.at(
        f"{order.number}/cancel/",
        {"seen": page.context["form"]["seen"].value(), "reason": "fraude"},
    )
    assert "paid in the meantime" in words(answer) and "fraude" in words(answer)
    assert fresh(order).status == "confirmed"


# --- Two clerks at once -------------------------------------------------------------------


def test_the_second_of_two_clerks_is_told(desk, orders):
    order = orders.paid()
    seen = desk.at(f"{order.number}/cancel/").context["form"]["seen"].value()
    desk.do(order, "preparing")

    answer = desk.at(f"{order.number}/cancel/", {"seen": seen, "reason": "no hay"})
    assert answer.status_code == 409
    assert "changed in the meantime" in words(answer)
    assert "no hay" in words(answer)
    assert fresh(order).status == "preparing"


@pytest.mark.engine
def test_a_double_click_gives_money_back_once(desk, orders):
    order = orders.paid()
    seen = desk.at(f"{order.number}/refund/").context["form"]["seen"].value()
    typed = {"seen": seen, "amount": "9900", "reason": "tarde"}

    assert desk.at(f"{order.number}/refund/", typed).status_code == 302
    assert desk.at(f"{order.number}/refund/", typed).status_code == 409
    assert fresh(order).payments.get().refunded == Decimal(9900)


@pytest.mark.parametrize("action", ["preparing", "payment-received", "shipped", "delivered"])
def test_what_is_done_already_cannot_be_done_again(desk, orders, action):
    order = orders.at("delivered")
    path = f"{order.number}/{action}/"
    for data in (None, {"seen": "confirmed.succeeded.0.00"}):
        answer = desk.at(path, data)
        assert answer.status_code == 302
        assert "changed in the meantime" in words(desk.get(answer.url))


@pytest.mark.engine
def test_the_service_refuses_the_second_refund_of_the_same_moment(orders, clerk):
    order = orders.paid()
    stale = {"amount": Decimal(9900), "reason": "x", "by": clerk, "seen_refunded": Decimal(0)}
    services.refund_order(order=order, **stale)
    with pytest.raises(services.NotPossible):
        services.refund_order(order=order, **stale)
    assert kinds(order).count("refunded") == 1
    assert "refund_failed" not in kinds(order)


def test_staff_cannot_say_that_a_provider_was_paid(orders, clerk):
    order = orders.pending("demo")
    with pytest.raises(services.NotPossible):
        services.receive_payment(order=order, by=clerk)


def test_cancelling_twice_is_one_cancellation(orders, clerk, mailoutbox):
    order, same = orders.pending(), None
    same = Order.objects.get(pk=order.pk)
    services.cancel_order(order=order, by=clerk, reason="a")
    with pytest.raises(services.NotPossible):
        services.cancel_order(order=same, by=clerk, reason="b")
    assert kinds(order).count("cancelled") == 1


# --- Notes and mails ------------------------------------------------------------------------


def test_notes_are_written_beside_the_order(desk, orders, clerk):
    order = orders.due()
    desk.at(f"{order.number}/note/", {"message": "<b>Frágil</b> 🌹"})
    page = desk.at(f"{order.number}/")

    assert "&lt;b&gt;Frágil&lt;/b&gt; 🌹" in page.content.decode()
    assert order.notes.get().user == clerk
    for wrong in ("", "  ", "x" * 2001):
        assert desk.at(f"{order.number}/note/", {"message": wrong}).status_code == 200
    assert order.notes.count() == 1


def test_a_mail_is_sent_again_and_the_timeline_says_so(desk, orders, mailoutbox, clerk):
    order = orders.paid()
    first = mailoutbox[-1]
    mailoutbox.clear()

    desk.do(order, "resend", mail="confirmed")

    (again,) = mailoutbox
    assert (again.to, again.subject) == (first.to, first.subject)
    event = order.events.get(kind="mail_resent")
    assert (event.by, event.detail) == (clerk, {"mail": "confirmed"})
    assert kinds(order).count("mail_confirmed") == 1

    # A double click is one mail.
    answer = desk.do(order, "resend", mail="confirmed")
    assert "a moment ago" in words(answer)
    assert len(mailoutbox) == 1


def test_a_mail_that_does_not_fit_is_refused(desk, orders, mailoutbox):
    order = orders.paid()
    mailoutbox.clear()
    assert desk.do(order, "resend", mail="cancelled").status_code == 200
    assert desk.do(order, "resend", mail="").status_code == 200
    assert not mailoutbox


def test_nothing_goes_to_an_erased_person(desk, orders):
    from commerce.orders.privacy import forget_orders

    order = orders.paid()
    forget_orders(order.placement.person)
    page = desk.at(f"{order.number}/")
    assert page.status_code == 200
    assert "resend" not in actions(page)


def test_a_person_s_page_tells_what_they_ordered_paid_and_where_it_goes(desk, orders, clerk):
    order = orders.at("shipped")
    services.refund_order(order=order, amount=Decimal(9900), reason="llegó tarde", by=clerk)
    url = reverse("person:inspect", args=[order.placement.person_id])

    page = desk.get(url)
    text = words(page)

    assert f"/admin/orders/{order.number}/" in page.content.decode()
    assert "COP 99.000" in text  # 108.900 less what went back
    assert "Calle 72 # 10-07" in text


def test_a_person_s_orders_are_for_who_may_look_at_orders(person_with, orders):
    order = orders.pending()
    browser = Client()
    user = person_with(None, "wagtailadmin.access_admin", "people.view_person")
    browser.force_login(user)

    page = browser.get(reverse("person:inspect", args=[order.placement.person_id]))

    assert order.number not in page.content.decode()
