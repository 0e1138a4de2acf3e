"""Mercado Pago behind our interface, against a server that speaks its HTTP."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import override

from commerce.gateways.base import (
    GatewayMissing,
    GatewayUnavailable,
    InvalidSignature,
    KeysRefused,
    MovementKind,
    Outcome,
    RefundRefused,
    Surplus,
)
from commerce.gateways.models import Payment
from commerce.gateways.providers.mercadopago import client
from commerce.gateways.providers.mercadopago.declines import WORDS
from commerce.gateways.providers.mercadopago.gateway import MercadoPagoGateway
from commerce.gateways.services import record_answer
from markets.lookup import get_market
from tests.providers.server import Fault

from .mercadopago_account import Payer, account

BACK = "https://shop.example/back/?payment=1"
gateway = MercadoPagoGateway()


@pytest.fixture
def server(settings):
    with account(settings) as server:
        yield server


@pytest.fixture
def payment(ask):
    return ask("COP", "108900", gateway="mercadopago")


def begin(payment) -> str:
    """The provider's page, as the shop sends to it."""
    answer, step = gateway.begin(payment, return_url=BACK)
    record_answer(payment, answer)
    return step.url


@pytest.fixture
def payer(server, payment) -> Payer:
    return Payer(server, begin(payment))


def look_up(payment):
    """As the shop does: what is told is written down."""
    answer = gateway.look_up(payment)
    record_answer(payment, answer)
    return answer


@pytest.fixture
def paid(payer, payment):
    payer.by_card()
    look_up(payment)
    return payment


def only(server, kind: str) -> dict:
    (row,) = server.books.all(kind)
    return row


# --- Who is served --------------------------------------------------------------------------


def test_it_serves_the_markets_that_have_keys_where_it_takes_their_currency(settings):
    settings.GATEWAY_CREDENTIALS = {
        "MERCADOPAGO_ACCESS_TOKEN_CO": "TEST-co",
        "MERCADOPAGO_ACCESS_TOKEN_US": "TEST-us",
    }
    served = {code: gateway.serves(get_market(code)) for code in ("co", "mx", "us")}
    assert served == {"co": True, "mx": False, "us": False}


def test_keys_are_sent_to_nobody_else(settings, payment):
    settings.GATEWAY_CREDENTIALS = {
        "MERCADOPAGO_ACCESS_TOKEN": "TEST-co",
        "MERCADOPAGO_API_URL": "http://127.0.0.1.example.com",
    }
    with pytest.raises(GatewayMissing):
        gateway.look_up(payment)


def test_a_market_without_keys_is_not_asked_about(settings, payment):
    settings.GATEWAY_CREDENTIALS = {}
    with pytest.raises(GatewayMissing):
        gateway.look_up(payment)


def test_a_wrong_key_is_no_answer(server, settings, payment):
    settings.GATEWAY_CREDENTIALS |= {"MERCADOPAGO_ACCESS_TOKEN_CO": "wrong"}
    with pytest.raises(KeysRefused):
        begin(payment)


# --- Beginning ------------------------------------------------------------------------------


def test_a_preference_asks_for_just_the_payment(server, payment, settings):
    held = timezone.now() + timedelta(hours=5)
    payment.order.placement.held_until = held
    settings.PUBLIC_URL = "https://shop.example"

    answer, step = gateway.begin(payment, return_url=BACK)

    asked = only(server, "preference")
    assert (answer.outcome, answer.reference) == (Outcome.OPEN, asked["id"])
    assert (step.kind, step.url) == ("redirect", asked["init_point"])
    (item,) = asked["items"]
    assert (item["unit_price"], item["currency_id"], item["quantity"]) == (108900, "COP", 1)
    assert asked["external_reference"] == str(payment.idempotency_key)
    assert asked["payer"] == {"email": "ana@correo.example"}
    assert set(asked["back_urls"].values()) == {BACK} and asked["auto_return"] == "approved"
    assert asked["notification_url"] == (
        "https://shop.example/webhooks/mercadopago/?source_news=webhooks"
        f"&payment={payment.idempotency_key}"
    )
    assert not asked["binary_mode"]
    # Begun while the goods are held; a voucher then has its three days.
    assert abs(parse_datetime(asked["expiration_date_to"]) - held) < timedelta(seconds=1)
    voucher = parse_datetime(asked["date_of_expiration"]) - payment.created_at
    assert abs(voucher - timedelta(days=3)) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("currency", "amount", "number"),
    [("COP", "99000", 99000), ("MXN", "1299.50", 1299.5), ("MXN", "0.29", 0.29)],
)
def test_amounts_are_numbers_as_their_currency_writes_them(server, ask, currency, amount, number):
    begin(ask(currency, amount, gateway="mercadopago"))

    asked = only(server, "preference")
    assert asked["items"][0]["unit_price"] == number
    assert asked["account"] == f"TEST-{'co' if currency == 'COP' else 'mx'}"


