"""A page of a customer group is the group's alone: never the public's, nor another group's."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core import signing
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cms.page_cache import tier, tier_middleware
from commerce.listings.models import Listing
from people.customer_groups.services import leave_group
from people.models import GroupMembership
from people.staff.bulk import SetActiveState
from tests import factories as make
from tests.replicated.factories import make_consultant

EVERYBODY, GOLD, SILVER = "$99.000", "$70.000", "$80.000"


@pytest.fixture
def shop(page_cache, transactional_db):
    """Cream: 99,000 for everybody, 80,000 for silver, 70,000 for gold. Toner: 75,000 for all."""
    face = make.category("Rostro", "Face")
    own = {"categories": [face], "stock": 40}
    made = [
        make.product("Crema", "Cream", sku="C-1", **own),
        make.product("Tónico", "Toner", sku="T-1", prices={"co": 75000}, **own),
    ]
    groups = {
        "gold": make.customer_group("Oro", priority=20),
        "silver": make.customer_group("Plata", priority=10),
    }
    make.group_prices(groups["gold"], **{"C-1": "70000"})
    make.group_prices(groups["silver"], **{"C-1": "80000"})
    make.listed(*made)
    return groups


@pytest.fixture
def paths(shop) -> dict[str, str]:
    cream = Listing.objects.get(market="co", language="es", sku="C-1")
    return {"product": f"/es-co{cream.path}", "list": f"/es-co{cream.path.rsplit('/', 2)[0]}/"}


def user(name: str):
    return get_user_model().objects.create_user(f"{name}@correo.example", "x")


def browser(of=None) -> Client:
    client = Client()
    if of is not None:
        client.force_login(of)
    return client


def asked(client: Client, path: str, **params) -> tuple[str, int, dict]:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(path, params)
    assert response.status_code == 200, path
    return response.content.decode(), len(queries), dict(response.items())


def price_of(client: Client, path: str) -> set[str]:
    """Which of the cream's prices a page says, as what it costs."""
    page = BeautifulSoup(asked(client, path)[0], "html.parser")
    said = {one.get_text(" ", strip=True).split(" ")[-1] for one in page.select(".price__now")}
    return said & {EVERYBODY, GOLD, SILVER}


@pytest.fixture(params=["list", "product"])
def path(request, paths):
    return paths[request.param]


# --- Each sees their own ----------------------------------------------------------------


def test_each_tier_and_the_public_see_their_own_price_in_any_order(shop, path):
    ana, eva = user("ana"), user("eva")
    make.join(ana, shop["gold"], shop["silver"])
    make.join(eva, shop["silver"])
    gold, silver, stranger = browser(ana), browser(eva), browser()
    for _twice in range(2):
        assert price_of(gold, path) == {GOLD}
        assert price_of(stranger, path) == {EVERYBODY}
        assert price_of(silver, path) == {SILVER}
        assert price_of(browser(user("sin" + str(_twice))), path) == {EVERYBODY}


def test_a_member_s_page_is_kept_for_all_members_and_costs_no_query(shop, path):
    ana, eva = user("ana"), user("eva")
    make.join(ana, shop["gold"])
    make.join(eva, shop["gold"])
    first, second = browser(ana), browser(eva)
    asked(first, path)
    assert asked(first, path)[1] == 0
    # Who comes after is asked who they are once, and gets the page that is there.
    assert asked(second, path)[1] <= 3
    assert asked(second, path)[:2] == (asked(first, path)[0], 0)
    # A stranger's costs what it always did.
    asked(browser(), path)
    assert asked(browser(), path)[1] == 0


def test_a_member_s_page_stays_in_no_cache_and_the_public_s_in_any(shop, path):
    ana = user("ana")
    make.join(ana, shop["gold"])
    _html, _queries, headers = asked(browser(ana), path)
    assert {"private", "no-store"} <= set(headers["Cache-Control"].split(", "))
    assert "private" not in asked(browser(), path)[2]["Cache-Control"]


def test_a_member_reads_whose_price_it_is_and_what_others_pay(shop, path):
    ana = user("ana")
    make.join(ana, shop["gold"])
    html = asked(browser(ana), path)[0]
    assert "Precio Oro" in html
    assert EVERYBODY in html
    html = asked(browser(), path)[0]
    assert "Oro" not in html


# --- What changes it, with the next view ------------------------------------------------


def test_joining_and_leaving_change_the_next_view(shop, path):
    ana = user("ana")
    client = browser(ana)
    assert price_of(client, path) == {EVERYBODY}
    person = make.join(ana, shop["silver"])
    assert price_of(client, path) == {SILVER}
    make.join(ana, shop["gold"])
    assert price_of(client, path) == {GOLD}
    leave_group(person=person, group=shop["gold"])
    assert price_of(client, path) == {SILVER}
    leave_group(person=person, group=shop["silver"])
    assert price_of(client, path) == {EVERYBODY}


