"""Labels in the back office, and on the product's own screen."""

import pytest
from django.urls import reverse

from commerce.labels.models import Label, LabelPolicy, Newness
from commerce.listings.models import Listing
from commerce.recommendations.models import Complement, RelatedProduct
from tests import factories as make
from tests.merchandising.conftest import form_data, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def desk(merchandiser, signed_in):
    return signed_in(merchandiser)


def typed(**changes):
    return {
        "code": "precyber",
        "colour": "#5E2A3C",
        "priority": "50",
        "is_active": "on",
        "text_es": "PreCyber",
        "text_en": "PreCyber deal",
        "skus": "",
    } | changes


def test_a_label_is_made_with_its_texts_and_put_on_skus(desk, django_capture_on_commit_callbacks):
    lipstick = make.listed(make.lipstick())
    with django_capture_on_commit_callbacks(execute=True):
        response = desk.post(reverse("labels:add"), typed(skus="RZ-501-2\n"))
    assert response.status_code == 302
    label = Label.objects.get(code="precyber")
    assert list(label.products.all()) == [lipstick]
    found = {
        row.language: row.labels[0]["text"] for row in Listing.objects.filter(product=lipstick)
    }
    assert found == {"es": "PreCyber", "en": "PreCyber deal"}
    assert "PreCyber" in words_of(desk.get(reverse("labels:index")))


def test_changing_and_deleting_a_label_reaches_every_card(desk, django_capture_on_commit_callbacks):
    category = make.category("Cremas")
    product = make.listed(make.product(categories=[category]))
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("labels:add"), typed(categories=[str(category.pk)]))
    label = Label.objects.get(code="precyber")
    edit = reverse("labels:edit", args=[label.pk])
    assert form_data(desk.get(edit), "form[action]")
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(edit, typed(text_es="Ya casi", categories=[str(category.pk)]))
    row = Listing.objects.get(product=product, market="co", language="es")
    assert row.labels[0]["text"] == "Ya casi"
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(reverse("labels:delete", args=[label.pk]))
    row.refresh_from_db()
    assert [one["code"] for one in row.labels] == ["new"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"colour": "#808080"},
        {"colour": "red"},
        {"text_es": ""},
        {"skus": "NADA-1"},
        {"starts_on": "2031-05-09", "ends_on": "2031-05-08"},
        {"code": "new"},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_lost(desk, wrong):
    response = desk.post(reverse("labels:add"), typed(**wrong))
    assert response.status_code == 200
    assert "PreCyber deal" in response.content.decode()
    assert not Label.objects.own().exists()


def test_labels_that_the_shop_works_out_keep_their_code_and_cannot_be_deleted(desk):
    new = Label.objects.get(kind="new")
    response = desk.post(
        reverse("labels:edit", args=[new.pk]),
        {"colour": "", "priority": "20", "text_es": "Recién llegado", "is_active": "on"},
    )
    assert response.status_code == 302
    new.refresh_from_db()
    assert new.code == "new" and new.copies.get().text == "Recién llegado"
    desk.post(reverse("labels:delete", args=[new.pk]))
    assert Label.objects.filter(pk=new.pk).exists()
    discount = Label.objects.get(kind="discount")
    assert "text_es" not in desk.get(reverse("labels:edit", args=[discount.pk])).content.decode()


def test_a_market_says_how_long_things_are_new(desk):
    data = {"market": "co", "new_days": "30", "most_per_card": "2"}
    assert desk.post(reverse("label-policies:add"), data).status_code == 302
    assert LabelPolicy.objects.get().new_days == 30


# --- On the product's screen


def test_the_products_screen_says_its_labels_newness_and_recommendations(desk):
    category = make.category("Cremas")
    one, other, third = (make.product(sku=f"P-{n}", categories=[category]) for n in (1, 2, 3))
    label = Label.objects.create(code="x")
    edit = reverse("products:edit", args=[one.pk])
    data = form_data(desk.get(edit))
    data |= {
        "showing-labels": [str(label.pk)],
        "showing-new_until": ["2031-01-31"],
        "complements-TOTAL_FORMS": ["2"],
        "complements-0-other": [str(third.pk)],
        "complements-0-ORDER": ["1"],
        "complements-1-other": [str(other.pk)],
        "complements-1-ORDER": ["2"],
        "related_products-TOTAL_FORMS": ["1"],
        "related_products-0-other": [str(other.pk)],
        "related_products-0-ORDER": ["1"],
    }
    response = desk.post(edit, data)
    assert response.status_code == 302, words_of(response)
    assert list(one.labels.all()) == [label]
    assert str(Newness.objects.get(product=one).until) == "2031-01-31"
    chosen = Complement.objects.order_by("sort_order").values_list("other__upc", flat=True)
    assert list(chosen) == ["P-3", "P-2"]
    assert RelatedProduct.objects.get().other == other
    # Saved once more as it stands, nothing changes.
    assert desk.post(edit, form_data(desk.get(edit))).status_code == 302
    assert list(chosen.all()) == ["P-3", "P-2"] and list(one.labels.all()) == [label]


@pytest.mark.parametrize("wrong", ["itself", "twice"])
def test_a_product_is_neither_its_own_companion_nor_one_twice(desk, wrong):
    one, other = make.product(sku="P-1"), make.product(sku="P-2")
    edit = reverse("products:edit", args=[one.pk])
    data = form_data(desk.get(edit))
    rows = [one] if wrong == "itself" else [other, other]
    data["complements-TOTAL_FORMS"] = [str(len(rows))]
    for number, row in enumerate(rows):
        data[f"complements-{number}-other"] = [str(row.pk)]
        data[f"complements-{number}-ORDER"] = [str(number + 1)]
    assert desk.post(edit, data).status_code == 200
    assert not Complement.objects.exists()
