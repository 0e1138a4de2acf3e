"""Writing to a consultant in a real browser: with a script unseen work, without one a code."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from people.models import Person
from replicated.consultants.models import Consultant
from replicated.inbox.models import ConsultantMessage
from replicated.portal.models import SiteVisits
from tests.factories import listed, product

from .factories import PASSWORD, make_consultant, make_person
from .test_inbox import make_message
from .test_portal import bind

pytestmark = pytest.mark.usefixtures("captcha_on")

WORDS = {
    "es-co": {"path": "escribir", "send": "Enviar mensaje", "sent": "Tu mensaje va en camino"},
    "en-us": {"path": "write", "send": "Send message", "sent": "Your message is on its way"},
}


@pytest.fixture
def lili(transactional_db):
    lili = make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")
    card = {"city": "Cali", "contact": {"whatsapp": "+573045351581", "email": "lili@example.com"}}
    Consultant.objects.filter(pk=lili.pk).update(card=card)
    return lili


def fill(page, edition, phone=""):
    page.locator("[name=name]").fill("Ana María Ñuñez")
    page.locator("[name=email]").fill("ana@correo.example")
    field = page.locator("[name=phone]")
    field.fill(phone or field.input_value() or "+57 304 535 1581")
    page.locator("[name=message]").fill("¿Cuál crema me sirve?")
    page.locator("[name=consent]").check()
    page.get_by_role("button", name=WORDS[edition]["send"]).click()


@pytest.mark.parametrize(("edition", "width"), [("es-co", 360), ("en-us", 1440)])
def test_a_person_passes_unseen(lili, new_page, assert_accessible, edition, width):
    cream = listed(product("Crema de noche", "Night cream"))
    page = new_page(width=width)
    page.goto(f"/@lili-gomez/{edition}/{WORDS[edition]['path']}/?product={cream.pk}")
    assert_accessible(page)

    fill(page, edition)

    expect(page.get_by_text(WORDS[edition]["sent"])).to_be_visible(timeout=30_000)
    assert_accessible(page)
    message = ConsultantMessage.objects.get()
    assert message.consultant == lili and message.proof and message.product == cream
    assert {tuple(one.to) for one in mail.outbox} == {
        (lili.person.email,),
        ("ana@correo.example",),
    }
    # The page's own request after load counted the visitor, once.
    assert SiteVisits.objects.get().count == 1


def test_what_is_refused_keeps_everything_and_goes_through_then(lili, new_page, assert_accessible):
    page = new_page(width=360)
    page.goto("/@lili-gomez/es-co/escribir/")
    fill(page, "es-co", phone="llámame")

    expect(page.locator("#form-errors")).to_be_visible(timeout=30_000)
    assert_accessible(page)
    assert page.locator("[name=message]").input_value() == "¿Cuál crema me sirve?"
    page.locator("[name=phone]").fill("304 535 1581")
    page.get_by_role("button", name="Enviar mensaje").dblclick()

    expect(page.get_by_text("Tu mensaje va en camino")).to_be_visible(timeout=30_000)
    assert ConsultantMessage.objects.get().phone == "+573045351581"


@pytest.mark.parametrize("edition", WORDS)
def test_without_a_script_a_code_is_mailed(lili, new_page, edition):
    page = new_page(width=360, javascript=False)
    page.goto(f"/@lili-gomez/{edition}/{WORDS[edition]['path']}/")
    fill(page, edition)

    expect(page.locator("[name=code]")).to_be_visible()
    assert not ConsultantMessage.objects.exists()
    code = re.search(r"\b\d{3} \d{3}\b", mail.outbox[-1].body)[0]
    page.locator("[name=code]").fill(code)
    page.get_by_role("button", name=WORDS[edition]["send"]).click()

    expect(page.get_by_text(WORDS[edition]["sent"])).to_be_visible()
    assert ConsultantMessage.objects.get().edition == edition


def sign_in(page, person, edition):
    page.goto(f"/{edition}/account/login/")
    page.locator("[name=login]").fill(person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(f"**/{edition}/account/**")


@pytest.mark.parametrize(("edition", "width"), [("es-co", 360), ("en-us", 1440)])
def test_the_portal_is_accessible_and_fits(lili, new_page, assert_accessible, edition, width):
    ana = make_person("Ana", "Díaz de la Espriella", registered=True)
    Person.objects.filter(pk=ana.pk).update(phone="+573045351581")
    bind(ana, lili)
    message = make_message(lili, phone="+573045351581", product_title="Crema de noche")
    SiteVisits.objects.create(consultant=lili, day="2026-05-01", count=7)

    page = new_page(width=width)
    sign_in(page, lili.person, edition)
    for path in ("", "messages/", f"messages/{message.public_id}/", "customers/",
                 f"customers/{ana.public_id}/", "sales/", "visits/"):  # fmt: skip
        page.goto(f"/{edition}/account/{path}")
        assert_accessible(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    customer = new_page(width=width)
    sign_in(customer, ana, edition)
    customer.goto(f"/{edition}/account/consultant/")
    assert_accessible(customer)
    expect(customer.get_by_role("link", name=re.compile("Lili$")).first).to_be_visible()
    other = new_page(width=width)
    sign_in(other, make_person("Eva", registered=True), edition)
    other.goto(f"/{edition}/account/consultant/")
    assert_accessible(other)