def test_a_group_s_priority_and_prices_change_the_next_view(shop, path):
    ana = user("ana")
    make.join(ana, shop["gold"], shop["silver"])
    client = browser(ana)
    assert price_of(client, path) == {GOLD}
    shop["silver"].priority = 99
    shop["silver"].save()
    assert price_of(client, path) == {SILVER}
    make.group_prices(shop["silver"], **{"C-1": "70000"})
    make.listed()
    assert price_of(client, path) == {GOLD}  # the amount, on silver's list now


def test_a_group_s_new_name_is_read_at_the_next_view(shop, paths):
    ana = user("ana")
    make.join(ana, shop["gold"])
    client = browser(ana)
    assert "Oro" in asked(client, paths["product"])[0]
    shop["gold"].name = "Club Dorado"
    shop["gold"].save()
    assert "Club Dorado" in asked(client, paths["product"])[0]


def test_a_membership_that_ends_by_itself_ends(shop, paths, monkeypatch):
    ana = user("ana")
    ends = timezone.now() + timedelta(minutes=5)
    make.join(ana, shop["gold"], ends_at=ends)
    client, path = browser(ana), paths["list"]
    assert price_of(client, path) == {GOLD}
    monkeypatch.setattr(timezone, "now", lambda: ends + timedelta(seconds=1))
    assert price_of(client, path) == {EVERYBODY}


def test_signing_out_shows_the_public_s_price_to_whoever_sits_there_next(shop, path):
    ana, eva = user("ana"), user("eva")
    make.join(ana, shop["gold"])
    client = browser(ana)
    assert price_of(client, path) == {GOLD}
    client.logout()
    assert price_of(client, path) == {EVERYBODY}
    client.force_login(eva)
    assert price_of(client, path) == {EVERYBODY}


def test_the_same_on_a_consultant_s_site(shop, paths):
    make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")
    ana = user("ana")
    make.join(ana, shop["gold"])
    path = f"/@lili-gomez{paths['list']}"
    assert price_of(browser(ana), path) == {GOLD}
    assert price_of(browser(), path) == {EVERYBODY}
    assert price_of(browser(ana), path) == {GOLD}


# --- Who would like to have it ----------------------------------------------------------


@pytest.fixture
def place(paths) -> str:
    return paths["list"]


@pytest.fixture
def member(shop, place):
    """A member's browser that has seen a page, and so holds a token."""
    ana = user("ana")
    make.join(ana, shop["gold"])
    client = browser(ana)
    assert price_of(client, place) == {GOLD}
    return client


def test_a_token_is_worth_nothing_in_another_browser(member, place):
    thief = browser()
    thief.cookies[tier.COOKIE] = member.cookies[tier.COOKIE].value
    assert price_of(thief, place) == {EVERYBODY}
    somebody = browser(user("eva"))
    somebody.cookies[tier.COOKIE] = member.cookies[tier.COOKIE].value
    assert price_of(somebody, place) == {EVERYBODY}


def test_cookies_that_were_copied_end_with_the_session(member, place):
    thief = browser()
    for name in (tier.COOKIE, settings.SESSION_COOKIE_NAME):
        thief.cookies[name] = member.cookies[name].value
    member.logout()
    assert price_of(thief, place) == {EVERYBODY}


def test_a_new_password_ends_every_session_s_token(member, place):
    ana = get_user_model().objects.get(email="ana@correo.example")
    ana.set_password("otra")
    ana.save(update_fields=["password"])
    assert price_of(member, place) == {EVERYBODY}


@pytest.mark.parametrize("made_up", ["gold", "oro", "a:b:c", "", "WyJvcm8iXQ:1abc:xyz", "é" * 9])
def test_a_made_up_token_is_the_public_s(shop, place, made_up):
    client = browser()
    client.cookies[tier.COOKIE] = made_up.encode("ascii", "ignore").decode()
    assert price_of(client, place) == {EVERYBODY}
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert price_of(client, place) == {EVERYBODY}


def test_a_token_signed_for_something_else_is_the_public_s(member, shop, place):
    facts = signing.loads(member.cookies[tier.COOKIE].value, salt=tier.SALT)
    member.cookies[tier.COOKIE] = signing.dumps(facts, salt="something else")
    ana = get_user_model().objects.get(email="ana@correo.example")
    GroupMembership.objects.filter(person__user=ana).update(ends_at=timezone.now())
    assert price_of(member, place) == {EVERYBODY}


