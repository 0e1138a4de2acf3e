"""The product list: what it shows, finds and filters, at what cost."""

import pytest
from django.urls import reverse
from oscar.core.loading import get_model

from commerce.merchandising.services.products import remove_product
from commerce.merchandising.services.words import publish_words

from .conftest import words_of

Product = get_model("catalogue", "Product")
Order = get_model("order", "Order")
OrderLine = get_model("order", "Line")

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


@pytest.fixture
def listed(merchandiser, signed_in):
    """``listed(q="…")``: the words of the list as a merchandiser sees it."""
    client = signed_in(merchandiser)
    return lambda **query: words_of(client.get(reverse("products:index_results"), query))


def test_a_product_is_found_by_title_sku_and_its_variants_sku(shop, listed):
    serum = shop.product(sku="SER-1", title="Sérum de mañana")
    Product.objects.create(structure="child", parent=serum, upc="ROJO-7")
    shop.product(sku="CRE-1", title="Crema de noche")

    for wanted in ("sérum", "SER-1", "rojo", "SERUM", "manana serum", "ser-1 serum"):
        found = listed(q=wanted)
        assert "Sérum de mañana" in found
        assert "Crema de noche" not in found
    for strange in ('"', "*", "%", "' OR 1=1", "😀", "a" * 5000):
        assert "Crema de noche" not in listed(q=strange)
    listed(q="a\x00b")


def test_filters_narrow_the_list(shop, listed, merchandiser):
    sold = shop.product(sku="A", title="Con precio", stock=3)
    publish_words(words=sold.copies.get(), by=merchandiser)
    sold.is_public = True
    sold.save()
    empty = shop.product(sku="B", title="Agotado", stock=0)
    empty.prices.all().delete()

    def titles(**query):
        text = listed(**query)
        return {title for title in ("Con precio", "Agotado") if title in text}

    assert titles() == {"Con precio", "Agotado"}
    assert titles(state="public") == {"Con precio"}
    assert titles(state="hidden") == {"Agotado"}
    assert titles(state="draft") == {"Agotado"}
    assert titles(state="missing") == {"Con precio", "Agotado"}
    assert titles(market="co") == {"Con precio"}
    assert titles(market="us") == set()
    assert titles(stock="low") == {"Con precio"}
    assert titles(stock="out") == {"Agotado"}
    assert titles(category=shop.categories["face"].pk) == {"Con precio", "Agotado"}
    assert titles(category=shop.categories["serums"].pk) == set()
    assert titles(category="none") == {"Con precio", "Agotado"}


def test_the_list_costs_the_same_for_one_product_and_for_twenty(
    shop, merchandiser, signed_in, assert_max_queries
):
    client = signed_in(merchandiser)
    shop.product(sku="P-0", title="Producto")
    client.get(reverse("products:index_results"))
    with assert_max_queries(60) as one:
        client.get(reverse("products:index_results"))
    for number in range(1, 20):
        shop.product(sku=f"P-{number}", title=f"Producto {number}")
    with assert_max_queries(len(one)):
        client.get(reverse("products:index_results"))


def test_an_ordered_product_is_hidden_instead_of_deleted(shop, merchandiser):
    product = shop.product(by=merchandiser)
    product.is_public = True
    product.save()
    order = Order.objects.create(
        number="1001",
        currency="COP",
        total_incl_tax=99000,
        total_excl_tax=83193,
        shipping_incl_tax=0,
        shipping_excl_tax=0,
    )
    record = product.stockrecords.get()
    OrderLine.objects.create(
        order=order,
        product=product,
        stockrecord=record,
        partner=record.partner,
        title=product.title,
        quantity=1,
        num_allocated=0,
        line_price_incl_tax=99000,
        line_price_excl_tax=83193,
        line_price_before_discounts_incl_tax=99000,
        line_price_before_discounts_excl_tax=83193,
    )

    assert remove_product(product=product, by=merchandiser) is False

    product.refresh_from_db()
    assert not product.is_public
    assert order.lines.get().product == product
