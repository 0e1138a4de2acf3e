"""A merchandiser's day: a new product from nothing to both countries' shops, and a new price."""

import re

import pytest
from django.urls import reverse
from oscar.core.loading import get_model
from playwright.sync_api import expect

from commerce.listings.models import Listing
from commerce.pricing.models import PriceList

from .back_office import Staff

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")
ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOption = get_model("catalogue", "AttributeOption")
Category = get_model("catalogue", "Category")
Partner = get_model("partner", "Partner")


@pytest.fixture
def merchandiser(demo_company, new_page, visitor) -> Staff:
    page = new_page()
    page.set_default_timeout(30_000)
    return Staff(page, "catalogo@raiz.example")


def edit_url() -> str:
    product = Product.objects.filter(upc="RZ-999").first()
    return reverse("products:edit", args=[product.pk]) if product else "not yet"


def tab(staff: Staff, name: str) -> None:
    staff.page.locator(f"#tab-label-{name}").click()
    expect(staff.page.locator(f"#tab-{name}")).to_be_visible()


def begin(staff: Staff) -> None:
    """Title, SKU, what it is and where it stands: no more is asked for."""
    robe = Product.objects.get(upc="RZ-621")
    staff.page.goto(reverse("products:add"))
    staff.write("title", "Manta de lana virgen")
    staff.write("sku", "RZ-999")
    staff.page.locator("[name='product_class']").select_option(str(robe.product_class_id))
    category = robe.categories.order_by("-depth").first()
    staff.page.locator("[name='main_category']").select_option(str(category.pk))
    staff.page.locator("main form footer button, main form [type='submit']").last.click()
    staff.page.wait_for_url(lambda url: url.endswith(edit_url()))


def add_picture(staff: Staff) -> None:
    page = staff.page
    tab(staff, "photos")
    page.locator("#id_photos-ADD").click()
    page.locator("#id_photos-0-image-chooser [data-chooser-action-choose]").first.click()
    modal = page.get_by_role("dialog").filter(has=page.locator("[data-chooser-modal-choice]"))
    modal.locator("[data-chooser-modal-choice]").first.click()
    expect(page.locator("[name='photos-0-image']")).not_to_have_value("")


def write_words(staff: Staff) -> None:
    tab(staff, "words")
    staff.write("words-es-summary", "Pesa poco y abriga mucho.")
    staff.write("words-en-title", "Raw wool blanket")
    staff.write("words-en-summary", "Light, and warm.")
    for language, text in (("es", "Lana de Boyacá."), ("en", "Wool from Boyacá.")):
        # The first rich text of the language's column.
        column = staff.page.locator(f"section[aria-labelledby='words-{language}']")
        editor = column.locator("[contenteditable='true']").first
        editor.click()
        editor.press_sequentially(text)
        # The editor hands its words to the form a moment after the last key.
        expect(column.locator("input[data-draftail-input]").first).to_have_value(re.compile(text))


def make_variants(staff: Staff) -> None:
    """Two colors in one size, each a row to fill in."""
    page = staff.page
    tab(staff, "variants")
    values = {code: AttributeOption.objects.get(code=code) for code in ("sage", "orange", "m")}
    for option in values.values():
        page.locator(f".shop-generate input[value='{option.pk}']").check()
    page.locator("button[name='action'][value='generate']").click()
    expect(page.locator("[name='variants-TOTAL_FORMS']")).to_have_value("2")
    tab(staff, "variants")
    co, us = (PriceList.objects.get(code=f"{market}-web") for market in ("co", "us"))
    staff.write(f"own-amount_{co.pk}", "320.000")
    staff.write(f"own-compare_{co.pk}", "380.000")
    staff.write(f"own-amount_{us.pk}", "95")
    for warehouse in Partner.objects.filter(name__in=["Bodega Rionegro", "Houston warehouse"]):
        staff.write(f"variants-0-stock_{warehouse.pk}", "12")
        staff.write(f"variants-1-stock_{warehouse.pk}", "2")
    staff.write("stock_reason", "Entrega de noviembre")


def test_a_product_from_nothing_to_two_countries(merchandiser, visitor):
    begin(merchandiser)
    add_picture(merchandiser)
    write_words(merchandiser)
    make_variants(merchandiser)
    tab(merchandiser, "identity")
    merchandiser.page.locator("[name='identity-is_public']").check()
    merchandiser.in_the_menu_of_buttons("button[name='action'][value='publish-all']")

    co = Listing.objects.in_market("co", "es").get(product__upc="RZ-999")
    us = Listing.objects.in_market("us", "en").get(product__upc="RZ-999")
    shopper = visitor("es-co")
    shopper.go_to_product("RZ-999").look("new-product")
    expect(shopper.page.locator("h1")).to_have_text("Manta de lana virgen")
    shopper.see("$320.000", "$380.000", "Lana de Boyacá.")
    shopper.choose("colour", "sage")
    expect(shopper.page.locator("[data-variant-stock]")).to_contain_text("2")
    shopper.page.locator("#add-to-cart").click()
    expect(shopper.page.locator("#cart-drawer")).to_contain_text("Manta de lana virgen")
    abroad = visitor("en-us", width=360)
    abroad.go_to_product("RZ-999").look("new-product")
    expect(abroad.page.locator("h1")).to_have_text("Raw wool blanket")
    abroad.see("$95.00", "Wool from Boyacá.")
    assert (co.path, us.path) == (
        "/catalogo/hogar-y-ritual/textiles-y-estuches/manta-de-lana-virgen/",
        "/catalog/home-and-ritual/textiles-and-sets/raw-wool-blanket/",
    )


def test_a_price_changes_in_the_shop_and_in_carts(merchandiser, visitor):
    shopper = visitor("es-co")
    shopper.put_in_cart("RZ-613")
    before = shopper.page.locator(".buy-box [data-variant-price]").inner_text()
    soap = Product.objects.get(upc="RZ-613")
    merchandiser.page.goto(reverse("products:edit", args=[soap.pk]))
    tab(merchandiser, "variants")

    merchandiser.write(f"own-amount_{PriceList.objects.get(code='co-web').pk}", "29.900")
    merchandiser.page.locator("footer button[name='action'][value='save']").click()
    merchandiser.has_worked()
    expect(merchandiser.page.locator("#tab-variants")).to_be_visible()

    shopper.page.reload()
    shopper.see("$29.900")
    shopper.go("cart/").look("cart-with-new-price")
    shopper.see("$29.900")
    assert before not in shopper.page.locator(".cart-line__total").inner_text()
    assert shopper.main.locator(".notice").count() >= 1, "the cart says that a price changed"


def test_a_mistake_beyond_the_edge_of_the_grid_is_shown(merchandiser):
    page = merchandiser.page
    page.set_viewport_size({"width": 1024, "height": 800})
    soap = Product.objects.get(upc="RZ-613")
    page.goto(reverse("products:edit", args=[soap.pk]))
    tab(merchandiser, "variants")
    last = page.locator("[data-shop-grid] input[name*='stock_']:not([type='hidden'])").last
    name = last.get_attribute("name")

    last.fill("muchas")
    page.locator("[data-shop-grid]").evaluate("grid => { grid.parentElement.scrollLeft = 0 }")
    page.locator("footer button[name='action'][value='save']").click()

    wrong = page.locator(f"[name='{name}']")
    expect(wrong).to_be_focused()
    expect(wrong).to_be_in_viewport(ratio=1)
    expect(wrong).to_have_attribute("aria-invalid", "true")
