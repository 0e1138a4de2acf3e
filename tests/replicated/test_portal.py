"""What a consultant sees of their customers and sales, and a customer of their consultant."""

import re
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from oscar.core.loading import get_model

from commerce.orders.events import record
from people.models import Person
from replicated.attribution.models import Credit, PersonLink
from replicated.attribution.services import credit_order, credit_person, reassign
from replicated.consultants.models import Consultant
from replicated.consultants.services import set_site
from replicated.portal.customers import last_orders
from replicated.portal.models import PortalPolicy, SiteVisits
from replicated.portal.services import OwnCode, choose_consultant, count_visit
from replicated.portal.views import PER_PAGE
from tests.checkout.conftest import Shopper

from .factories import make_consultant, make_person

Order = get_model("order", "Order")
pytestmark = pytest.mark.django_db
BOGOTA = ZoneInfo("America/Bogota")


def browser_of(person, edition="es-co") -> Shopper:
    browser = Shopper(edition)
    browser.force_login(person.user)
    return browser


def bind(person, consultant):
    """Make somebody a consultant's customer, as their link does."""
    at = datetime.now(tz=ZoneInfo("UTC")).isoformat()
    claim = {"reason": "link", "seller": consultant.pk, "at": at, "by": "address"}
    return credit_person(person=person, provenance={"claims": [claim]})


@pytest.fixture
def ana(lili):
    person = make_person("Ana", "Díaz", email="ana@correo.example", registered=True)
    Person.objects.filter(pk=person.pk).update(phone="+573045351581")
    bind(person, lili)
    return person


def order_for(shop, person, *, status="confirmed", placed=None, edition="es-co"):
    """An order of somebody's, credited as their bond says."""
    market = {"expected_total": Decimal(108900)}
    if edition == "en-us":
        from tests.checkout.conftest import MIAMI

        market = {"edition": edition, "address": MIAMI, "expected_total": Decimal("31.50")}
    basket = shop.basket(edition=edition)
    order = shop.place(basket, email=person.email, payment_method="transfer", **market)
    credit_order(order=order, person=person, provenance={})
    changes = {"status": status} | ({"date_placed": placed} if placed else {})
    Order.objects.filter(pk=order.pk).update(**changes)
    order.refresh_from_db()
    return order


# --- Customers


def test_customers_are_those_whose_current_credit_says_so(lili, marta, ana):
    other = make_person("Beto", "Ruiz", registered=True)
    bind(other, marta)

    html = browser_of(lili.person).at("account/customers/").content.decode()

    assert "Ana Díaz" in html and "Beto" not in html
    assert "enlace" in html  # why
    reassign(consultant=marta, why="Moved", by=None, person=ana)
    assert "Ana" not in browser_of(lili.person).at("account/customers/").content.decode()
    assert "Ana Díaz" in browser_of(marta.person).at("account/customers/").content.decode()


@pytest.mark.parametrize("shown", [True, False])
def test_the_company_decides_what_is_seen(lili, ana, shop, shown):
    order = order_for(shop, ana)
    policy = PortalPolicy.load()
    policy.show_email = policy.show_phone = policy.show_orders = shown
    policy.save()
    browser = browser_of(lili.person)

    listed = browser.at("account/customers/").content.decode()
    detail = browser.at(f"account/customers/{ana.public_id}/")

    assert ("ana@correo.example" in listed) is shown
    assert ("+573045351581" in listed) is shown
    assert ("Último pedido" in listed) is shown
    assert detail.status_code == (200 if shown else 404)
    assert (order.number in detail.content.decode()) is shown


def test_a_customer_without_a_name_and_a_hidden_mail_is_a_number(lili, ana):
    Person.objects.filter(pk=ana.pk).update(first_name="", last_name="")
    policy = PortalPolicy.load()
    policy.show_email = False
    policy.save()
    html = browser_of(lili.person).at("account/customers/").content.decode()
    assert f"Cliente {ana.pseudonym}" in html and "ana@correo.example" not in html


def test_an_order_is_shown_with_its_total_and_never_its_address(lili, ana, shop):
    order = order_for(shop, ana)
    html = browser_of(lili.person).at(f"account/customers/{ana.public_id}/").content.decode()
    main = html.split("<main")[1].split("</main>")[0]
    assert order.number in main and "$108.900" in main and "Confirmado" in main
    for secret in ("Calle 72", "Chapinero", "Bogotá", "transfer"):
        assert secret not in main


def test_orders_that_are_not_the_consultants_are_not_shown(lili, marta, ana, shop):
    order = order_for(shop, ana)
    reassign(consultant=marta, why="Sold at a fair", by=None, order=order)
    html = browser_of(lili.person).at(f"account/customers/{ana.public_id}/").content.decode()
    assert order.number not in html
    listed = browser_of(lili.person).at("account/customers/").content.decode()
    assert "Aún sin pedidos" in listed


