"""The same story where scripts are switched off: every step is a page and a button."""

import pytest
from oscar.core.loading import get_model
from playwright.sync_api import expect

from .visitor import mails_to

Order = get_model("order", "Order")
EMAIL = "sin.script@correo.example"


def photo(shopper) -> str:
    return shopper.page.locator("[data-gallery-track] img").first.get_attribute("src")


def choose_and_add(shopper):
    """The choice is asked of the server, which answers with its picture, price and stock."""
    page = shopper.page
    shopper.go_to_product("RZ-621")
    shopper.look("product")
    before = photo(shopper)
    shopper.choose("colour", "orange")
    shopper.choose("size", "m")
    shopper.button("Show this option").click()
    page.wait_for_url("**variant=RZ-621-NAR-M*")
    assert photo(shopper) != before
    expect(page.locator("input[name='colour']:checked")).to_have_value("orange")
    expect(page.locator("input[name='size']:checked")).to_have_value("m")
    page.get_by_role("spinbutton", name=shopper.say("Quantity"), exact=True).fill("2")
    page.locator("#add-to-cart").click()
    shopper.arrive("cart/")


def edit_the_cart(shopper):
    shopper.see(shopper.say("Added to your cart."))
    shopper.look("cart")
    robe = shopper.page.locator(".cart-line").first
    total = shopper.page.locator(".totals__row--sum dd")
    two = total.inner_text()
    robe.get_by_role("spinbutton").fill("1")
    shopper.button("Update", robe).click()
    expect(shopper.page.locator(".cart-line").first.get_by_role("spinbutton")).to_have_value("1")
    assert total.inner_text() != two
    # One that is not wanted after all.
    shopper.go_to_product("RZ-614" if shopper.market == "us" else "RZ-613")
    shopper.page.locator("#add-to-cart").click()
    shopper.arrive("cart/")
    expect(shopper.page.locator(".cart-line")).to_have_count(2)
    soap = (
        shopper.page.locator(".cart-line")
        .filter(has_not=shopper.page.locator("a[href*='variant=RZ-621']"))
        .last
    )
    soap.locator("form[action$='/remove/'] button").click()
    expect(shopper.page.locator(".cart-line")).to_have_count(1)


@pytest.mark.parametrize(
    ("edition", "width", "payment"),
    [("es-co", 360, "cash_on_delivery"), ("en-us", 1440, "transfer")],
)
def test_from_a_product_to_an_order(visitor, mailoutbox, edition, width, payment):
    shopper = visitor(edition, width=width, javascript=False)
    choose_and_add(shopper)
    edit_the_cart(shopper)

    shopper.link("Check out", shopper.main).click()
    shopper.arrive("checkout/")
    shopper.look("gate")
    shopper.button("Continue as guest").click()
    shopper.arrive("checkout/address/")
    shopper.button("Continue to shipping").click()
    expect(shopper.page.get_by_role("alert")).to_be_visible()
    shopper.type_address(EMAIL)
    shopper.look("address")
    shopper.button("Continue to shipping").click()
    shopper.arrive("checkout/methods/")
    shopper.look("methods")
    shopper.choose_methods(payment=payment)
    shopper.look("review")
    shopper.place_order.click()

    number = shopper.order_number()
    shopper.look("order")
    order = Order.objects.get(placement__email=EMAIL)
    assert order.number == number
    assert [(line.product.upc, line.quantity) for line in order.lines.all()] == [
        ("RZ-621-NAR-M", 1)
    ]
    assert len(mails_to(EMAIL)) == 1


def test_menu_search_and_country_are_links(visitor):
    reader = visitor("es-co", width=360, javascript=False)
    page = reader.page
    reader.go("nuestra-historia/")
    page.locator("[data-menu-open]").click()
    menu = page.locator("#site-menu")
    expect(menu).to_be_visible()
    menu.locator("details > summary").first.click()
    expect(menu.locator("details a").first).to_be_visible()

    reader.go("nuestra-historia/")
    switch = page.locator(".site-footer .country-switch")
    switch.locator("summary").click()
    switch.locator("[data-edition='en-us']").click()
    page.wait_for_url("**/en-us/our-history/")
    assert page.locator("html").get_attribute("lang") == "en-us"

    page.goto("/es-co/buscar/")
    page.locator("main input[type='search']").fill("champu")
    page.locator("main form button").first.click()
    expect(page.locator("main")).to_contain_text("Champú de romero")


def test_signing_in_from_the_gate_keeps_the_cart(visitor):
    shopper = visitor("es-co", javascript=False)
    shopper.put_in_cart("RZ-613")
    shopper.go("checkout/")
    shopper.main.locator("[name='login']").fill("paula.henao@correo.example")
    shopper.main.locator("[name='password']").fill("raiz-demo-2026")
    shopper.button("Sign in and continue").click()

    shopper.arrive("checkout/address/")
    # Her saved address is there already.
    expect(shopper.main.locator("[name='line1']")).to_have_value("Carrera 43A # 18 Sur - 135")
    shopper.button("Continue to shipping").click()
    shopper.arrive("checkout/methods/")
