"""Orders and customers are credited, with the reason, by what the server can prove."""

import base64
from datetime import timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django.core import mail, signing
from django.db import IntegrityError, transaction
from django.test import override_settings
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from oscar.core.loading import get_model

from commerce.orders.settling import record_receipt
from people import sealing
from people.services import erase_person, export_person, person_for_email
from replicated.attribution import links
from replicated.attribution.models import Credit, PersonLink
from replicated.attribution.services import ReasonMissing, claims_for, credit_order, reassign
from replicated.attribution.tasks import forget_old_links
from replicated.consultants.services import set_site
from tests.checkout.conftest import BOGOTA, Shopper

from .factories import PASSWORD, make_person

Order = get_model("order", "Order")
CO = BOGOTA | {
    "email": "eva@example.com",
    "first_name": "Eva",
    "last_name": "Paz",
    "phone": "304 535 1581",
    "notes": "",
}


def buy(shopper, product, base="/es-co/", *, guest=True, **fields) -> Order:
    """From an empty cart to an order on a site (``/@alias/es-co/``), as a browser does."""
    known = set(Order.objects.values_list("pk", flat=True))
    shopper.at(f"{base}cart/add/", {"product": product.pk, "quantity": 1})
    if guest:
        shopper.at(f"{base}checkout/guest/", {})
    shopper.at(f"{base}checkout/address/", CO | fields)
    shopper.at(f"{base}checkout/methods/", {"delivery": "standard", "payment": "cash_on_delivery"})
    page = shopper.at(f"{base}checkout/review/")
    shopper.at(
        f"{base}checkout/review/",
        {
            "expected_total": page.context["expected_total"],
            "basket": page.context["basket_id"],
            "seller": "1",
            "consultant": "1",
        },
    )
    return Order.objects.exclude(pk__in=known).get()


def credit_of(order) -> Credit:
    return Credit.objects.current().get(order=order)


def bond_of(email) -> Credit:
    return Credit.objects.current().get(person__email=email)


def paid(order) -> Order:
    """The money came: by transfer, or the courier brought it."""
    record_receipt(order=order, by=None)
    return order


def signed_in(person) -> Shopper:
    shopper = Shopper()
    shopper.at("/es-co/account/login/", {"login": person.email, "password": PASSWORD})
    assert "_auth_user_id" in shopper.session
    return shopper


def test_an_order_on_a_site_is_its_consultants(shop, lili, shopper):
    order = buy(shopper, shop.cream, "/@lili-gomez/es-co/")

    credit = credit_of(order)
    assert (credit.consultant, credit.reason) == (lili, "link")
    assert credit.evidence["by"] == "address" and not credit.is_own
    assert order.placement.base == "/@lili-gomez"
    paid(order)
    assert (bond_of("eva@example.com").consultant, bond_of("eva@example.com").reason) == (
        lili,
        "link",
    )
    assert any("/@lili-gomez/es-co/orders/" in message.body for message in mail.outbox)


def test_the_link_holds_on_the_companys_pages(shop, lili, shopper):
    shopper.at("/@lili-gomez/es-co/")
    order = buy(shopper, shop.cream)
    assert credit_of(order).consultant == lili
    assert credit_of(order).evidence["by"] == "cookie"
    assert order.placement.base == ""


def test_the_last_link_counts(shop, lili, marta, shopper):
    shopper.at("/@lili-gomez/es-co/")
    shopper.at("/@marta-ruiz/es-co/")
    order = buy(shopper, shop.cream)
    assert credit_of(order).consultant == marta


def test_what_a_browser_keeps_of_sellers_tells_nothing(lili, shopper):
    """Neither which row they are nor, by that, how many there are."""
    shopper.at("/@lili-gomez/es-co/")
    kept = shopper.cookies[links.COOKIE].value
    payload = base64.urlsafe_b64decode(kept)
    assert f"[{lili.pk},".encode() not in payload
    assert links.read(SimpleNamespace(COOKIES={links.COOKIE: kept}))[0] == lili.pk
    with override_settings(SECRET_KEY="another key"):
        assert links.read(SimpleNamespace(COOKIES={links.COOKIE: kept})) is None


@pytest.mark.parametrize(("days", "seller"), [(29, True), (31, False)])
def test_a_link_lasts_thirty_days(shop, lili, shopper, days, seller):
    at = timezone.now() - timedelta(days=days)
    shopper.cookies[links.COOKIE] = links._seal(lili.pk, at)
    credit = credit_of(buy(shopper, shop.cream))
    assert (credit.consultant == lili) is seller
    assert credit.reason == ("link" if seller else "house")


