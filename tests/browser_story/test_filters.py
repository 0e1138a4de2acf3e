"""A shopper narrows a list and buys from a card, on a desk and on a phone."""

import re

from playwright.sync_api import expect

from tests.browser import ENHANCED


def listed(page) -> int:
    """How many products the list says there are."""
    return int(re.search(r"\d+", page.locator("[data-count-text]").inner_text())[0])


def test_narrowing_and_buying_from_a_card_on_a_desktop(visitor):
    shopper = visitor("es-co")
    page = shopper.page
    page.goto("/es-co/catalogo/maquillaje/labios/")
    before = listed(page)

    orange = page.locator("#filter-colour label", has_text="Papaya")
    promised = int(orange.locator(".filter__count").inner_text())
    orange.click()

    expect(page.locator("#listing-status")).to_have_text(re.compile(rf"^{promised} producto"))
    assert page.url.endswith("/labios/?colour=papaya") and promised < before
    assert page.evaluate("document.activeElement.value") == "papaya"
    shopper.look("filtered")

    page.locator(".filter-chips .chip").click()
    expect(page.locator("[data-count-text]")).to_have_text(f"{before} productos")
    assert page.url.endswith("/labios/")
    page.go_back()
    expect(page.locator(".filter-chips .chip")).to_contain_text("Papaya")
    page.wait_for_selector(ENHANCED, state="attached")

    card = page.locator(".product-card", has_text="Labial cremoso de candelilla")
    picture = card.locator("img").first
    pictured = picture.get_attribute("src")
    card.get_by_role("link", name=re.compile("Cereza")).click()
    assert picture.get_attribute("src") != pictured
    expect(card.get_by_role("status")).to_contain_text("Cereza")
    assert "variant=" in card.locator("h2 a").get_attribute("href")
    card.get_by_role("button", name=re.compile("Agregar")).click()
    expect(page.locator("#cart-drawer")).to_contain_text("Cereza")
    assert "/labios/" in page.url


def test_narrowing_on_a_phone_in_english(visitor):
    shopper = visitor("en-us", width=360)
    page = shopper.page
    page.goto("/en-us/catalog/")
    expect(page.locator("#filters")).to_be_hidden()

    page.get_by_role("link", name="Filters").click()
    drawer = page.get_by_role("dialog", name="Filters")
    expect(drawer).to_be_visible()
    drawer.locator("label", has_text="Any discount").click()
    show = drawer.locator(".filters__show")
    expect(page.locator("#filters-open")).to_contain_text("(1)")
    shopper.look("drawer")
    show.click()

    expect(drawer).to_be_hidden()
    assert listed(page) == page.locator(".product-card").count()
    assert page.locator(".product-card .price--reduced").count() == listed(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator(".filter-chips")).to_have_count(0)


def test_what_was_chosen_before_the_script_was_there_counts(visitor):
    shopper = visitor("es-co")
    page = shopper.page
    held = []
    page.route("**/js/filters.js", lambda route: held.append(route))
    page.goto("/es-co/catalogo/maquillaje/labios/", wait_until="load")
    orange = page.locator("#filter-colour label", has_text="Papaya")
    # As a finger does before any script runs: nothing hears the change.
    orange.locator("input").evaluate("(field) => { field.checked = true }")
    assert page.url.endswith("/labios/")

    held[0].continue_()

    expect(page.locator(".filter-chips .chip")).to_contain_text("Papaya")
    assert page.url.endswith("/labios/?colour=papaya")


def test_the_box_that_was_ticked_stays_where_it_was_on_the_screen(visitor):
    """What is above it and the whole list get shorter: nobody is left looking at the footer."""
    shopper = visitor("es-co")
    page = shopper.page
    page.goto("/es-co/catalogo/")
    page.wait_for_selector(ENHANCED, state="attached")
    page.locator("#filter-label summary").click()
    label = page.locator("#filter-label label", has_text="Recargable")
    label.scroll_into_view_if_needed()
    before = label.bounding_box()["y"]

    label.click()

    expect(page.locator("#listing-status")).to_have_text("4 productos")
    assert abs(label.bounding_box()["y"] - before) < 2
    assert page.evaluate("document.activeElement.value") == "refillable"
