"""A shopper finds an offer, gets it in the cart, and types coupons, on a desk and on a phone."""

import re

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(("edition", "width"), [("es-co", 1440), ("en-us", 360)])
def test_an_offer_and_a_coupon(visitor, edition, width):
    shopper = visitor(edition, width=width)
    page = shopper.page
    shopper.go(shopper.say("offers/")).look("offers")
    routine = shopper.main.locator("section.offer").nth(1)
    name = routine.locator("h2").inner_text()

    # Two different products for the face: what one more would bring, then that it is there.
    shopper.put_in_cart("RZ-101")
    shopper.go("cart/")
    expect(page.locator(".offer-hints")).to_contain_text(name)
    shopper.put_in_cart("RZ-102")
    shopper.go("cart/").look("cart-with-offer")
    expect(page.locator(".totals").first).to_contain_text(name)
    expect(page.locator(".cart-line .price__was").first).to_be_visible()

    # A coupon that is over says so and stays where it was typed; then what combines or not.
    page.locator(".coupon__fold summary").click()
    code = page.get_by_label(shopper.say("Coupon code"))
    code.fill("primavera25")
    shopper.button("Apply").click()
    expect(page.locator("#coupon-error")).to_have_text(
        re.compile(shopper.say("This coupon expired on %(day)s.", day=".+"))
    )
    expect(code).to_have_value("primavera25")
    shopper.look("coupon-refused")
    code.fill("raiz10")
    shopper.button("Apply").click()
    expect(page.locator("#coupon-error")).to_have_text(
        shopper.say("This coupon can't be combined with another offer on the same items.")
    )

    shopper.go("cart/")
    page.locator(".cart-line").first.get_by_role("button", name=re.compile("Remove|Quitar")).click()
    expect(page.locator(".cart-line")).to_have_count(1)
    page.locator(".coupon__fold summary").click()
    code = page.get_by_label(shopper.say("Coupon code"))
    code.fill("raiz10")
    code.press("Enter")
    expect(page.locator(".coupon__code")).to_have_text("RAIZ10")
    expect(page.locator(".totals").first).to_contain_text("RAIZ10")
    shopper.look("coupon")
    page.locator(".coupon__item").get_by_role("button").click()
    expect(page.locator(".coupon__item")).to_have_count(0)
