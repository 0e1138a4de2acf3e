"""The whole story: from the home page to an order number and a mail, in both languages."""

import pytest
from oscar.core.loading import get_model
from playwright.sync_api import expect

from commerce.inventory.models import StockMovement

from .visitor import ADDRESSES, mails_to, path_of

Order = get_model("order", "Order")
EMAIL = "nueva@correo.example"

STORIES = {
    "es-co": {
        "about": "nuestra-historia/",
        "category": "catalogo/hogar-y-ritual/textiles-y-estuches/",
        "robe": "Bata de algodón nido de abeja",
        "serum": "Sérum de noche de rosa mosqueta",
        "city": "Bogotá",
    },
    "en-us": {
        "about": "our-history/",
        "category": "catalog/home-and-ritual/textiles-and-sets/",
        "robe": "Waffle cotton robe",
        "serum": "Rosehip night serum",
        "city": "Houston",
    },
}
PAID_AT_THE_BANK = "mercadopago"


def shown_photo(visitor) -> str:
    """The file of the picture that the gallery shows now: the one of which most is in view, as
    on a phone its neighbor peeks in."""
    return visitor.page.locator("[data-gallery-track]").evaluate(
        """(track) => {
            const frame = track.getBoundingClientRect()
            const seen = (one) => {
                const box = one.parentElement.getBoundingClientRect()
                return Math.min(box.right, frame.right) - Math.max(box.left, frame.left)
            }
            return [...track.querySelectorAll("img")]
                .reduce((best, one) => (seen(one) > seen(best) ? one : best))
                .getAttribute("src")
        }"""
    )


def find_the_robe(visitor, story):
    """Home, the company's history, the menu, a category, the product."""
    page = visitor.page
    visitor.go().look("home")
    visitor.main.locator(f"a[href$='/{story['about']}']").first.click()
    visitor.arrive(story["about"])
    visitor.look("about")

    if page.locator("[data-menu-open]").is_visible():
        page.locator("[data-menu-open]").click()
    menu = page.locator("#site-menu")
    link = page.locator(f"a[href$='/{story['category']}']")
    menu.locator("details").filter(has=link).locator("summary").click()
    link = menu.locator(link)
    expect(link).to_be_visible()
    visitor._accessible(page)
    visitor._picture("menu")
    link.click()
    visitor.arrive(story["category"])
    visitor.look("category")
    visitor.main.get_by_role("link", name=story["robe"], exact=True).click()


def choose_a_robe(visitor, story):
    """Colour changes the picture, size the stock; the address names the choice."""
    page = visitor.page
    expect(page.locator("h1")).to_have_text(story["robe"])
    visitor.look("product")
    first = shown_photo(visitor)
    add = page.locator("#add-to-cart")

    visitor.choose("colour", "sage")
    expect(page).to_have_url(f"{page.url.split('?')[0]}?variant=RZ-621-SAL-S")
    sage = shown_photo(visitor)
    assert sage != first
    visitor.choose("size", "l")
    if visitor.market == "us":
        # The one that Houston has none of.
        expect(add).to_be_disabled()
        expect(add).to_have_text(visitor.say("Sold out"))
        expect(page.locator("[data-variant-stock]")).to_have_text(visitor.say("Sold out"))
        visitor.look("product-sold-out")
    visitor.choose("colour", "orange")
    assert shown_photo(visitor) not in (first, sage)
    expect(add).to_be_enabled()

    add.click()
    drawer = page.locator("#cart-drawer")
    expect(drawer).to_contain_text(story["robe"])
    expect(page.locator("[data-cart-count]").first).to_have_text("1")
    visitor._accessible(page)
    visitor._picture("drawer")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()


def choose_a_size(visitor, story):
    """Another size, another price and another stock, before and after a reload."""
    page = visitor.page
    visitor.go_to_product("RZ-101")
    price = page.locator(".buy-box [data-variant-price]")
    before = price.inner_text()
    visitor.choose("content", "30ml")
    expect(price).not_to_have_text(before)
    thirty = price.inner_text()
    page.reload()
    expect(price).to_have_text(thirty)
    visitor.choose("content", "15ml")
    expect(price).to_have_text(before)
    if visitor.market == "us":
        expect(page.locator("[data-variant-stock]")).to_contain_text("4")
    page.get_by_role("spinbutton", name=visitor.say("Quantity"), exact=True).fill("2")
    page.locator("#add-to-cart").click()
    visitor.page.locator("#cart-drawer").get_by_role(
        "link", name=visitor.say("View cart"), exact=True
    ).click()


