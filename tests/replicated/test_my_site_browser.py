"""A consultant fills in their site and shares it, in a browser: in both languages, with and without
a script, on a phone and on a desk."""

import pytest
from playwright.sync_api import expect

from tests.factories import listed, product

from .factories import PASSWORD, make_consultant
from .site_factories import contact, make_consultant_page, photo_file, write_site

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def shop():
    source = make_consultant_page()
    make_consultant_page("en", source=source)
    return listed(product("Crema de noche", "Night cream"), product("Aceite", "Oil"))


@pytest.fixture
def lili(shop):
    return make_consultant("Lili", "Gómez", alias="lili-gomez")


def sign_in(page, consultant, edition="es-co"):
    page.goto(f"/{edition}/account/login/")
    page.locator("[name=login]").fill(consultant.person.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")
    page.wait_for_url(f"**/{edition}/account/")


def photo() -> dict:
    return {"name": "yo.jpg", "mimeType": "image/jpeg", "buffer": photo_file().read()}


def test_filled_in_seen_at_once_published_and_shared(new_page, lili, assert_accessible):
    page = new_page()
    sign_in(page, lili)
    page.get_by_role("main").get_by_role("link", name="Mi sitio").first.click()
    preview = page.frame_locator("iframe[name=site-preview]")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Lili Gómez")
    assert_accessible(page)

    page.get_by_label("Nombre en tu sitio").fill("Lili de Cali")
    page.get_by_label("Saludo").first.fill("Hola, aquí estoy")
    page.get_by_label("Ciudad").fill("Cali")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Lili de Cali")
    expect(preview.get_by_text("Hola, aquí estoy")).to_be_visible()

    page.get_by_label("WhatsApp", exact=True).fill("300 123 4567")
    page.get_by_label("Mostrar en mi sitio: WhatsApp").check()
    page.get_by_label("Foto").set_input_files(photo())
    page.get_by_role("button", name="Publicar").click()
    expect(page.get_by_text("Tu sitio está publicado.")).to_be_visible()
    expect(page.get_by_alt_text("Tu foto")).to_be_visible()

    page.get_by_role("link", name="Mis favoritos").click()
    page.get_by_role("button", name="Agregar Crema de noche").click()
    page.get_by_label("Nota (Español)").fill("La uso cada noche")
    page.get_by_role("button", name="Publicar").click()
    expect(page.get_by_text("Tu sitio está publicado.")).to_be_visible()
    assert_accessible(page)

    page.get_by_role("link", name="Compartir", exact=True).click()
    link = page.locator("[data-copy]").get_attribute("data-copy")
    assert link.endswith("/@lili-gomez/")
    assert_accessible(page)

    visitor = new_page(width=360, height=740)
    visitor.goto("/@lili-gomez/")
    expect(visitor).to_have_url("**/@lili-gomez/es-co/".replace("**", visitor.url.split("/@")[0]))
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Lili de Cali")
    expect(visitor.get_by_text("La uso cada noche")).to_be_visible()
    assert visitor.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_accessible(visitor)
    visitor.get_by_role("link", name="Crema de noche").first.click()
    expect(visitor.get_by_text("Compras con")).to_be_visible()
    shared = visitor.locator("[data-copy]").first.get_attribute("data-copy")
    assert "/@lili-gomez/es-co/" in shared
    expect(visitor.get_by_role("link", name="+57 300 1234567")).to_have_attribute(
        "href", "https://wa.me/573001234567"
    )


def test_in_english_on_a_phone(new_page, lili, assert_accessible):
    write_site(
        lili,
        photo=True,
        city="Miami",
        contact=contact(email="lili@shown.example", instagram="https://www.instagram.com/lili"),
        words={"en": {"greeting": "Hi there", "story": "I began with my neighbors."}},
    )
    page = new_page(width=360, height=740, locale="en-US")
    sign_in(page, lili, "en-us")
    for path in ("", "favorites/", "name/", "share/"):
        page.goto(f"/en-us/account/my-site/{path}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert_accessible(page)
    page.goto("/en-us/account/my-site/name/")
    page.get_by_label("Site name").fill("admin")
    page.get_by_role("button", name="Change the name").click()
    expect(page.get_by_text("This name belongs to the company").last).to_be_visible()
    page.goto("/@lili-gomez/en-us/")
    expect(page.get_by_text("I began with my neighbors.")).to_be_visible()
    assert_accessible(page)


def test_without_a_script(new_page, lili):
    page = new_page(javascript=False)
    sign_in(page, lili)
    page.goto("/es-co/account/my-site/")
    page.get_by_label("Nombre en tu sitio").fill("")
    page.get_by_label("Ciudad").fill("Cali")
    page.get_by_role("button", name="Guardar borrador").click()
    expect(page).to_have_title("Error: Mi sitio · Vitrina")
    expect(page.get_by_label("Ciudad")).to_have_value("Cali")
    page.get_by_label("Nombre en tu sitio").fill("Lili de Cali")
    page.get_by_role("button", name="Guardar borrador").click()
    expect(page.get_by_text("Nadie lo ve todavía")).to_be_visible()
    preview = page.frame_locator("iframe[name=site-preview]")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Lili de Cali")
    page.goto("/es-co/account/my-site/preview/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lili de Cali")
    page.goto("/es-co/account/my-site/favorites/")
    page.get_by_role("searchbox").fill("aceite")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("button", name="Agregar Aceite").click()
    page.get_by_role("button", name="Quitar Aceite").click()
    expect(page.get_by_text("Todavía no elegiste ninguno")).to_be_visible()