def test_where_the_shop_is_not_safe_nobody_is_sent_back_by_themselves(server, payment):
    gateway.begin(payment, return_url="http://localhost:8000/back/")
    assert "auto_return" not in only(server, "preference")


@pytest.mark.parametrize("fault", list(Fault))
def test_a_beginning_that_is_cut_off_is_begun_again_as_the_same(
    server, payment, monkeypatch, fault
):
    in_a_hurry(server, monkeypatch)
    server.fail_next(fault, path="/checkout/preferences")
    with pytest.raises(GatewayUnavailable):
        begin(payment)

    payer = Payer(server, begin(payment))

    assert len(list(server.books.all("preference"))) == 1
    payer.by_card()
    assert look_up(payment).outcome == Outcome.SUCCEEDED


def in_a_hurry(server, monkeypatch) -> None:
    """So that a slow answer need not take long."""
    monkeypatch.setattr(client, "TIME_LIMITS", 0.5)
    server.slow_seconds = 1.0


def test_what_was_asked_in_other_words_is_found_by_our_key(server, payment, monkeypatch):
    # given a preference whose answer was lost, and an order that is held for longer since
    server.fail_next(Fault.ANSWER_LOST)
    with pytest.raises(GatewayUnavailable):
        begin(payment)
    payment.order.placement.held_until = timezone.now() + timedelta(days=5)
    # when it is begun again, with the same key and another body
    begin(payment)
    # then it is that one, which can now be paid for longer
    until = parse_datetime(only(server, "preference")["expiration_date_to"])
    assert until > timezone.now() + timedelta(days=4)


def test_who_comes_back_goes_on_with_the_same_page(server, payer, payment):
    assert begin(payment) == payer.address
    assert len(list(server.books.all("preference"))) == 1


def test_who_paid_and_comes_back_has_nothing_to_pay(payer, payment):
    payer.by_card()
    answer, step = gateway.begin(payment, return_url=BACK)
    assert (answer.outcome, step.kind) == (Outcome.SUCCEEDED, "done")


# --- What became of it ----------------------------------------------------------------------


def test_nobody_paid_yet(payer, payment):
    payer.opens()
    assert look_up(payment).outcome == Outcome.OPEN


def test_a_card_is_approved(server, payer, payment):
    answer = payer.by_card()

    assert answer.status_code == 303 and answer.headers["Location"].startswith(BACK)
    said = look_up(payment)
    assert said.outcome == Outcome.SUCCEEDED
    assert payment.provider_reference == str(only(server, "payment")["id"])
    assert gateway.staff_url(payment).endswith(
        f"mercadopago.com.co/activities/1?q={said.reference}"
    )
    # A second tab cannot pay it again.
    assert payer.opens().status_code == 410


def test_a_card_is_declined_and_another_one_approved_on_the_same_page(payer, payment):
    payer.by_card("FUND")
    said = look_up(payment)
    assert (said.outcome, said.failure_code) == (
        Outcome.DECLINED,
        "cc_rejected_insufficient_amount",
    )

    payer.by_card("APRO")
    assert look_up(payment).outcome == Outcome.SUCCEEDED


def test_each_decline_has_a_name_by_which_it_counts_once(server, payer, payment):
    payer.by_card("OTHE")
    first = look_up(payment)
    again, _step = gateway.begin(payment, return_url=BACK)
    payer.by_card("CALL")
    payer.by_card("FUND")
    third = look_up(payment)

    assert (first.outcome, len(first.attempts)) == (Outcome.DECLINED, 1)
    assert (again.outcome, again.attempts) == (Outcome.DECLINED, first.attempts)
    assert third.attempts == tuple(str(row["id"]) for row in server.books.all("payment"))
    assert third.failure_code == "cc_rejected_insufficient_amount"


def test_a_decline_before_a_voucher_is_told_with_it(payer, payment):
    payer.by_card("OTHE")
    payer.prints_voucher()

    answer = look_up(payment)
    assert (answer.outcome, len(answer.attempts)) == (Outcome.OPEN, 1)


