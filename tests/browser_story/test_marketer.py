"""A marketer's day: the home page and a product's words in both languages, the brand, the menu."""

import pytest
from django.urls import reverse
from oscar.core.loading import get_model
from playwright.sync_api import expect

from cms.models import BrandSettings, HeaderMenu
from corporate.models import HomePage

from .back_office import Staff

Product = get_model("catalogue", "Product")


@pytest.fixture
def marketer(demo_company, new_page, visitor) -> Staff:
    page = new_page()
    page.set_default_timeout(30_000)
    return Staff(page, "marketing@raiz.example")


def home(language: str) -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


def test_the_home_page_is_changed_looked_at_and_published_in_both_languages(marketer, visitor):
    reader = visitor("es-co")
    title = reader.page.locator("h1")
    marketer.edit(home("es"))
    page = marketer.page
    marketer.write("body-0-value-title", "Lo que crece en La Ceja")

    # How Colombia will see it; nobody else sees it yet.
    page.locator("[data-side-panel-toggle='preview']").click()
    modes = page.locator("#id_preview_mode")
    assert modes.locator("option").evaluate_all("all => all.map(one => one.value)") == [
        "es-co",
        "es-mx",
        "es-us",
    ]
    modes.select_option("es-co")
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.locator("h1")).to_have_text("Lo que crece en La Ceja")
    expect(preview.locator("html")).to_have_attribute("lang", "es-co")
    modes.select_option("es-mx")
    expect(preview.locator("html")).to_have_attribute("lang", "es-mx")
    reader.go()
    expect(title).to_have_text("Plantas con nombre propio")

    marketer.publish()
    for edition in ("es-co", "es-mx", "es-us"):
        reader.page.goto(f"/{edition}/")
        expect(title).to_have_text("Lo que crece en La Ceja")
    reader.page.goto("/en-us/")
    expect(title).to_have_text("Plants we know by name")

    marketer.edit(home("en"))
    marketer.write("body-0-value-title", "What grows in La Ceja")
    marketer.publish()
    reader.page.goto("/en-us/")
    expect(title).to_have_text("What grows in La Ceja")


def test_the_brand_is_changed_and_a_pair_too_weak_is_told(marketer, visitor):
    reader = visitor("es-co")
    marketer.edit(BrandSettings.objects.get())
    page = marketer.page
    verdicts = page.locator("[data-contrast]")
    # Both verdicts are in the page, so that they follow what is typed; one of them is shown.
    weak = verdicts.get_by_text(marketer.say("Too weak to read")).filter(visible=True)
    expect(verdicts).to_be_visible()
    expect(weak).to_have_count(0)

    marketer.write("accent", "#2F5D50")
    page.locator("form footer button[type='submit'], footer button[type='submit']").last.click()
    marketer.has_worked()
    reader.go()
    button = reader.main.locator("a.button").first
    expect(button).to_have_css("background-color", "rgb(47, 93, 80)")

    marketer.write("accent", "#F3D9A4")
    page.locator("form footer button[type='submit'], footer button[type='submit']").last.click()
    marketer.has_worked()
    expect(weak).not_to_have_count(0)

    marketer.write("accent", "terracotta")
    page.locator("form footer button[type='submit'], footer button[type='submit']").last.click()
    expect(page.locator(".error-message").first).to_be_visible()
    assert BrandSettings.objects.get().accent == "#F3D9A4"


def test_the_menu_is_changed(marketer, visitor):
    reader = visitor("es-co", width=360)
    menu = HeaderMenu.objects.get(locale__language_code="es")
    marketer.edit(menu)
    first = marketer.page.locator("[name='items-0-value-label']")
    assert first.input_value() == "Cuidado facial"
    first.fill("Rostro y cuello")
    marketer.publish()

    reader.go()
    reader.page.locator("[data-menu-open]").click()
    expect(reader.page.locator("#site-menu")).to_contain_text("Rostro y cuello")
    reader.page.goto("/en-us/")
    reader.page.locator("[data-menu-open]").click()
    expect(reader.page.locator("#site-menu")).to_contain_text("Face care")


def test_a_products_words_are_drafted_looked_at_and_published_in_both_languages(marketer, visitor):
    robe = Product.objects.get(upc="RZ-621")
    reader = visitor("es-co")
    title = reader.page.locator("h1")
    marketer.page.goto(reverse("products:edit", args=[robe.pk]))
    page = marketer.page
    # Words are all that a marketer changes here: no prices, no stock, no photos.
    expect(page.get_by_role("tab")).to_have_count(1)
    marketer.write("words-es-title", "Bata de La Ceja")
    marketer.write("words-en-title", "La Ceja robe")

    # The whole product page as shoppers of each market would see it, in a window of its own.
    for edition, words in (("es-co", "Bata de La Ceja"), ("en-us", "La Ceja robe")):
        with page.expect_popup() as opened:
            page.locator(f"button[name='action'][value='preview:{edition}']").click()
        draft = opened.value
        expect(draft.locator("h1")).to_have_text(words)
        expect(draft.locator("html")).to_have_attribute("lang", edition)
        draft.close()
    reader.go_to_product("RZ-621")
    expect(title).to_have_text("Bata de algodón nido de abeja")

    # A saved draft changes nothing in the shop; each language is published on its own.
    page.locator("footer button[name='action'][value='save']").click()
    marketer.has_worked()
    expect(page.locator("[name='words-es-title']")).to_have_value("Bata de La Ceja")
    reader.page.reload()
    expect(title).to_have_text("Bata de algodón nido de abeja")
    page.locator("button[name='action'][value='publish:es']").click()
    marketer.has_worked()
    reader.page.reload()
    expect(title).to_have_text("Bata de La Ceja")
    abroad = visitor("en-us", width=360).go_to_product("RZ-621")
    expect(abroad.page.locator("h1")).to_have_text("Waffle cotton robe")

    page.locator("button[name='action'][value='publish:en']").click()
    marketer.has_worked()
    abroad.page.reload()
    expect(abroad.page.locator("h1")).to_have_text("La Ceja robe")
    abroad.look("new-words")
