"""Assigning courses to many, and mails about those that wait."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry

from academy.courses.models import Course
from academy.progress import services
from academy.progress.assigning import NotPossible, assign, remind
from academy.progress.mailing import mail_learners
from academy.progress.models import CourseMail, Enrolment
from academy.progress.selection import people_typed
from academy.progress.tasks import remind_of_due_courses
from people.models import Person
from tests import factories
from tests.academy.courses.factories import make_course
from tests.replicated.factories import make_consultant, make_person
from tests.replicated.network_factories import make_member, make_zone
from tests.staff import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(db) -> Course:
    return Course.objects.get(key=make_course("Cuidar la piel").translation_key)


@pytest.fixture
def trainer(db):
    return make_staff("Trainer")


@pytest.fixture
def outbox(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        yield mail.outbox


@pytest.fixture(autouse=True)
def jobs_run(monkeypatch):
    """Jobs run at once, though no test commits."""
    monkeypatch.setattr(
        "academy.progress.mailing.queue", lambda task, **arguments: task.enqueue(**arguments)
    )


def soon(days=10):
    return timezone.localdate() + timedelta(days=days)


def everybody():
    return Person.objects.kept()


def finish(person, course):
    row = Enrolment.objects.get(person=person, course=course)
    Enrolment.objects.filter(pk=row.pk).update(percent=100, finished_at=timezone.now())
    return row


def page(client, user):
    client.force_login(user)
    return "/admin/academy/learners/assign/"


# --- The service


def test_people_are_put_in_with_a_date_and_told_once(course, trainer):
    ana, rosa = make_person("Ana", registered=True), make_person("Rosa", registered=True)
    guest = make_person("Huésped")
    services.enrol(person=rosa, course=course)

    done = assign(course=course, people=everybody(), by=trainer, due_on=soon())

    assert (done.new, done.changed, done.left_out) == (1, 1, {guest.pk})
    row = Enrolment.objects.get(person=ana)
    assert (row.due_on, row.origin, row.assigned_by) == (soon(), "assigned", trainer)
    assert Enrolment.objects.get(person=rosa).origin == "own"
    assert sorted(one.to[0] for one in mail.outbox) == sorted([ana.email, rosa.email])
    assert "Cuidar la piel" in mail.outbox[0].subject
    again = assign(course=course, people=everybody(), by=trainer, due_on=soon())
    assert (again.new, again.changed, again.same) == (0, 0, 2)
    assert len(mail.outbox) == 2
    logged = ModelLogEntry.objects.filter(action="academy.enrol")
    assert {entry.label for entry in logged} == {ana.pseudonym, rosa.pseudonym}
    assert {entry.user for entry in logged} == {trainer}


def test_whoever_finished_is_left_alone(course, trainer):
    ana = make_person("Ana", registered=True)
    assign(course=course, people=everybody(), by=trainer)
    finish(ana, course)
    done = assign(course=course, people=everybody(), by=trainer, due_on=soon())
    assert (done.changed, done.finished) == (0, 1)
    assert Enrolment.objects.get().due_on is None
    assert len(mail.outbox) == 1


def test_a_course_for_sellers_is_assigned_to_no_customer(trainer):
    page = make_course("El plan", audience=["consultants"])
    lili, ana = make_consultant(), make_person("Ana", registered=True)
    course = Course.objects.get(key=page.translation_key)
    done = assign(course=course, people=everybody(), by=trainer)
    assert Enrolment.objects.get().person == lili.person
    assert done.left_out == {ana.pk}


def test_a_course_without_a_live_page_and_a_day_that_is_over_are_refused(course, trainer):
    make_person("Ana", registered=True)
    with pytest.raises(NotPossible):
        assign(course=course, people=everybody(), by=trainer, due_on=soon(-1))
    nothing = Course.objects.create(title="Sin página")
    with pytest.raises(NotPossible):
        assign(course=nothing, people=everybody(), by=trainer)
    assert not Enrolment.objects.exists()


def test_hundreds_cost_as_many_queries_as_a_few(course, trainer, monkeypatch):
    queued = []
    monkeypatch.setattr(
        "academy.progress.mailing.queue", lambda task, mail_ids: queued.append(mail_ids)
    )

    def count(number):
        for _time in range(number):
            make_person("Ana", registered=True)
        with CaptureQueriesContext(connection) as asked:
            assert assign(course=course, people=everybody(), by=trainer).new == number
        return len(asked)

    # A batch more, where an engine takes fewer values at once.
    assert count(2) + 2 >= count(140)
    assert [len(mails) for mails in queued] == [2, 100, 40]


# --- Reminders


def due(course, trainer, days):
    ana = make_person("Ana", registered=True)
    assign(course=course, people=everybody(), by=trainer, due_on=soon(days))
    CourseMail.objects.update(created_at=timezone.now() - timedelta(days=5))
    mail.outbox.clear()
    return ana


@pytest.mark.parametrize(("days", "sent"), [(4, 0), (3, 1), (1, 1), (0, 1)])
def test_a_reminder_three_days_before_and_on_the_day_once(course, trainer, days, sent):
    due(course, trainer, days)
    for _time in range(3):
        remind_of_due_courses.func()
    assert len(mail.outbox) == sent


def test_each_date_has_its_two_reminders(course, trainer):
    due(course, trainer, 2)
    remind_of_due_courses.func()
    Enrolment.objects.update(due_on=soon(0))
    CourseMail.objects.update(created_at=timezone.now() - timedelta(days=2))
    remind_of_due_courses.func()
    assert [one.kind for one in CourseMail.objects.order_by("pk")] == ["assigned", "soon", "due"]
    assert len(mail.outbox) == 2


def test_nobody_is_reminded_who_is_done_or_was_told_just_now(course, trainer):
    ana = due(course, trainer, 0)
    finish(ana, course)
    remind_of_due_courses.func()
    make_person("Eva", registered=True)
    assign(course=course, people=everybody(), by=trainer, due_on=soon(2))
    mail.outbox.clear()
    remind_of_due_courses.func()
    assert not mail.outbox


def test_a_course_that_is_gone_reminds_nobody(course, trainer):
    from academy.courses.models import CoursePage

    due(course, trainer, 0)
    CoursePage.objects.get().unpublish()
    remind_of_due_courses.func()
    assert not mail.outbox


def test_a_mail_is_sent_once_and_not_to_who_finished_meanwhile(course, trainer):
    ana = make_person("Ana", registered=True)
    enrolment = services.enrol(person=ana, course=course)
    row = CourseMail.objects.create(
        enrolment=enrolment, kind="assigned", day=soon(0), created_at=timezone.now()
    )
    mail_learners.func(mail_ids=[row.pk])
    mail_learners.func(mail_ids=[row.pk])
    assert len(mail.outbox) == 1
    other = CourseMail.objects.create(
        enrolment=enrolment, kind="leader", day=soon(0), created_at=timezone.now()
    )
    finish(ana, course)
    mail_learners.func(mail_ids=[other.pk])
    assert len(mail.outbox) == 1


def test_a_leader_reminds_once_a_week(course, trainer):
    ana = make_person("Ana", registered=True)
    services.enrol(person=ana, course=course)
    lili = make_consultant("Lili", "Gómez")
    rows = Enrolment.objects.all()
    assert remind(enrolments=rows, by=lili.person.user) == (1, 0)
    assert remind(enrolments=rows, by=lili.person.user) == (0, 1)
    assert "Lili Gómez" in mail.outbox[0].subject and len(mail.outbox) == 1
    later = timezone.now() + timedelta(days=7, minutes=1)
    assert remind(enrolments=rows, by=lili.person.user, now=later) == (1, 0)


# --- The page


def test_typed_lines_name_people_or_are_named():
    ana = make_person("Ana", email="ana@correo.example", registered=True)
    lili = make_consultant(code="1001a")
    found = people_typed(
        " ANA@correo.example\n1001A\n\nana@correo.example \n=1+1\nnadie@x.example\x00"
    )
    assert set(found.people.values()) == {ana.pk, lili.person_id}
    assert found.unknown == ["=1+1", "nadie@x.example"]


def test_bad_lines_stay_and_the_others_are_done(client, course, trainer):
    url = page(client, trainer)
    ana = make_person("Ana", email="ana@correo.example", registered=True)
    make_person("Huésped", email="guest@correo.example")
    typed = "ana@correo.example\n<b>nobody</b>\nguest@correo.example"
    response = client.post(url, {"course": course.pk, "origin": "assigned", "typed": typed})
    html = response.content.decode()
    assert response.status_code == 422
    assert Enrolment.objects.get().person == ana
    assert "&lt;b&gt;nobody&lt;/b&gt;: " in html and "<b>nobody" not in html
    assert "guest@correo.example: " in html
    assert "ana@correo.example" not in html
    # Corrected, only what was left is done.
    make_person("Eva", email="eva@correo.example", registered=True)
    response = client.post(
        url, {"course": course.pk, "origin": "invited", "typed": "eva@correo.example"}
    )
    assert response.status_code == 302
    assert Enrolment.objects.get(person__first_name="Eva").origin == "invited"


def test_a_group_a_zone_and_a_team(client, course, trainer):
    url = page(client, trainer)
    zone = make_zone()
    lili = make_member("Lili", registered=True, code="2001", zone=zone)
    marta = make_member("Marta", under=lili, registered=True, zone=zone)
    nora = make_member("Nora", under=marta, registered=True)
    ana = make_person("Ana", registered=True)
    group = factories.customer_group()
    factories.join(ana.user, group)
    base = {"course": course.pk, "origin": "assigned"}
    client.post(url, base | {"leader": "2001"})
    assert set(Enrolment.objects.values_list("person", flat=True)) == {
        marta.person_id,
        nora.person_id,
    }
    client.post(url, base | {"zone": zone.pk})
    assert Enrolment.objects.filter(person=lili.person_id).exists()
    client.post(url, base | {"group": group.pk})
    assert Enrolment.objects.filter(person=ana).exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"typed": " \n "},
        {"leader": "nobody\0"},
        {"zone": "999"},
        {"typed": "x", "due_on": "2001-01-01"},
        {"typed": "x", "course": "abc"},
        {"typed": "\n".join(map(str, range(2001)))},
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(data, client, course, trainer):
    url = page(client, trainer)
    response = client.post(url, {"course": course.pk, "origin": "assigned"} | data)
    assert response.status_code == 422
    assert not Enrolment.objects.exists()


def test_who_may_look_may_not_assign(client, course):
    looks = make_staff(None, "wagtailadmin.access_admin", "progress.view_enrolment")
    client.force_login(looks)
    assert client.get("/admin/academy/learners/").status_code == 200
    assert client.get("/admin/academy/learners/assign/").status_code == 302
    client.force_login(make_staff("Marketer"))
    assert client.get("/admin/academy/learners/").status_code == 302


def test_the_list_is_narrowed(client, course, trainer):
    client.force_login(trainer)
    ana = make_person("Ana", "Late", registered=True)
    make_person("Eva", "Waits", registered=True)
    assign(course=course, people=everybody(), by=trainer)
    Enrolment.objects.filter(person=ana).update(due_on=soon(-2))
    html = client.get("/admin/academy/learners/?state=late").content.decode()
    assert "Ana Late" in html and "Eva Waits" not in html
    html = client.get("/admin/academy/learners/?market=mx").content.decode()
    assert "Ana Late" not in html
    html = client.get("/admin/academy/learners/?q=eva&state=waiting").content.decode()
    assert "Eva Waits" in html and "Ana Late" not in html
