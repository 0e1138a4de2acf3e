"""An address that nobody proved binds nobody, opens nothing, and shows nobody's name or phone."""

import pytest
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.orders.attempts import start_payment
from commerce.orders.privacy import export_orders
from commerce.orders.releasing import release_pending
from commerce.orders.services import cancel_order
from people.models import Person
from replicated.attribution import links
from replicated.attribution.models import Credit
from replicated.attribution.services import reassign

from .factories import make_person
from .test_attribution import bond_of, buy, credit_of, paid, signed_in

Order = get_model("order", "Order")
RACHEL = "rachel@example.com"


@pytest.fixture
def rachel(db):
    """A registered customer of the house, with a name and a phone of her own."""
    person = make_person("Rachel", "Okafor", email=RACHEL, registered=True)
    Person.objects.filter(pk=person.pk).update(phone="+17135550176")
    return person


def provenance_of(seller) -> dict:
    at = timezone.now().isoformat()
    claim = {"reason": links.LINK, "seller": seller.pk, "at": at, "by": "address"}
    return {"base": f"/@{seller.alias}", "claims": [claim]}


def typed_order(shop, seller, **terms):
    """Somebody types her address on a seller's site, and nothing is paid."""
    return shop.place(
        email=RACHEL,
        first_name="Zed",
        last_name="Attacker",
        phone="+15125550123",
        payment_method="transfer",
        provenance=provenance_of(seller),
        **terms,
    )


def customers_page(consultant) -> str:
    return signed_in(consultant.person).at("account/customers/").content.decode()


def test_a_typed_address_is_credited_and_binds_nobody(shop, rachel, marta):
    order = typed_order(shop, marta)

    assert credit_of(order).consultant == marta and not credit_of(order).is_proven
    assert bond_of(RACHEL).consultant is None
    assert "Rachel" not in customers_page(marta) and RACHEL not in customers_page(marta)
    start_payment(order=order, return_url="/")
    assert release_pending(order=order)
    assert bond_of(RACHEL).consultant is None


def test_cash_on_delivery_binds_once_the_courier_brings_it(shop, rachel, marta, shopper):
    order = buy(shopper, shop.cream, "/@marta-ruiz/es-co/", email=RACHEL)
    assert order.status == "confirmed" and bond_of(RACHEL).consultant is None
    paid(order)
    assert bond_of(RACHEL).consultant == marta


def test_a_payment_binds_and_shows_what_was_typed(shop, rachel, marta):
    order = paid(typed_order(shop, marta))
    assert (bond_of(RACHEL).consultant, bond_of(RACHEL).by_order) == (marta, order)

    page = customers_page(marta)

    assert "Zed Attacker" in page
    assert "Okafor" not in page and "7135550176" not in page
    detail = signed_in(marta.person).at(f"account/customers/{rachel.public_id}/").content.decode()
    assert order.number in detail and "Okafor" not in detail


def test_who_comes_by_themselves_is_shown_by_name(shop, rachel, marta, lili):
    paid(typed_order(shop, marta))
    browser = signed_in(rachel)
    buy(browser, shop.cream, guest=False)
    assert not bond_of(RACHEL).is_proven  # credited as bound, but she never named Marta
    buy(browser, shop.cream, "/@marta-ruiz/es-co/", guest=False)
    assert bond_of(RACHEL).is_proven
    assert "Rachel Okafor" in customers_page(marta)


def test_an_order_that_comes_to_nothing_takes_its_bond_back(shop, rachel, marta, lili, admin_user):
    order = paid(typed_order(shop, marta))
    cancel_order(order=order, by=admin_user, reason="mistake")

    assert bond_of(RACHEL).consultant is None
    assert bond_of(RACHEL).evidence["by"] == "withdrawn"
    later = buy(signed_in(rachel), shop.cream, "/@lili-gomez/es-co/", guest=False)
    assert (credit_of(later).consultant, credit_of(later).reason) == (lili, "link")
    assert bond_of(RACHEL).consultant == lili


def test_the_next_order_that_binds_takes_the_place(shop, rachel, marta):
    browser = signed_in(rachel)
    terms = {"user": rachel.user, "payment_method": "transfer"}
    first = shop.place(email=RACHEL, provenance=provenance_of(marta), **terms)
    assert (bond_of(RACHEL).by_order, bond_of(RACHEL).is_proven) == (first, True)
    second = buy(browser, shop.cream, "/@marta-ruiz/es-co/", guest=False)
    assert credit_of(second).reason == "bound"

    release_pending(order=first)
    bond = bond_of(RACHEL)
    assert (bond.consultant, bond.by_order, bond.reason) == (marta, second, "link")


def test_what_staff_decided_is_not_taken_back(shop, rachel, marta, lili, admin_user):
    order = typed_order(shop, marta)
    reassign(person=rachel, consultant=lili, why="Se conocen", by=admin_user)
    release_pending(order=order)
    assert bond_of(RACHEL).consultant == lili
    assert Credit.objects.filter(person=rachel).count() == 2


def test_a_typed_address_opens_nobodys_history(shop, rachel, marta, shopper):
    browser = signed_in(rachel)
    order = buy(shopper, shop.cream, "/@marta-ruiz/es-co/", email=RACHEL)

    assert order.user is None and order.guest_email == RACHEL
    assert order.number not in browser.at("orders/history/").content.decode()
    assert browser.at(f"/es-co/orders/{order.number}/").status_code == 404
    assert export_orders(rachel)["orders"] == []
    assert shopper.at(f"/es-co/orders/{order.number}/").status_code == 200  # its own browser


def test_proving_the_address_puts_earlier_orders_into_the_account(shop, rachel, marta, shopper):
    order = buy(shopper, shop.cream, "/@marta-ruiz/es-co/", email=RACHEL)
    browser = signed_in(rachel)
    order.refresh_from_db()
    assert (order.user, order.guest_email) == (rachel.user, "")
    assert order.number in browser.at("orders/history/").content.decode()
    assert bond_of(RACHEL).consultant is None
