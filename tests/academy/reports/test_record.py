"""AC-04: a learner's own record as PDF."""

import pytest
from django.test import Client

from academy.certificates.models import CertificateRule
from academy.courses.models import Course
from academy.progress import services
from tests.academy.courses.factories import lessons_of, make_course
from tests.papers import text_of
from tests.replicated.factories import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def browser(person) -> Client:
    client = Client()
    client.force_login(person.user)
    return client


def test_the_record_has_the_courses_and_certificates_of_its_learner_alone():
    page, other = make_course("Cuidar la piel"), make_course("Otro curso")
    rosa = make_person('#panic("x")', "*Ruiz* $1", registered=True)
    eva = make_person("Eva", registered=True)
    course = Course.objects.get(key=page.translation_key)
    CertificateRule.objects.create(course=course)
    row = services.enrol(person=rosa, course=course)
    services.enrol(person=eva, course=Course.objects.get(key=other.translation_key))
    for lesson in lessons_of(page):
        services.finish_lesson(row, lesson.translation_key)

    response = browser(rosa).get("/es-co/account/courses/record/")

    assert response["Content-Type"] == "application/pdf"
    text = text_of(response.content)
    assert "Cuidar la piel" in text and "100 %" in text and "Ruiz" in text
    assert rosa.certificates.get().number in text.replace("\n", "")
    assert "Otro curso" not in text
    assert "courses/record/" in browser(rosa).get("/es-co/account/courses/").content.decode()
    assert "Otro curso" in text_of(browser(eva).get("/en-us/account/courses/record/").content)


def test_it_is_for_who_signed_in():
    assert Client().get("/es-co/account/courses/record/").status_code == 302
