"""The address book: own rows only, each country's own questions, nothing typed is lost."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model

from commerce.addresses.book import MOST, remember, save_address
from tests.checkout.conftest import BOGOTA, MIAMI

from .test_desk_list import words

UserAddress = get_model("address", "UserAddress")

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

BOOK = "account/addresses/"
HOME = {
    "first_name": "Ana",
    "last_name": "Gómez",
    "phone": "304 535 1581",
    "state": "Bogotá",
    "line4": "Bogotá",
    "line1": "Calle 72 # 10-07",
    "line2": "",
    "line3": "",
}
WORK = HOME | {"line1": "Carrera 7 # 32-16", "line2": "Piso 9"}


def saved(user):
    return UserAddress.objects.filter(user=user)


def test_the_account_leads_to_the_book(customer):
    browser = customer()
    page = browser.at("account/")
    assert "/es-co/account/addresses/" in page.content.decode()
    assert "no-store" in browser.at(BOOK)["Cache-Control"]


def test_an_address_is_added_changed_and_deleted(customer):
    browser = customer()
    assert browser.at(f"{BOOK}add/").status_code == 200
    assert browser.at(f"{BOOK}add/", HOME).url == "/es-co/account/addresses/"
    row = saved(browser.user).get()
    assert (str(row.phone_number), row.line4, row.country_id) == ("+573045351581", "Bogotá", "CO")
    assert row.is_default_for_shipping

    assert "Calle 72 # 10-07" in words(browser.at(BOOK))
    form = browser.at(f"{BOOK}{row.pk}/")
    assert 'value="304 5351581"' in form.content.decode()

    browser.at(f"{BOOK}{row.pk}/", HOME | {"line2": "Apto 301"})
    row.refresh_from_db()
    assert row.line2 == "Apto 301"

    assert browser.at(f"{BOOK}{row.pk}/delete/").status_code == 200
    assert saved(browser.user).exists()
    browser.at(f"{BOOK}{row.pk}/delete/", {})
    assert not saved(browser.user).exists()


def test_another_one_becomes_the_usual_one(customer):
    browser = customer()
    browser.at(f"{BOOK}add/", HOME)
    browser.at(f"{BOOK}add/", WORK)
    home, work = saved(browser.user).order_by("pk")
    assert (home.is_default_for_shipping, work.is_default_for_shipping) == (True, False)

    assert browser.at(f"{BOOK}{work.pk}/usual/").status_code == 405
    browser.at(f"{BOOK}{work.pk}/usual/", {})
    usual = saved(browser.user).filter(is_default_for_shipping=True)
    assert usual.get() == work

    # The one that is left takes its place.
    browser.at(f"{BOOK}{work.pk}/delete/", {})
    assert usual.get() == home


def test_the_checkout_begins_with_the_usual_one(customer, shop):
    browser = customer()
    browser.at(f"{BOOK}add/", HOME)
    browser.at(f"{BOOK}add/", WORK)
    browser.at(f"{BOOK}{saved(browser.user).latest('pk').pk}/usual/", {})
    browser.add(shop.cream)

    assert 'value="Carrera 7 # 32-16"' in browser.at("checkout/address/").content.decode()


def test_each_country_asks_its_own_questions(customer):
    browser = customer(edition="en-us")
    page = browser.at(f"{BOOK}add/").content.decode()
    assert "ZIP code" in page and 'name="postcode"' in page

    wrong = HOME | {"state": "FL", "line4": "Miami", "postcode": "90210", "phone": "305 555 0123"}
    answer = browser.at(f"{BOOK}add/", wrong)
    assert answer.status_code == 200
    assert "does not belong to that state. For example: 32000" in words(answer)
    assert 'value="90210"' in answer.content.decode()

    # Another market's country, from here.
    assert "Department" in browser.at(f"{BOOK}add/?country=CO").content.decode()
    browser.at(f"{BOOK}add/?country=CO", HOME)
    assert saved(browser.user).get().country_id == "CO"


def test_an_address_keeps_its_country_whichever_market_it_is_changed_from(customer):
    browser = customer()
    browser.at(f"{BOOK}add/", HOME)
    row = saved(browser.user).get()

    page = browser.at(f"/en-us/account/addresses/{row.pk}/").content.decode()
    assert "Department" in page
    browser.at(f"/en-us/account/addresses/{row.pk}/", WORK)
    row.refresh_from_db()
    assert (row.country_id, row.line1) == ("CO", "Carrera 7 # 32-16")


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"first_name": ""},
        {"line1": "x" * 256},
        {"line1": "\x00"},
        {"phone": "12"},
        {"phone": "<script>"},
        {"state": "FL"},
        {"state": "'; DROP TABLE"},
    ],
)
def test_what_is_wrong_is_refused_and_kept(customer, typed):
    browser = customer()
    data = HOME | typed | {"last_name": "O'Higgins & Søn 李"} if typed else {}
    answer = browser.at(f"{BOOK}add/", data)

    assert answer.status_code == 200
    assert "field__error" in answer.content.decode()
    if typed:
        assert "O&#x27;Higgins &amp; Søn 李" in answer.content.decode()
    assert not saved(browser.user).exists()


def test_the_same_address_twice_is_one(customer):
    browser = customer()
    browser.at(f"{BOOK}add/", HOME)
    answer = browser.at(f"{BOOK}add/", HOME | {"line1": "CALLE 72 # 10-07"})
    assert answer.status_code == 200
    assert saved(browser.user).count() == 1

    browser.at(f"{BOOK}add/", WORK)
    work = saved(browser.user).latest("pk")
    assert browser.at(f"{BOOK}{work.pk}/", HOME).status_code == 200


def test_the_book_has_an_end(customer):
    browser = customer()
    for each in range(MOST):
        fields = HOME | {"phone": "", "line1": f"Calle {each}"}
        save_address(user=browser.user, country="CO", fields=fields)
    assert browser.at(f"{BOOK}add/", HOME).status_code == 200
    assert saved(browser.user).count() == MOST


@pytest.mark.parametrize("path", ["{pk}/", "{pk}/delete/", "{pk}/usual/"])
def test_somebody_else_s_address_is_not_there(customer, path):
    owner, other = customer(), customer("eva@correo.example")
    owner.at(f"{BOOK}add/", HOME)
    row = saved(owner.user).get()

    for pk in (row.pk, 10**6, 10**25):
        url = f"{BOOK}{path.format(pk=pk)}"
        assert other.at(url, WORK).status_code == 404
        if "usual" not in path:
            assert other.at(url).status_code == 404
    row.refresh_from_db()
    assert row.line1 == HOME["line1"]
    assert HOME["line1"] not in words(other.at(BOOK))


def test_strangers_sign_in_first(shopper):
    for path in ("", "add/", "1/", "1/delete/"):
        answer = shopper.at(f"{BOOK}{path}")
        assert answer.status_code == 302 and "/account/login/" in answer.url


def test_forms_carry_django_s_token(customer):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(customer().user)
    assert browser.post("/es-co/account/addresses/add/", HOME).status_code == 403


def test_an_order_s_address_is_remembered_once_in_any_case(customer, shop):
    browser = customer()
    for address in (BOGOTA, BOGOTA | {"line1": BOGOTA["line1"].upper()}, BOGOTA):
        order = shop.place(address=address)
        remember(browser.user, order.shipping_address, phone="+573045351581")
    row = saved(browser.user).get()
    assert row.num_orders_as_shipping_address == 3


def test_the_history_leads_to_each_order(customer, shop):
    browser = customer()
    order = shop.place(user=browser.user)
    page = browser.at("orders/history/").content.decode()
    assert f'href="/es-co/orders/{order.number}/"' in page
    assert "badge--warning" in page


def test_foreign_addresses_look_right_in_the_book(customer, shop):
    browser = customer(edition="en-us")
    order = shop.place(
        shop.basket(edition="en-us"),
        edition="en-us",
        address=MIAMI,
        expected_total=Decimal("31.50"),
    )
    remember(browser.user, order.shipping_address)
    assert "Miami, FL 33101" in words(browser.at(BOOK))
