"""AC-04: what the company sees of its courses, by course, zone, sponsor, group and date."""

import csv
import json
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from academy.certificates.models import CertificateRule
from academy.certificates.services import issue
from academy.courses.models import Course
from academy.progress import services
from academy.progress.models import Enrolment, LessonProgress
from academy.reports import figures
from academy.reports.forms import ReportForm
from academy.reports.models import ReportExport
from academy.reports.services import NotPossible, ask_for
from academy.reports.tasks import forget_report_files, write_export
from people.models import Person
from people.services import erase_person
from tests import factories
from tests.academy.courses.factories import lessons_of, make_course
from tests.replicated.factories import make_person
from tests.replicated.network_factories import make_member, make_zone
from tests.staff import make_staff

pytestmark = pytest.mark.django_db
URL = "/admin/academy/report/"
FORMULA = '=HYPERLINK("http://evil","x")'


@pytest.fixture
def page(db):
    return make_course("Cuidar la piel", lessons=3)


@pytest.fixture
def course(page):
    return Course.objects.get(key=page.translation_key)


@pytest.fixture
def trainer(client):
    user = make_staff("Trainer")
    client.force_login(user)
    return user


def enrol(person, course, *, days=None, **fields) -> Enrolment:
    row = services.enrol(person=person, course=course)
    if days is not None:
        now = timezone.now()
        fields |= {
            "started_at": now - timedelta(days=days),
            "finished_at": now,
            "days": days,
            "percent": 100,
        }
    Enrolment.objects.filter(pk=row.pk).update(**fields)
    return Enrolment.objects.get(pk=row.pk)


def valid(**data) -> ReportForm:
    form = ReportForm(data)
    assert form.is_valid(), form.errors
    return form


def table(way="course", **data) -> dict:
    return {row.label: row for row in figures.table(valid(**data).rows(), way)}


def late():
    return timezone.localdate() - timedelta(days=1)


# --- Numbers


def test_a_course_in_numbers(course):
    people = [make_person(f"P{number}", registered=True) for number in range(6)]
    for person, days in zip(people, (1, 4, 20), strict=False):
        enrol(person, course, days=days)
    enrol(people[3], course, started_at=timezone.now(), due_on=late())
    enrol(people[4], course, due_on=late())
    enrol(people[5], course)
    rule = CertificateRule.objects.create(course=course)
    issue(person=people[0], rule=rule)
    rows = valid().rows()
    (row,) = figures.table(rows, "course")
    figures.add_certificates([row], rows)
    assert (row.enrolled, row.started, row.finished, row.late) == (6, 4, 3, 2)
    assert (row.median_days, row.certificates, row.finished_percent) == (4, 1, 50)


def test_finishing_keeps_how_long_it_took(page, course):
    row = services.enrol(person=make_person("Ana", registered=True), course=course)
    start = timezone.now() - timedelta(days=5, hours=1)
    first, *others = lessons_of(page)
    events = [services.Event(kind="done", lesson=str(first.translation_key))]
    services.record_events(row, events, now=start)
    for lesson in others:
        services.finish_lesson(row, lesson.translation_key)
    row.refresh_from_db()
    assert row.days == 5
    services.begin_again(row)
    row.refresh_from_db()
    assert (row.days, row.started_at) == (None, None)


@given(st.lists(st.integers(0, 40)))
def test_the_median_is_that_of_the_values(values):
    from statistics import median

    counts = {value: values.count(value) for value in values}
    assert figures.median(counts) == (median(values) if values else None)


def test_by_zone_sponsor_group_and_market(course):
    zone = make_zone()
    lili = make_member("Lili", registered=True, code="1001")
    marta = make_member("Marta", under=lili, registered=True, zone=zone)
    ana = make_person("Ana", registered=True)
    group = factories.customer_group()
    factories.join(ana.user, group)
    Person.objects.filter(pk=ana.pk).update(edition="es-mx")
    enrol(marta.person, course, days=2)
    enrol(ana, course)
    assert {key: row.finished for key, row in table("zone").items()} == {
        "Bogotá norte": 1, "Ninguno": 0,
    }  # fmt: skip
    assert table("sponsor")["Lili Gómez (1001)"].finished == 1
    assert {key: row.enrolled for key, row in table("group").items()} == {group.name: 1}
    assert {key: row.enrolled for key, row in table("market").items()} == {
        "Colombia": 1, "México": 1,
    }  # fmt: skip


