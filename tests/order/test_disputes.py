"""A cardholder disputes a charge: the order desk sees it, and nothing goes back twice."""

from datetime import timedelta
from decimal import Decimal
from unittest.mock import patch

import pytest
from django.test import Client
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.books.models import Difference
from commerce.books.reconciling import reconcile
from commerce.books.ways import ask_again
from commerce.gateways import disputes
from commerce.gateways.base import RefundRefused
from commerce.gateways.models import Dispute, PaymentMethod
from commerce.gateways.of_order import payments_of
from commerce.gateways.refunds import ask_refunds
from commerce.gateways.registry import all_gateways
from commerce.orders.attempts import start_payment
from commerce.orders.disputing import look_at_disputes, sweep_disputes
from commerce.orders.provider_forms import form_of
from commerce.orders.settling import confirm_payment

Order = get_model("order", "Order")
BACK = "http://localhost/es-co/back/"
DISPUTED = "4000 0000 0000 0259"


@pytest.fixture
def order(shop, stripe):
    """Paid with a card whose holder disputes it at once; nobody was told yet."""
    PaymentMethod.objects.create(market="co", gateway="stripe")
    order = shop.place(payment_method="stripe")
    start_payment(order=order, return_url=BACK)
    stripe.pay(form_of(order=Order.objects.get(), return_url=BACK), DISPUTED)
    assert confirm_payment(order=order) == "confirmed"
    return Order.objects.get()


def compare():
    """A comparison an hour later."""
    with patch("commerce.books.reconciling.timezone") as clock:
        clock.now.return_value = timezone.now() + timedelta(hours=1)
        reconcile(all_gateways()["stripe"])


def tell(stripe, kind: str):
    """Stripe's notifications of one kind, as they come."""
    for told in [one for one in stripe.told if f'"{kind}"'.encode() in one.body]:
        sent = stripe.signed(told.body)
        headers = {"Stripe-Signature": sent.headers["Stripe-Signature"]}
        answer = Client().post(
            "/webhooks/stripe/", sent.body, content_type="application/json", headers=headers
        )
        assert answer.status_code == 200


def decide(stripe, status: str):
    (dispute,) = stripe.books.all("disputes")
    stripe.decide(dispute, status)


def events(order) -> list[str]:
    return [kind for kind in order.events.values_list("kind", flat=True) if "disput" in kind]


def test_the_desk_hears_of_a_dispute_and_until_when_to_answer(order, stripe, desk):
    tell(stripe, "charge.dispute.created")
    tell(stripe, "charge.dispute.created")

    page = desk.at(f"{order.number}/").content.decode()
    assert "The cardholder disputed the payment: waits for our answer. Think before" in page
    assert "Answer at the provider until" in page
    assert "The cardholder didn&#x27;t order it" in page
    assert events(order) == ["disputed"]
    assert "108.900" in page[page.index("Taken back by the bank") :][:200]
    waiting = desk.at("?queue=dispute").content.decode()
    assert order.number in waiting
    assert "Disputed: waits for our answer" in desk.get("/admin/").content.decode()


def test_looking_again_at_what_did_not_change_is_no_change(order, stripe):
    tell(stripe, "charge.dispute.created")
    payment, dispute = order.payments.get(), Dispute.objects.get()

    sweep_disputes.func()
    tell(stripe, "charge.dispute.created")
    tell(stripe, "payment_intent.succeeded")

    assert order.payments.get().updated_at == payment.updated_at
    assert Dispute.objects.get().updated_at == dispute.updated_at
    # What is news is a change.
    decide(stripe, "lost")
    sweep_disputes.func()
    assert Dispute.objects.get().updated_at > dispute.updated_at


def test_nothing_of_it_is_told_to_the_customer(order, stripe):
    tell(stripe, "charge.dispute.created")

    assert not order.events.filter(kind="disputed", is_public=True).exists()


def test_money_that_the_bank_took_back_is_not_given_back_as_well(order, stripe, clerk):
    tell(stripe, "charge.dispute.created")

    assert payments_of(order).refundable == 0
    with pytest.raises(RefundRefused):
        ask_refunds(order=order, amount=Decimal(1), reason="", by=clerk)
    assert not stripe.refunds


def test_one_that_is_won_brings_the_money_back(order, stripe, desk):
    tell(stripe, "charge.dispute.created")
    decide(stripe, "under_review")
    tell(stripe, "charge.dispute.updated")
    assert order.number not in desk.at("?queue=dispute").content.decode()
    decide(stripe, "won")
    tell(stripe, "charge.dispute.closed")

    assert events(order) == ["disputed", "dispute_answered", "dispute_won"]
    assert payments_of(order).refundable == order.total_incl_tax
    assert "Think before you ship" not in desk.at(f"{order.number}/").content.decode()
    assert "Taken back by the bank" not in desk.at(f"{order.number}/").content.decode()


def test_one_that_is_lost_stays_on_the_order(order, stripe, desk):
    look_at_disputes(order.payments.get())
    decide(stripe, "lost")
    # Nobody told: the sweeper finds out.
    sweep_disputes.func()

    assert events(order) == ["disputed", "dispute_lost"]
    assert payments_of(order).refundable == 0
    assert Dispute.objects.get().state == Dispute.State.LOST


def test_one_that_was_never_told_is_found_in_the_books_and_told_on_its_order(order, stripe, clerk):
    compare()
    (found,) = Difference.objects.open().filter(kind=Difference.Kind.DISPUTE)

    assert ask_again(difference=found, by=clerk)

    assert events(order) == ["disputed"]
    compare()
    assert not Difference.objects.open().exists()


def test_one_that_we_heard_of_while_we_asked_is_not_closed(order, stripe):
    payment = order.payments.get()
    answers, undecided = [], disputes.undecided(payment)
    look_at_disputes(payment)

    # The answer of before comes last.
    assert disputes.write_down(payment, answers, undecided=undecided) == []
    assert Dispute.objects.get().state == Dispute.State.OPEN
