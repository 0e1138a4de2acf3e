"""Cards that signed-in customers save for next time, at the local Stripe."""

import re
from datetime import timedelta

import pytest
from django.test import TestCase
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.gateways.models import PaymentMethod
from commerce.gateways.providers.stripe.models import ErasedCustomer, StripeCustomer
from commerce.gateways.providers.stripe.privacy import customers_of
from commerce.gateways.providers.stripe.tasks import sweep_erased_customers
from commerce.orders.access import SESSION_KEY
from people.models import Person, User
from people.services import erase_person, mark_verified, person_of
from tests.providers.server import Fault
from tests.providers.stripe_account import DECLINED, GOOD, SECURE
from tests.providers.stripe_js import plays_the_element

from .conftest import Shopper
from .test_card_page import form_on
from .test_journey import CO, submit

Order = get_model("order", "Order")
MASTERCARD = "5555 5555 5555 4444"


def customer(email: str, edition: str = "es-co") -> Shopper:
    user = User.objects.create_user(email, "una-clave-larga-7")
    Person.objects.create(user=user, email=email, first_name="Ana", edition=edition)
    mark_verified(user)
    shopper = Shopper(edition)
    shopper.force_login(user)
    shopper.user = user
    return shopper


@pytest.fixture
def offered(shop, stripe):
    PaymentMethod.objects.create(market="co", gateway="stripe")


@pytest.fixture
def ana(offered) -> Shopper:
    return customer("ana@correo.example")


def order_by_card(shop, shopper):
    """At the form of a new order: the order, and the page."""
    shopper.add(shop.cream)
    if not hasattr(shopper, "user"):
        shopper.at("checkout/guest/", {})
    shopper.at("checkout/address/", CO)
    shopper.at("checkout/methods/", {"delivery": "standard", "payment": "stripe"})
    answer = submit(shopper, shopper.at("checkout/review/"))
    order = Order.objects.order_by("pk").last()
    assert answer.url == f"/es-co/checkout/pay/{order.number}/form/"
    return order, shopper.at(answer.url)


TICK = {"save": "on"}


def save_one(shop, stripe, shopper, number: str = GOOD):
    order, page = order_by_card(shop, shopper)
    shopper.at(stripe.pay(form_on(page), number, **TICK))
    order.refresh_from_db()
    assert order.status == "confirmed"
    return order


def may_see(order, shopper):
    """As after a mailed code."""
    session = shopper.session
    session[SESSION_KEY] = [order.number]
    session.save()
    return shopper


def listed(shopper) -> str:
    return offer(shopper.at("account/cards/"))


def offer(page) -> str:
    return page.content.decode()


def test_a_card_that_was_ticked_pays_the_next_order(shop, stripe, ana):
    order, page = order_by_card(shop, ana)
    assert "Guardar esta tarjeta" in offer(page) and "terminada en" not in offer(page)
    ana.at(stripe.pay(form_on(page), MASTERCARD, **TICK))

    second, page = order_by_card(shop, ana)
    assert "Mastercard terminada en 4444" in offer(page)
    (saved,) = stripe._own(stripe.intents[1]["customer"])
    ana.at(stripe.pay(form_on(page), "", saved=saved["id"]))

    second.refresh_from_db()
    assert second.status == "confirmed"
    assert len(list(stripe.books.all("customers"))) == len(stripe._own(saved["customer"])) == 1


def test_a_card_is_not_saved_unless_it_is_ticked(shop, stripe, ana):
    order, page = order_by_card(shop, ana)
    ana.at(stripe.pay(form_on(page), GOOD))
    assert not stripe._own(StripeCustomer.objects.get().reference)
    # A declined one is not saved either.
    second, page = order_by_card(shop, ana)
    stripe.pay(form_on(page), DECLINED, **TICK)
    assert not stripe._own(StripeCustomer.objects.get().reference)


def test_a_tick_is_forgotten_where_the_payment_is_begun_again(shop, stripe, ana):
    order, page = order_by_card(shop, ana)
    ana.at(stripe.pay(form_on(page), DECLINED, **TICK))

    page = ana.at(ana.at(f"checkout/pay/{order.number}/", {}).url)
    ana.at(stripe.pay(form_on(page), GOOD))

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert not stripe._own(StripeCustomer.objects.get().reference)