def test_a_token_grows_old(member, place, monkeypatch):
    ana = get_user_model().objects.get(email="ana@correo.example")
    # An update tells nobody: what nothing announced is asked for again within the hour.
    GroupMembership.objects.filter(person__user=ana).update(ends_at=timezone.now())
    assert price_of(member, place) == {GOLD}
    later = timezone.now() + tier.LONGEST + timedelta(seconds=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert price_of(member, place) == {EVERYBODY}


def test_a_made_up_session_costs_no_more_than_looking_it_up(shop, place):
    asked(browser(), place)
    client = browser()
    for no_session in ("\0" * 9, "x' or 1=1", "x" * 41):
        client.cookies[settings.SESSION_COOKIE_NAME] = no_session
        assert asked(client, place)[1] == 0
    client.cookies[settings.SESSION_COOKIE_NAME] = "x" * 32
    assert asked(client, place)[1] == 1


def test_while_the_database_is_away_kept_pages_are_the_public_s(member, shop, place, monkeypatch):
    asked(browser(), place)
    del member.cookies[tier.COOKIE]

    def away(_user_id):
        raise OperationalError

    monkeypatch.setattr(tier_middleware, "current_group_of", away)
    assert price_of(member, place) == {EVERYBODY}
    assert tier.COOKIE not in member.cookies


def test_who_is_closed_in_the_list_of_users_or_deleted_is_the_public(member, shop, place):
    assert price_of(member, place) == {GOLD}
    ana = get_user_model().objects.get(email="ana@correo.example")
    SetActiveState.execute_action([ana], mark_as_active=False, model=get_user_model())
    assert price_of(member, place) == {EVERYBODY}
    eva = user("eva")
    make.join(eva, shop["gold"])
    other = browser(eva)
    assert price_of(other, place) == {GOLD}
    eva.delete()
    assert price_of(other, place) == {EVERYBODY}


# --- Everywhere else --------------------------------------------------------------------


def texts(html: str, selector: str) -> list[str]:
    page = BeautifulSoup(html, "html.parser")
    return [one.get_text(" ", strip=True) for one in page.select(selector)]


def test_the_tag_stands_beside_what_is_the_group_s_and_nothing_else(shop):
    # given a lipstick of which one variant is cheaper for gold
    lipstick = make.lipstick(prices={"co": ("60000", "80000")})
    make.group_prices(shop["gold"], **{"RZ-501-2": "70000"})
    make.listed(lipstick)
    ana = user("ana")
    make.join(ana, shop["gold"])
    path = "/es-co" + Listing.objects.get(market="co", language="es", product=lipstick).path
    shown = ".buy-box .price"
    # when a member looks at that variant, its price is gold's, and what all pay is struck through
    theirs = BeautifulSoup(asked(browser(ana), path, variant="RZ-501-2")[0], "html.parser")
    assert not theirs.select_one(f"{shown} .price__tier").has_attr("hidden")
    assert "Precio normal" in theirs.select_one(f"{shown} .price__was").text
    # and at another one, it is everybody's, with a former price
    other = BeautifulSoup(asked(browser(ana), path, variant="RZ-501-1")[0], "html.parser")
    assert other.select_one(f"{shown} .price__tier").has_attr("hidden")
    assert "Antes" in other.select_one(f"{shown} .price__was").text


def test_sorting_and_price_filters_go_by_one_s_own_price(shop, paths):
    ana = user("ana")
    make.join(ana, shop["gold"])
    member, stranger = browser(ana), browser()
    cards = "#listing .product-card__title"
    for _twice in range(2):
        assert texts(asked(member, paths["list"], sort="price")[0], cards) == ["Crema", "Tónico"]
        assert texts(asked(stranger, paths["list"], sort="price")[0], cards) == ["Tónico", "Crema"]
        own = {"price_max": "72000"}
        assert texts(asked(member, paths["list"], **own)[0], cards) == ["Crema"]
        assert texts(asked(stranger, paths["list"], **own)[0], cards) == []


@pytest.mark.parametrize(
    "address",
    [
        "/es-co/",
        "/es-co/search/?q=crema",
        "/es-co/search/suggest/?q=cre",
        "/es-co/catalogo/",
        "/es-co/visitor/",
        "/es-co/cart/",
        "/sitemap.xml",
        "/robots.txt",
    ],
)
def test_no_address_says_a_group_s_price_to_a_stranger_after_a_member_was_there(shop, address):
    ana = user("ana")
    make.join(ana, shop["gold"])
    member = browser(ana)
    member.get(address)
    stranger = browser().get(address).content.decode()
    assert "70.000" not in stranger and "70000" not in stranger
    assert "Oro" not in stranger


def test_what_machines_read_is_the_public_s(shop, paths):
    ana = user("ana")
    make.join(ana, shop["gold"])
    machine = 'script[type="application/ld+json"]'
    theirs = asked(browser(ana), paths["product"])[0]
    public = asked(browser(), paths["product"])[0]
    page = BeautifulSoup(public, "html.parser")
    assert any("99000" in one.string for one in page.select(machine))
    page = BeautifulSoup(theirs, "html.parser")
    assert not any("offers" in one.string for one in page.select(machine))