def test_a_voucher_waits_as_long_as_it_can_be_paid(server, payer, payment):
    number = payer.prints_voucher()

    said = look_up(payment)
    assert said.outcome == Outcome.OPEN
    assert said.waits_until == parse_datetime(only(server, "payment")["date_of_expiration"])

    payer.at_the_counter(number)
    assert look_up(payment).outcome == Outcome.SUCCEEDED


def test_a_review_and_a_slow_bank_are_waited_for(payer, payment):
    payer.by_card("CONT")
    assert look_up(payment).waits_until > timezone.now() + timedelta(days=2)


def test_the_bank_declines(payer, payment):
    payer.at_the_bank("decline")
    assert look_up(payment).failure_code == "rejected_by_bank"


def test_money_that_went_back_there_before_we_heard_of_it_did_not_come(server, payer, payment):
    payer.by_card()
    server.change(only(server, "payment"), status="refunded", detail="refunded")
    assert look_up(payment).outcome == Outcome.OPEN


@pytest.mark.parametrize("status", ["refunded", "charged_back", "in_mediation"])
def test_money_that_came_has_come_whatever_becomes_of_it(server, paid, status):
    server.change(only(server, "payment"), status=status, detail="")
    assert look_up(paid).outcome == Outcome.SUCCEEDED
    assert not paid.check_at


@pytest.mark.parametrize("fault", list(Fault))
def test_a_question_that_is_cut_off_is_no_answer(server, payer, payment, monkeypatch, fault):
    in_a_hurry(server, monkeypatch)
    payer.by_card()
    server.fail_next(fault, path="/v1/payments/search")
    with pytest.raises(GatewayUnavailable):
        look_up(payment)
    assert look_up(payment).outcome == Outcome.SUCCEEDED


# --- Paid twice -----------------------------------------------------------------------------


def test_a_card_stops_the_voucher_that_was_printed_before(payer, payment):
    number = payer.prints_voucher()
    payer.by_card()
    look_up(payment)
    assert payer.at_the_counter(number).status_code == 410


def test_what_comes_twice_is_told_as_a_surplus_of_the_one_that_counts(server, payer, payment):
    # given money on its way that nobody can stop, and a card in another tab
    payer.at_the_bank("days")
    on_its_way = only(server, "payment")["id"]
    payer.by_card()
    said = look_up(payment)
    assert (said.outcome, said.surplus) == (Outcome.SUCCEEDED, ())
    # then it is looked at again in half a day, though that one may take three
    in_half_a_day = timezone.now() + timedelta(hours=12)
    assert abs(payment.check_at - in_half_a_day) < timedelta(minutes=1)
    # when the money from the bank comes, too
    payer.decides(on_its_way, "pay")
    said = look_up(payment)
    # then the card counts as before
    assert said.reference == payment.provider_reference != str(on_its_way)
    assert said.surplus == (Surplus(str(on_its_way), Decimal(108900)),)
    assert payment.check_at is None


def test_a_surplus_is_a_payment_of_its_own_that_is_found_and_given_back(server, payer, payment):
    payer.at_the_bank("days")
    payer.by_card()
    look_up(payment)
    (on_its_way, _card) = server.books.all("payment")
    payer.decides(on_its_way["id"], "pay")
    besides = Payment.objects.create(
        order=payment.order,
        gateway="mercadopago",
        amount=payment.amount,
        currency="COP",
        state=Payment.State.SUCCEEDED,
        provider_reference=str(on_its_way["id"]),
        closed_at=timezone.now(),
    )

    assert gateway.look_up(besides).outcome == Outcome.SUCCEEDED
    gateway.refund(besides, amount=payment.amount, idempotency_key=uuid4())

    assert look_up(payment).surplus == ()


# --- Stopping -------------------------------------------------------------------------------


def test_what_nobody_paid_cannot_be_paid_any_more(payer, payment):
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED
    assert payer.opens().status_code == 410


def test_a_voucher_is_stopped_with_it(payer, payment):
    number = payer.prints_voucher()
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED
    assert payer.at_the_counter(number).status_code == 410


def test_a_declined_one_is_stopped(payer, payment):
    payer.by_card("OTHE")
    said = gateway.cancel(payment)
    assert (said.outcome, len(said.attempts)) == (Outcome.CANCELLED, 1)
    assert said.failure_code == "cc_rejected_other_reason"