def test_a_card_that_stays_by_an_earlier_tick_is_none_of_theirs(shop, stripe, ana):
    """Stripe may keep the tick of a card that was declined, and the next one with it."""
    order, page = order_by_card(shop, ana)
    stripe.pay(form_on(page), DECLINED, **TICK)
    # then, on the same page, another card without the tick
    ana.at(stripe.pay(form_on(page), MASTERCARD))

    assert stripe._own(StripeCustomer.objects.get().reference)
    assert "4444" not in listed(ana)
    _second, page = order_by_card(shop, ana)
    assert "terminada en" not in offer(page)


def test_the_form_only_reads(shop, stripe, ana):
    order, _page = order_by_card(shop, ana)
    before = stripe.intents
    for viewer in (ana, may_see(order, Shopper())):
        for _time in range(2):
            assert viewer.at(f"checkout/pay/{order.number}/form/").status_code == 200
    assert stripe.intents == before
    assert len(list(stripe.books.all("customers"))) == 1


def test_nobody_else_is_offered_a_card(shop, stripe, ana):
    save_one(shop, stripe, ana)
    order, _page = order_by_card(shop, ana)
    # given a guest who may see the order (by a mailed code), and another customer
    guest, berta = Shopper(), customer("berta@correo.example")
    for other in (guest, berta):
        may_see(order, other)
        page = offer(other.at(f"checkout/pay/{order.number}/form/"))
        assert "terminada en" not in page and "Guardar esta tarjeta" not in page
    # nor do they see it in an account, or remove it
    assert "4242" not in offer(berta.at("account/cards/"))
    (saved,) = stripe._own(StripeCustomer.objects.get().reference)
    berta.at("account/cards/remove/", {"card": saved["id"]})
    assert guest.at("account/cards/").status_code == 302
    assert stripe._own(StripeCustomer.objects.get().reference) == [saved]


def test_a_guest_is_not_asked_whether_to_save(shop, stripe, offered):
    _order, page = order_by_card(shop, Shopper())
    assert "Guardar esta tarjeta" not in offer(page)
    assert not list(stripe.books.all("customers"))


def test_stripes_own_form_gets_a_session_of_that_customer(shop, stripe, ana, monkeypatch):
    order, _page = order_by_card(shop, ana)
    plays_the_element(stripe, monkeypatch)
    monkeypatch.setattr("commerce.gateways.providers.stripe.cards.local_server", lambda: "")

    page = offer(ana.at(f"checkout/pay/{order.number}/form/"))

    *_earlier, session = stripe.books.all("sessions")
    assert f'data-customer-secret="{session["id"]}"' in page
    assert session["customer"] == StripeCustomer.objects.get().reference
    assert session["features"]["payment_method_save"] == "enabled"
    assert session["features"]["payment_method_save_usage"] == "on_session"
    guest = offer(may_see(order, Shopper()).at(f"checkout/pay/{order.number}/form/"))
    assert "data-stripe" in guest and "data-customer-secret" not in guest


def test_saved_cards_stand_in_the_account_and_can_be_removed(shop, stripe, ana):
    assert "No hay tarjetas guardadas" in offer(ana.at("account/cards/"))
    save_one(shop, stripe, ana)
    page = offer(ana.at("account/cards/"))
    assert "Visa terminada en 4242" in page and "08/2031" in page
    # One name for one thing: in the account, in its menu and on its page.
    assert "Tarjetas guardadas" in offer(ana.at("account/"))
    assert re.search(r'account/cards/"[^>]*>(?:\s|<[^>]*>)*Tarjetas guardadas', page)
    assert re.search(r"<h1[^>]*>\s*Tarjetas guardadas", page)
    (saved,) = stripe._own(StripeCustomer.objects.get().reference)

    for _time in range(2):
        ana.at("account/cards/remove/", {"card": saved["id"]})

    assert not stripe._own(StripeCustomer.objects.get().reference)
    assert "4242" not in offer(ana.at("account/cards/"))


def test_where_stripe_is_away_the_account_says_so(shop, stripe, ana):
    save_one(shop, stripe, ana)
    for _ in range(4):
        stripe.fail_next(Fault.ERROR_BEFORE)

    away = ana.at("account/cards/")

    assert away.status_code == 503 and "no responde" in offer(away)
    stripe.faults.clear()


def test_a_customer_that_was_deleted_at_stripe_is_made_anew(shop, stripe, ana):
    save_one(shop, stripe, ana)
    first = StripeCustomer.objects.get().reference
    stripe.books.put("customers", first, {"id": first, "deleted": True})

    _order, page = order_by_card(shop, ana)
    assert "terminada en" not in offer(page)
    ana.at(stripe.pay(form_on(page), GOOD, **TICK))

    assert len(stripe._own(StripeCustomer.objects.get().reference)) == 1


