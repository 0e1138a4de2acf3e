"""Searching from any page: by keyboard, with a typo, narrowed; and a word the shop did not know."""

import re

import pytest
from django.urls import reverse
from django.utils import translation
from playwright.sync_api import Page, expect

from .back_office import Staff


def look_for(page: Page, typed: str) -> None:
    page.locator("[data-dialog-open='search-panel']").locator("visible=true").first.click()
    page.locator("#search-panel-input").press_sequentially(typed, delay=20)


def options(page: Page):
    return page.locator("#search-suggestions [role='option']")


@pytest.mark.usefixtures("demo_company")
def test_a_shopper_finds_what_they_mean(new_page, assert_accessible):
    page = new_page()
    page.goto("/es-co/")
    look_for(page, "calénd")
    field = page.locator("#search-panel-input")
    expect(options(page).first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#search-suggestions-status")).to_contain_text("Sugerencias")
    assert_accessible(page)

    # By keyboard alone: the focus stays in the field, the option is named to a screen reader.
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggestion-product-1")
    field.press("ArrowUp")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    field.press("ArrowDown")
    target = options(page).first.get_attribute("href")
    field.press("Enter")
    page.wait_for_url(f"**{target}")

    # A typo is read as what was meant, and the results are narrowed in place.
    look_for(page, "cerma")
    page.locator("#search-panel-input").press("Enter")
    expect(page.locator("h1")).to_contain_text("crema")
    before = page.locator(".product-card").count()
    page.locator("#filter-form input[type='checkbox']").first.check()
    page.wait_for_url(lambda url: "category=" in url and "q=cerma" in url)
    expect(page.locator(".product-card")).not_to_have_count(before)
    assert_accessible(page)

    # A merchandiser teaches the shop a word, and the shopper's next search knows it.
    page.goto(f"{reverse_in('es-co', 'search')}?q=luminaria")
    expect(page.locator("h1")).to_contain_text("No hay nada")
    assert_accessible(page)
    staff = Staff(new_page(), "catalogo@raiz.example")
    staff.page.goto(reverse("wagtailsnippets_search_synonym:add"))
    staff.page.locator("[name='language']").select_option("es")
    staff.write("typed", "luminaria, cirio")
    staff.write("meant", "vela")
    staff.page.locator("main form button[type='submit']").last.click()
    staff.has_worked()
    page.reload()
    expect(page.locator("h1")).to_contain_text("luminaria")
    expect(page.locator(".product-card").first).to_contain_text("Vela")
    staff.page.goto(reverse("search_report"))
    expect(staff.page.locator("main h1")).to_have_text(staff.say("Searches"))


@pytest.mark.usefixtures("demo_company")
def test_on_a_phone_in_english(new_page, assert_accessible):
    page = new_page(width=360, height=740, locale="en-US")
    page.goto("/en-us/")
    look_for(page, "shamp")
    expect(options(page).first).to_contain_text("hampoo")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    options(page).first.click()
    expect(page.locator("h1")).to_contain_text("hampoo")

    page.goto(f"{reverse_in('en-us', 'search')}?q=gift")
    expect(page.locator(".search-bet__link")).to_contain_text("Services")
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def reverse_in(edition: str, name: str) -> str:
    with translation.override(edition):
        return reverse(name)
