"""Paying by card on our own page, whose form is Stripe's (tests/providers/stripe_server.py)."""

import re
from dataclasses import dataclass

import pytest
from django.template.loader import render_to_string
from oscar.core.loading import get_model

from commerce.gateways.models import GatewayEvent, Payment, PaymentMethod
from commerce.gateways.providers.stripe.declines import GENERAL, texts_by_code
from commerce.orders.tasks import sweep_notifications
from tests.checkout.conftest import Shopper
from tests.checkout.test_journey import CO, US, hidden, submit, walk
from tests.providers.server import Fault
from tests.providers.stripe_account import DECLINED, GOOD, NO_FUNDS, SECURE

Order = get_model("order", "Order")
State = Payment.State


@dataclass
class Form:
    """The form on the page, as a browser would send it."""

    context: dict


def form_on(page) -> Form:
    html = page.content.decode()
    fields = {name: hidden(page, name) for name in ("client_secret", "return_url")}
    if 'name="customer_secret"' in html:
        fields["customer_secret"] = hidden(page, "customer_secret")
    return Form(fields | {"confirm_url": re.search(r'action="(http[^"]+)"', html).group(1)})


@pytest.fixture
def by_card(shop, stripe):
    """A guest whose order is placed and who is on the payment page."""
    for market in ("co", "us"):
        PaymentMethod.objects.create(market=market, gateway="stripe")

    def arrive(edition="es-co"):
        shopper = Shopper(edition)
        shopper.add(shop.cream)
        answer = submit(shopper, walk(shopper, US if edition == "en-us" else CO, "stripe"))
        order = Order.objects.get()
        assert answer.url == f"/{edition}/checkout/pay/{order.number}/form/"
        return shopper, order, shopper.at(answer.url)

    return arrive


def notify(client, stripe, told):
    sent = stripe.signed(told.body)
    headers = {"Stripe-Signature": sent.headers["Stripe-Signature"]}
    return client.post(
        "/webhooks/stripe/", sent.body, content_type="application/json", headers=headers
    )


def test_a_card_pays_and_the_order_is_confirmed_once(by_card, stripe, mailoutbox, shop):
    shopper, order, page = by_card()
    assert "Pagar $108.900" in page.content.decode()
    back = stripe.pay(form_on(page), GOOD)

    for _reload in range(3):
        assert shopper.at(back).url == f"/es-co/orders/{order.number}/"
    for told in [*stripe.told, *reversed(stripe.told)]:
        assert notify(shopper, stripe, told).status_code == 200

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert [charge["amount"] for charge in stripe.charges] == [10890000]
    assert len(mailoutbox) == 1
    assert shop.movements(order) == ["reserved", "sold"]