def test_many_customers_cost_what_one_costs(lili, ana, shop, assert_max_queries):
    order_for(shop, ana)
    browser = browser_of(lili.person)
    for path in ("account/customers/", f"account/customers/{ana.public_id}/", "account/sales/"):
        browser.at(path)
    with assert_max_queries(20) as few:
        browser.at("account/customers/")
    with assert_max_queries(20) as one:
        browser.at(f"account/customers/{ana.public_id}/")
    for number in range(30):
        bind(make_person(f"Eva {number}"), lili)
    for _number in range(3):
        order_for(shop, ana)
    with assert_max_queries(len(few)):
        html = browser.at("account/customers/").content.decode()
    with assert_max_queries(len(one)):
        browser.at(f"account/customers/{ana.public_id}/")
    assert "page=2" in html


def test_the_last_order_is_the_last_through_this_consultant(lili, marta, ana, shop):
    beto = make_person("Beto", "Ruiz", email="beto@correo.example", registered=True)
    bind(beto, lili)
    march, april, may = (datetime(2026, month, 9, 15, tzinfo=BOGOTA) for month in (3, 4, 5))
    order_for(shop, ana, placed=march)
    order_for(shop, ana, placed=april)
    elsewhere = order_for(shop, ana, placed=may)
    reassign(consultant=marta, why="Sold at a fair", by=None, order=elsewhere)
    record(order_for(shop, beto, placed=may), "replaced")

    assert last_orders([ana.pk, beto.pk], lili) == {ana.pk: april}
    assert last_orders([ana.pk, beto.pk], marta) == {ana.pk: may}


def test_orders_are_looked_for_only_of_the_customers_on_the_page(lili, ana, shop):
    """Of all customers it was a second for every thousand orders, on each page."""
    order_for(shop, ana)
    for number in range(PER_PAGE):
        bind(make_person(f"Eva {number}"), lili)
    browser = browser_of(lili.person)

    def people_asked_for(page) -> set[int]:
        with CaptureQueriesContext(connection) as asked:
            browser.at(f"account/customers/?page={page}")
        (query,) = [query["sql"] for query in asked if "MAX(" in query["sql"]]
        return {int(pk) for pk in query.split('"person_id" IN (')[1].split(")")[0].split(", ")}

    assert people_asked_for(2) == {ana.pk}
    assert len(people_asked_for(1)) == PER_PAGE


# --- What whoever buys is told


def test_email_and_phone_are_not_shown_unless_the_company_says_so(lili, ana):
    html = browser_of(lili.person).at("account/customers/").content.decode()
    assert "Ana Díaz" in html
    assert "ana@correo.example" not in html and "3045351581" not in html


def test_whoever_comes_by_a_consultant_is_told_what_she_sees(lili, shop):
    browser = Shopper()
    browser.at(f"/@{lili.alias}/es-co/cart/add/", {"product": shop.cream.pk, "quantity": 1})
    browser.at(f"/@{lili.alias}/es-co/checkout/guest/", {})
    said = "Lili Gómez ve tu nombre y el número"
    for path in ("account/signup/", "checkout/address/"):
        assert said in browser.at(f"/@{lili.alias}/es-co/{path}").content.decode()
        # On the company's pages her link still counts, and is said.
        browser.at(f"/@{lili.alias}/es-co/")
        assert said in browser.at(f"/es-co/{path}").content.decode()
    policy = PortalPolicy.load()
    policy.show_email, policy.show_orders = True, False
    policy.save()
    html = browser.at(f"/@{lili.alias}/es-co/checkout/address/").content.decode()
    assert "Lili Gómez ve tu nombre y tu correo; nunca tu dirección" in html


def test_where_a_code_is_asked_for_it_is_said_what_its_owner_sees(shop):
    html = Shopper().at("account/signup/").content.decode()
    assert "La persona a quien pertenece el código ve tu nombre" in html


# --- Sales


def test_sales_are_by_month_and_currency_from_confirmed_orders(lili, ana, shop):
    spring = datetime(2026, 4, 30, 23, 30, tzinfo=BOGOTA)  # already May in London
    order_for(shop, ana, placed=spring)
    order_for(shop, ana, status="delivered", placed=spring)
    order_for(shop, ana, status="pending", placed=spring)
    cancelled = order_for(shop, ana, status="cancelled", placed=spring)
    order_for(shop, ana, edition="en-us", placed=datetime(2026, 5, 2, 12, tzinfo=BOGOTA))

    html = browser_of(lili.person).at("account/sales/").content.decode()

    rows = [re.sub(r"<[^>]+>|\s+", " ", row) for row in re.findall(r"<tr>.*?</tr>", html, re.S)[1:]]
    assert len(rows) == 2
    assert "mayo de 2026" in rows[0].lower() and "USD" in rows[0]
    assert "abril de 2026" in rows[1].lower() and "217.800" in rows[1] and " 2 " in rows[1]
    assert cancelled.number not in html


