"""Registering in a real browser with the captcha on: unseen work; without a script, a question."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from people.models import Person

pytestmark = pytest.mark.usefixtures("captcha_on", "transactional_db")

SIGN_UP = {
    "es-co": ("Crear mi cuenta", r"¿Cuánto es (\d+) \+ (\d+)\?"),
    "en-us": ("Create my account", r"How much is (\d+) \+ (\d+)\?"),
}


def fill(page, edition):
    page.goto(f"/{edition}/account/signup/")
    main = page.locator("main")
    main.locator("[name=first_name]").fill("Ana")
    main.locator("[name=last_name]").fill("Díaz")
    main.locator("[name=email]").fill("ana@correo.example")
    main.locator("[name=password]").fill("una-clave-larga-7")
    main.locator("[name=terms]").check()


@pytest.mark.parametrize(("edition", "width"), [("es-co", 360), ("en-us", 1440)])
def test_a_person_passes_unseen_however_impatient(new_page, assert_accessible, edition, width):
    page = new_page(width=width)
    fill(page, edition)
    expect(page.locator("[name=captcha_answer]")).to_have_count(0)
    assert_accessible(page)

    page.get_by_role("button", name=SIGN_UP[edition][0]).dblclick()

    page.wait_for_url("**/account/code/", timeout=30_000)
    code = page.locator("main [name=code]")
    assert len(mail.outbox) == 1
    code.fill(re.search(r"\b\d{3} \d{3}\b", mail.outbox[0].body)[0])
    page.locator("main form:has([name=code]) button").first.click()
    page.wait_for_url(f"**/{edition}/account/")
    assert Person.objects.get().first_name == "Ana"


@pytest.mark.parametrize("edition", SIGN_UP)
def test_a_person_without_a_script_is_asked_one_question(new_page, assert_accessible, edition):
    button, asked = SIGN_UP[edition]
    page = new_page(width=360, javascript=False)
    fill(page, edition)
    answer = page.locator("[name=captcha_answer]")
    answer.fill("99")
    page.get_by_role("button", name=button).click()

    expect(page.locator("#form-errors")).to_be_visible()
    assert not mail.outbox
    numbers = re.search(asked, page.locator("main").inner_text()).groups()
    answer.fill(str(sum(map(int, numbers))))
    page.locator("main [name=password]").fill("una-clave-larga-7")
    page.get_by_role("button", name=button).click()

    page.wait_for_url("**/account/code/")
    assert len(mail.outbox) == 1
