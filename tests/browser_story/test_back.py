"""The browser's own ways: Back from its memory, and a hand that clicks twice."""

import os

import pytest
from playwright.sync_api import expect

from tests.browser import ARGUMENTS, chromium


@pytest.fixture
def remembering(running_chromium, live_server):
    """A page whose browser keeps pages in its memory: Playwright switches that off."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    kept = running_chromium.browser_type.launch(
        executable_path=chromium(),
        args=ARGUMENTS,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield kept.new_page(base_url=live_server.url, locale="es-CO")
    kept.close()


def test_the_header_counts_anew_after_back(demo_company, remembering):
    from commerce.listings.models import Listing

    page = remembering
    listing = Listing.objects.in_market("co", "es").get(product__upc="RZ-613")
    page.goto("/es-co/catalogo/")
    page.evaluate("addEventListener('pageshow', (event) => { window.kept = event.persisted; })")
    page.goto(f"/es-co{listing.path}")
    page.wait_for_selector("html[data-enhanced]")
    page.locator("form[hx-target='#cart-drawer-content'] [type=submit]").first.click()
    expect(page.locator("#cart-drawer-content .cart-line")).to_have_count(1)

    # Not go_back(): it waits for a load that a kept page does not have.
    page.evaluate("history.back()")

    expect(page.locator("[data-cart-count]").first).to_have_text("1")
    assert page.evaluate("window.kept"), "the browser did not keep the page: nothing was proven"


def test_a_double_click_adds_one(visitor):
    shopper = visitor("es-co")
    shopper.go_to_product("RZ-613")

    shopper.page.locator("form[hx-target='#cart-drawer-content'] [type=submit]").first.dblclick()

    shopper.page.wait_for_timeout(800)
    expect(shopper.page.locator("#cart-drawer-content .cart-line")).to_have_count(1)
    expect(shopper.page.locator("#cart-drawer-content .quantity__input")).to_have_value("1")
