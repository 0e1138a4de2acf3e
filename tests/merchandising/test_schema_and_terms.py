"""Categories, attributes, options and a market's terms, through their screens."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from oscar.core.loading import get_model

from commerce.copy.models import AttributeCopy, CategoryCopy, OptionCopy
from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import PaymentMethod
from commerce.inventory.models import StockMovement, Warehouse
from commerce.listings.models import FilterableAttribute
from commerce.policies.models import CheckoutPolicy
from commerce.pricing.models import OptionContent, PriceList, TaxRate
from commerce.pricing.services import set_price
from tests import factories as make
from tests.cms.factories import make_page

from .conftest import form_data, words_of

Category = get_model("catalogue", "Category")
ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOption = get_model("catalogue", "AttributeOption")
ProductClass = get_model("catalogue", "ProductClass")

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def client(merchandiser, signed_in, shop):
    return signed_in(merchandiser)


def soup_of(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def add(client, name: str, data: dict):
    response = client.post(reverse(f"{name}:add"), data)
    assert response.status_code == 302, words_of(response)
    return response


# --- Attributes that shoppers filter by ---------------------------------------------------


def test_a_new_attribute_is_made_given_to_a_product_and_filtered_by(client, shop):
    """A product in two colours, both matte: chosen once for all variants, found by a shopper."""
    add(
        client,
        "attributes",
        {
            "product_class": shop.product_class.pk,
            "code": "finish",
            "type": "option",
            "option_group": "",
            "name_es": "Acabado",
            "name_en": "Finish",
            "filterable": "on",
        },
    )
    finish = ProductAttribute.objects.get(code="finish")
    for es, en in (("Mate", "Matte"), ("Satinado", "Satin")):
        data = {"group": finish.option_group_id, "code": "", "name_es": es, "name_en": en}
        add(client, "options", data)
    matte = AttributeOption.objects.get(option="Mate")
    shop.product(sku="SER-2", title="Otro sérum")
    lipstick = shop.product()
    url = reverse("products:edit", args=[lipstick.pk])
    colours = [shop.options["Terracota"].pk, shop.options["Higo"].pk]
    data = form_data(client.get(url)) | {
        f"generate_option_{shop.colour.pk}": colours,
        "action": "generate",
    }
    data = form_data(client.post(url, data)) | {
        f"own-option_{finish.pk}": matte.pk,
        "identity-is_public": "on",
        "action": "publish-all",
    }

    saved = client.post(url, data)

    assert saved.status_code == 302, words_of(saved)
    make.listed(lipstick)
    assert form_data(client.get(url))[f"own-option_{finish.pk}"] == [str(matte.pk)]
    shopper = Client()
    page = shopper.get("/es-co/catalogo/", {"finish": "mate"})
    groups = {group.name: group for group in page.context["listing"].filters.groups}
    assert groups["finish"].label == "Acabado"
    assert [(one.label, one.count) for one in groups["finish"].values] == [("Mate", 1)]
    assert [card.title for card in page.context["cards"]] == ["Sérum de mañana"]
    product = shopper.get(page.context["cards"][0].path.replace("/", "/es-co/", 1))
    assert ("Acabado", "Mate") in product.context["details"]


def test_an_option_is_chosen_for_all_variants_or_for_each(client, shop):
    product = shop.product()
    url = reverse("products:edit", args=[product.pk])
    data = form_data(client.get(url)) | {
        f"generate_option_{shop.colour.pk}": [option.pk for option in shop.options.values()],
        "action": "generate",
    }
    size = shop.options["30 ml"].pk
    data = form_data(client.post(url, data))

    some = client.post(
        url,
        data | {f"own-option_{shop.size.pk}": size, f"variants-0-option_{shop.size.pk}": size},
    )

    assert some.status_code == 200
    assert "Elígela" in words_of(some) or "Choose it" in words_of(some)
    assert not product.children.exists()


# --- Categories -----------------------------------------------------------------------


def test_a_category_is_made_written_placed_and_published(client, shop):
    add(client, "categories", {"title": "Labios", "parent": ""})
    lips = Category.objects.get(name="Labios")
    url = reverse("categories:edit", args=[lips.pk])

    response = client.post(
        url,
        form_data(client.get(url))
        | {
            "category-parent": shop.categories["face"].pk,
            "words-en-title": "Lips",
            "words-es-summary": "Color y cuidado.",
            "action": "publish-all",
        },
    )

    assert response.status_code == 302, words_of(response)
    lips.refresh_from_db()
    assert lips.get_parent() == shop.categories["face"]
    copies = CategoryCopy.objects.filter(category=lips)
    assert set(copies.live().values_list("title", "slug")) == {
        ("Labios", "labios"),
        ("Lips", "lips"),
    }


def test_siblings_change_places(client, shop):
    body = Category.add_root(name="Cuerpo")
    client.post(reverse("categories:move", args=[body.pk]), {"to": "up"})
    assert [node.name for node in Category.get_root_nodes()] == ["Cuerpo", "Cuidado facial"]
    client.post(reverse("categories:move", args=[body.pk]), {"to": "up"})
    assert Category.objects.get(pk=shop.categories["serums"].pk).get_parent().name == (
        "Cuidado facial"
    )


def test_a_category_never_stands_below_itself(client, shop):
    face, serums = shop.categories["face"], shop.categories["serums"]
    url = reverse("categories:edit", args=[face.pk])
    response = client.post(url, form_data(client.get(url)) | {"category-parent": serums.pk})
    assert response.status_code == 200
    assert Category.objects.get(pk=face.pk).is_root()


def test_a_category_with_products_is_kept(client, shop):
    shop.product()
    face = shop.categories["face"]
    client.post(reverse("categories:delete", args=[face.pk]))
    assert Category.objects.filter(pk=face.pk).exists()
    client.post(reverse("categories:delete", args=[shop.categories["serums"].pk]))
    assert not Category.objects.filter(pk=shop.categories["serums"].pk).exists()


# --- Attributes and options -----------------------------------------------------------


def test_a_class_an_attribute_and_an_option_with_its_words_and_swatch(client, shop):
    add(client, "product-classes", {"name": "Textil", "tax_class": "reduced"})
    textile = ProductClass.objects.get(name="Textil")
    assert textile.tax.tax_class == "reduced"

    add(
        client,
        "attributes",
        {
            "product_class": textile.pk,
            "code": "colour",
            "type": "option",
            "option_group": shop.colour.option_group_id,
            "name_es": "Color",
            "name_en": "Colour",
        },
    )
    attribute = ProductAttribute.objects.get(product_class=textile)
    spanish, english = AttributeCopy.objects.filter(attribute=attribute).order_by("pk")
    assert (spanish.name, english.name) == ("Color", "Colour")
    assert spanish.translation_key == english.translation_key

    add(
        client,
        "options",
        {
            "group": shop.colour.option_group_id,
            "code": "",
            "name_es": "Cereza",
            "name_en": "Cherry",
            "swatch": "#8C1F2F",
        },
    )
    cherry = AttributeOption.objects.get(option="Cereza")
    assert (cherry.code, cherry.swatch.hex) == ("cereza", "#8C1F2F")

    url = reverse("options:edit", args=[cherry.pk])
    form = "form#w-editor-form"
    client.post(url, form_data(client.get(url), form) | {"name_en": "", "swatch": ""})
    cherry = AttributeOption.objects.get(pk=cherry.pk)
    assert list(OptionCopy.objects.filter(option=cherry).values_list("name")) == [("Cereza",)]
    assert not hasattr(cherry, "swatch")


def test_an_option_says_how_much_is_in_a_pack(client, shop):
    option = shop.options["30 ml"]
    url = reverse("options:edit", args=[option.pk])
    form = "form#w-editor-form"

    half = client.post(url, form_data(client.get(url), form) | {"content_amount": "30"})
    assert half.status_code == 200 and "content_unit" in half.context["form"].errors
    whole = {"content_amount": "29.5", "content_unit": "ml"}
    client.post(url, form_data(client.get(url), form) | whole)

    content = OptionContent.objects.get(option=option)
    assert (content.amount, content.unit) == (Decimal("29.5"), "ml")
    # As it was, saved again; then nothing any more.
    client.post(url, form_data(client.get(url), form))
    assert OptionContent.objects.get(option=option).amount == Decimal("29.5")
    client.post(url, form_data(client.get(url), form) | {"content_amount": "", "content_unit": ""})
    assert not OptionContent.objects.exists()


def test_a_tick_makes_an_attribute_a_filter(client, shop):
    url = reverse("attributes:edit", args=[shop.colour.pk])
    form = "form#w-editor-form"

    client.post(url, form_data(client.get(url), form) | {"filterable": "on"})
    assert FilterableAttribute.objects.filter(attribute=shop.colour).exists()
    shown = form_data(client.get(url), form)
    assert shown["filterable"]

    client.post(url, {name: value for name, value in shown.items() if name != "filterable"})
    assert not FilterableAttribute.objects.filter(attribute=shop.colour).exists()


def test_only_options_can_be_filters(client, shop):
    response = client.post(
        reverse("attributes:add"),
        {
            "product_class": shop.colour.product_class_id,
            "code": "origin",
            "type": "text",
            "name_es": "Origen",
            "filterable": "on",
        },
    )

    assert response.status_code == 200
    assert "filterable" in response.context["form"].errors


@pytest.mark.parametrize(
    ("name", "data", "field"),
    [
        ("options", {"name_es": "Higo"}, "name_es"),
        ("options", {"name_es": ""}, "name_es"),
        ("options", {"name_es": "Nuevo", "swatch": "rojo"}, "swatch"),
        ("attributes", {"code": "class", "type": "text", "name_es": "Clase"}, "code"),
        ("attributes", {"code": "shade", "type": "option", "name_es": ""}, "name_es"),
        ("delivery-methods", {"market": "co", "price": "gratis"}, "price"),
        ("delivery-methods", {"market": "co", "price": ""}, "price"),
        ("delivery-methods", {"market": "co", "days_min": 5, "days_max": 2}, "days_max"),
        ("payment-methods", {"market": "co", "gateway": "magic"}, "gateway"),
        ("payment-methods", {"market": "co", "hold_minutes": 1}, "hold_minutes"),
        ("payment-methods", {"market": "co", "fee": "gratis"}, "fee"),
        ("payment-methods", {"market": "co", "fee": "99,50"}, "fee"),
        ("payment-methods", {"market": "co", "gateway": "transfer", "fee": "5.000"}, "fee"),
        ("price-lists", {"starts_at": "2026-02-02 10:00", "ends_at": "2026-02-01 10:00"}, None),
        ("price-lists", {"code": "co"}, "code"),
        ("tax-rates", {"market": "us", "rate": "7.25"}, "rate"),
        ("tax-rates", {"market": "us", "postcode_prefix": "331"}, "region"),
        ("warehouses", {"name": "Bogotá"}, "name"),
    ],
)
def test_mistakes_are_refused_beside_their_field(client, shop, name, data, field):
    whole = {
        "options": {"group": shop.colour.option_group_id},
        "attributes": {"product_class": shop.product_class.pk},
        "delivery-methods": {
            "code": "standard",
            "price": "8.000",
            "days_min": 2,
            "days_max": 5,
            "position": 0,
            "name_es": "Estándar",
        },
        "payment-methods": {
            "gateway": "transfer",
            "hold_minutes": 60,
            "position": 0,
            "name_es": "Transferencia",
            "instructions_es": "null",
            "instructions_en": "null",
        },
        "price-lists": {"name": "Mayo", "code": "may", "market": "co", "priority": 5},
        "tax-rates": {"tax_class": "standard", "rate": "0.07"},
        "warehouses": {"position": 0},
    }[name]

    response = client.post(reverse(f"{name}:add"), whole | data)

    assert response.status_code == 200
    errors = response.context["form"].errors
    assert (field or "__all__") in errors, errors


# --- Terms ----------------------------------------------------------------------------


def test_a_market_gets_its_terms(client, shop):
    add(client, "price-lists", {"name": "VIP", "code": "vip", "market": "co", "priority": 10})
    add(client, "warehouses", {"name": "Cali", "markets": ["co", "mx"], "position": 3})
    add(
        client,
        "delivery-methods",
        {
            "market": "co",
            "code": "standard",
            "price": "8.900",
            "free_from": "150.000",
            "days_min": 2,
            "days_max": 5,
            "position": 0,
            "is_active": "on",
            "name_es": "Estándar",
            "name_en": "Standard",
        },
    )
    add(
        client,
        "payment-methods",
        {
            "market": "co",
            "gateway": "transfer",
            "hold_minutes": 2880,
            "position": 0,
            "is_active": "on",
            "name_es": "Transferencia",
            "instructions_es": "null",
            "instructions_en": "null",
        },
    )
    limits = {"open_orders": 5, "open_orders_network": 30, "returns_days": 0}
    add(client, "checkout-policies", {"market": "co", "phone_required": "on", **limits})
    add(
        client,
        "tax-rates",
        {"market": "us", "region": "FL", "tax_class": "standard", "rate": "0.06"},
    )

    assert PriceList.objects.get(code="vip").priority == 10
    cali = Warehouse.objects.get(partner__name="Cali")
    assert set(cali.served.values_list("market", "position")) == {("co", 3), ("mx", 3)}
    delivery = DeliveryMethod.objects.get()
    assert (delivery.price, delivery.free_from) == (8900, 150000)
    assert {copy.name for copy in delivery.copies.all()} == {"Estándar", "Standard"}
    assert PaymentMethod.objects.get().copies.get().name == "Transferencia"
    assert not CheckoutPolicy.objects.get(market="co").guests_allowed
    assert TaxRate.objects.get().region == "FL"
    assert "Estándar" in words_of(client.get(reverse("delivery-methods:index")))


def test_cash_on_delivery_gets_a_fee_in_the_market_s_own_way_of_writing(client, shop):
    cash = {"gateway": "cash_on_delivery", "hold_minutes": 60, "position": 0}
    words = {"name_es": "Efectivo", "instructions_es": "null", "instructions_en": "null"}
    add(client, "payment-methods", {"market": "co", "fee": "5.000"} | cash | words)
    add(client, "payment-methods", {"market": "mx", "fee": ""} | cash | words)

    fees = dict(PaymentMethod.objects.values_list("market", "fee"))
    assert fees == {"co": 5000, "mx": 0}
    page = client.get(
        reverse("payment-methods:edit", args=[PaymentMethod.objects.get(market="co").pk])
    )
    assert page.context["form"]["fee"].value() == "5000"
    # and the heading says which method it is, not its code
    assert "cash_on_delivery" not in soup_of(page).select_one("#header-title").get_text()
    assert "COP\xa05.000" in client.get(reverse("payment-methods:index")).content.decode()


def test_stock_screens_show_what_lies_where_and_why(client, shop, merchandiser):
    shop.product(sku="SER-1", stock=3, by=merchandiser)
    shop.product(sku="CRE-1", title="Crema", stock=40, by=merchandiser)

    low = words_of(client.get(reverse("stock:index"), {"level": "low"}))
    assert "SER-1" in low
    assert "CRE-1" not in low

    record = StockMovement.objects.get(stockrecord__product__upc="SER-1").stockrecord
    history = words_of(client.get(reverse("stock:movements"), {"record": record.pk}))
    assert "+3" in history
    assert "Ana Ríos" in history
    assert "CRE-1" not in history


def test_a_price_list_is_for_a_group_or_for_everybody(client, shop):
    # given a group
    group = make.customer_group("Amigas")
    sent = {"name": "Mayo", "code": "may", "market": "co", "priority": 5}
    assert (
        client.post(reverse("price-lists:add"), sent | {"customer_group": group.pk}).status_code
        == 302
    )
    made = PriceList.objects.get(code="may")
    # then the new list is for the group, says so in the list, and can lose it
    assert made.customer_group == group
    assert "Amigas" in client.get(reverse("price-lists:index")).content.decode()
    address = reverse("price-lists:edit", args=[made.pk])
    assert client.get(address).context["form"]["customer_group"].value() == group.pk
    assert client.post(address, sent | {"customer_group": ""}).status_code == 302
    made.refresh_from_db()
    assert made.customer_group is None


def test_a_list_that_does_its_group_no_good_is_saved_and_says_so(client, shop):
    # given a product that costs everybody less than the group would pay
    group = make.customer_group("Amigas")
    sent = {"name": "Mayo", "code": "may", "market": "co", "customer_group": group.pk}
    own = PriceList.objects.create(
        code="may", name="Mayo", market="co", customer_group=group, priority=5
    )
    product = make.product("Crema", sku="CRE-1", prices={"co": "100"})
    set_price(product=product, price_list=own, amount=Decimal(120))
    address = reverse("price-lists:edit", args=[own.pk])
    # when its form is opened
    warning = soup_of(client.get(address)).select_one(".help-warning")
    # then it names the product, with the way to its price
    assert "Amigas" in warning.get_text()
    assert warning.a.get_text() == product.upc
    assert f"lists={own.pk}" in warning.a["href"]
    # and it may be saved all the same, with a word on it
    saved = client.post(address, sent | {"priority": 6}, follow=True)
    assert "help-warning" not in saved.content.decode()
    assert address in [button["href"] for button in soup_of(saved).select(".messages a")]
    # and nothing is said once the price is in order
    client.post(address, sent | {"priority": 0})
    assert "help-warning" not in client.get(address).content.decode()


def test_what_the_shop_says_of_returns_is_set_for_each_market(client, shop):
    # given a page on returns, and one that is no page of the shop
    page = make_page("Devoluciones", "devoluciones")
    sent = {
        "market": "co",
        "open_orders": 5,
        "open_orders_network": 30,
        "returns_days": 30,
        "returns_free": "on",
    }
    address = reverse("checkout-policies:add")
    assert "Días para devolver" in words_of(client.get(address))

    refused = client.post(address, sent | {"returns_page": page.get_root().pk})
    assert "Elige una página del sitio de la empresa." in words_of(refused)
    assert client.post(address, sent | {"returns_page": page.pk}).status_code == 302

    policy = CheckoutPolicy.objects.get()
    assert (policy.returns_days, policy.returns_free) == (30, True)
    assert policy.returns_page_id == page.pk
