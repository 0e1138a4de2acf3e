"""My team: what a leader sees, and what those who are seen are told."""

from urllib.parse import urlencode

import pytest

from people.models import Person
from people.services import erase_person
from replicated.attribution.services import reassign
from replicated.consultants.services import rename_site, set_site
from replicated.network.services import note_notified, place, share_contact
from replicated.portal.models import PortalPolicy

from .factories import make_consultant, make_person
from .network_factories import make_member, make_zone, spot
from .test_portal import bind, browser_of, order_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(lili, marta):
    """Lili over Marta over Nora over Olga over Pia; Lili's reach ends with Olga."""
    place(consultant=lili, sponsor=None, zone=None)
    place(consultant=marta, sponsor=lili, zone=make_zone())
    nora = make_member("Nora", under=marta, code="3001")
    olga = make_member("Olga", under=nora, code="3002")
    pia = make_member("Pia", under=olga, code="3003")
    Person.objects.filter(pk=nora.person_id).update(phone="+573045351581")
    return {"lili": lili, "marta": marta, "nora": nora, "olga": olga, "pia": pia}


def page_of(consultant, **query) -> str:
    response = browser_of(consultant.person).at(f"account/team/?{urlencode(query)}")
    assert response.status_code == 200
    return response.content.decode().split("<main")[1]


def test_a_leader_sees_three_levels_by_name_and_not_the_fourth(team):
    html = page_of(team["lili"])
    assert html.index("Marta Ruiz") < html.index("Nora Gómez") < html.index("Olga Gómez")
    assert "Pia" not in html
    assert "Bogotá norte" in html and "por Marta Ruiz" in html


def test_the_company_says_how_far_a_leader_sees(team):
    PortalPolicy.objects.create(team_levels=1)
    html = page_of(team["lili"])
    assert "Marta Ruiz" in html and "Nora" not in html


def test_all_levels_where_the_company_names_none(team):
    PortalPolicy.objects.create(team_levels=None)
    assert "Pia Gómez" in page_of(team["lili"])


def test_by_level_by_team_and_by_name(team):
    assert "Marta Ruiz</p>" not in page_of(team["lili"], level="2")
    assert "Nora Gómez" in page_of(team["lili"], level="2")
    html = page_of(team["lili"], under="3001")
    assert "Equipo de Nora Gómez" in html and "Olga Gómez" in html and "Pia" not in html
    html = page_of(team["lili"], q="olga")
    assert "Olga Gómez" in html and "Nora Gómez</p>" not in html
    assert "Nadie coincide" in page_of(team["lili"], q="zzz")


def test_a_search_finds_nobody_by_email(team):
    email = team["nora"].person.email
    assert "Nadie coincide" in page_of(team["lili"], q=email)


def test_nobody_looks_into_a_team_that_is_not_theirs(team):
    other = make_member("Zoe", code="4001")
    browser = browser_of(team["lili"].person)
    # A stranger, somebody below her reach, her own sponsor's side, nobody at all.
    for code in ("4001", "3003", team["lili"].code, "9999"):
        assert browser.at(f"account/team/?under={code}").status_code == 404
    assert (
        browser_of(team["marta"].person).at(f"account/team/?under={team['lili'].code}").status_code
        == 404
    )
    assert other.code == "4001"


def test_contact_is_shown_only_by_who_agreed(team):
    email = team["nora"].person.email
    html = page_of(team["lili"])
    assert email not in html and "3045351581" not in html
    share_contact(consultant=team["nora"], shares=True)
    html = page_of(team["lili"])
    assert email in html and "+573045351581" in html


def test_with_new_leaders_they_agree_anew(team):
    """What they allowed was for those who led them then, and so it was in the team below."""
    share_contact(consultant=team["marta"], shares=True)
    share_contact(consultant=team["nora"], shares=True)
    zoe = make_member("Zoe", registered=True)

    place(consultant=team["marta"], sponsor=zoe, zone=None, why="x")

    html = page_of(zoe)
    assert "Marta Ruiz" in html and "Nora Gómez" in html
    assert team["marta"].person.email not in html and team["nora"].person.email not in html


@pytest.mark.parametrize("state", ["paused", "ended"])
def test_contact_of_who_cannot_take_it_back_is_not_shown(team, state):
    share_contact(consultant=team["nora"], shares=True)
    set_site(consultant=team["nora"], state=state)
    html = page_of(team["lili"])
    assert "Nora Gómez" in html and team["nora"].person.email not in html


def test_who_is_seen_is_told_by_whom_and_what(team):
    browser = browser_of(team["marta"].person)
    overview = browser.at("account/").content.decode()
    assert "Ahora Lili Gómez te patrocina" in overview

    html = browser.at("account/team/").content.decode()

    assert "Lili Gómez te patrocina" in html
    assert "Lili Gómez ve tu nombre, tu zona, " in html
    assert "desde cuándo estás, si vendes ahora, a quién patrocinas" in html
    assert "cuántos pedidos vendiste este mes y por cuánto, con tus propias compras aparte" in html
    assert "Nunca tus clientes" in html
    assert "te patrocina" not in browser.at("account/").content.decode()
    assert spot(team["marta"]).notified_at


