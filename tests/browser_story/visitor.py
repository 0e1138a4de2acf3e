"""Somebody who walks through the demo company's shop in a browser, and looks hard at each page."""

import os
import re
import time
from pathlib import Path

from django.core import mail
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, expect

from commerce.listings.models import Listing
from tests.browser import PATIENCE

ADDRESSES = {
    "co": {
        "first_name": "Ana",
        "last_name": "Gómez",
        "line1": "Calle 72 # 10-07",
        "line4": "Bogotá",
        "state": "Bogotá",
        "phone": "304 535 1581",
    },
    "mx": {
        "first_name": "Inés",
        "last_name": "Orozco",
        "line1": "Avenida México 2580",
        "line3": "Ladrón de Guevara",
        "line4": "Guadalajara",
        "state": "Jal.",
        "postcode": "44600",
        "phone": "33 1234 5678",
    },
    "us": {
        "first_name": "Rachel",
        "last_name": "Okafor",
        "line1": "1912 Harold Street",
        "line4": "Houston",
        "state": "TX",
        "postcode": "77098",
        "phone": "713 555 0176",
    },
}
"""What a guest types in each market; only the columns that its form has are filled in."""

# "es-co-360-product.png" and so on, for looking at: a folder, or nothing.
PICTURES = os.environ.get("STORY_PICTURES", "")

# Scroll to the end and back, so that pictures below the fold are there.
SEE_IT_ALL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 700) {
        scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 30));
    }
    scrollTo(0, 0);
}"""


def path_of(sku: str, edition: str) -> str:
    """The address of a product, or of a product's variant, in an edition."""
    language, market = edition.split("-")
    return f"/{edition}" + Listing.objects.in_market(market, language).get(product__upc=sku).path


class Visitor:
    """A page in one storefront edition (``es-co``), on the site of a seller (``under``: their
    alias) or the company's own.
    """

    def __init__(self, page: Page, edition: str, assert_accessible=None, under: str = ""):
        self.prefix = f"/@{under}" if under else ""
        self.page = page
        self.edition = edition
        self.market = edition.split("-")[1]
        self._accessible = assert_accessible
        self._seen = 0

    # --- Words

    def say(self, text: str, **values) -> str:
        """One of the interface's texts in this visitor's language."""
        with translation.override(self.edition):
            return gettext(text) % values if values else gettext(text)

    def button(self, text: str, within=None, **values):
        return (within or self.page).get_by_role(
            "button", name=self.say(text, **values), exact=True
        )

    def link(self, text: str, within=None):
        return (within or self.page).get_by_role("link", name=self.say(text), exact=True)

    # --- Places

    def go(self, path: str = "") -> "Visitor":
        """Open a page of this edition (``cart/``), or one by its whole path."""
        path = path if path.startswith("/") else f"/{self.edition}/{path}"
        self.page.goto(self.prefix + path)
        return self

    def go_to_product(self, sku: str) -> "Visitor":
        return self.go(path_of(sku, self.edition))

    @property
    def main(self):
        return self.page.locator("main")

    def see(self, *texts: str) -> None:
        for text in texts:
            expect(self.main).to_contain_text(text)

    def arrive(self, path: str) -> None:
        """Wait until the address ends like this, after the edition (a regular expression)."""
        pattern = rf"\w{re.escape(self.prefix)}/{self.edition}/{path}(\?.*)?$"
        self.page.wait_for_url(re.compile(pattern))

    # --- What holds on every page

    def look(self, name: str) -> None:
        """The page is whole: a title, one h1, its language, as wide as the window, accessible."""
        page = self.page
        page.wait_for_load_state("load")
        if self._accessible:
            page.wait_for_load_state("networkidle")
        assert page.title().strip(), f"{name} has a title"
        assert page.locator("h1").count() == 1, f"{name} has one h1"
        assert page.locator("html").get_attribute("lang") == self.edition
        broken = (
            page.evaluate(
                "[...document.images].filter((one) => one.complete && !one.naturalWidth)"
                ".map((one) => one.src)"
            )
            if self._accessible
            else []
        )
        assert not broken, f"{name}: pictures that do not load: {broken}"
        wider = page.locator("html").evaluate("(html) => html.scrollWidth - html.clientWidth")
        assert wider <= 0, f"{name} scrolls sideways by {wider} px"
        if self._accessible:
            self._accessible(page)
        self._picture(name)

    def _picture(self, name: str) -> None:
        if not PICTURES:
            return
        self._seen += 1
        if self._accessible:
            self.page.evaluate(SEE_IT_ALL)
        width = self.page.viewport_size["width"]
        kind = "" if self._accessible else "-plain"
        file = f"{self.edition}-{width}{kind}-{self._seen:02}-{name}.png"
        self.page.screenshot(path=Path(PICTURES) / file, full_page=True)

    # --- Deeds

    def put_in_cart(self, sku: str, options: dict[str, str] | None = None) -> None:
        """Open the product, choose its options (attribute → option, as codes), add it."""
        self.go_to_product(sku)
        for name, value in (options or {}).items():
            self.choose(name, value)
        self.page.locator("#add-to-cart").click()
        if self._accessible:
            expect(self.page.locator("#cart-drawer")).to_be_visible()
        else:
            self.arrive("cart/")

    def choose(self, name: str, value: str) -> None:
        """Choose an option by its code, as a finger does: on the swatch or the size."""
        self.page.locator(f"label:has(> input[name='{name}'][value='{value}'])").click()

    def type_address(self, email: str = "", **changes) -> None:
        """Fill in the address form, which has the country's own fields."""
        form = self.main.locator("form.form")
        values = ADDRESSES[self.market] | changes
        if email:
            values |= {"email": email}
        for name, value in values.items():
            field = form.locator(f"[name='{name}']")
            if field.count() == 0:
                continue
            if field.evaluate("(one) => one.tagName") == "SELECT":
                field.select_option(value)
            else:
                field.fill(value)

    def choose_methods(self, *, payment: str, delivery: str = "standard") -> None:
        self.page.locator(f"input[name='delivery'][value='{delivery}']").check()
        self.page.locator(f"input[name='payment'][value='{payment}']").check()
        self.button("Continue to review").click()
        self.arrive("checkout/review/")

    @property
    def place_order(self):
        return self.main.locator("form:has([name='expected_total']) button")

    def check_out_as_guest(self, *, email: str, payment: str) -> None:
        """From a filled cart to the review page, without looking left or right."""
        self.go("checkout/")
        self.button("Continue as guest").click()
        self.arrive("checkout/address/")
        self.type_address(email)
        self.button("Continue to shipping").click()
        self.arrive("checkout/methods/")
        self.choose_methods(payment=payment)

    def order_number(self) -> str:
        """The number on the order's page that is open."""
        self.arrive(r"orders/[\w-]+/")
        number = re.search(r"/orders/([\w-]+)/", self.page.url).group(1)
        self.see(number)
        return number


def mails_to(address: str) -> list:
    return [message for message in mail.outbox if address in message.to]


def await_mail_to(address: str) -> list:
    """All of theirs, once there is one. For a mail that a request sends whose answer the browser
    did not wait for."""
    deadline = time.monotonic() + PATIENCE / 1000
    while not mails_to(address) and time.monotonic() < deadline:
        time.sleep(0.05)
    return mails_to(address)


def code_in(message) -> str:
    """The six digits of a mailed code."""
    return re.search(r"\b(\d{3}) ?(\d{3})\b", message.body).expand(r"\1\2")
