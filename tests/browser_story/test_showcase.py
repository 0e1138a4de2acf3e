"""Arranging the shop's window and leafing through it, on a desk and on a phone."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from commerce.arrangement.models import ThemedDay
from commerce.listings.models import Listing

from .back_office import Staff

ORDER = "catalogue/order/"


@pytest.fixture
def merchandiser(demo_company, new_page, visitor):
    def sign_in(width: int = 1440) -> Staff:
        page = new_page(width=width, height=900)
        page.set_default_timeout(30_000)
        return Staff(page, "catalogo@raiz.example")

    return sign_in


def tiles(staff: Staff) -> list[str]:
    return staff.page.locator("[data-arrange-list] .shop-tile__title").all_inner_texts()


def cards(someone) -> list[str]:
    return someone.main.locator(".product-card__title").all_inner_texts()


def save(staff: Staff) -> None:
    number = staff.page.locator("[data-tile]").count()
    staff.page.locator("[data-arrange] footer button").click()
    staff.has_worked()
    expect(staff.page.locator("[data-tile]")).to_have_count(number)


@pytest.mark.django_db(transaction=True)
def test_in_spanish_a_merchandiser_arranges_the_window_and_looks_at_orange_day(
    merchandiser, visitor
):
    staff = merchandiser().go(ORDER)
    before = tiles(staff)
    # With the keyboard: the fifth one step ahead.
    earlier = staff.page.locator("[data-tile]").nth(4).locator("[data-move='-1']")
    earlier.focus()
    earlier.press("Enter")
    expect(staff.page.locator("[data-arrange-status]")).to_contain_text("4")
    # With the mouse: the eighth to the second place.
    dragged = staff.page.locator("[data-tile]").nth(7).locator("img")
    dragged.drag_to(staff.page.locator("[data-tile]").nth(1).locator("img"))
    arranged = tiles(staff)
    assert arranged != before and arranged.index(before[7]) < 7
    save(staff)
    assert tiles(staff) == arranged

    shopper = visitor("es-co")
    shopper.go("catalogo/").look("arranged")
    assert cards(shopper)[: len(arranged)] == arranged

    day = ThemedDay.objects.get(name="Día naranja").first_day
    staff.go(f"{ORDER}?day={day.isoformat()}")
    expect(staff.page.locator(".shop-tile").first).to_have_class(re.compile("themed"))
    assert staff.page.locator("[data-move]").count() == 0

    # The same words on the card and on the product's page.
    shopper.main.locator(".product-card", has_text="PreCyber").first.locator("a").first.click()
    expect(shopper.main.locator(".buy-box .labels")).to_contain_text("PreCyber")
    shopper.see(shopper.say("You may also like"))
    shopper.look("labelled")


@pytest.mark.django_db(transaction=True)
def test_in_english_on_a_phone_a_slide_is_bought_without_leaving(merchandiser, visitor):
    shopper = visitor("en-us", width=360)
    shopper.go("")
    carousel = shopper.main.locator("[data-carousel]").first
    carousel.scroll_into_view_if_needed()
    row = carousel.locator(".product-row")
    following = carousel.locator("[data-carousel-step='1']")
    following.focus()
    following.press("Enter")
    expect(carousel.locator("[data-carousel-step='-1']")).to_have_attribute(
        "aria-disabled", "false"
    )
    assert row.evaluate("(row) => row.scrollLeft") > 0
    carousel.locator(".quick-buy__add").first.click()
    expect(shopper.page.locator("#cart-drawer-content .cart-line").first).to_be_visible()
    shopper.arrive("")
    shopper.go("new-products/").look("new-products")
    launched = Listing.objects.in_market("us", "en").order_by("-launched_at", "-pk")
    newest = launched.filter(launched_at__gt=timezone.now() - timedelta(days=60))
    assert cards(shopper) == list(newest.values_list("title", flat=True)[:24])

    # On a phone the arrows are there too.
    staff = merchandiser(width=360).go(f"{ORDER}?market=us")
    second = tiles(staff)[1]
    staff.page.locator("[data-tile]").nth(1).locator("[data-move='-1']").click()
    save(staff)
    assert tiles(staff)[0] == second
    wider = staff.page.locator("html").evaluate("(html) => html.scrollWidth - html.clientWidth")
    assert wider <= 0