def through_the_gate(visitor, story):
    page = visitor.page
    visitor.arrive("cart/")
    visitor.see(story["robe"], story["serum"])
    visitor.look("cart")
    # One serum less; the sums follow without a new page.
    total = page.locator(".totals__row--sum dd")
    before = total.inner_text()
    line = page.locator(".cart-line").filter(has_text=story["serum"])
    line.get_by_role("button", name=visitor.say("Decrease quantity"), exact=True).click()
    expect(total).not_to_have_text(before)
    expect(page.locator("[data-cart-count]").first).to_have_text("2")

    visitor.link("Check out", visitor.main).click()
    gate = page.get_by_role("dialog", name=visitor.say("How would you like to check out?"))
    expect(gate).to_be_visible()
    visitor._accessible(page)
    visitor._picture("gate")
    visitor.button("Continue as guest", gate).click()


def tell_where_and_how(visitor, payment):
    visitor.arrive("checkout/address/")
    visitor.look("address")
    visitor.button("Continue to shipping").click()
    visitor.page.get_by_role("alert").wait_for()
    visitor.look("address-empty")
    assert visitor.page.title().startswith(visitor.say("Error:"))
    visitor.type_address(EMAIL)
    visitor.button("Continue to shipping").click()
    visitor.arrive("checkout/methods/")
    visitor.look("methods")
    visitor.choose_methods(payment=payment)


@pytest.mark.parametrize(
    ("edition", "width", "payment"),
    [
        # Cash on delivery, and each at the other width: test_without_script.
        ("es-co", 360, PAID_AT_THE_BANK),
        ("en-us", 1440, "transfer"),
    ],
)
def test_from_the_home_page_to_an_order_and_a_mail(
    visitor, mercadopago, mailoutbox, edition, width, payment
):
    story = STORIES[edition]
    shopper = visitor(edition, width=width)
    find_the_robe(shopper, story)
    choose_a_robe(shopper, story)
    choose_a_size(shopper, story)
    through_the_gate(shopper, story)
    tell_where_and_how(shopper, payment)
    shopper.see(EMAIL, story["city"], ADDRESSES[shopper.market]["line1"])
    shopper.look("review")

    shopper.place_order.click()
    if payment == PAID_AT_THE_BANK:
        shopper.page.wait_for_url(f"{mercadopago.url}/**")
        shopper.page.get_by_role("button", name="Pay from my bank").click()
        shopper.page.get_by_role("button", name="Pay", exact=True).click()
        shopper.page.get_by_role("link", name="Back to the shop").click()

    number = shopper.order_number()
    shopper.see(story["robe"], story["serum"])
    shopper.look("order")
    expect(shopper.page.locator("[data-cart-count]").first).to_be_hidden()
    order = Order.objects.get(number=number)
    assert order.status == ("pending" if payment == "transfer" else "confirmed")
    assert order.placement.edition == edition
    kinds = {line.product.upc: line.quantity for line in order.lines.all()}
    assert kinds == {"RZ-621-NAR-L": 1, "RZ-101-15": 1}
    assert StockMovement.objects.filter(order=order, kind="reserved").count() == 2

    (message,) = mails_to(EMAIL)
    subject = (
        "Your order %(number)s: one step left"
        if payment == "transfer"
        else "Your order %(number)s is confirmed"
    )
    assert message.subject == shopper.say(subject, number=number)
    assert story["robe"] in message.body
    (html, _type) = message.alternatives[0]
    assert f'lang="{edition}"' in html


def test_a_color_chosen_before_the_script_is_there_counts(visitor):
    shopper = visitor("es-co", width=360)
    held = []
    shopper.page.route("**/js/variants.js", lambda route: held.append(route))
    shopper.page.goto(path_of("RZ-101", "es-co"), wait_until="load")
    price = shopper.page.locator(".buy-box [data-variant-price]")
    before = price.inner_text()
    shopper.choose("content", "30ml")
    expect(price).to_have_text(before)

    held[0].continue_()

    expect(price).not_to_have_text(before)
    shopper.page.locator("#add-to-cart").click()
    expect(shopper.page.locator("#cart-drawer")).to_contain_text("30 ml")
