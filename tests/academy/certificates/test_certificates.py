"""Finishing a course gives a certificate that a stranger can check, and no more than its holder
agreed to."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from academy.certificates import services, tasks
from academy.certificates.models import Certificate, CertificateCopy, CertificateRule
from academy.courses.models import Course
from academy.progress.models import Enrolment
from academy.progress.services import enrol, finish_lesson
from people.audiences import people_in
from tests import factories as make
from tests.academy.courses.factories import lessons_of, make_course
from tests.replicated.factories import make_person
from tests.staff import make_staff


@pytest.fixture
def learner(db):
    return make_person("Rosa", "Ruiz", registered=True)


@pytest.fixture
def course(db):
    return make_course("Cuidar la piel")


@pytest.fixture
def rule(course) -> CertificateRule:
    rule = CertificateRule.objects.create(
        course=Course.objects.get(), valid_months=12, group=make.customer_group("Expertas")
    )
    for language, title in (("es", "Asesora de piel"), ("en", "Skin advisor")):
        CertificateCopy.objects.create(rule=rule, locale=make.locale(language), title=title)
    return rule


def finish(person, course) -> Enrolment:
    enrolment = enrol(person=person, course=Course.objects.get(key=course.translation_key))
    for lesson in lessons_of(course):
        finish_lesson(enrolment, lesson.translation_key)
    enrolment.refresh_from_db()
    return enrolment


def browser(person=None) -> Client:
    client = Client()
    if person:
        client.force_login(person.user)
    return client


def check(certificate, client=None) -> str:
    return (client or Client()).get(f"/es-co/learning/certificates/{certificate.number}/")


def test_finishing_issues_one_at_once_with_a_mail(
    course, rule, learner, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        finish(learner, course)
    certificate = Certificate.objects.get()
    assert (certificate.person, certificate.holder) == (learner, "Rosa Ruiz")
    assert certificate.words["es"] == {
        "title": "Asesora de piel",
        "text": "",
        "signer": "",
        "course": "Cuidar la piel",
    }
    assert "Asesora de piel" in mailoutbox[0].subject
    assert certificate.number in mailoutbox[0].body
    assert learner in people_in(["group:expertas"])
    services.issue(person=learner, rule=rule)
    assert Certificate.objects.count() == 1 and len(mail.outbox) == 1


def test_without_an_active_rule_there_is_none(course, rule, learner):
    CertificateRule.objects.update(is_active=False)
    finish(learner, course)
    assert not Certificate.objects.exists()


def test_a_stranger_sees_that_it_is_genuine_and_no_name(course, rule, learner):
    finish(learner, course)
    certificate = Certificate.objects.get()
    page = check(certificate)
    html = page.content.decode()
    assert "auténtico" in html and "Asesora de piel" in html and "Cuidar la piel" in html
    assert "Ruiz" not in html and learner.email not in html
    assert "no-store" in page["Cache-Control"]
    browser(learner).post(f"/es-co/account/certificates/{certificate.pk}/name/", {"shows": "1"})
    assert "Rosa Ruiz" in check(certificate).content.decode()
    browser(learner).post(f"/es-co/account/certificates/{certificate.pk}/name/", {"shows": "0"})
    assert "Ruiz" not in check(certificate).content.decode()


@pytest.mark.parametrize("number", ["AAAA-BBBB-CCCC", "x" * 40, "%00", "1"])
def test_another_number_is_none(number, course, rule, learner):
    finish(learner, course)
    assert Client().get(f"/es-co/learning/certificates/{number}/").status_code == 404


def test_a_withdrawn_one_says_so_and_not_why(course, rule, learner):
    finish(learner, course)
    certificate = Certificate.objects.get()
    trainer = make_staff("Trainer")
    with pytest.raises(services.NotPossible):
        services.withdraw(certificate, by=trainer, reason="  ")
    services.withdraw(certificate, by=trainer, reason="Otra persona rindió la prueba")
    html = check(certificate).content.decode()
    assert "retirado" in html and "Otra persona" not in html
    assert "Otra persona" in browser(learner).get("/es-co/account/certificates/").content.decode()
    assert learner not in people_in(["group:expertas"])
    pdf = f"/es-co/account/certificates/{certificate.pk}/pdf/"
    assert browser(learner).get(pdf).status_code == 404


def test_other_people_s_certificates_are_not_theirs(course, rule, learner):
    finish(learner, course)
    certificate = Certificate.objects.get()
    other = browser(make_person("Eva", "Sol", registered=True))
    base = f"/es-co/account/certificates/{certificate.pk}"
    assert other.get(f"{base}/pdf/").status_code == 404
    assert other.post(f"{base}/name/", {"shows": "1"}).status_code == 404
    assert other.post(f"{base}/again/").status_code == 404
    assert not Certificate.objects.get().shows_name
    assert certificate.number not in other.get("/es-co/account/certificates/").content.decode()


def test_pdf_and_picture(course, rule, learner):
    finish(learner, course)
    certificate = Certificate.objects.get()
    response = browser(learner).get(f"/es-co/account/certificates/{certificate.pk}/pdf/")
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    picture = Client().get(f"/es-co/learning/certificates/{certificate.number}/picture.png")
    assert picture.content.startswith(b"\x89PNG")
    assert int.from_bytes(picture.content[16:20]) == 1200


def test_before_it_ends_the_holder_is_reminded_once_and_goes_on_without_a_gap(
    course, rule, learner, mailoutbox
):
    finish(learner, course)
    certificate = Certificate.objects.get()
    mailoutbox.clear()
    tasks.remind_of_ending_certificates.call()
    assert not mailoutbox
    last_day = timezone.localdate() + timedelta(days=20)
    Certificate.objects.update(expires_on=last_day)
    for _time in range(2):
        tasks.remind_of_ending_certificates.call()
    assert [one.to for one in mailoutbox] == [[learner.email]]
    again = browser(learner).post(f"/es-co/account/certificates/{certificate.pk}/again/")
    assert again.status_code == 302
    enrolment = Enrolment.objects.get()
    assert (enrolment.percent, enrolment.finished_at) == (0, None)
    finish(learner, course)
    newest = Certificate.objects.first()
    assert newest != certificate
    assert (newest.expires_on.year, newest.expires_on.month) == (
        last_day.year + 1,
        last_day.month,
    )
    mailoutbox.clear()
    Certificate.objects.filter(pk=certificate.pk).update(reminded_at=None)
    tasks.remind_of_ending_certificates.call()
    assert not mailoutbox


def test_an_ended_one_says_so(course, rule, learner):
    finish(learner, course)
    Certificate.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    certificate = Certificate.objects.get()
    assert "venció" in check(certificate).content.decode()
    picture = Client().get(f"/es-co/learning/certificates/{certificate.number}/picture.png")
    assert picture.status_code == 404


def test_a_trainer_withdraws_in_the_back_office(course, rule, learner, client):
    finish(learner, course)
    certificate = Certificate.objects.get()
    client.force_login(make_staff("Trainer"))
    assert certificate.number in client.get("/admin/academy/certificates/").content.decode()
    page = f"/admin/academy/certificates/{certificate.pk}/withdraw/"
    assert client.post(page, {"reason": ""}).context["form"].errors
    assert not Certificate.objects.get().is_withdrawn
    assert client.post(page, {"reason": "Error"}).status_code == 302
    assert Certificate.objects.get().is_withdrawn
    client.force_login(make_staff("Order desk"))
    assert client.get(page).status_code in (302, 403)


def test_erasing_a_person_takes_them_away(course, rule, learner):
    from academy.certificates import privacy

    finish(learner, course)
    certificate = Certificate.objects.get()
    assert privacy.certificates_of(learner)[0]["number"] == certificate.number
    privacy.forget_certificates(learner)
    assert check(certificate).status_code == 404