@pytest.mark.parametrize("fault", [Fault.ANSWER_LOST, Fault.ERROR_AFTER])
def test_whose_answer_was_lost_is_one_customer(shop, stripe, ana, fault):
    for _ in range(2):
        stripe.fail_next(fault, path="/v1/customers")
    ana.add(shop.cream)
    ana.at("checkout/address/", CO)
    ana.at("checkout/methods/", {"delivery": "standard", "payment": "stripe"})
    answer = submit(ana, ana.at("checkout/review/"))
    assert "no responde" in offer(ana.at(answer.url))

    page = ana.at(ana.at(f"checkout/pay/{Order.objects.get().number}/", {}).url)

    assert "Guardar esta tarjeta" in offer(page)
    assert len(list(stripe.books.all("customers"))) == 1


@pytest.mark.parametrize("path", ["/v1/customers", "/v1/customer_sessions"])
def test_where_our_key_may_make_no_customers_a_card_pays(shop, stripe, ana, path):
    """A restricted key that lacks the right."""
    stripe.refused[path] = 403

    order, page = order_by_card(shop, ana)
    assert "Guardar esta tarjeta" not in offer(page)
    ana.at(stripe.pay(form_on(page), GOOD))

    order.refresh_from_db()
    assert order.status == "confirmed"


def test_erasing_an_account_erases_its_cards_at_stripe(shop, stripe, ana):
    save_one(shop, stripe, ana)
    person = person_of(ana.user)
    reference = StripeCustomer.objects.get().reference
    assert customers_of(person) == [{"market": "co", "customer": reference}]

    with TestCase.captureOnCommitCallbacks(execute=True):
        erase_person(person, by=None)

    assert not StripeCustomer.objects.exists() and not ErasedCustomer.objects.exists()
    assert stripe.books.get("customers", reference)["deleted"]
    assert not stripe._own(reference)


@pytest.mark.jobs_may_fail
def test_stripe_hears_of_an_erased_account_however_long_it_was_away(shop, stripe, ana, settings):
    save_one(shop, stripe, ana)
    reference = StripeCustomer.objects.get().reference
    keys = settings.GATEWAY_CREDENTIALS
    settings.GATEWAY_CREDENTIALS = {}
    with TestCase.captureOnCommitCallbacks(execute=True):
        erase_person(person_of(ana.user), by=None)
    assert ErasedCustomer.objects.exists()

    settings.GATEWAY_CREDENTIALS = keys
    ErasedCustomer.objects.update(created_at=timezone.now() - timedelta(days=3))
    sweep_erased_customers.func()

    assert stripe.books.get("customers", reference)["deleted"]
    assert not ErasedCustomer.objects.exists()


@pytest.mark.parametrize("number", [DECLINED, SECURE])
@pytest.mark.parametrize("is_seen", [True, False])
def test_a_card_that_somebody_else_types_is_not_saved_for_the_owner(
    shop, stripe, ana, number, is_seen
):
    """The owner ticked it, and their card was declined or waits for 3-D Secure."""
    order, page = order_by_card(shop, ana)
    back = stripe.pay(form_on(page), number, **TICK)
    if is_seen and number == DECLINED:
        ana.at(back)
    friend = may_see(order, Shopper())
    form = f"checkout/pay/{order.number}/form/"
    # They are led to the order's page, and begin the payment again there.
    assert friend.at(form).status_code == 302

    page = friend.at(friend.at(f"checkout/pay/{order.number}/", {}).url)
    friend.at(stripe.pay(form_on(page), MASTERCARD, **TICK))

    order.refresh_from_db()
    assert order.status == "confirmed"
    assert not stripe._own(StripeCustomer.objects.get().reference)
    assert "4444" not in listed(ana)


def test_staff_who_look_at_the_page_save_no_card_of_the_owner(shop, stripe, ana):
    order, _page = order_by_card(shop, ana)
    clerk = customer("caja@vitrina.example")
    User.objects.filter(pk=clerk.user.pk).update(is_staff=True, is_superuser=True)

    page = may_see(order, clerk).at(f"checkout/pay/{order.number}/form/")
    assert "Guardar esta tarjeta" not in offer(page)
    stripe.pay(form_on(page), MASTERCARD, **TICK)

    assert not stripe._own(StripeCustomer.objects.get().reference)
    assert "4444" not in listed(clerk) and "4444" not in listed(ana)