def test_a_typed_code_goes_before_a_link(shop, lili, marta, shopper):
    shopper.at("/@lili-gomez/es-co/")
    order = buy(shopper, shop.cream, code="1002")
    assert (credit_of(order).consultant, credit_of(order).reason) == (marta, "code")
    (lost,) = credit_of(order).evidence["passed_over"]
    assert (lost["seller"], lost["reason"]) == (lili.pk, "link")


@pytest.mark.parametrize("code", ["9999", "x" * 41, "' OR 1=1", "\x00", "@nobody"])
def test_an_unknown_code_is_refused_and_what_was_typed_stays(shop, lili, shopper, code):
    shopper.add(shop.cream)
    shopper.at("checkout/guest/", {})
    answer = shopper.at("checkout/address/", CO | {"code": code})
    assert answer.status_code == 200
    assert "code" in answer.context["form"].errors
    assert 'value="Eva"' in answer.content.decode()


@pytest.mark.parametrize("code", ["1001", " 1001 ", "@lili-gomez", "Lili-Gomez"])
def test_a_code_may_be_the_sites_name(shop, lili, shopper, code):
    assert credit_of(buy(shopper, shop.cream, code=code)).consultant == lili


def test_a_bound_customer_stays_whatever_comes(shop, lili, marta, shopper):
    paid(buy(shopper, shop.cream, "/@lili-gomez/es-co/"))
    order = paid(buy(Shopper(), shop.cream, "/@marta-ruiz/es-co/"))
    assert (credit_of(order).consultant, credit_of(order).reason) == (lili, "bound")
    assert bond_of("eva@example.com").consultant == lili


def test_a_customer_of_the_house_is_bound_by_the_first_link(shop, lili, shopper):
    first = paid(buy(shopper, shop.cream))
    assert (credit_of(first).consultant, credit_of(first).reason) == (None, "house")
    assert bond_of("eva@example.com").consultant is None
    paid(buy(Shopper(), shop.cream, "/@lili-gomez/es-co/"))
    assert bond_of("eva@example.com").consultant == lili
    assert Credit.objects.filter(person__email="eva@example.com").count() == 2


def test_registering_binds_and_another_device_knows(shop, lili):
    person = make_person("Eva", email="eva@example.com")
    here = Shopper()
    here.at("/@lili-gomez/es-co/account/signup/", {
        "first_name": "Eva", "last_name": "Paz", "email": person.email, "password": PASSWORD,
        "terms": "on",
    })  # fmt: skip
    code = mail.outbox[-1].body
    digits = "".join(part for part in code.split() if part.isdigit() and len(part) == 3)[:6]
    here.at("/@lili-gomez/es-co/account/code/", {"code": digits})
    assert (bond_of(person.email).consultant, bond_of(person.email).reason) == (lili, "link")

    person.refresh_from_db()
    there = signed_in(person)
    order = buy(there, shop.cream, guest=False)
    assert (credit_of(order).consultant, credit_of(order).reason) == (lili, "bound")


def test_a_link_follows_whoever_signs_in(shop, lili):
    person = make_person("Eva", email="eva@example.com", registered=True)
    here = Shopper()
    here.at("/@lili-gomez/es-co/")
    here.at("/es-co/account/login/", {"login": person.email, "password": PASSWORD})
    assert PersonLink.objects.get().consultant == lili

    order = buy(signed_in(person), shop.cream, guest=False)
    assert (credit_of(order).consultant, credit_of(order).reason) == (lili, "link")
    assert credit_of(order).evidence["by"] == "account"


def test_a_guest_who_becomes_a_customer_stays_theirs(shop, lili, shopper):
    order = paid(buy(shopper, shop.cream, "/@lili-gomez/es-co/"))
    later = Shopper()
    later.at("/es-co/account/login/code/", {"email": "eva@example.com"})
    code = mail.outbox[-1].body
    digits = "".join(part for part in code.split() if part.isdigit() and len(part) == 3)[:6]
    later.at("/es-co/account/code/", {"code": digits})
    assert "_auth_user_id" in later.session
    assert bond_of("eva@example.com").consultant == lili
    assert credit_of(order).consultant == lili
    again = buy(later, shop.cream, guest=False)
    assert credit_of(again).reason == "bound"


def test_an_order_that_staff_enter_is_the_bound_consultants(shop, lili, shopper):
    paid(buy(shopper, shop.cream, "/@lili-gomez/es-co/"))
    order = shop.place(email="eva@example.com", payment_method="transfer")
    assert (credit_of(order).consultant, credit_of(order).reason) == (lili, "bound")
    other = shop.place(
        shop.basket(), email="otra@example.com", expected_total=Decimal(108900),
        provenance={"claims": [links.asked(lili)]},
    )  # fmt: skip
    assert (credit_of(other).consultant, credit_of(other).reason) == (lili, "asked")


@pytest.mark.parametrize("change", [{"state": "ended"}, {"state": "paused"}])
def test_who_does_not_sell_is_credited_nothing(shop, lili, shopper, change):
    shopper.at("/@lili-gomez/es-co/")
    set_site(consultant=lili, **change)
    assert credit_of(buy(shopper, shop.cream)).reason == "house"


