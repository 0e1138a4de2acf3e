"""A learner's day in a real browser: under a consultant's name, on a phone and at a desk, cut off
in between, and a stranger who checks the certificate."""

import json

import pytest
from playwright.sync_api import expect

from academy.certificates.models import Certificate, CertificateCopy, CertificateRule
from academy.courses.models import Course
from academy.progress.models import Enrolment
from cms.addresses.translations import translate_page
from tests import factories as make
from tests.academy.courses.factories import address, block_id, lessons_of, make_course
from tests.replicated.factories import PASSWORD, make_consultant, make_person

WORDS = {
    "es-co": {
        "path": "/academia/cuidar-la-piel/",
        "begin": "Empezar el curso",
        "resume": "Continuar",
        "missing": "Falta algo en esta lección",
        "done": "Terminaste este curso.",
        "genuine": "Este certificado es auténtico y está vigente.",
        "show": "Mostrar mi nombre",
    },
    "en-us": {
        "path": "/academy/skin/",
        "begin": "Start the course",
        "resume": "Continue",
        "missing": "Something in this lesson is still to be done.",
        "done": "You finished this course.",
        "genuine": "This certificate is genuine and valid.",
        "show": "Show my name",
    },
}


def block(kind: str, number: str, **value) -> dict:
    return {"id": number, "type": kind, "value": {**value, "markets": []}}


@pytest.fixture
def course(transactional_db):
    """Two lessons, in Spanish and English; the second one has a list and a code of conduct."""
    course = make_course("Cuidar la piel", lessons=2)
    listed, agreed = block_id(), block_id()
    lesson = lessons_of(course)[1]
    items = [{"id": block_id(), "type": "item", "value": one} for one in ("Lavar", "Secar")]
    lesson.body = json.dumps(
        [
            block("checklist", listed, title="Pasos", items=items, required=True),
            block("agreement", agreed, title="Reglas", text="Sin promesas.", sentence="Cumplo."),
        ]
    )
    lesson.save_revision().publish()
    academy = course.get_parent().specific
    translate_page(academy, "en", title="Academy", slug="academy")
    translate_page(course, "en", title="Skin", slug="skin")
    module = course.get_children().get().specific
    translate_page(module, "en", title="First part", slug="first-part")
    for number, one in enumerate(lessons_of(course), start=1):
        translate_page(one, "en", title=f"Lesson {number}", slug=f"lesson-{number}", body=one.body)
    rule = CertificateRule.objects.create(course=Course.objects.get())
    for language, title in (("es", "Asesora de piel"), ("en", "Skin advisor")):
        CertificateCopy.objects.create(rule=rule, locale=make.locale(language), title=title)
    return course


@pytest.fixture
def learner(transactional_db):
    return make_person("Rosa", "Ruiz", registered=True)


def sign_in(page, person) -> None:
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("edition", "first", "then"), [("es-co", 360, 1440), ("en-us", 1440, 360)])
def test_a_course_from_the_first_click_to_the_certificate(
    course, learner, new_page, assert_accessible, console_errors, edition, first, then
):
    words, consultant = WORDS[edition], make_consultant(alias="lili-gomez")
    base = f"/@{consultant.alias}/{edition}"
    page = new_page(width=first)
    page.goto(base + words["path"])
    assert_accessible(page)
    page.get_by_role("button", name=words["begin"]).click()
    sign_in(page, learner)
    page.wait_for_url(f"**{base}{words['path']}")
    page.get_by_role("button", name=words["begin"]).click()
    page.wait_for_url("**/*1/")
    assert_accessible(page)
    page.locator("[data-done]").click()
    page.wait_for_url("**/*2/")
    page.locator("[data-done]").click()
    expect(page.get_by_text(words["missing"])).to_be_visible()
    page.locator("[data-item]").first.check()
    expect(page.locator("[data-progress-text]").first).to_contain_text("50 %")

    # Cut off: what was checked without a network is sent once there is one.
    page.wait_for_timeout(300)
    page.context.set_offline(True)
    page.locator("[data-item]").nth(1).check()
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    for _time in range(100):
        if not page.evaluate("localStorage.getItem('learning-events')"):
            break
        page.wait_for_timeout(100)
    second = Enrolment.objects.get().lessons.get(lesson=lessons_of(course)[1].translation_key)
    assert [part["checked"] for part in second.parts.values()] == [[0, 1]]
    console_errors[:] = [one for one in console_errors if "INTERNET_DISCONNECTED" not in one]

    # Another device goes on where this one stopped.
    other = new_page(width=then)
    other.goto(f"/{edition}/account/login/")
    sign_in(other, learner)
    other.wait_for_url("**/account/")
    other.goto(f"/{edition}{words['path']}")
    expect(other.locator("[data-progress-text]").first).to_contain_text("50 %")
    other.get_by_role("button", name=words["resume"]).click()
    other.wait_for_url("**/*2/")
    expect(other.locator("[data-item]").nth(1)).to_be_checked()
    assert_accessible(other)
    other.locator("[name=confirmed]").check()
    other.locator("[data-confirm] button").click()
    expect(other.locator("[data-progress-text]").first).to_have_text(words["done"])

    # Shared, and checked by somebody who knows nobody here.
    certificate = Certificate.objects.get()
    other.goto(f"/{edition}/account/certificates/")
    assert_accessible(other)
    other.get_by_role("button", name=words["show"]).click()
    stranger = new_page(width=first)
    stranger.goto(f"/{edition}/learning/certificates/{certificate.number}/")
    expect(stranger.get_by_text(words["genuine"])).to_be_visible()
    expect(stranger.get_by_text("Rosa Ruiz")).to_be_visible()
    assert_accessible(stranger)


def test_without_a_script(course, learner, new_page):
    page = new_page(width=360, javaScriptEnabled=False)
    page.goto(f"/es-co{WORDS['es-co']['path']}")
    page.get_by_role("button", name="Empezar el curso").click()
    sign_in(page, learner)
    page.wait_for_url("**/cuidar-la-piel/")
    page.get_by_role("button", name="Empezar el curso").click()
    assert page.url.endswith(address(lessons_of(course)[0]))
    page.locator("[data-done]").click()
    assert page.url.endswith(address(lessons_of(course)[1]))
    assert Enrolment.objects.get().percent == 50
