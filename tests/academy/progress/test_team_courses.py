"""AC-04: a leader sees how far their team is, and nobody else's; assigns, and reminds."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from academy.courses.models import Course
from academy.progress import services
from academy.progress.assigning import assign
from academy.progress.models import CourseMail, Enrolment
from people.models import Person
from replicated.consultants.models import Consultant
from replicated.portal.models import PortalPolicy
from tests.academy.courses.factories import make_course
from tests.replicated.factories import make_person
from tests.replicated.network_factories import make_member
from tests.replicated.test_portal import browser_of

pytestmark = pytest.mark.django_db
HERE = "account/team/courses/"


@pytest.fixture(autouse=True)
def jobs_run(monkeypatch):
    """Jobs run at once, though no test commits."""
    monkeypatch.setattr(
        "academy.progress.mailing.queue", lambda task, **arguments: task.enqueue(**arguments)
    )


@pytest.fixture
def team(db):
    """Lili over Marta over Nora over Olga over Pia, whom the policy hides; beside them Rita."""
    lili = make_member("Lili", registered=True, code="1001")
    marta = make_member("Marta", under=lili, registered=True, code="1002")
    nora = make_member("Nora", under=marta, registered=True, code="1003")
    olga = make_member("Olga", under=nora, registered=True, code="1004")
    pia = make_member("Pia", under=olga, registered=True, code="1005")
    rita = make_member("Rita", registered=True, code="2001")
    members = {one.person.first_name: one for one in (lili, marta, nora, olga, pia, rita)}
    return members


@pytest.fixture
def page(db):
    return make_course("El plan", audience=["consultants"])


@pytest.fixture
def course(page):
    return Course.objects.get(key=page.translation_key)


def enrol(member, course, **fields):
    row = services.enrol(person=member.person, course=course)
    Enrolment.objects.filter(pk=row.pk).update(**fields)
    return row


def at(member, path="", **query):
    response = browser_of(member.person).at(f"{HERE}{path}", **query)
    return response


def main(response) -> str:
    assert response.status_code == 200
    return response.content.decode().split("<main")[1]


def post(member, path, **data):
    return browser_of(member.person).post(f"/es-co/{HERE}{path}", data)


def yesterday():
    return timezone.localdate() - timedelta(days=1)


def test_how_many_have_finished_begun_and_are_late(team, course):
    enrol(team["Marta"], course, percent=100, finished_at=timezone.now(), started_at=timezone.now())
    enrol(team["Nora"], course, due_on=yesterday(), started_at=timezone.now())
    enrol(team["Pia"], course, due_on=yesterday(), started_at=timezone.now())
    enrol(team["Rita"], course, percent=100, finished_at=timezone.now())
    html = main(at(team["Lili"]))
    assert "1 de 3 han terminado" in html
    assert "2 han empezado" in html and "1 lleva retraso" in html


def test_members_by_state_and_nobody_of_another_team(team, course):
    enrol(team["Nora"], course, due_on=yesterday(), percent=40, started_at=timezone.now())
    key = f"{course.key}/"
    html = main(at(team["Lili"], key))
    assert "Marta Gómez" in html and "Olga Gómez" in html
    assert "Pia Gómez" not in html and "Rita Gómez" not in html and "Lili Gómez<" not in html
    html = main(at(team["Lili"], f"{key}?state=late"))
    assert "Nora Gómez" in html and "40 % hecho" in html and "Marta Gómez" not in html
    html = main(at(team["Lili"], f"{key}?state=absent&q=olga"))
    assert "Olga Gómez" in html and "Marta Gómez" not in html
    assert "Nora Gómez" in main(at(team["Lili"], f"{key}?state=%3Cscript%3E"))


def test_the_company_says_how_far_a_leader_sees(team, course):
    PortalPolicy.objects.create(team_levels=1)
    html = main(at(team["Lili"], f"{course.key}/"))
    assert "Marta Gómez" in html and "Nora Gómez" not in html


def test_who_sells_no_more_is_left_out(team, course):
    Consultant.objects.filter(pk=team["Nora"].pk).update(state=Consultant.State.ENDED)
    assert "Nora Gómez" not in main(at(team["Lili"], f"{course.key}/"))


@pytest.mark.parametrize("path", ["", "{key}/", "{key}/assign/"])
def test_it_is_closed_to_who_leads_nobody(path, team, course):
    path = path.format(key=course.key)
    customer = make_person("Ana", registered=True)
    assert browser_of(customer).at(HERE + path).status_code == 403
    assert at(team["Pia"], path).status_code == 403
    assert "team/courses" not in browser_of(customer).at("account/").content.decode()


def test_a_course_that_the_leader_may_not_read_is_not_there(team):
    closed = make_course("Interno", audience=["influencers"])
    assert "Interno" not in main(at(team["Lili"]))
    assert at(team["Lili"], f"{closed.translation_key}/").status_code == 404
    assert post(team["Lili"], f"{closed.translation_key}/assign/").status_code == 404
    assert not Enrolment.objects.exists()


def test_a_leader_assigns_to_the_team_or_to_one(team, course):
    path = f"{course.key}/assign/"
    day = timezone.localdate() + timedelta(days=9)
    assert post(team["Lili"], path, to="1003", due_on=day.isoformat()).status_code == 302
    row = Enrolment.objects.get()
    assert (row.person, row.due_on) == (team["Nora"].person, day)
    assert row.assigned_by == team["Lili"].person.user
    post(team["Lili"], path)
    people = set(Enrolment.objects.values_list("person__first_name", flat=True))
    assert people == {"Marta", "Nora", "Olga"}
    assert len(mail.outbox) == 3


@pytest.mark.parametrize("code", ["1005", "2001", "1001", "x\0", "' OR 1=1"])
def test_nobody_of_another_team_is_assigned_or_reminded(code, team, course):
    for member in ("Pia", "Rita", "Lili"):
        enrol(team[member], course)
    assert post(team["Lili"], f"{course.key}/assign/", to=code).status_code == 404
    assert post(team["Lili"], f"{course.key}/remind/", to=code).status_code == 404
    assert not mail.outbox and Enrolment.objects.count() == 3


def test_a_date_of_the_company_stays(team, course):
    day = timezone.localdate() + timedelta(days=3)
    staff = make_person("Sara", registered=True).user
    assign(course=course, people=Person.objects.filter(pk=team["Marta"].person_id), by=staff,
           due_on=day)  # fmt: skip
    later = (day + timedelta(days=90)).isoformat()
    post(team["Lili"], f"{course.key}/assign/", due_on=later)
    assert Enrolment.objects.get(person=team["Marta"].person).due_on == day


def test_a_course_by_invitation_is_the_company_s_to_assign(team):
    page = make_course("Con invitación", enrolling="invited")
    assert "assign/" not in main(at(team["Lili"], f"{page.translation_key}/"))
    assert post(team["Lili"], f"{page.translation_key}/assign/").status_code == 404


def test_a_day_that_is_over_is_refused(team, course):
    response = post(team["Lili"], f"{course.key}/assign/", due_on="2001-01-01")
    assert response.status_code == 200 and "ya pasó" in response.content.decode()
    assert not Enrolment.objects.exists()


def test_reminding_says_who_reminds_and_only_once_a_week(team, course):
    enrol(team["Nora"], course)
    enrol(team["Marta"], course, percent=100, finished_at=timezone.now())
    path = f"{course.key}/remind/"
    assert "Recordar" in main(at(team["Lili"], f"{course.key}/"))
    post(team["Lili"], path)
    post(team["Lili"], path, to="1003")
    assert [one.to for one in mail.outbox] == [[team["Nora"].person.email]]
    assert "Lili Gómez" in mail.outbox[0].body
    # Her sponsor finds that she was reminded.
    assert "recordado el" in main(at(team["Marta"], f"{course.key}/"))
    assert CourseMail.objects.count() == 1


def test_members_are_told_what_leaders_see(team):
    html = browser_of(team["Nora"].person).at("account/team/").content.decode()
    assert "qué cursos tomas" in html


def test_a_page_of_a_larger_team_costs_no_more_queries(team, course):
    def ask(path):
        browser = browser_of(team["Lili"].person)
        browser.at(HERE + path)
        with CaptureQueriesContext(connection) as asked:
            assert browser.at(HERE + path).status_code == 200
        return len(asked)

    paths = ("", f"{course.key}/")
    before = [ask(path) for path in paths]
    for number in range(12):
        member = make_member(f"M{number}", under=team["Lili"], registered=True)
        enrol(member, course, due_on=yesterday())
    assert [ask(path) for path in paths] == before