def test_a_closed_site_still_credits_who_sells(shop, lili, shopper):
    shopper.at("/@lili-gomez/es-co/")
    set_site(consultant=lili, site_active=False)
    assert credit_of(buy(shopper, shop.cream)).consultant == lili


def test_an_own_purchase_is_flagged_and_binds_nobody(shop, lili):
    shopper = signed_in(lili.person)
    shopper.at("/@lili-gomez/es-co/")
    order = buy(shopper, shop.cream, guest=False)
    assert (credit_of(order).consultant, credit_of(order).is_own) == (lili, True)
    assert bond_of(lili.person.email).consultant is None


def test_placing_twice_credits_once(shop, lili):
    basket = shop.basket()
    order = shop.place(basket)
    assert shop.place(basket) == order
    first = credit_of(order)
    assert credit_order(order=order, person=first.order.placement.person, provenance={}) == first
    assert Credit.objects.filter(order=order).count() == 1


def test_staff_reassign_with_a_reason_and_the_history_stays(shop, lili, marta, admin_user):
    order = shop.place()
    person = order.placement.person
    with pytest.raises(ReasonMissing):
        reassign(order=order, consultant=lili, why="  ", by=admin_user)
    reassign(order=order, consultant=lili, why="Compró en la feria", by=admin_user)
    reassign(order=order, consultant=marta, why="Era de Marta", by=admin_user)
    reassign(order=order, consultant=marta, why="otra vez", by=admin_user)
    reassign(person=person, consultant=marta, why="Era de Marta", by=admin_user)
    history = Credit.objects.filter(order=order).order_by("pk")
    assert [entry.consultant for entry in history] == [None, lili, marta]
    assert [entry.is_current for entry in history] == [False, False, True]
    assert history.last().note == "Era de Marta" and history.last().decided_by == admin_user
    assert bond_of(person.email).consultant == marta


def test_the_database_keeps_one_credit_for_each(shop, lili):
    order = shop.place()
    for wrong in (
        {"order": order, "reason": "house"},
        {"reason": "house"},
        {"order": order, "person": lili.person, "reason": "house"},
        {"person": lili.person, "reason": "link"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Credit.objects.create(decided_at=timezone.now(), **wrong)


def test_export_and_erasure_know_whose_customer_somebody_is(shop, lili, marta, admin_user):
    person = make_person("Eva", email="eva@example.com", registered=True)
    browser = signed_in(person)
    browser.at("/@lili-gomez/es-co/")
    browser = signed_in(person)
    PersonLink.objects.get_or_create(
        person=person, defaults={"consultant": lili, "at": timezone.now()}
    )
    order = buy(browser, shop.cream, "/@lili-gomez/es-co/", guest=False)
    reassign(person=person, consultant=marta, why="Eva se mudó", by=admin_user)

    kept = export_person(person)["sellers"]
    assert kept["link"]["consultant"] == "1001"
    assert {(one["about"], one["consultant"]) for one in kept["credits"]} >= {
        (order.number, "1001"),
        ("customer", "1002"),
    }

    erase_person(person, by=None)
    assert not PersonLink.objects.exists()
    assert credit_of(order).consultant == lili
    for entry in [*person.credits.all(), *order.credits.all()]:
        assert (entry.note, entry.evidence) == ("", {})


def test_a_link_is_forgotten_once_it_counts_no_more(lili):
    for days, name in ((29, "Eva"), (31, "Ida")):
        at = timezone.now() - timedelta(days=days)
        PersonLink.objects.create(person=make_person(name), consultant=lili, at=at)
    forget_old_links.func()
    assert PersonLink.objects.get().person.first_name == "Eva"


FORGERIES = st.one_of(
    st.text(max_size=60),
    st.integers(0, 10).map(str),
    st.just(signing.dumps([1, 1795310282], salt=links.PURPOSE)),
    st.just(sealing.seal([1, 1795310282], purpose="another form of ours")),
    st.builds("[{},{}]".format, st.integers(0, 5), st.integers(0, 2**40)),
)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(cookie=FORGERIES, field=FORGERIES)
def test_nothing_a_visitor_sends_names_a_seller(lili, rf, cookie, field):
    request = rf.get("/es-co/", {"seller": field, "consultant": field, "ref": field})
    request.COOKIES = {"seller": cookie, "consultant": field}
    request.META["HTTP_X_SELLER"] = "1"
    request.META["HTTP_REFERER"] = "http://testserver/@lili-gomez/es-co/"
    person = person_for_email("eva@example.com", edition="es-co", source="checkout")
    assert links.collect(request)["claims"] == []
    assert claims_for(person, links.collect(request)) == []