def test_it_is_too_late_to_stop_what_was_paid(payer, payment):
    payer.by_card()
    said = gateway.cancel(payment)
    assert said.outcome == Outcome.SUCCEEDED and said.reference


def test_money_on_its_way_cannot_be_stopped(payer, payment):
    payer.at_the_bank("days")
    said = gateway.cancel(payment)
    assert said.outcome == Outcome.OPEN and said.waits_until > timezone.now()
    assert payer.opens().status_code == 410


def test_what_it_never_heard_of_is_stopped(server, payment):
    assert gateway.cancel(payment).outcome == Outcome.CANCELLED


def test_a_preference_whose_answer_was_lost_is_stopped_by_our_key(server, payment):
    server.fail_next(Fault.ANSWER_LOST)
    with pytest.raises(GatewayUnavailable):
        begin(payment)

    assert gateway.cancel(payment).outcome == Outcome.CANCELLED
    assert Payer(server, only(server, "preference")["init_point"]).opens().status_code == 410


@pytest.mark.parametrize("fault", list(Fault))
@pytest.mark.parametrize("path", ["/checkout/preferences/4", "/v1/payments/1"])
def test_a_stop_that_is_cut_off_is_repeated(server, payer, payment, monkeypatch, fault, path):
    in_a_hurry(server, monkeypatch)
    number = payer.prints_voucher()
    server.fail_next(fault, path=path)
    with pytest.raises(GatewayUnavailable):
        gateway.cancel(payment)

    assert gateway.cancel(payment).outcome == Outcome.CANCELLED
    assert payer.at_the_counter(number).status_code == 410


# --- Giving back ----------------------------------------------------------------------------


def test_money_goes_back_in_parts_and_never_more_than_came(server, paid):
    first, second = uuid4(), uuid4()
    gateway.refund(paid, amount=Decimal(100000), idempotency_key=first)
    with pytest.raises(RefundRefused, match="Invalid refund amount"):
        gateway.refund(paid, amount=Decimal(8901), idempotency_key=second)
    gateway.refund(paid, amount=Decimal(8900), idempotency_key=uuid4())

    assert only(server, "payment")["status"] == "refunded"
    assert [row["amount"] for row in server.books.all("refund")] == [100000, 8900]
    with pytest.raises(RefundRefused):
        gateway.refund(paid, amount=Decimal(1), idempotency_key=uuid4())


@pytest.mark.parametrize("fault", list(Fault))
def test_a_refund_that_is_cut_off_goes_back_once(server, paid, monkeypatch, fault):
    in_a_hurry(server, monkeypatch)
    key = uuid4()
    server.fail_next(fault, path="/refunds")
    with pytest.raises(GatewayUnavailable):
        gateway.refund(paid, amount=Decimal(8900), idempotency_key=key)

    first = gateway.refund(paid, amount=Decimal(8900), idempotency_key=key)
    again = gateway.refund(paid, amount=Decimal(8900), idempotency_key=key)

    assert first == again == str(only(server, "refund")["id"])


# --- Notifications --------------------------------------------------------------------------


def read(told, **changes):
    parts = {"body": told.body, "headers": told.headers, "query": query_of(told), **changes}
    return gateway.read_notification(**parts)


def query_of(told) -> dict:
    return dict(part.split("=") for part in told.query.split("&"))


def test_a_notification_names_the_payment_by_our_key(server, payer, payment):
    payer.by_card()

    about_the_payment, about_the_order = map(read, server.told)

    assert about_the_payment.payment_key == about_the_order.payment_key
    assert about_the_payment.payment_key == str(payment.idempotency_key)
    assert about_the_payment.reference == str(only(server, "payment")["id"])
    assert about_the_order.reference == ""
    assert about_the_payment.event_id != about_the_order.event_id
    # The same one, sent again, is the same event.
    assert read(server.told[0]).event_id == about_the_payment.event_id


@pytest.mark.parametrize(
    "forge",
    [
        {"x-signature": ""},
        {"x-signature": "ts=1,v1="},
        {"x-signature": "v1=ñandú"},
        {"x-request-id": "another"},
    ],
)
def test_what_it_did_not_sign_is_not_taken(server, payer, forge):
    payer.by_card()
    told = server.told[0]
    with pytest.raises(InvalidSignature):
        read(told, headers=told.headers | forge)


