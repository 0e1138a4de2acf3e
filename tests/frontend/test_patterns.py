"""The pattern pages in a real browser: accessible, whole at every width, alive and also without."""

import pytest

from patterns.views import COMPOSITIONS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("tests.frontend.urls"),
    pytest.mark.django_db,
]

PATHS = ["/patterns/", *(f"/patterns/{name}/" for name in COMPOSITIONS)]
WIDTHS = [360, 1440]
# Between them, and 400 % zoom of a 1280 px window (WCAG 1.4.10): nothing but the layout differs.
ALSO_WHOLE_AT = [768, 320]
# Read before anything is drawn, since shifts are told only to those who listen.
LISTEN_FOR_SHIFTS = """
    window.shift = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
            if (!entry.hadRecentInput) window.shift += entry.value;
        }
    }).observe({ type: "layout-shift", buffered: true });
"""


def visit(page, path):
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return page


def overflow(page) -> int:
    """By how many pixels the page scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize("width", WIDTHS)
def test_every_page_is_accessible_whole_and_still(new_page, assert_accessible, width):
    page = new_page(width=width)
    page.add_init_script(LISTEN_FOR_SHIFTS)
    for path in PATHS:
        visit(page, path)

        assert overflow(page) <= 0, f"{path} scrolls sideways at {width}"
        assert page.locator("h1").count() == 1, f"{path} has one h1"
        assert page.evaluate("window.shift") <= 0.02, f"{path} moved after it was drawn"
        assert_accessible(page)


def test_every_page_is_whole_at_widths_between_and_enlarged(new_page):
    page = new_page(width=1280)
    for path in PATHS:
        visit(page, path)
        for width in ALSO_WHOLE_AT:
            page.set_viewport_size({"width": width, "height": 400})
            assert overflow(page) <= 0, f"{path} scrolls sideways at {width}"
        page.set_viewport_size({"width": 1280, "height": 900})


def test_menu_opens_by_keyboard_and_closes_on_escape(page, assert_accessible):
    visit(page, "/patterns/home/")
    summary = page.locator(".site-menu summary").first

    summary.focus()
    page.keyboard.press("Enter")
    serums = page.locator("#site-menu").get_by_role("link", name="Serums")
    assert serums.is_visible()
    assert_accessible(page)

    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert not serums.is_visible()
    assert summary.evaluate("element => element === document.activeElement")


def test_drawer_on_a_phone_keeps_the_focus_and_gives_it_back(new_page, assert_accessible):
    page = visit(new_page(width=360), "/patterns/home/")
    opener = page.get_by_role("button", name="Menu", exact=True)
    # Any language may be active: the opener is found by what it does.
    opener = opener if opener.count() else page.locator("[data-menu-open]")

    opener.click()
    assert opener.get_attribute("aria-expanded") == "true"
    assert page.locator("main").evaluate("element => element.inert")
    assert_accessible(page)

    page.keyboard.press("Escape")
    assert not page.locator("#site-menu").is_visible()
    assert opener.evaluate("element => element === document.activeElement")


def test_search_opens_over_the_page_and_suggests(page, assert_accessible):
    visit(page, "/patterns/home/")

    page.locator(".site-header__tools [data-dialog-open=search-panel]").click()
    page.keyboard.type("night")
    page.locator("#search-suggestions a").first.wait_for()
    assert_accessible(page)

    page.keyboard.press("Escape")
    page.locator("#search-panel").wait_for(state="hidden")


def test_a_part_that_does_not_load_leaves_the_others_alive(new_page, console_errors):
    page = new_page()
    page.route("**/js/gallery*.js", lambda route: route.abort())
    visit(page, "/patterns/product/")

    page.locator(".buy-box [data-quantity-more]").click()
    assert page.locator(".buy-box [data-quantity] input").input_value() == "2"
    assert any("gallery" in text for text in console_errors), "it is reported"
    console_errors.clear()


def test_options_change_price_stock_photo_and_address(page):
    visit(page, "/patterns/product/")

    page.locator("label.size", has_text="30 ml").click()
    assert page.locator(".buy-box [data-variant-price]").inner_text() == "$62.00"
    assert not page.locator(".buy-box .price__was").is_visible()
    assert "size=30" in page.url

    page.locator("label.swatch", has_text="Rose").click()
    assert page.locator("#add-to-cart").is_disabled()
    page.wait_for_function(
        "(() => { const t = document.querySelector('[data-gallery-track]');"
        " return Math.round(t.scrollLeft / t.clientWidth) === 2; })()"
    )


def test_adding_opens_the_drawer_with_what_the_server_says(page, assert_accessible):
    visit(page, "/patterns/product/")

    page.locator("#add-to-cart").click()
    page.locator("#cart-drawer[open] .cart-line").first.wait_for()
    assert page.locator("[data-cart-count]").first.inner_text() == "3"
    assert_accessible(page)

    page.locator("#cart-drawer [data-quantity-more]").first.click()
    assert page.locator("#cart-drawer[open]").count() == 1


def test_bar_on_a_phone_stands_in_while_the_button_is_off_the_screen(new_page, assert_accessible):
    page = visit(new_page(width=360, height=640), "/patterns/product/")
    bar = page.locator(".add-bar")
    bar.wait_for()
    assert_accessible(page)

    page.locator("#add-to-cart").scroll_into_view_if_needed()
    bar.wait_for(state="hidden")

    page.evaluate("document.querySelector('.site-footer').scrollIntoView()")
    bar.wait_for()
    bar.get_by_role("button").click()
    page.locator("#cart-drawer[open] .cart-line").first.wait_for()


def test_gate_is_a_dialog_and_without_a_script_a_page(new_page, assert_accessible):
    page = visit(new_page(), "/patterns/cart/")
    page.locator("[data-dialog-open=gate]").click()
    assert page.locator("#gate").get_by_role("heading").first.is_visible()
    assert_accessible(page)

    plain = new_page(javascript=False)
    plain.goto("/patterns/cart/")
    plain.locator("[data-dialog-open=gate]").click()
    assert plain.url.endswith("/patterns/checkout/")


def test_without_a_script_menu_search_options_and_cart_are_reached(new_page):
    page = new_page(width=360, javascript=False)
    page.goto("/patterns/product/")

    page.locator("[data-menu-open]").click()
    assert page.locator("#site-menu").is_visible()
    page.locator("[data-menu-close]").click()
    assert not page.locator("#site-menu").is_visible()

    page.locator("label.size", has_text="30 ml").click()
    page.locator("[name=show]").click()
    assert "size=30" in page.url

    page.locator(".site-header__tools [data-cart-link]").click()
    page.wait_for_load_state("load")
    assert page.url.endswith("/patterns/cart/")
    assert page.locator(".quantity__step").first.is_hidden()
    assert page.locator(".cart-line noscript button").first.is_visible()


def test_one_press_too_many_sends_a_form_once(page):
    visit(page, "/patterns/checkout/")
    sent = []
    page.on("request", lambda request: sent.append(request) if "first_name=" in request.url else 0)

    with page.expect_navigation():
        page.evaluate(
            "() => { const f = document.querySelector('form[data-once]');"
            " f.requestSubmit(); f.requestSubmit(); }"
        )

    assert len(sent) == 1


@pytest.mark.parametrize("width", [360, 1024, 1440])
def test_a_list_of_products_ends_full_whatever_its_number(page, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, "/patterns/listing/")
    for number in range(3, 14):
        # when the list has this many, made of its first card
        left = page.evaluate(
            """number => {
                const list = document.querySelector(".product-grid");
                const card = list.firstElementChild;
                list.replaceChildren(
                    ...Array.from({ length: number }, () => card.cloneNode(true)),
                );
                const edge = (one) => one.getBoundingClientRect().right;
                return edge(list) - edge(list.lastElementChild);
            }""",
            number,
        )
        # then the last one ends where the list does
        assert abs(left) < 1.5, f"{number} products at {width}"
