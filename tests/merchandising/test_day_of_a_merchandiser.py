"""From an empty form to a product that is on sale, through the screens alone."""

import json
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.urls import reverse
from oscar.core.loading import get_model
from PIL import Image as Picture
from wagtail.images import get_image_model

from commerce.copy.models import ProductCopy
from commerce.inventory.models import StockMovement
from commerce.pricing.models import Price

from .conftest import form_data, words_of

Product = get_model("catalogue", "Product")
StockRecord = get_model("partner", "StockRecord")

pytestmark = pytest.mark.django_db


def rich(text: str) -> str:
    """Rich text as the editor's own field posts it."""
    return json.dumps(
        {
            "blocks": [
                {
                    "key": "aaaaa",
                    "text": text,
                    "type": "unstyled",
                    "depth": 0,
                    "inlineStyleRanges": [],
                    "entityRanges": [],
                }
            ],
            "entityMap": {},
        }
    )


@pytest.fixture
def picture():
    content = BytesIO()
    Picture.new("RGB", (80, 100), "#A8481F").save(content, "PNG")
    content.seek(0)
    return get_image_model().objects.create(
        title="Sérum", file=ImageFile(content, name="serum.png")
    )


def test_a_product_is_made_written_priced_stocked_and_published(
    shop, merchandiser, signed_in, picture
):
    client = signed_in(merchandiser)

    # A product class, a category, a title: no more is needed to begin.
    response = client.post(
        reverse("products:add"),
        {
            "title": "Sérum de mañana",
            "sku": "SER-1",
            "product_class": shop.product_class.pk,
            "main_category": shop.categories["serums"].pk,
        },
    )
    product = Product.objects.get(upc="SER-1")
    url = reverse("products:edit", args=[product.pk])
    assert response.url == url
    assert not product.is_public

    # Words in two languages, a picture, and a row for each combination of options.
    data = form_data(client.get(url))
    data |= {
        "words-es-summary": "Despierta la piel.",
        "words-es-description": rich("Con vitamina C."),
        "words-en-title": "Morning serum",
        "words-en-description": rich("With vitamin C."),
        "photos-TOTAL_FORMS": "1",
        "photos-0-image": picture.pk,
        "photos-0-option": shop.options["Terracota"].pk,
        "photos-0-ORDER": "1",
        "photos-0-id": "",
        f"generate_option_{shop.colour.pk}": [
            shop.options["Terracota"].pk,
            shop.options["Higo"].pk,
        ],
        f"generate_option_{shop.size.pk}": [shop.options["30 ml"].pk],
        "action": "generate",
    }
    response = client.post(url, data)
    assert response.status_code == 200
    assert not product.children.exists(), "nothing is saved by making rows"
    data = form_data(response)
    assert data["variants-TOTAL_FORMS"] == ["2"]
    assert data["variants-0-sku"] == ["SER-1-TERRACOTA-30-ML"]
    assert data["words-en-title"] == ["Morning serum"], "what was typed is still there"

    # Prices and stock, then everything at once.
    bogota = shop.warehouses["Bogotá"].pk
    co, us = shop.lists["co"].pk, shop.lists["us"].pk
    data |= {
        "identity-is_public": "on",
        f"own-amount_{co}": "99.000",
        f"own-compare_{co}": "120.000",
        f"own-amount_{us}": "25",
        f"variants-1-amount_{us}": "27,50",
        f"variants-0-stock_{bogota}": "12",
        f"variants-1-stock_{bogota}": "0",
        "stock_reason": "Entrega de noviembre",
        "action": "publish-all",
    }
    response = client.post(url, data)
    assert response.status_code == 302, words_of(response)

    product.refresh_from_db()
    first, second = product.children.order_by("pk")
    assert product.is_public
    assert product.structure == Product.PARENT
    assert first.attr.colour == shop.options["Terracota"]
    assert second.attr.size == shop.options["30 ml"]
    assert product.photos.get().option == shop.options["Terracota"]

    price = Price.objects.get(product=product, price_list=co)
    assert (price.amount, price.compare_at) == (Decimal(99000), Decimal(120000))
    assert Price.objects.get(product=second, price_list=us).amount == Decimal("27.50")
    assert not Price.objects.filter(product=first).exists(), "it costs what its parent does"

    movement = StockMovement.objects.get(stockrecord__product=first)
    assert (movement.in_stock, movement.kind) == (12, "adjusted")
    assert (movement.reason, movement.by) == ("Entrega de noviembre", merchandiser)
    assert StockRecord.objects.get(product=second).num_in_stock == 0

    spanish, english = ProductCopy.objects.filter(product=product).order_by("pk")
    assert (spanish.live, english.live) == (True, True)
    assert (spanish.slug, english.slug) == ("serum-de-manana", "morning-serum")
    assert "Con vitamina C." in spanish.description
    assert english.translation_key == spanish.translation_key