def test_a_signature_of_another_payment_is_not_taken(server, payer):
    payer.by_card()
    told = server.told[0]
    with pytest.raises(InvalidSignature):
        read(told, query=query_of(told) | {"data.id": "999"})


def test_without_a_secret_nothing_is_taken(server, payer, settings):
    payer.by_card()
    settings.GATEWAY_CREDENTIALS = {}
    with pytest.raises(InvalidSignature):
        read(server.told[0])


@pytest.mark.parametrize("body", [b"", b"{}", b'{"data": {"id": "999"}}'])
def test_a_body_that_was_not_signed_only_says_look_again(server, payer, payment, body):
    payer.by_card()
    said = read(server.told[0], body=body)
    assert said.payment_key == str(payment.idempotency_key)
    assert said.reference == str(only(server, "payment")["id"])


# --- Its books ------------------------------------------------------------------------------


def books(since=timedelta(hours=1), until=timedelta(hours=1)) -> list:
    now = timezone.now()
    return list(gateway.movements(since=now - since, until=now + until))


def test_its_books_tell_what_came_and_what_went_back_in_every_market(server, paid, ask):
    gateway.refund(paid, amount=Decimal(8900), idempotency_key=uuid4())
    mexican = ask("MXN", "540.50", gateway="mercadopago")
    Payer(server, begin(mexican)).by_card()
    Payer(server, begin(ask("MXN", "10", gateway="mercadopago"))).by_card("OTHE")

    told = {(one.kind, one.currency): one for one in books()}

    assert len(told) == 3
    came = told[MovementKind.PAYMENT, "COP"]
    assert (came.amount, came.reference) == (Decimal(108900), paid.provider_reference)
    assert came.payment_key == str(paid.idempotency_key)
    back = told[MovementKind.REFUND, "COP"]
    assert (back.amount, back.payment_reference) == (Decimal(8900), paid.provider_reference)
    assert back.reference == str(only(server, "refund")["id"])
    assert told[MovementKind.PAYMENT, "MXN"].amount == Decimal("540.50")


def test_money_that_its_bank_took_back_is_in_its_books(server, paid):
    server.change(only(server, "payment"), status="charged_back", detail="settled")
    assert {one.kind for one in books()} == {MovementKind.PAYMENT, MovementKind.DISPUTE}


def test_a_complaint_and_a_dispute_are_told_by_the_state_of_the_payment(server, paid):
    def changed(status, detail, undecided=()):
        server.change(only(server, "payment"), status=status, detail=detail)
        told = gateway.disputes(paid, undecided=set(undecided))
        return [(one.state, one.is_withdrawn, one.amount) for one in told]

    assert gateway.disputes(paid, undecided=set()) == []
    assert changed("in_mediation", "pending") == [("open", False, Decimal(108900))]
    assert changed("charged_back", "in_process") == [("review", True, Decimal(108900))]
    assert changed("charged_back", "settled") == [("lost", True, Decimal(108900))]
    assert changed("charged_back", "reimbursed") == [("won", False, Decimal(108900))]
    assert changed("approved", "accredited") == []
    # A refund by the shop, and one that a complaint ended with.
    assert changed("refunded", "refunded") == []
    ended = changed("refunded", "bpp_refunded", [paid.provider_reference])
    assert ended == [("lost", False, Decimal(108900))]


def test_its_books_are_read_page_by_page_and_each_movement_once(server, payer, monkeypatch):
    monkeypatch.setattr("commerce.gateways.providers.mercadopago.movements.PAGE", 2)
    monkeypatch.setattr("commerce.gateways.providers.mercadopago.movements.MOST_ROWS", 4)
    for _number in range(7):
        payer.by_card()

    told = [one.reference for one in books()]

    assert len(told) == len(set(told)) == 7


def test_what_happened_before_or_after_is_not_in_them(server, paid):
    assert books(since=timedelta(hours=2), until=-timedelta(hours=1)) == []


# --- Words ----------------------------------------------------------------------------------


@pytest.mark.parametrize("code", [*WORDS, "cc_rejected_high_risk", "anything", ""])
def test_a_decline_is_told_in_the_shoppers_language_with_what_to_do_next(code):
    with override("en-us"):
        english = gateway.decline_text(code)
    with override("es-co"):
        spanish = gateway.decline_text(code)
    assert english and spanish and english != spanish


def test_a_suspicion_is_told_like_any_other_no():
    assert gateway.decline_text("cc_rejected_high_risk") == gateway.decline_text(
        "cc_rejected_blacklist"
    )