def test_a_new_sponsor_is_told_again(team):
    browser = browser_of(team["marta"].person)
    browser.at("account/team/")
    zoe = make_member("Zoe")
    place(consultant=team["marta"], sponsor=zoe, zone=None, why="x")
    assert "Ahora Zoe Gómez te patrocina" in browser.at("account/").content.decode()


def test_what_was_read_of_an_old_sponsor_does_not_count_for_the_new_one(team):
    read = spot(team["marta"])
    place(consultant=team["marta"], sponsor=make_member("Zoe"), zone=None, why="x")
    note_notified(read)
    assert spot(team["marta"]).notified_at is None


def test_another_zone_is_no_new_sponsor(team):
    browser_of(team["marta"].person).at("account/team/")
    share_contact(consultant=team["marta"], shares=True)
    zone = make_zone("Sur", "sur")
    place(consultant=team["marta"], sponsor=team["lili"], zone=zone, why="x")
    assert spot(team["marta"]).notified_at and spot(team["marta"]).shares_contact


def test_of_a_sponsor_who_was_erased_nothing_is_announced(team):
    erase_person(team["lili"].person, by=None)
    assert "te patrocina" not in browser_of(team["marta"].person).at("account/").content.decode()


def test_a_leader_who_paused_is_named_and_sees_nothing(team):
    set_site(consultant=team["lili"], state="paused")
    html = page_of(team["marta"])
    assert "Lili Gómez te patrocina" in html and "Lili Gómez ve" not in html
    rita = make_member("Rita", under=team["marta"], registered=True)
    assert "Marta Ruiz ve tu nombre" in page_of(rita)


def test_where_sales_are_not_shown_nobody_says_so(team):
    PortalPolicy.objects.create(show_team_sales=False)
    assert "pedidos" not in page_of(team["lili"]).split("order-rows")[1]
    assert "cuántos pedidos" not in page_of(team["marta"])


def test_they_agree_and_change_their_mind(team):
    browser = browser_of(team["marta"].person)
    browser.post("/es-co/account/team/contact/", {"shares": "on"})
    assert spot(team["marta"]).shares_contact
    browser.post("/es-co/account/team/contact/", {})
    assert not spot(team["marta"]).shares_contact
    assert browser.get("/es-co/account/team/contact/").status_code == 405


def test_a_leader_sees_the_months_orders_and_own_purchases(shop, team):
    ana = make_person("Ana", "Díaz", registered=True)
    bind(ana, team["marta"])
    order_for(shop, ana)
    own = order_for(shop, team["marta"].person)
    reassign(consultant=team["marta"], why="x", by=None, order=own)
    late = order_for(shop, ana, status="cancelled")

    row = page_of(team["lili"]).split("Marta Ruiz")[1].split("</li>")[0]

    assert "2 pedidos este mes" in row and "217.800" in row
    assert "compras propias" in row and "108.900" in row
    assert "Ana" not in row and late.number not in row


def test_the_cost_does_not_grow_with_the_team(team, django_assert_max_num_queries):
    browser = browser_of(team["lili"].person)
    browser.at("account/team/")
    with django_assert_max_num_queries(24) as few:
        browser.at("account/team/")
    for number in range(25):
        make_member(f"Uno{number}", under=team["marta"])
    with django_assert_max_num_queries(len(few)):
        html = browser.at("account/team/?level=2").content.decode()
    assert "?level=2&amp;page=2" in html


def test_who_was_erased_is_a_place_without_a_name(team):
    share_contact(consultant=team["nora"], shares=True)
    erase_person(team["nora"].person, by=None)
    html = page_of(team["lili"])
    assert "Nora" not in html and "Cuenta eliminada" in html
    assert "Olga Gómez" in html
    assert "Nora" not in page_of(team["marta"])


@pytest.mark.parametrize("asked", ["nora", "nora-gomez"])
def test_an_alias_finds_nobody_who_was_erased(team, asked):
    rename_site(consultant=team["nora"], alias="nora-gomez")
    erase_person(team["nora"].person, by=None)
    assert "Nadie coincide" in page_of(team["lili"], q=asked)
    assert "Cuenta eliminada" in page_of(team["lili"], q=team["nora"].code)


def test_who_paused_is_named_with_their_state_and_closed_pages(team):
    set_site(consultant=team["marta"], state="paused")
    assert "En pausa" in page_of(team["lili"])
    assert browser_of(team["marta"].person).at("account/team/").status_code == 403


def test_outside_the_network_there_is_no_such_page(lili):
    browser = browser_of(lili.person)
    assert browser.at("account/team/").status_code == 403
    assert "Mi equipo" not in browser.at("account/").content.decode()


def test_nor_for_customers_and_strangers(team):
    ana = make_person("Ana", "Díaz", registered=True)
    assert browser_of(ana).at("account/team/").status_code == 403
    other = make_consultant("Zoe", "Gil")
    assert browser_of(other.person).at("account/team/").status_code == 403


def test_an_empty_team_says_how_one_grows(team):
    rita = make_member("Rita", registered=True)
    assert "Aún no hay nadie en tu equipo" in page_of(rita)