def test_a_notification_alone_confirms(by_card, stripe):
    shopper, order, page = by_card()
    stripe.pay(form_on(page))

    assert notify(Shopper(), stripe, stripe.told[-1]).status_code == 200

    order.refresh_from_db()
    assert order.status == "confirmed"
    # Who reloads the page, or comes back to it, is led to the order.
    answer = shopper.at(f"checkout/pay/{order.number}/form/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/es-co/orders/{order.number}/"


def test_a_forged_notification_is_refused_and_asks_nothing(by_card, stripe):
    shopper, order, page = by_card()
    asked = len(stripe.calls)
    forged = stripe.signed(stripe.told[0].body, secret="whsec_guessed")

    answer = shopper.post(
        "/webhooks/stripe/",
        forged.body,
        content_type="application/json",
        headers={"Stripe-Signature": forged.headers["Stripe-Signature"]},
    )

    assert answer.status_code == 400
    assert len(stripe.calls) == asked


def test_the_page_can_be_opened_again_and_is_the_same_payment(by_card, stripe):
    shopper, order, page = by_card()

    again = shopper.at(f"checkout/pay/{order.number}/form/")
    shopper.at(f"checkout/pay/{order.number}/", {})

    assert form_on(again).context == form_on(page).context
    assert len(stripe.intents) == order.payments.count() == 1
    assert "no-store" in page["Cache-Control"]


def test_only_this_page_may_send_to_the_provider(by_card, stripe):
    shopper, order, page = by_card()

    policy = page["Content-Security-Policy"].split("; ")
    assert f"form-action 'self' {stripe.url}" in policy
    assert "script-src 'self'" in policy
    other = shopper.at(f"orders/{order.number}/")["Content-Security-Policy"]
    assert stripe.url not in other


def test_on_stripe_itself_only_this_page_loads_its_script(by_card, stripe, monkeypatch):
    monkeypatch.setattr("commerce.gateways.providers.stripe.form.local_server", lambda: "")
    shopper, order, page = by_card("en-us")

    policy = dict(part.split(" ", 1) for part in page["Content-Security-Policy"].split("; "))
    assert policy["script-src"] == "'self' https://js.stripe.com https://*.js.stripe.com"
    assert policy["connect-src"] == "'self' https://api.stripe.com"
    assert "https://hooks.stripe.com" in policy["frame-src"]
    assert policy["form-action"] == "'self'"
    html = page.content.decode()
    assert 'data-key="pk_test_local"' in html
    assert stripe.intents[0]["client_secret"] in html
    assert "<noscript>" in html
    assert f"/en-us/checkout/pay/{order.number}/method/" in html
    assert "js.stripe.com" not in shopper.at(f"orders/{order.number}/")["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("edition", "card", "words"),
    [
        ("es-co", NO_FUNDS, "Esta tarjeta no tiene saldo suficiente."),
        ("en-us", NO_FUNDS, "There isn&#x27;t enough money available on this card."),
        ("en-us", DECLINED, "Your bank declined it and doesn&#x27;t tell us why."),
        # Reported stolen: whoever reads it may be its thief.
        ("en-us", "4000000000009979", "Your bank declined it and doesn&#x27;t tell us why."),
    ],
)
def test_a_decline_is_told_in_words_and_paid_without_typing_again(
    by_card, stripe, edition, card, words
):
    shopper, order, page = by_card(edition)

    shopper.at(stripe.pay(form_on(page), card))

    assert words in shopper.at(f"orders/{order.number}/").content.decode()
    assert order.payments.get().state == State.FAILED
    form = shopper.at(shopper.at(f"checkout/pay/{order.number}/", {}).url)
    shopper.at(stripe.pay(form_on(form), GOOD))
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert order.events.filter(kind="payment_declined").count() == 1
    assert len(stripe.charges) == 1


def test_3d_secure_left_and_finished_later(by_card, stripe):
    shopper, order, page = by_card()
    secure = stripe.pay(form_on(page), SECURE)
    shopper.at(stripe.post(secure, {"decision": "leave"}))
    order.refresh_from_db()
    assert order.status == "pending"

    form = shopper.at(shopper.at(f"checkout/pay/{order.number}/", {}).url)
    secure = stripe.pay(form_on(form), SECURE)
    shopper.at(stripe.post(secure, {"decision": "authorise"}))

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert len(stripe.charges) == 1


def test_another_method_stops_the_card(by_card, stripe):
    shopper, order, page = by_card()

    shopper.at(f"checkout/pay/{order.number}/method/", {"payment": "cash_on_delivery"})

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert stripe.intents[0]["status"] == "canceled"


def test_a_voucher_that_was_made_is_shown_again(by_card, stripe):
    shopper, order, page = by_card()
    stripe.pay(form_on(page), method="oxxo")

    again = shopper.at(f"checkout/pay/{order.number}/form/").content.decode()

    assert stripe.intents[0]["next_action"]["oxxo_display_details"]["hosted_voucher_url"] in again


def test_where_stripe_is_away_the_order_is_still_there(by_card, stripe):
    shopper, order, _page = by_card()
    for _ in range(2):
        stripe.fail_next(Fault.ERROR_BEFORE)

    answer = shopper.at(f"checkout/pay/{order.number}/form/")

    assert answer.url == f"/es-co/orders/{order.number}/"
    assert "no responde" in shopper.at(answer.url).content.decode()


def test_nobody_else_opens_the_page_and_what_was_not_begun_has_none(by_card, shop, stripe):
    _shopper, order, _page = by_card()
    assert Shopper().at(f"checkout/pay/{order.number}/form/").status_code == 404

    Payment.objects.update(provider_reference="", state=State.CREATED)
    answer = _shopper.at(f"checkout/pay/{order.number}/form/")
    assert answer.url == f"/es-co/orders/{order.number}/"
    assert len(stripe.intents) == 1


def test_once_it_was_declined_the_page_leads_to_the_order(by_card, stripe):
    shopper, order, page = by_card()
    stripe.pay(form_on(page), DECLINED)
    notify(Shopper(), stripe, stripe.told[-1])
    payment, calls = order.payments.get(), len(stripe.calls)

    answer = shopper.at(f"checkout/pay/{order.number}/form/")

    assert answer.url == f"/es-co/orders/{order.number}/"
    assert len(stripe.calls) == calls
    assert order.payments.get().updated_at == payment.updated_at
    # It is begun again by a button, not by whoever opens a page.
    form = shopper.at(shopper.at(f"checkout/pay/{order.number}/", {}).url)
    assert form_on(form).context == form_on(page).context


def test_opening_the_page_writes_nothing(by_card, stripe):
    shopper, order, _page = by_card()
    payment, calls = order.payments.get(), len(stripe.calls)

    assert shopper.at(f"checkout/pay/{order.number}/form/").status_code == 200

    assert {call.method for call in stripe.calls[calls:]} == {"GET"}
    assert order.payments.get().updated_at == payment.updated_at


def errors(caplog) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]


