"""AC-01: a customer sees the general courses, a consultant those for sellers as well."""

import pytest
from django.test import Client

from cms.addresses.sitemaps import all_entries
from commerce.search.services import rebuild
from replicated.consultants.models import Consultant
from tests import factories as make
from tests.replicated.factories import make_consultant, make_person
from tests.search.conftest import empty_index  # noqa: F401

from .factories import address, lessons_of, make_academy, make_course

pytestmark = pytest.mark.one_database


def browser(person=None) -> Client:
    client = Client()
    if person is not None:
        client.force_login(person.user)
    return client


@pytest.fixture
def customer(db):
    return make_person("Rosa", "Ruiz", registered=True)


@pytest.fixture
def consultant(db):
    return make_consultant("Lili", "Gómez")


@pytest.fixture
def academy(db):
    return make_academy()


@pytest.fixture
def open_course(academy):
    return make_course("Cuidar la piel", academy=academy)


@pytest.fixture
def closed_course(academy):
    return make_course("El plan", academy=academy, audience=["consultants"])


def titles(client, page, **params) -> set[str]:
    html = client.get(address(page), params).content.decode()
    return {title for title in ("Cuidar la piel", "El plan") if title in html}


@pytest.fixture(params=["drawn", "kept"])
def _both_ways(request):
    """Every answer is asked for twice: drawn, and as it is kept."""
    if request.param == "kept":
        request.getfixturevalue("page_cache")


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_both_ways")
def test_who_sees_which_course(academy, open_course, closed_course, customer, consultant):
    for _time in range(2):
        for client in (browser(), browser(customer)):
            assert titles(client, academy) == {"Cuidar la piel"}
            assert client.get(address(open_course)).status_code == 200
            assert client.get(address(closed_course)).status_code == 404
            for lesson in lessons_of(closed_course):
                assert client.get(address(lesson)).status_code == 404
        seller = browser(consultant.person)
        assert titles(seller, academy) == {"Cuidar la piel", "El plan"}
        for page in (open_course, closed_course, *lessons_of(closed_course)):
            response = seller.get(address(page))
            assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_it_changes_with_the_next_view(closed_course, consultant):
    client = browser(consultant.person)
    assert client.get(address(closed_course)).status_code == 200
    consultant.state = Consultant.State.ENDED
    consultant.save()
    assert client.get(address(closed_course)).status_code == 404
    consultant.state = Consultant.State.ACTIVE
    consultant.save()
    assert client.get(address(closed_course)).status_code == 200
    client.logout()
    assert client.get(address(closed_course)).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_a_closed_course_is_kept_for_all_consultants(closed_course, django_assert_num_queries):
    first, second = make_consultant("Ana", "Uno"), make_consultant("Eva", "Dos")
    lesson = address(lessons_of(closed_course)[0])
    ana, eva = browser(first.person), browser(second.person)
    shown = ana.get(lesson).content
    with django_assert_num_queries(0):
        assert ana.get(lesson).content == shown
    assert eva.get(lesson).content == shown
    with django_assert_num_queries(0):
        assert eva.get(lesson).content == shown


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_a_copied_or_forged_token_opens_nothing(closed_course, consultant, customer):
    seller = browser(consultant.person)
    seller.get(address(closed_course))
    other = browser(customer)
    other.cookies["tier"] = seller.cookies["tier"].value
    assert other.get(address(closed_course)).status_code == 404
    stranger = browser()
    stranger.cookies["tier"] = seller.cookies["tier"].value
    assert stranger.get(address(closed_course)).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("_both_ways")
def test_a_teaser_tells_title_and_for_whom_and_nothing_more(academy, customer, consultant):
    course = make_course(
        "El plan",
        academy=academy,
        audience=["consultants"],
        shows_teaser=True,
        summary="Cómo se gana.",
    )
    for client in (browser(), browser(customer)):
        assert "El plan" in titles(client, academy)
        html = client.get(address(course)).content.decode()
        assert "Cómo se gana." in html and "Consultores" in html
        assert "Lección 1" not in html
        assert client.get(address(lessons_of(course)[0])).status_code == 404
    html = browser(consultant.person).get(address(course)).content.decode()
    assert "Lección 1" in html


@pytest.mark.django_db(transaction=True)
def test_a_customer_group_is_an_audience(academy):
    group = make.customer_group("Oro")
    course = make_course("Solo oro", academy=academy, audience=[f"group:{group.code}"])
    member, other = make_person(registered=True), make_person("Eva", "Sol", registered=True)
    make.join(member.user, group)
    assert browser(member).get(address(course)).status_code == 200
    assert browser(other).get(address(course)).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("empty_index")
def test_a_stranger_finds_it_in_no_search_and_no_sitemap(
    open_course, closed_course, consultant, customer
):
    rebuild()
    for client, finds in (
        (browser(), False),
        (browser(customer), False),
        (browser(consultant.person), True),
    ):
        html = client.get("/es-co/buscar/", {"q": "plan"}).content.decode()
        assert (f'href="{address(closed_course)}"' in html) is finds
        html = client.get("/es-co/buscar/", {"q": "piel"}).content.decode()
        assert f'href="{address(open_course)}"' in html
    paths = {path for entry in all_entries() for path in entry.paths.values()}
    neutral = address(closed_course).removeprefix("/es-co")
    assert not [path for path in paths if path.startswith(neutral)]
    assert address(open_course).removeprefix("/es-co") in paths


@pytest.mark.django_db(transaction=True)
def test_it_stays_closed_where_the_course_alone_is_unpublished(closed_course, customer):
    lesson = lessons_of(closed_course)[0]
    closed_course.unpublish()
    assert browser(customer).get(address(lesson)).status_code == 404