def test_own_purchases_are_told_apart(lili, ana, shop):
    order_for(shop, ana)
    own = order_for(shop, lili.person)
    Credit.objects.filter(order=own).update(is_current=False)
    Credit.objects.create(
        order=own, consultant=lili, reason="link", is_own=True, decided_at=own.date_placed
    )
    html = browser_of(lili.person).at("account/sales/").content.decode()
    assert "217.800" in html and "108.900" in html and "tus compras" in html


def test_a_reassigned_order_moves_its_sale(lili, marta, ana, shop):
    order = order_for(shop, ana)
    reassign(consultant=marta, why="Sold at a fair", by=None, order=order)
    assert "108.900" not in browser_of(lili.person).at("account/sales/").content.decode()
    assert "108.900" in browser_of(marta.person).at("account/sales/").content.decode()


# --- Visits


def visit(browser, alias="lili-gomez", **extra):
    return browser.at(f"/@{alias}/es-co/visitor/", **extra)


def visits(consultant) -> int:
    return sum(SiteVisits.objects.filter(consultant=consultant).values_list("count", flat=True))


def test_a_visitor_counts_once_a_day_on_each_site(lili, marta):
    first, second = Shopper(), Shopper()
    for alias in ("lili-gomez", "lili-gomez", "marta-ruiz", "lili-gomez", "marta-ruiz"):
        visit(first, alias)
    visit(second)
    assert (visits(lili), visits(marta)) == (2, 1)
    cookie = first.cookies["visited"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["max-age"] == 86400


def test_a_new_day_counts_again(lili, monkeypatch):
    browser = Shopper()
    visit(browser)
    monkeypatch.setattr("replicated.portal.visits.timezone.localdate", lambda: date(2030, 1, 1))
    visit(browser)
    assert SiteVisits.objects.filter(consultant=lili).count() == 2


def test_pages_and_other_sites_write_nothing(lili, client, assert_max_queries):
    client.get("/@lili-gomez/es-co/escribir/")
    client.get("/es-co/visitor/")
    client.get("/@lili-gomez/es-co/visitor/", headers={"sec-fetch-site": "cross-site"})
    assert not SiteVisits.objects.exists()


def test_a_second_look_costs_no_query_more(lili, page_cache, assert_max_queries):
    browser = Shopper()
    visit(browser)
    with assert_max_queries(1):  # whose site it is
        visit(browser)


@pytest.mark.parametrize("cookie", ["", "junk", "W10=:x:y", "é", "a" * 5000])
def test_a_forged_cookie_is_no_cookie(lili, cookie):
    browser = Shopper()
    browser.cookies["visited"] = cookie.encode("ascii", "ignore").decode()
    assert visit(browser).status_code == 200
    assert visits(lili) == 1


def test_a_script_without_cookies_soon_counts_for_nothing(lili):
    for _number in range(45):
        visit(Shopper())
    assert visits(lili) == 40


def test_the_owner_does_not_count(lili):
    visit(browser_of(lili.person))
    assert visits(lili) == 0 and not PersonLink.objects.exists()


def test_two_at_once_are_both_counted(lili):
    day = date(2026, 5, 1)
    count_visit(consultant_id=lili.pk, day=day)
    SiteVisits.objects.update(count=F("count") + 5)  # somebody else, meanwhile
    count_visit(consultant_id=lili.pk, day=day)
    assert SiteVisits.objects.get().count == 7


def test_a_signed_in_visitor_takes_the_link_to_other_devices(lili, marta):
    person = make_person("Eva", registered=True)
    browser = browser_of(person)
    visit(browser)
    assert PersonLink.objects.get(person=person).consultant == lili
    visit(browser, "marta-ruiz")
    assert PersonLink.objects.get(person=person).consultant == marta
    visit(browser)
    assert PersonLink.objects.get(person=person).consultant == lili


def test_visits_are_shown_by_month(lili):
    for day, count in ((date(2026, 4, 30), 3), (date(2026, 5, 1), 4), (date(2026, 5, 31), 5)):
        SiteVisits.objects.create(consultant=lili, day=day, count=count)
    html = browser_of(lili.person).at("account/visits/").content.decode()
    assert re.search(r"mayo de 2026.*?>9<", html, re.S) and 'max="9" value="3"' in html


# --- Your consultant


def test_a_customer_sees_their_consultant(lili, ana):
    Consultant.objects.filter(pk=lili.pk).update(
        card={
            "name": "Lili",
            "city": "Cali",
            "contact": {"whatsapp": "+573001234567", "instagram": "javascript:alert(1)"},
            "words": {"es": {"greeting": "Hola, soy Lili."}},
        }
    )
    browser = browser_of(ana)
    assert "Lili" in browser.at("account/").content.decode()
    html = browser.at("account/consultant/").content.decode()
    assert "Hola, soy Lili." in html and "https://wa.me/573001234567" in html
    assert 'href="/@lili-gomez/es-co/escribir/"' in html
    assert 'href="/@lili-gomez/es-co/"' in html
    assert "javascript:" not in html


@pytest.mark.parametrize("change", [{"state": "paused"}, {"state": "ended"}])
def test_a_consultant_who_does_not_sell_shows_no_contact(lili, ana, change):
    Consultant.objects.filter(pk=lili.pk).update(
        card={"contact": {"whatsapp": "+573001234567"}}, **change
    )
    html = browser_of(ana).at("account/consultant/").content.decode()
    assert "wa.me" not in html and "/@lili-gomez/" not in html and "Lili" in html


def test_a_closed_site_is_not_linked(lili, ana):
    set_site(consultant=lili, site_active=False)
    assert "/@lili-gomez/" not in browser_of(ana).at("account/consultant/").content.decode()


def test_a_customer_of_nobodys_names_their_consultant(lili, marta):
    person = make_person("Eva", registered=True)
    browser = browser_of(person)
    refused = browser.at("account/consultant/", {"code": "9999"})
    assert refused.status_code == 200 and 'value="9999"' in refused.content.decode()
    assert browser.at("account/consultant/", {"code": ""}).status_code == 200

    assert browser.at("account/consultant/", {"code": "@Lili-Gomez"}).status_code == 302

    credit = Credit.objects.current().get(person=person)
    assert (credit.consultant, credit.reason) == (lili, "code")
    assert "ya sabemos quién te atiende" in browser.at("account/consultant/").content.decode()
    # A bond stands: another code changes nothing.
    browser.at("account/consultant/", {"code": marta.code})
    assert Credit.objects.current().get(person=person).consultant == lili


def test_nobody_is_their_own_customer(lili):
    browser = browser_of(lili.person)
    assert browser.at("account/consultant/").status_code == 403
    set_site(consultant=lili, state="paused")  # sells no more, and buys like everybody
    for code in (lili.code, lili.alias):
        response = browser.at("account/consultant/", {"code": code})
        assert response.status_code == 200 and 'id="form-errors"' in response.content.decode()
    claim = {"reason": "code", "seller": lili.pk, "at": "2026-01-01T00:00:00+00:00", "by": "typed"}
    with pytest.raises(OwnCode):
        choose_consultant(person=lili.person, claim=claim, provenance={"claims": [claim]})
    assert not Credit.objects.current().filter(person=lili.person, consultant=lili).exists()


def test_codes_are_not_guessed_by_the_dozen(lili):
    browser = browser_of(make_person("Eva", registered=True))
    for number in range(10):
        assert browser.at("account/consultant/", {"code": str(number)}).status_code == 200
    assert browser.at("account/consultant/", {"code": lili.code}).status_code == 429
    assert not Credit.objects.current().filter(consultant=lili).exists()


def test_somebody_who_is_not_a_consultant_has_none_of_the_tiles(lili, ana):
    html = browser_of(ana).at("account/").content.decode()
    assert "/account/customers/" not in html and "/account/consultant/" in html
    assert "/account/messages/" not in html
    own = browser_of(lili.person).at("account/").content.decode()
    for path in ("customers", "sales", "visits", "messages"):
        assert f"/es-co/account/{path}/" in own


def test_the_overview_costs_the_same_for_any_number(lili, ana, assert_max_queries):
    browser = browser_of(lili.person)
    browser.at("account/")
    with assert_max_queries(40) as few:
        browser.at("account/")
    for number in range(20):
        bind(make_person(f"Eva {number}"), lili)
        make_consultant(f"Otra{number}")
    with assert_max_queries(len(few)):
        browser.at("account/")


def test_the_account_of_whoever_sells_begins_with_their_shop_and_who_wrote(lili, shop):
    person = lili.person
    order_for(shop, make_person("Ana", "Díaz", email="ana@correo.example"))
    page = browser_of(person).at("account/").content.decode()
    assert page.index("selling-title") < page.index("Tu último pedido")
    assert 'href="/es-co/account/my-site/"' in page


def test_a_customers_account_shows_who_looks_after_them(lili, ana):
    page = browser_of(ana).at("account/").content.decode()
    assert "Escríbele a Lili" in page