def test_every_filter_narrows(course):
    zone = make_zone()
    lili = make_member("Lili", registered=True, code="1001")
    marta = make_member("Marta", under=lili, registered=True, zone=zone)
    nora = make_member("Nora", under=marta, registered=True)
    ana = make_person("Ana", registered=True)
    Person.objects.filter(pk=ana.pk).update(edition="es-mx")
    group = factories.customer_group()
    factories.join(ana.user, group)
    other = Course.objects.get(key=make_course("Otro").translation_key)
    for person in (lili.person, marta.person, nora.person, ana):
        enrol(person, course)
    enrol(ana, other, days=1)
    Enrolment.objects.filter(person=nora.person).update(
        due_on=late(), created_at=timezone.now() - timedelta(days=40)
    )

    def people(**data):
        return set(valid(**data).rows().values_list("person__first_name", flat=True))

    assert people(leader="1001") == {"Marta", "Nora"}
    assert people(zone=zone.pk) == {"Marta"}
    assert people(market="mx") == {"Ana"}
    assert people(group=group.pk) == {"Ana"}
    assert people(state="late") == {"Nora"}
    assert people(state="finished", course=other.pk) == {"Ana"}
    long_ago = (timezone.localdate() - timedelta(days=30)).isoformat()
    assert people(last=long_ago) == {"Nora"}
    assert "Nora" not in people(first=long_ago)
    assert people(leader="1001", state="late", zone=zone.pk) == set()


def test_where_learners_stop(page, course):
    first, second, third = lessons_of(page)
    now = timezone.now()
    for number in range(4):
        row = enrol(make_person(f"P{number}", registered=True), course)
        seen = [first, second][: 1 + (number < 2)]
        for lesson in seen:
            LessonProgress.objects.create(
                enrolment=row,
                lesson=lesson.translation_key,
                opened_at=now,
                finished_at=now if lesson == first else None,
            )
    rows = figures.lessons(course, valid(course=course.pk).rows(), of=4, is_whole=True)
    assert [(row.opened, row.finished) for row in rows] == [(4, 4), (2, 0), (0, 0)]
    narrowed = Enrolment.objects.filter(person__first_name="P0")
    rows = figures.lessons(course, narrowed, of=1, is_whole=False)
    assert [row.opened for row in rows] == [1, 1, 0]


# --- The page


def test_the_page_shows_it_and_costs_as_much_for_many(page, course, client, trainer):
    def ask():
        with CaptureQueriesContext(connection) as asked:
            response = client.get(URL, {"course": course.pk, "by": "sponsor"})
        assert response.status_code == 200
        return len(asked), response.content.decode()

    lili = make_member("Lili", registered=True)
    enrol(make_member("Marta", under=lili, registered=True).person, course, days=3)
    ask()
    before, html = ask()
    assert "Cuidar la piel" in html and "Lección 1" in html
    for number in range(15):
        member = make_member(f"M{number}", under=lili, registered=True)
        enrol(member.person, course)
    assert ask()[0] <= before


def test_the_figures_take_no_more_than_twelve_queries(course):
    enrol(make_person("Ana", registered=True), course)
    with CaptureQueriesContext(connection) as asked:
        form = valid(course=str(course.pk), by="sponsor")
        rows = form.rows()
        courses = figures.table(rows, "course")
        figures.add_certificates(courses, rows)
        figures.table(rows, "sponsor")
        figures.lessons(course, rows, of=1, is_whole=True)
    assert len(asked) <= 12