def test_what_the_keys_of_another_account_know_nothing_of_is_kept(by_card, stripe, caplog):
    """Somebody changed the key for one of another account, and a notification comes."""
    shopper, order, page = by_card()
    stripe.pay(form_on(page), GOOD)
    (intent,) = stripe.intents
    stripe.books.database.execute("delete from rows where kind = 'intents'")

    assert notify(shopper, stripe, stripe.told[-1]).status_code == 200
    (told,) = errors(caplog)
    assert "names no payment that we and our keys know of" in told
    # It is looked at again without a word, until the right key is there.
    sweep_notifications.func()
    assert len(errors(caplog)) == 1
    assert Order.objects.get().status == "pending"

    stripe.books.put("intents", intent["id"], intent)
    sweep_notifications.func()
    assert Order.objects.get().status == "confirmed"
    assert GatewayEvent.objects.get().handled_at


@pytest.mark.parametrize("path", ["/v1/payment_intents/{}", "/v1/charges", "/v1/disputes"])
def test_whatever_stripe_refuses_to_tell_is_no_fault_of_the_page(by_card, stripe, caplog, path):
    shopper, order, page = by_card()
    number = DECLINED if "charges" in path else GOOD
    stripe.pay(form_on(page), number)
    path = path.format(stripe.intents[0]["id"])
    notice = stripe.told[-1]
    if "disputes" in path:
        # It is asked for about money that had come before.
        shopper.at(f"checkout/return/{order.number}/")
        notice = stripe.told[0]
    stripe.refused[path] = 400

    assert notify(shopper, stripe, notice).status_code == 200
    assert len(errors(caplog)) == 1
    assert not GatewayEvent.objects.get().handled_at
    for page in ("checkout/return/{}/", "checkout/pay/{}/form/"):
        assert shopper.at(page.format(order.number)).status_code < 400

    stripe.refused.clear()
    sweep_notifications.func()
    assert GatewayEvent.objects.get().handled_at
    assert order.payments.get().state == (State.FAILED if number == DECLINED else State.SUCCEEDED)


def test_where_stripe_refuses_to_begin_the_order_is_kept_and_the_log_says_why(
    by_card, stripe, caplog
):
    shopper, order, page = by_card()
    shopper.at(stripe.pay(form_on(page), DECLINED))
    Payment.objects.update(provider_reference="")
    stripe.refused["/v1/payment_intents"] = 400

    answer = shopper.at(f"checkout/pay/{order.number}/", {})

    assert "takes no payment" in errors(caplog)[0]
    assert "no responde" in shopper.at(answer.url).content.decode()
    stripe.refused.clear()
    form = shopper.at(shopper.at(f"checkout/pay/{order.number}/", {}).url)
    assert form_on(form).context["client_secret"]


def test_what_must_not_be_told_is_told_in_general_words():
    told = texts_by_code()

    for code in ("lost_card", "stolen_card", "fraudulent", "pickup_card", "merchant_blacklist"):
        assert code not in told
    assert told[""] == GENERAL


def test_without_a_script_the_form_says_what_it_needs():
    html = render_to_string(
        "gateways/stripe/element.html", {"texts": {"": "</script>"}, "client_secret": "s"}
    )

    assert "El formulario de la tarjeta necesita JavaScript" in html
    assert html.count("</script>") == 1
