"""Stripe's gateway against Stripe's HTTP, spoken by a server on this machine (decision 0029)."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone

from commerce.gateways.base import (
    GatewayUnavailable,
    InvalidSignature,
    KeysRefused,
    MovementKind,
    Outcome,
    RefundRefused,
)
from commerce.gateways.providers.stripe.gateway import StripeGateway
from commerce.gateways.providers.stripe.units import from_minor, to_minor
from markets.lookup import get_market
from tests.providers.server import Fault
from tests.providers.stripe_account import DECLINED, GOOD, NO_FUNDS, SECURE, keys

BACK = "http://testserver/es-co/checkout/return/T-1/?payment=key"
FAULTS = list(Fault)


@pytest.fixture
def gateway():
    return StripeGateway()


@pytest.fixture
def payment(ask):
    return ask("COP", "108900", gateway="stripe")


def begin(gateway, payment):
    """As the shop does it: what Stripe calls the payment is written down, and its page asks for the
    form."""
    answer, step = gateway.begin(payment, return_url=BACK)
    payment.provider_reference = answer.reference or payment.provider_reference
    payment.save()
    if step.kind == "form":
        step = gateway.form(payment, return_url=BACK)
    return answer, step


@pytest.fixture
def begun(stripe, gateway, payment):
    _answer, step = begin(gateway, payment)
    return step


# --- Amounts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "currency", "minor"),
    [
        ("108900", "COP", 10890000),
        ("1299.50", "MXN", 129950),
        ("25.00", "USD", 2500),
        ("0.01", "USD", 1),
        ("9990", "CLP", 9990),
        ("500", "JPY", 500),
        ("5.12", "KWD", 5120),
        ("5", "ISK", 500),
        ("5", "UGX", 500),
    ],
)
def test_amounts_are_what_stripe_counts(amount, currency, minor):
    assert to_minor(Decimal(amount), currency) == minor
    assert from_minor(minor, currency.lower()) == Decimal(amount)


@pytest.mark.parametrize(("amount", "currency"), [("9.50", "JPY"), ("5.5", "ISK")])
def test_a_part_that_a_currency_does_not_have_is_never_rounded(amount, currency):
    with pytest.raises(ValueError):
        to_minor(Decimal(amount), currency)


@pytest.mark.parametrize(
    ("currency", "amount", "minor"),
    [("COP", "108900", 10890000), ("MXN", "1299.50", 129950), ("USD", "25.00", 2500)],
)
def test_each_market_is_charged_what_its_order_costs(stripe, gateway, ask, currency, amount, minor):
    payment = ask(currency, amount, gateway="stripe")

    _answer, step = begin(gateway, payment)
    stripe.pay(step)

    intent = stripe.intents[0]
    assert (intent["amount_received"], intent["currency"]) == (minor, currency.lower())
    assert intent["metadata"] == {
        "payment": str(payment.idempotency_key),
        "order": payment.order.number,
        "market": payment.order.placement.market,
    }
    assert gateway.look_up(payment).outcome == Outcome.SUCCEEDED


def test_too_little_for_a_card_is_told_to_the_shopper(stripe, gateway, ask):
    payment = ask("USD", "0.10", gateway="stripe")

    answer, step = gateway.begin(payment, return_url=BACK)

    assert (answer.outcome, answer.failure_code) == (Outcome.DECLINED, "amount_too_small")
    assert step.kind == "done"


# --- What becomes of a payment ------------------------------------------------------------


def test_a_card_pays(stripe, gateway, payment, begun):
    assert stripe.pay(begun).startswith(BACK)

    answer = gateway.look_up(payment)
    assert (answer.outcome, answer.reference) == (Outcome.SUCCEEDED, payment.provider_reference)
    assert gateway.begin(payment, return_url=BACK)[1].kind == "done"


def test_beginning_again_is_the_same_intent(stripe, gateway, payment, begun):
    again = begin(gateway, payment)[1]

    assert again.context["client_secret"] == begun.context["client_secret"]
    assert len(stripe.intents) == 1


def test_without_its_reference_it_is_the_same_intent_too(stripe, gateway, payment, begun):
    payment.provider_reference = ""

    again = begin(gateway, payment)[1]

    assert again.context["client_secret"] == begun.context["client_secret"]


def test_days_later_when_stripe_forgot_the_key_it_is_the_same_intent(
    stripe, gateway, payment, begun
):
    payment.provider_reference = ""
    payment.created_at = timezone.now() - timedelta(days=3)
    stripe.books.database.execute("delete from rows where kind = 'answers'")

    again = begin(gateway, payment)[1]

    assert again.context["client_secret"] == begun.context["client_secret"]
    assert len(stripe.intents) == 1


def test_a_declined_card_is_told_by_its_name_until_the_next_one(stripe, gateway, payment, begun):
    stripe.pay(begun, NO_FUNDS)
    first = gateway.look_up(payment)
    calls = len(stripe.calls)
    taken_up, step = begin(gateway, payment)
    # Nothing is written there to take it up again.
    assert {call.method for call in stripe.calls[calls:]} == {"GET"}
    stripe.pay(step, DECLINED)
    second = gateway.look_up(payment)

    assert (first.outcome, first.failure_code) == (Outcome.DECLINED, "insufficient_funds")
    assert (taken_up.outcome, taken_up.attempts) == (Outcome.DECLINED, first.attempts)
    assert (second.outcome, second.failure_code) == (Outcome.DECLINED, "generic_decline")
    assert second.attempts[:1] == first.attempts and len(second.attempts) == 2


def test_what_was_declined_between_two_looks_is_told_too(stripe, gateway, payment, begun):
    for card in (DECLINED, NO_FUNDS, DECLINED):
        stripe.pay(begun, card)
    page = stripe.pay(begun, SECURE)

    # Another card is being tried by now.
    asked = gateway.look_up(payment)
    assert (asked.outcome, len(set(asked.attempts))) == (Outcome.OPEN, 3)
    stripe.post(page, {"decision": "refuse"})
    assert len(gateway.look_up(payment).attempts) == 4


def test_one_that_was_stopped_after_a_decline_tells_of_it(stripe, gateway, payment, begun):
    stripe.pay(begun, NO_FUNDS)

    for answer in (gateway.cancel(payment), gateway.look_up(payment)):
        assert (answer.outcome, answer.failure_code) == (Outcome.CANCELLED, "insufficient_funds")
        assert len(answer.attempts) == 1


def test_decline_then_success_is_one_charge(stripe, gateway, payment, begun):
    stripe.pay(begun, DECLINED)
    stripe.pay(begun, GOOD)

    assert gateway.look_up(payment).outcome == Outcome.SUCCEEDED
    assert len(stripe.charges) == len(stripe.intents) == 1


@pytest.mark.parametrize(
    ("decision", "outcome", "code"),
    [
        ("authorise", Outcome.SUCCEEDED, ""),
        ("refuse", Outcome.DECLINED, "payment_intent_authentication_failure"),
        ("leave", Outcome.OPEN, ""),
    ],
)
def test_3d_secure_is_the_shoppers_to_decide(
    stripe, gateway, payment, begun, decision, outcome, code
):
    page = stripe.pay(begun, SECURE)
    assert gateway.look_up(payment).outcome == Outcome.OPEN
    stripe.post(page, {"decision": decision})

    answer = gateway.look_up(payment)
    assert (answer.outcome, answer.failure_code) == (outcome, code)


def test_3d_secure_left_and_finished_later_with_another_card(stripe, gateway, payment, begun):
    stripe.pay(begun, SECURE)

    stripe.pay(begin(gateway, payment)[1], GOOD)

    assert gateway.look_up(payment).outcome == Outcome.SUCCEEDED
    assert len(stripe.charges) == 1


def test_a_voucher_holds_the_goods_until_it_ends_and_a_day(stripe, gateway, payment, begun):
    stripe.pay(begun, method="oxxo")

    answer, step = begin(gateway, payment)
    details = stripe.intents[0]["next_action"]["oxxo_display_details"]
    ends = datetime.fromtimestamp(details["expires_after"], UTC)
    assert (answer.outcome, answer.waits_until) == (Outcome.OPEN, ends + timedelta(days=1))
    assert step.context["voucher_url"] == details["hosted_voucher_url"]

    stripe.post(details["hosted_voucher_url"], {"decision": "pay"})
    assert gateway.look_up(payment).outcome == Outcome.SUCCEEDED


def test_what_a_bank_still_works_at_waits_and_cannot_be_stopped(stripe, gateway, payment, begun):
    intent = stripe.intents[0] | {"status": "processing"}
    stripe.books.put("intents", intent["id"], intent)

    answer = gateway.cancel(payment)

    assert answer.outcome == Outcome.OPEN
    assert answer.waits_until > timezone.now() + timedelta(days=5)
    assert gateway.begin(payment, return_url=BACK)[1].kind == "done"


def test_stopping_what_waits_stops_it_and_what_was_paid_is_too_late(stripe, gateway, ask):
    waiting, paid = (ask("COP", "50000", gateway="stripe") for _ in range(2))
    begin(gateway, waiting)
    stripe.pay(begin(gateway, paid)[1])

    assert gateway.cancel(waiting).outcome == Outcome.CANCELLED
    assert gateway.cancel(waiting).outcome == Outcome.CANCELLED
    assert gateway.cancel(paid).outcome == Outcome.SUCCEEDED
    assert gateway.look_up(waiting).outcome == Outcome.CANCELLED


def test_what_stripe_knows_nothing_of_is_open_and_is_stopped(stripe, gateway, payment):
    assert gateway.look_up(payment).outcome == Outcome.OPEN
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED
    assert not stripe.intents


def test_its_form_is_only_read(stripe, gateway, payment):
    """Whoever opens the page begins nothing."""
    assert gateway.form(payment, return_url=BACK).kind == "done"
    assert not stripe.intents

    begin(gateway, payment)
    calls = len(stripe.calls)
    step = gateway.form(payment, return_url=BACK)
    assert step.context["return_url"] == BACK
    stripe.pay(step, DECLINED)
    assert gateway.form(payment, return_url=BACK).context == step.context
    gateway.cancel(payment)
    assert gateway.form(payment, return_url=BACK).kind == "done"
    told = [call for call in stripe.calls[calls:] if call.path.startswith("/v1/payment_intents")]
    assert [call.method for call in told].count("POST") == 1  # the one that stopped it


# --- Whatever breaks on the way -------------------------------------------------------------


def until_it_answers(call):
    """As the shop does: the same call again, until the provider answers."""
    for _ in range(5):
        try:
            return call()
        except GatewayUnavailable:
            continue
    raise AssertionError("Stripe never answered")


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_breaks_as_it_begins_it_is_one_charge(stripe, gateway, payment, fault, times):
    for _ in range(times):
        stripe.fail_next(fault, path="/v1/payment_intents")

    answer, step = until_it_answers(lambda: begin(gateway, payment))
    stripe.pay(step)

    assert answer.outcome == Outcome.OPEN
    assert len(stripe.intents) == len(stripe.charges) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_breaks_as_it_is_stopped_it_is_stopped(stripe, gateway, payment, begun, fault):
    for _ in range(2):
        stripe.fail_next(fault, path="/cancel")

    assert until_it_answers(lambda: gateway.cancel(payment)).outcome == Outcome.CANCELLED
    assert not stripe.charges


@pytest.mark.parametrize("fault", FAULTS)
def test_whatever_breaks_as_it_goes_back_it_goes_back_once(stripe, gateway, payment, begun, fault):
    stripe.pay(begun)
    for _ in range(2):
        stripe.fail_next(fault, path="/v1/refunds")
    key = uuid4()

    reference = until_it_answers(
        lambda: gateway.refund(payment, amount=Decimal(40000), idempotency_key=key)
    )

    assert [one["id"] for one in stripe.refunds] == [reference]
    assert stripe.refunds[0]["amount"] == 4000000


def test_stripe_without_a_valid_key_is_not_there(stripe, gateway, payment, settings):
    settings.GATEWAY_CREDENTIALS = settings.GATEWAY_CREDENTIALS | {"STRIPE_SECRET_KEY": "sk_old"}

    with pytest.raises(KeysRefused):
        gateway.begin(payment, return_url=BACK)


# --- Giving back ----------------------------------------------------------------------------


def test_days_later_the_same_refund_still_goes_back_once(stripe, gateway, payment, begun):
    stripe.pay(begun)
    key = uuid4()
    first = gateway.refund(payment, amount=Decimal(40000), idempotency_key=key)
    stripe.books.database.execute("delete from rows where kind = 'answers'")

    assert gateway.refund(payment, amount=Decimal(40000), idempotency_key=key) == first
    assert len(stripe.refunds) == 1


def test_more_than_was_paid_does_not_go_back(stripe, gateway, payment, begun):
    stripe.pay(begun)
    gateway.refund(payment, amount=Decimal(100000), idempotency_key=uuid4())

    with pytest.raises(RefundRefused, match="greater than unrefunded"):
        gateway.refund(payment, amount=Decimal(8901), idempotency_key=uuid4())
    gateway.refund(payment, amount=Decimal(8900), idempotency_key=uuid4())
    assert sum(one["amount"] for one in stripe.refunds) == 10890000


def test_what_was_not_paid_does_not_go_back(stripe, gateway, payment, begun):
    with pytest.raises(RefundRefused):
        gateway.refund(payment, amount=Decimal(1), idempotency_key=uuid4())


# --- What Stripe tells ----------------------------------------------------------------------


def test_events_are_read_with_our_key_in_whatever_order(stripe, gateway, payment, begun):
    stripe.pay(begun, "4000 0000 0000 0259")
    gateway.refund(payment, amount=Decimal(40000), idempotency_key=uuid4())

    read = [
        gateway.read_notification(body=told.body, headers=told.headers, query={})
        for told in reversed(stripe.told)
    ]

    kinds = {one.payload["type"] for one in read}
    assert kinds >= {"payment_intent.succeeded", "charge.refunded", "charge.dispute.created"}
    assert {one.reference for one in read} == {payment.provider_reference}
    assert len({one.event_id for one in read}) == len(read)
    of_the_intent = next(one for one in read if one.payload["type"] == "payment_intent.succeeded")
    assert of_the_intent.payment_key == str(payment.idempotency_key)


def test_whichever_endpoints_secret_signed_it_is_taken(stripe, gateway, begun, settings):
    settings.GATEWAY_CREDENTIALS = settings.GATEWAY_CREDENTIALS | {
        "STRIPE_WEBHOOK_SECRET_MX": "whsec_of_mexico"
    }
    body = stripe.told[0].body

    for secret in ("whsec_local", "whsec_of_mexico"):
        told = stripe.signed(body, secret=secret)
        assert gateway.read_notification(body=body, headers=told.headers, query={}).reference


def test_a_forged_event_is_refused(stripe, gateway, begun):
    body = stripe.told[0].body
    signed = stripe.told[0].headers
    old = stripe.signed(body, at=1)

    for forged, headers in [
        (body.replace(b"COP", b"USD") + b" ", signed),
        (body, stripe.signed(body, secret="whsec_guessed").headers),
        (body, old.headers),
        (body, {}),
        (b"\xff", signed),
    ]:
        with pytest.raises(InvalidSignature):
            gateway.read_notification(body=forged, headers=headers, query={})


def test_nothing_is_believed_where_no_secret_is_set(stripe, gateway, begun, settings):
    settings.GATEWAY_CREDENTIALS = settings.GATEWAY_CREDENTIALS | {"STRIPE_WEBHOOK_SECRET": ""}
    told = stripe.signed(stripe.told[0].body, secret="whsec_")

    with pytest.raises(InvalidSignature):
        gateway.read_notification(body=told.body, headers=told.headers, query={})


def test_the_books_tell_what_moved_with_our_keys(stripe, gateway, ask, monkeypatch):
    monkeypatch.setattr("commerce.gateways.providers.stripe.books.A_PAGE", 2)
    paid = ask("COP", "108900", gateway="stripe")
    disputed = ask("MXN", "489.50", gateway="stripe")
    stripe.pay(begin(gateway, paid)[1])
    stripe.pay(begin(gateway, disputed)[1], "4000 0000 0000 0259")
    stripe.fail_refund(gateway.refund(paid, amount=Decimal(100), idempotency_key=uuid4()))
    refund_key = uuid4()
    refund = gateway.refund(paid, amount=Decimal(40000), idempotency_key=refund_key)

    now = timezone.now()
    moved = list(gateway.movements(since=now - timedelta(hours=1), until=now + timedelta(hours=1)))

    told = {(one.kind, one.amount, one.currency, one.payment_reference) for one in moved}
    assert told == {
        (MovementKind.PAYMENT, Decimal(108900), "COP", paid.provider_reference),
        (MovementKind.PAYMENT, Decimal("489.50"), "MXN", disputed.provider_reference),
        (MovementKind.DISPUTE, Decimal("489.50"), "MXN", disputed.provider_reference),
        (MovementKind.REFUND, Decimal(40000), "COP", paid.provider_reference),
    }
    assert len(moved) == 4
    back = next(one for one in moved if one.kind == MovementKind.REFUND)
    assert (back.reference, back.refund_key) == (refund, str(refund_key))
    assert back.payment_key == str(paid.idempotency_key)
    assert not list(gateway.movements(since=now - timedelta(days=2), until=now - timedelta(days=1)))


# --- Whose account it is ----------------------------------------------------------------------


def test_a_market_is_served_where_both_of_its_keys_are_set(gateway, settings):
    settings.GATEWAY_CREDENTIALS = {
        "STRIPE_SECRET_KEY_MX": "sk_test_1",
        "STRIPE_PUBLISHABLE_KEY_MX": "pk_test_1",
        "STRIPE_SECRET_KEY_US": "sk_test_2",
    }

    served = [code for code in ("co", "mx", "us") if gateway.serves(get_market(code))]

    assert served == ["mx"]


@pytest.mark.parametrize(
    ("key", "url"),
    [
        ("sk_test_1", "https://dashboard.stripe.com/test/payments/pi_1"),
        ("rk_live_1", "https://dashboard.stripe.com/payments/pi_1"),
    ],
)
def test_staff_see_the_payment_at_stripe(gateway, payment, settings, key, url):
    settings.GATEWAY_CREDENTIALS = {"STRIPE_SECRET_KEY_CO": key}
    assert gateway.staff_url(payment) == ""
    payment.provider_reference = "pi_1"

    assert gateway.staff_url(payment) == url


def test_keys_go_to_no_other_machine(gateway, payment, settings):
    settings.GATEWAY_CREDENTIALS = keys("http://stripe.example")

    with pytest.raises(ValueError, match="on this machine"):
        gateway.begin(payment, return_url=BACK)


def test_what_an_event_says_in_json_is_all_that_is_kept(stripe, gateway, begun):
    told = stripe.told[0]

    kept = gateway.read_notification(body=told.body, headers=told.headers, query={}).payload

    assert kept == {
        "type": "payment_intent.created",
        "object": json.loads(told.body)["data"]["object"]["id"],
    }