@pytest.mark.parametrize(
    "query",
    [
        {"course": "x"},
        {"leader": "nobody\0"},
        {"first": "9999-12-31", "last": "2001-01-01"},
        {"by": "password"},
        {"state": "' OR 1=1"},
        {"zone": "99999"},
        {"first": "0001-01-01"},
        {"last": "9999-12-31"},
    ],
)
def test_what_cannot_be_is_said(query, client, trainer):
    response = client.get(URL, query)
    assert response.status_code == 422


@pytest.mark.parametrize("role", ["Marketer", "Order desk"])
def test_nobody_else_sees_it(role, client, course):
    client.force_login(make_staff(role))
    export = ReportExport.objects.create(by=make_staff("Trainer"), kind="csv")
    for path in ("", f"{export.pk}/file/", f"{export.pk}/progress/"):
        assert client.get(URL + path).status_code in (302, 403)


# --- Files


def file_of(client, kind, **data):
    response = client.post(URL, {"kind": kind, **data})
    assert response.status_code == 302
    export = ReportExport.objects.latest("pk")
    if export.finished_at is None:
        write_export.func(export_id=export.pk)
    response = client.get(f"{URL}{export.pk}/file/")
    assert response.status_code == 200
    return response.content


def test_files_hold_the_rows_and_no_formula(course, client, trainer):
    enrol(make_person(FORMULA, "", email="x@correo.example", registered=True), course, days=3)
    enrol(make_person("Eva", registered=True), course)
    text = file_of(client, "csv", state="finished").decode("utf-8-sig")
    head, row = csv.reader(StringIO(text))
    assert row[0].startswith("'=") and len(row) == len(head)
    assert "Cuidar la piel" in row and row[-1] == "3"
    book = load_workbook(BytesIO(file_of(client, "xlsx")))
    cells = list(book.active.iter_rows())
    assert len(cells) == 3
    assert (cells[1][0].value, cells[1][0].data_type) == (FORMULA, "s")


def test_json_lines_tell_lesson_by_lesson(page, course, client, trainer):
    person = make_person("Ana", email="ana@correo.example", registered=True)
    row = enrol(person, course)
    lesson = lessons_of(page)[0].translation_key
    services.finish_lesson(row, lesson)
    (line,) = file_of(client, "jsonl").splitlines()
    found = json.loads(line)
    assert found["person"] == str(person.public_id) and found["percent"] == 33
    assert [one["lesson"] for one in found["lessons"]] == [str(lesson)]
    assert b"ana@correo" not in line and b"Ana" not in line


def test_a_file_is_its_owner_s_alone_and_is_forgotten(course, client, trainer):
    enrol(make_person("Ana", registered=True), course)
    file_of(client, "csv")
    export = ReportExport.objects.get()
    client.force_login(make_staff("Administrator"))
    assert client.get(f"{URL}{export.pk}/file/").status_code == 404
    assert client.get(f"{URL}{export.pk}/progress/").status_code == 404
    forget_report_files.func()
    assert ReportExport.objects.exists()
    ReportExport.objects.update(created_at=timezone.now() - timedelta(days=8))
    forget_report_files.func()
    assert not ReportExport.objects.exists()


def test_erasing_somebody_takes_the_files_that_name_them(course, client, trainer):
    person = make_person("Ana", registered=True)
    enrol(person, course)
    file_of(client, "csv")
    erase_person(person, trainer)
    assert not ReportExport.objects.exists()


def test_how_far_a_file_is(course, client, trainer):
    export = ReportExport.objects.create(by=trainer, kind="csv", rows_total=200, rows_done=50)
    answer = client.get(f"{URL}{export.pk}/progress/").json()
    assert answer == {"percent": 25, "done": False}
    assert client.get(f"{URL}{export.pk}/file/").status_code == 404


def test_nobody_queues_files_without_end(course, trainer):
    enrol(make_person("Ana", registered=True), course)
    for _time in range(3):
        ReportExport.objects.create(by=trainer, kind="csv")
    with pytest.raises(NotPossible):
        ask_for(kind="csv", form=valid(), by=trainer)


def test_an_unknown_kind_is_no_file(course, client, trainer):
    assert client.post(URL, {"kind": "exe"}).status_code == 422
    assert not ReportExport.objects.exists()
