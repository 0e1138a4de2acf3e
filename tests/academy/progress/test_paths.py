"""AC-01: learning paths: courses in order, due so many days after one began."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from academy.courses.models import LearningPathPage
from academy.progress.models import Enrolment, PathEnrolment
from people.services import erase_person, export_person
from tests.academy.courses.factories import address, make_academy, make_course
from tests.cms.factories import make_page
from tests.replicated.factories import make_consultant, make_person

pytestmark = pytest.mark.django_db
SAME = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def make_path(*steps, **fields) -> LearningPathPage:
    academy = make_academy()
    courses = [make_course(title, academy=academy, **more) for title, _days, more in steps]
    value = [
        ("course", {"page": page, "days": days})
        for page, (_title, days, _more) in zip(courses, steps, strict=True)
    ]
    return make_page(
        "Empezar", "empezar", parent=academy, model=LearningPathPage, steps=value, **fields
    )


@pytest.fixture
def path(db):
    return make_path(
        ("Primero", 7, {}), ("Segundo", 30, {"enrolling": "invited"}), ("Libre", None, {})
    )


def browser(person) -> Client:
    client = Client()
    client.force_login(person.user)
    return client


def url(path, name="begin", edition="es-co"):
    return f"/{edition}/learning/paths/{path.translation_key}/{name}/"


def due_dates(person) -> dict:
    return dict(person.enrolments.values_list("course__title", "due_on"))


def test_the_page_shows_the_courses_in_their_order(path):
    html = Client().get(address(path)).content.decode()
    assert html.index("Primero") < html.index("Segundo") < html.index("Libre")
    assert "en 7 días" in html and "Empezar la ruta" in html


def test_the_academy_lists_the_paths_that_somebody_may_know_of(path):
    academy = address(path.get_parent())
    assert address(path) in Client().get(academy).content.decode()
    path.audience = ["consultants"]
    path.save_revision().publish()
    assert address(path) not in Client().get(academy).content.decode()
    assert address(path) in browser(make_consultant().person).get(academy).content.decode()


def test_beginning_enrols_in_all_with_their_dates_and_leads_to_the_first(path):
    rosa = make_person("Rosa", registered=True)
    response = browser(rosa).post(url(path), **SAME)
    assert "primero" in response.url
    today = timezone.localdate()
    assert due_dates(rosa) == {
        "Primero": today + timedelta(days=7),
        "Segundo": today + timedelta(days=30),
        "Libre": None,
    }


def test_going_on_leads_to_what_is_next_and_moves_no_date(path):
    rosa = make_person("Rosa", registered=True)
    browser(rosa).post(url(path), **SAME)
    before = due_dates(rosa)
    PathEnrolment.objects.update(started_at=timezone.now() - timedelta(days=5))
    Enrolment.objects.filter(course__title="Primero").update(
        percent=100, finished_at=timezone.now()
    )
    assert "segundo" in browser(rosa).post(url(path), **SAME).url
    assert due_dates(rosa) == before
    assert PathEnrolment.objects.count() == 1


def test_how_far_somebody_is_in_each_course(path):
    rosa = make_person("Rosa", registered=True)
    client = browser(rosa)
    assert client.get(url(path, "state")).json() == {"begun": False, "courses": {}}
    client.post(url(path), **SAME)
    Enrolment.objects.filter(course__title="Primero").update(percent=40)
    answer = client.get(url(path, "state")).json()
    assert answer["begun"] and len(answer["courses"]) == 3
    assert {one["percent"] for one in answer["courses"].values()} == {0, 40}
    assert Client().get(url(path, "state")).json() == {"begun": False, "courses": {}}


def test_a_path_for_sellers_is_closed_to_customers():
    path = make_path(("Primero", 7, {}), audience=["consultants"])
    ana, lili = make_person("Ana", registered=True), make_consultant()
    for name in ("begin", "state"):
        call = browser(ana).post if name == "begin" else browser(ana).get
        assert call(url(path, name), **SAME).status_code == 404
    assert not Enrolment.objects.exists()
    browser(lili.person).post(url(path), **SAME)
    assert Enrolment.objects.get().person == lili.person


def test_a_path_may_tell_the_others_that_it_is_there():
    path = make_path(("Primero", 7, {}), audience=["consultants"], shows_teaser=True)
    html = Client().get(address(path)).content.decode()
    assert "Empezar" in html and "Primero" not in html.split("<main")[1]


def test_a_course_of_a_path_that_is_for_others_is_left_out():
    path = make_path(("Primero", 7, {}), ("Plan", 9, {"audience": ["consultants"]}))
    ana = make_person("Ana", registered=True)
    browser(ana).post(url(path), **SAME)
    assert list(due_dates(ana)) == ["Primero"]


def test_another_site_begins_nothing_and_a_stranger_is_led_to_sign_in(path):
    rosa = make_person("Rosa", registered=True)
    answer = browser(rosa).post(url(path), HTTP_SEC_FETCH_SITE="cross-site")
    assert answer.status_code == 403
    assert "/account/login/" in Client().post(url(path), **SAME).url
    assert not PathEnrolment.objects.exists()


def test_it_is_exported_and_erased(path):
    rosa = make_person("Rosa", registered=True)
    browser(rosa).post(url(path), **SAME)
    assert "Empezar" in str(export_person(rosa))
    erase_person(rosa, None)
    assert not PathEnrolment.objects.exists()
