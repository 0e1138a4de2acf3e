"""What is wrong is refused beside its cell; what was typed stays, and nothing is written."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from oscar.core.loading import get_model

from commerce.copy.models import ProductCopy
from commerce.inventory.models import StockMovement
from commerce.inventory.services import adjust_stock
from commerce.merchandising.services.products import create_product
from commerce.pricing.models import Price

from .conftest import form_data, words_of

Product = get_model("catalogue", "Product")

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def editor(shop, merchandiser, signed_in):
    """The editor of one product: ``post(change)`` sends it with some cells changed."""

    class Editor:
        product = shop.product(by=merchandiser)
        url = reverse("products:edit", args=[product.pk])
        client = signed_in(merchandiser)
        user = merchandiser

        def data(self):
            return form_data(self.client.get(self.url))

        def post(self, change):
            return self.client.post(self.url, self.data() | change)

    return Editor()


def error_beside(response, name: str) -> str:
    """The mistake that the page says about a control."""
    page = BeautifulSoup(response.content, "html.parser")
    control = page.select_one(f'[name="{name}"]')
    field = control.find_parent(attrs={"data-field": True})
    if field and (message := field.select_one(".error-message")):
        return message.get_text(" ").strip()
    if described := control.get("aria-describedby"):
        texts = [page.find(id=one) for one in described.split()]
        return " ".join(text.get_text(" ") for text in texts if text).strip()
    return ""


def cells(shop):
    co, us = shop.lists["co"].pk, shop.lists["us"].pk
    bogota = shop.warehouses["Bogotá"].pk
    return {
        "a price in words": ({f"own-amount_{co}": "carísimo"}, f"own-amount_{co}"),
        "a negative price": ({f"own-amount_{co}": "-1"}, f"own-amount_{co}"),
        "decimals in pesos": ({f"own-amount_{co}": "99,50"}, f"own-amount_{co}"),
        "compared with less": (
            {f"own-amount_{us}": "25", f"own-compare_{us}": "20"},
            f"own-compare_{us}",
        ),
        "compared with nothing": ({f"own-compare_{us}": "20"}, f"own-amount_{us}"),
        "negative stock": ({f"own-stock_{bogota}": "-3"}, f"own-stock_{bogota}"),
        "stock in words": ({f"own-stock_{bogota}": "muchos"}, f"own-stock_{bogota}"),
        "stock wiped out": ({f"own-stock_{bogota}": ""}, f"own-stock_{bogota}"),
        "stock beyond counting": ({f"own-stock_{bogota}": "9" * 12}, f"own-stock_{bogota}"),
        "another's SKU": ({"identity-sku": "OTHER-1"}, "identity-sku"),
        "no SKU": ({"identity-sku": ""}, "identity-sku"),
        "a SKU without end": ({"identity-sku": "X" * 65}, "identity-sku"),
        "no category": ({"identity-main_category": ""}, "identity-main_category"),
        "a category that is none": ({"identity-main_category": "999999"}, "identity-main_category"),
        "a day that is none": ({"identity-launched_on": "2026-02-31"}, "identity-launched_on"),
        "no title": ({"words-es-title": ""}, "words-es-title"),
        "a title without end": ({"words-es-title": "ñ" * 121}, "words-es-title"),
        "English without a title": ({"words-en-summary": "Wakes up."}, "words-en-title"),
        "another's address": ({"words-es-slug": "otro"}, "words-es-slug"),
        "an address with spaces": ({"words-es-slug": "una dirección"}, "words-es-slug"),
        "a NUL byte": ({"words-es-title": "a\x00b"}, "words-es-title"),
    }


CASES = [
    "a price in words",
    "a negative price",
    "decimals in pesos",
    "compared with less",
    "compared with nothing",
    "negative stock",
    "stock in words",
    "stock wiped out",
    "stock beyond counting",
    "another's SKU",
    "no SKU",
    "a SKU without end",
    "no category",
    "a category that is none",
    "a day that is none",
    "no title",
    "a title without end",
    "English without a title",
    "another's address",
    "an address with spaces",
    "a NUL byte",
]


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_named_and_nothing_is_half_written(case, editor, shop):
    create_product(
        product_class=shop.product_class,
        category=shop.categories["face"],
        sku="OTHER-1",
        title="Otro",
        locale=shop.locales["es"],
        by=editor.user,
    )
    assert set(cells(shop)) == set(CASES)
    change, where = cells(shop)[case]
    movements = StockMovement.objects.count()
    good = {"words-es-summary": "Nueva.", f"own-amount_{shop.lists['mx'].pk}": "499"}

    response = editor.post(good | change)

    assert response.status_code == 200
    assert error_beside(response, where), "the mistake stands beside its cell"
    kept = form_data(response)
    for name, value in (good | change).items():
        # A list cannot show what it does not offer, nor a page a NUL byte.
        if value != "999999" and "\x00" not in value:
            assert kept[name] == [value], "what was typed is still there"
    assert StockMovement.objects.count() == movements
    assert Price.objects.filter(product=editor.product).count() == 1
    latest = ProductCopy.objects.get(product=editor.product).get_latest_revision_as_object()
    assert latest.summary == ""


def test_variants_with_the_same_sku_or_options_are_refused(editor, shop):
    colour = f"option_{shop.colour.pk}"
    terracotta = str(shop.options["Terracota"].pk)
    rows = {
        "variants-TOTAL_FORMS": "2",
        "variants-0-sku": "V-1",
        f"variants-0-{colour}": terracotta,
        "variants-1-sku": "V-1",
        f"variants-1-{colour}": terracotta,
    }

    response = editor.post(rows)
    assert error_beside(response, "variants-1-sku")

    response = editor.post(rows | {"variants-1-sku": "V-2"})
    assert error_beside(response, f"variants-1-{colour}")
    assert not editor.product.children.exists()


def test_variants_may_exchange_their_skus(editor, shop):
    colour = f"option_{shop.colour.pk}"
    rows = {"variants-TOTAL_FORMS": "2"}
    for index, name in enumerate(("Terracota", "Higo")):
        rows |= {
            f"variants-{index}-sku": f"V-{index}",
            f"variants-{index}-{colour}": shop.options[name].pk,
            f"variants-{index}-is_active": "on",
        }
    assert editor.post(rows).status_code == 302

    response = editor.post({"variants-0-sku": "V-1", "variants-1-sku": "V-0"})

    assert response.status_code == 302, words_of(response)
    assert list(editor.product.children.order_by("pk").values_list("upc", flat=True)) == [
        "V-1",
        "V-0",
    ]


def test_a_variant_of_another_product_cannot_be_written(editor, shop):
    other = Product.objects.create(
        structure="parent", product_class=shop.product_class, title="Otro", upc="O-1"
    )
    foreign = Product.objects.create(structure="child", parent=other, upc="O-1-A")

    response = editor.post(
        {
            "variants-TOTAL_FORMS": "1",
            "variants-0-variant": foreign.pk,
            "variants-0-sku": "STOLEN",
            f"variants-0-option_{shop.colour.pk}": shop.options["Higo"].pk,
        }
    )

    assert response.status_code == 200
    foreign.refresh_from_db()
    assert (foreign.upc, foreign.parent_id) == ("O-1-A", other.pk)


@pytest.mark.parametrize(
    "broken",
    [
        {"variants-TOTAL_FORMS": "many"},
        {"variants-TOTAL_FORMS": "100000"},
        {"photos-TOTAL_FORMS": "x"},
        {"photos-TOTAL_FORMS": "1", "photos-0-image": "999999", "photos-0-ORDER": "1"},
        {"lists": ["0", "abc", "99999999999999999999"]},
        {"action": "publish:xx"},
        {"action": "nothing:at-all"},
        {"action": "preview:xx-yy"},
    ],
)
def test_a_broken_form_is_no_server_error(broken, editor):
    response = editor.post(broken)
    assert response.status_code in (200, 302)


def test_the_form_without_scripts_saves_and_keeps_the_material(editor):
    data = {name: value for name, value in editor.data().items() if "material" not in name}
    response = editor.client.post(editor.url, data | {"words-es-summary": "Sin guiones."})
    assert response.status_code == 302
    words = ProductCopy.objects.get(product=editor.product)
    assert words.get_latest_revision_as_object().summary == "Sin guiones."


# --- Two people at once ---------------------------------------------------------------


def test_the_second_of_two_editors_is_told_and_loses_nothing(editor, person_with, client, shop):
    mine = editor.data()
    colleague = person_with("Merchandiser", email="second@example.com")
    from django.test import Client

    other = Client()
    other.force_login(colleague)
    other.post(editor.url, form_data(other.get(editor.url)) | {"identity-sku": "SER-NEW"})

    response = editor.client.post(editor.url, mine | {"words-es-title": "Lo mío"})

    assert response.status_code == 409
    assert "Ana Ríos" in words_of(response)
    kept = form_data(response)
    assert kept["words-es-title"] == ["Lo mío"]
    editor.product.refresh_from_db()
    assert editor.product.upc == "SER-NEW", "the first one's work stands"

    # Knowing it, they may put theirs in its place.
    assert editor.client.post(editor.url, kept).status_code == 302
    editor.product.refresh_from_db()
    assert editor.product.upc == "SER-1"


def test_a_sale_is_no_conflict_but_a_changed_count_is_shown(editor, shop):
    data = editor.data()
    bogota = shop.warehouses["Bogotá"]
    record = editor.product.stockrecords.get(partner=bogota)
    adjust_stock(stockrecord=record, quantity=7, reason="sold elsewhere")

    # The count was not touched: saving something else is fine.
    response = editor.client.post(editor.url, data | {"words-es-summary": "Nueva."})
    assert response.status_code == 302
    record.refresh_from_db()
    assert record.num_in_stock == 7

    # The count was touched: the typist sees what it became first.
    data = editor.data() | {
        f"own-seen_{bogota.pk}": "10",
        f"own-stock_{bogota.pk}": "12",
    }
    response = editor.client.post(editor.url, data)
    assert response.status_code == 200
    assert "7" in error_beside(response, f"own-stock_{bogota.pk}")
    assert editor.client.post(editor.url, form_data(response)).status_code == 302
    record.refresh_from_db()
    assert record.num_in_stock == 12
