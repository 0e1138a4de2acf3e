"""Words: previewed as shoppers see them, and in step with the translation tools."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail_localize.models import Translation, TranslationSource

from commerce.copy.models import ProductCopy

from .conftest import form_data, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

LIST = "/admin/snippets/product_copy/productcopy/"


@pytest.fixture
def product(shop, merchandiser):
    return shop.product(by=merchandiser)


def test_unsaved_words_can_be_previewed_in_each_market(product, merchandiser, signed_in):
    client = signed_in(merchandiser)
    url = reverse("products:edit", args=[product.pk])
    data = form_data(client.get(url)) | {"words-es-title": "Un título sin guardar"}

    for mode in ("es-co", "es-mx", "es-us"):
        response = client.post(url, data | {"action": f"preview:{mode}"})
        assert response.status_code == 200
        assert "Un título sin guardar" in response.content.decode()

    words = ProductCopy.objects.get(product=product)
    assert words.get_latest_revision_as_object().title == "Sérum de mañana"


def test_words_submitted_for_translation_are_left_to_the_translation_editor(
    product, shop, merchandiser, signed_in
):
    client = signed_in(merchandiser)
    spanish = ProductCopy.objects.get(product=product)
    submit = reverse(
        "wagtail_localize:submit_snippet_translation",
        args=["product_copy", "productcopy", spanish.pk],
    )
    assert client.get(submit).status_code == 200
    client.post(submit, {"locales": [shop.locales["en"].pk]})

    english = ProductCopy.objects.get(product=product, locale=shop.locales["en"])
    assert not english.live, "untranslated words are never published by themselves"
    url = reverse("products:edit", args=[product.pk])
    data = form_data(client.get(url))
    assert "words-es-title" in data
    assert "words-en-title" not in data

    # Saving the other tabs leaves the translation alone, and so does posting its fields.
    response = client.post(url, data | {"words-en-title": "Written past the tools"})
    assert response.status_code == 302, words_of(response)
    english.refresh_from_db()
    assert english.title == "Sérum de mañana"

    translation = Translation.objects.get(
        source=TranslationSource.objects.get(object_id=spanish.translation_key)
    )
    po = client.get(reverse("wagtail_localize:download_pofile", args=[translation.pk]))
    assert "Sérum de mañana" in po.content.decode()
    assert (
        client.get(
            reverse("wagtailsnippets_product_copy_productcopy:edit", args=[english.pk])
        ).status_code
        == 200
    )


def test_saving_another_tab_makes_no_draft_of_words_that_came_from_elsewhere(
    product, merchandiser, signed_in
):
    words = ProductCopy.objects.get(product=product)
    words.ingredients = (
        "<p>Aceite de <em>Moringa oleifera</em>.</p><p><strong>Sin sulfatos</strong></p>"
    )
    words.save_revision().publish()
    revision = ProductCopy.objects.get(pk=words.pk).latest_revision_id
    client = signed_in(merchandiser)
    url = reverse("products:edit", args=[product.pk])

    assert client.post(url, form_data(client.get(url))).status_code == 302

    assert ProductCopy.objects.get(pk=words.pk).latest_revision_id == revision


# --- The list


def buttons_of(page) -> dict[str, set[str]]:
    """``{title: what its menu offers}``."""
    rows = BeautifulSoup(page.content, "html.parser").select("tbody tr")
    return {
        row.select_one(".title-wrapper").text.strip(): {
            link["href"].split("?")[0] for link in row.select("a[href*=localize]")
        }
        for row in rows
        if row.select_one(".title-wrapper")
    }


def test_the_list_offers_to_translate_what_is_not_in_every_language(
    product, shop, merchandiser, signed_in
):
    client = signed_in(merchandiser)
    other = shop.product(sku="CRE-1", title="Crema de noche", by=merchandiser)
    words = ProductCopy.objects.get(product=other)
    submit = submit_of(words)
    client.post(submit, {"locales": [shop.locales["en"].pk]})
    source = TranslationSource.objects.get_for_instance(words)

    found = buttons_of(client.get(LIST, {"locale": "es"}))

    # What is in all languages is no more offered to be translated, but to be brought up to date.
    assert found == {
        "Sérum de mañana": {submit_of(ProductCopy.objects.get(product=product))},
        "Crema de noche": {reverse("wagtail_localize:update_translations", args=[source.pk])},
    }


def submit_of(words) -> str:
    return reverse(
        "wagtail_localize:submit_snippet_translation",
        args=["product_copy", "productcopy", words.pk],
    )


def test_fifteen_queries_list_any_number_of_texts(
    product, shop, merchandiser, signed_in, assert_max_queries
):
    client = signed_in(merchandiser)
    for number in range(12):
        shop.product(sku=f"CRE-{number}", title=f"Crema {number}", by=merchandiser)
    client.get(LIST)
    with assert_max_queries(15):
        client.get(LIST)