def test_a_draft_does_not_touch_what_is_public(shop, merchandiser, signed_in):
    product = shop.product(by=merchandiser)
    client = signed_in(merchandiser)
    url = reverse("products:edit", args=[product.pk])
    client.post(url, form_data(client.get(url)) | {"action": "publish:es"})

    client.post(url, form_data(client.get(url)) | {"words-es-title": "Sérum nuevo"})

    words = ProductCopy.objects.get(product=product)
    assert words.title == "Sérum de mañana"
    assert words.has_unpublished_changes
    assert words.get_latest_revision_as_object().title == "Sérum nuevo"

    client.post(url, form_data(client.get(url)) | {"action": "unpublish:es"})
    words.refresh_from_db()
    assert not words.live


def test_saving_an_untouched_page_changes_nothing(shop, merchandiser, signed_in):
    product = shop.product(by=merchandiser)
    client = signed_in(merchandiser)
    url = reverse("products:edit", args=[product.pk])
    client.post(url, form_data(client.get(url)) | {"words-es-description": rich("Con aloe.")})
    revisions = ProductCopy.objects.get(product=product).revisions.count()
    movements = StockMovement.objects.count()

    response = client.post(url, form_data(client.get(url)))

    assert response.status_code == 302
    assert ProductCopy.objects.get(product=product).revisions.count() == revisions
    assert StockMovement.objects.count() == movements
    assert not ProductCopy.objects.filter(product=product, locale__language_code="en").exists()


def test_stock_of_a_single_product_goes_to_its_first_variant(shop, merchandiser, signed_in):
    product = shop.product(stock=10, by=merchandiser)
    client = signed_in(merchandiser)
    url = reverse("products:edit", args=[product.pk])
    data = form_data(client.get(url)) | {
        f"generate_option_{shop.colour.pk}": [option.pk for option in shop.options.values()],
        "action": "generate",
    }
    data = form_data(client.post(url, data))

    assert client.post(url, data).status_code == 302

    first, second = product.children.order_by("pk")
    assert first.stockrecords.get().num_in_stock == 10
    assert first.stockrecords.get().partner_sku == first.upc
    assert not second.stockrecords.exists()
    assert not product.stockrecords.exists()


def test_a_duplicate_is_hidden_and_has_no_stock(shop, merchandiser, signed_in):
    product = shop.product(by=merchandiser)
    client = signed_in(merchandiser)

    client.post(reverse("products:copy", args=[product.pk]))

    copy = Product.objects.exclude(pk=product.pk).get()
    assert (copy.upc, copy.is_public) == ("SER-1-2", False)
    assert not copy.copies.get().live
    assert copy.copies.get().slug != product.copies.get().slug
    assert copy.prices.get().amount == Decimal(99000)
    assert not copy.stockrecords.exists()


def test_deleting_takes_words_and_prices_along(shop, merchandiser, signed_in):
    product = shop.product(by=merchandiser)

    signed_in(merchandiser).post(reverse("products:delete", args=[product.pk]))

    assert not Product.objects.exists()
    assert not ProductCopy.objects.exists()
    assert not Price.objects.exists()
