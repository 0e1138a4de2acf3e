"""Screens × roles: who sees what, and what a marketer cannot do by posting it anyway."""

import pytest
from django.urls import reverse

from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import PaymentMethod
from commerce.merchandising.services.words import save_draft

from .conftest import form_data, words_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NOBODY, MERCHANDISER, MARKETER, DESK = None, "Merchandiser", "Marketer", "Order desk"
ADMINISTRATOR = "Administrator"

EVERYBODY_WHO_WRITES = {MERCHANDISER, MARKETER, ADMINISTRATOR}
MERCHANDISERS = {MERCHANDISER, ADMINISTRATOR}

SCREENS = {
    ("products:index", False): EVERYBODY_WHO_WRITES,
    ("products:index_results", False): EVERYBODY_WHO_WRITES,
    ("products:edit", True): EVERYBODY_WHO_WRITES,
    ("products:add", False): MERCHANDISERS,
    ("products:copy", True): MERCHANDISERS,
    ("products:delete", True): MERCHANDISERS,
    ("products:history", True): MERCHANDISERS,
    ("categories:index", False): EVERYBODY_WHO_WRITES,
    ("categories:edit", True): EVERYBODY_WHO_WRITES,
    ("categories:add", False): MERCHANDISERS,
    ("categories:delete", True): MERCHANDISERS,
    ("stock:index", False): MERCHANDISERS,
    ("stock:movements", False): MERCHANDISERS,
    **{
        (f"{name}:{screen}", screen == "edit"): MERCHANDISERS
        for name in (
            "product-classes",
            "attributes",
            "option-groups",
            "options",
            "price-lists",
            "warehouses",
            "delivery-methods",
            "payment-methods",
        )
        for screen in ("index", "add", "edit")
    },
    ("checkout-policies:index", False): MERCHANDISERS,
    ("checkout-policies:add", False): MERCHANDISERS,
    ("tax-rates:index", False): MERCHANDISERS,
    ("tax-rates:add", False): MERCHANDISERS,
    ("wagtailsnippets_product_copy_productcopy:list", False): EVERYBODY_WHO_WRITES,
    ("wagtailsnippets_product_copy_productcopy:edit", True): EVERYBODY_WHO_WRITES,
    ("wagtailsnippets_product_copy_productcopy:add", False): set(),
    ("wagtailsnippets_product_copy_categorycopy:list", False): EVERYBODY_WHO_WRITES,
}


@pytest.fixture
def numbers(shop):
    """The id that each screen is asked for."""
    product = shop.product()
    category = shop.categories["serums"]
    save_draft(
        words=CategoryCopy(category=category, locale=shop.locales["es"], title="Sérums"), by=None
    )
    delivery = DeliveryMethod.objects.create(market="co", code="standard", price=8000)
    payment = PaymentMethod.objects.create(market="co", gateway="transfer")
    return {
        "products": product.pk,
        "categories": category.pk,
        "product-classes": shop.product_class.pk,
        "attributes": shop.colour.pk,
        "option-groups": shop.colour.option_group_id,
        "options": shop.options["Higo"].pk,
        "price-lists": shop.lists["co"].pk,
        "warehouses": shop.warehouses["Bogotá"].warehouse.pk,
        "delivery-methods": delivery.pk,
        "payment-methods": payment.pk,
        "wagtailsnippets_product_copy_productcopy": ProductCopy.objects.get(product=product).pk,
    }


@pytest.mark.parametrize("role", [NOBODY, MERCHANDISER, MARKETER, DESK, ADMINISTRATOR])
def test_each_role_sees_its_screens_and_no_other(role, numbers, person_with, signed_in):
    client = signed_in(person_with(role))
    wrong = []
    for (name, needs_id), allowed in SCREENS.items():
        arguments = [numbers[name.split(":")[0]]] if needs_id else []
        response = client.get(reverse(name, args=arguments))
        seen = response.status_code == 200
        if seen != (role in allowed) or response.status_code >= 500:
            wrong.append(f"{name}: {response.status_code}")
    assert not wrong, f"{role}: {wrong}"


def test_the_menu_shows_each_role_what_it_can_open(person_with, signed_in, shop):
    def menu(role):
        response = signed_in(person_with(role)).get(reverse("wagtailadmin_home"))
        return response.content.decode()

    assert "/catalogue/price-lists/" in menu(MERCHANDISER)
    marketer = menu(MARKETER)
    assert "/catalogue/products/" in marketer
    assert "/catalogue/price-lists/" not in marketer
    assert "/catalogue/" not in menu(DESK)


def test_a_marketer_writes_words_and_nothing_else(shop, person_with, signed_in):
    product = shop.product()
    marketer = person_with(MARKETER)
    client = signed_in(marketer)
    url = reverse("products:edit", args=[product.pk])
    page = client.get(url)
    data = form_data(page)
    assert not [name for name in data if name.startswith(("identity-", "own-", "variants-"))]

    response = client.post(
        url,
        data
        | {
            "words-es-title": "Sérum nuevo",
            "identity-sku": "HACKED",
            "identity-main_category": shop.categories["serums"].pk,
            "identity-product_class": shop.product_class.pk,
            f"own-amount_{shop.lists['co'].pk}": "1",
            "variants-TOTAL_FORMS": "0",
            "action": "publish:es",
        },
    )

    assert response.status_code == 302, words_of(response)
    product.refresh_from_db()
    assert product.upc == "SER-1"
    assert product.prices.get().amount == 99000
    assert ProductCopy.objects.get(product=product).title == "Sérum nuevo"
    assert client.post(url, data | {"action": "generate"}).status_code in (302, 403)


def test_who_may_not_publish_cannot_by_posting(shop, person_with, signed_in):
    from django.contrib.auth.models import Permission

    product = shop.product()
    writer = person_with()
    writer.user_permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="change_productcopy"),
    )
    client = signed_in(writer)
    url = reverse("products:edit", args=[product.pk])

    client.post(url, form_data(client.get(url)) | {"action": "publish:es"})

    assert not ProductCopy.objects.get(product=product).live
