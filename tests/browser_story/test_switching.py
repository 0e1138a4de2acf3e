"""Another country or language: the same page there, and a cart that says what changed."""

import pytest
from playwright.sync_api import expect

from .visitor import path_of


def switch_to(visitor, edition: str) -> None:
    """Use the switch of the header, or of the footer on a phone; the visitor is elsewhere then."""
    page = visitor.page
    switch = page.locator(".site-header__tools .country-switch")
    if not switch.is_visible():
        switch = page.locator(".site-footer .country-switch")
    switch.locator("summary").click()
    with page.expect_navigation():
        switch.locator(f"[data-edition='{edition}']").click()
    visitor.edition, visitor.market = edition, edition.split("-")[1]


@pytest.mark.parametrize("width", [360, 1440])
def test_the_switch_stays_on_the_page(visitor, width):
    reader = visitor("es-co", width=width)
    for here, there in [
        ("nuestra-historia/", "our-history/"),
        ("contacto/", "contact/"),
        ("catalogo/maquillaje/labios/", "catalog/makeup/lips/"),
        ("buscar/?q=rosa", "search/"),
    ]:
        reader.edition = "es-co"
        reader.go(here)
        switch_to(reader, "en-us")
        assert reader.page.url.split("?")[0].endswith(f"/en-us/{there}")
        assert reader.page.locator("html").get_attribute("lang") == "en-us"

    reader.edition = "es-co"
    reader.go_to_product("RZ-621")
    reader.choose("colour", "sage")
    switch_to(reader, "en-us")
    assert path_of("RZ-621", "en-us") in reader.page.url
    reader.look("product-there")
    switch_to(reader, "es-us")
    reader.look("product-there-in-spanish")


def test_the_shop_remembers_where_somebody_shops(visitor):
    reader = visitor("es-co")
    reader.go()
    switch_to(reader, "es-mx")
    # It is noted once the page is there: the page itself is the same for everybody.
    reader.page.wait_for_load_state("networkidle")
    reader.page.goto("/")
    reader.arrive("")


def test_the_cart_is_quoted_again_and_says_what_changed(visitor):
    shopper = visitor("es-co")
    shopper.put_in_cart("RZ-621", {"colour": "sage", "size": "l"})
    shopper.put_in_cart("RZ-613")
    shopper.go("cart/")
    soap = shopper.page.locator(".cart-line").last.locator(".cart-line__total").inner_text()

    switch_to(shopper, "en-us")

    shopper.arrive("cart/")
    shopper.look("cart-switched")
    # In dollars, in English, and Houston has no large sage robe.
    shopper.see("Waffle cotton robe", "$")
    assert soap not in shopper.main.inner_text()
    changed = shopper.main.locator(".notice")
    assert changed.count() >= 1, "the cart says that prices changed"
    assert shopper.page.locator(".cart-line__message").count() == 1
    expect(shopper.link("Check out", shopper.main)).to_have_count(0)

    # Back home everything can be bought as before.
    switch_to(shopper, "es-co")
    shopper.see(soap)
    expect(shopper.link("Check out", shopper.main)).to_be_visible()


def test_what_is_not_sold_there_says_where_it_is(visitor, demo_company):
    from commerce.listings.models import Listing

    here = set(Listing.objects.in_market("co", "es").values_list("product__upc", flat=True))
    there = set(Listing.objects.in_market("us", "en").values_list("product__upc", flat=True))
    sku = min(here - there)
    reader = visitor("es-co")
    reader.go_to_product(sku)
    switch_to(reader, "en-us")
    expect(reader.main).to_contain_text("Not available in your country: United States")
    reader.look("not-sold-there")
