"""Carousels on pages, lists of new products and best sellers, recommendations of a product."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError

from cms.page_cache import freshness
from commerce.labels.models import Label, LabelPolicy
from commerce.product_lists.blocks import CarouselBlock
from commerce.recommendations.models import Complement, DailySales
from markets.days import today
from markets.lookup import get_market
from tests import factories as make
from tests.cms.factories import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def carousel(source, **value):
    return ("carousel", {"title": "Mira", "source": source, "most": 12, "days": 30, **value})


def titles(client, path) -> list[str]:
    page = BeautifulSoup(client.get(path).content, "html.parser").select_one("main")
    return [title.get_text(strip=True) for title in page.select(".product-card__title")]


def sold(product, units, *, market="co", back=0):
    day = today(get_market(market)) - timedelta(days=back)
    DailySales.objects.create(product=product, market=market, day=day, units=units)


@pytest.fixture
def shop():
    made = {name: make.product(name, name, sku=name) for name in ("Uno", "Dos", "Tres")}
    make.listed(*made.values())
    return made


@pytest.mark.engine
def test_each_source_shows_its_own(client, shop):
    uno, dos, tres = shop.values()
    category = make.category("Regalos")
    type(uno).objects.filter(pk=uno.pk).update(priority=1)
    make.ProductCategory.objects.create(product=dos, category=category)
    label = Label.objects.create(code="precyber")
    label.products.add(tres)
    make.listed(uno, dos, tres)
    sold(tres, 5), sold(uno, 2), sold(uno, 9, back=40)
    shown = {
        "new": carousel("new"),
        "featured": carousel("featured"),
        "best": carousel("best"),
        "rising": carousel("rising"),
        "chosen": carousel("chosen", products=[dos, uno]),
        "label": carousel("label", label="precyber"),
        "category": carousel("category", category=str(category.pk)),
    }
    for name, block in shown.items():
        make_page(name, name, body=[block])
    found = {name: titles(client, f"/es-co/{name}/") for name in shown}
    assert found == {
        "new": ["Tres", "Dos", "Uno"],
        "featured": ["Uno"],
        "best": ["Tres", "Uno"],
        "rising": ["Tres"],
        "chosen": ["Dos", "Uno"],
        "label": ["Tres"],
        "category": ["Dos"],
    }


def test_a_carousel_follows_the_market_and_shows_no_more_than_wanted(client, shop):
    sold(shop["Uno"], 1, market="mx")
    make_page("P", "p", body=[carousel("best"), carousel("new", most=1, title="Nuevo")])
    assert titles(client, "/es-co/p/") == ["Tres"]
    assert titles(client, "/es-mx/p/") == ["Uno", "Tres"]


def test_a_slide_carries_its_labels(client):
    product = make.product("Uno", sku="U")
    label = Label.objects.create(code="precyber", colour="#5E2A3C")
    label.copies.create(locale=make.locale("es"), text="PreCyber")
    label.products.add(product)
    make.listed(product)
    make_page("P", "p", body=[carousel("new")])
    html = client.get("/es-co/p/").content.decode()
    assert ">PreCyber<" in html and 'fill="#5E2A3C"' in html


def test_carousels_ask_once_for_what_they_share(
    page_cache, transactional_db, client, shop, assert_max_queries
):
    uno, dos, tres = shop.values()
    sold(uno, 1)
    make_page("P", "p", body=[carousel("best"), carousel("chosen", products=[uno])])
    both = [carousel("best"), carousel("chosen", products=[uno]), carousel("new")]
    make_page("Q", "q", body=[*both, carousel("chosen", title="Y", products=[dos, tres])])
    client.get("/es-co/q/")
    freshness.invalidate()
    # The page's own three; the ranking, the listings' state and a card: nothing for the second.
    with assert_max_queries(6):
        client.get("/es-co/p/")
    # The page's own three; the ranking, what is new, and all other cards with the first new one.
    with assert_max_queries(6):
        assert titles(client, "/es-co/q/") == ["Uno", "Uno", "Tres", "Dos", "Uno", "Dos", "Tres"]


@pytest.mark.parametrize("source", ["chosen", "label", "category"])
def test_a_source_that_needs_a_choice_is_refused_without_it(shop, source):
    block = CarouselBlock()
    value = block.to_python(
        {"title": "x", "source": source, "products": [], "most": 3, "days": 3, "markets": []}
    )
    with pytest.raises(StructBlockValidationError):
        block.clean(value)


# --- Lists


@pytest.mark.engine
def test_best_sellers_are_ranked_by_units_in_the_window_of_the_market(client, shop):
    sold(shop["Uno"], 3), sold(shop["Dos"], 7), sold(shop["Tres"], 90, back=45)
    sold(shop["Tres"], 90, market="mx")
    assert titles(client, "/es-co/mas-vendidos/") == ["Dos", "Uno"]
    assert titles(client, "/en-us/best-sellers/") == []


def test_there_is_one_list_of_best_sellers_on_its_page_and_in_every_block(client, shop):
    sold(shop["Uno"], 3), sold(shop["Dos"], 7), sold(shop["Tres"], 90, back=45)
    make_page("Inicio", "inicio", body=[carousel("best", days=120)])
    assert titles(client, "/es-co/inicio/") == titles(client, "/es-co/mas-vendidos/")
    sold(shop["Tres"], 8)
    freshness.invalidate("co")
    assert titles(client, "/es-co/inicio/") == ["Tres", "Dos", "Uno"]
    assert titles(client, "/es-co/mas-vendidos/") == ["Tres", "Dos", "Uno"]


@pytest.mark.engine
def test_what_is_on_the_rise_has_a_page_by_growth_of_sales_in_the_market(client, shop):
    sold(shop["Uno"], 3), sold(shop["Dos"], 7), sold(shop["Dos"], 9, back=40)
    sold(shop["Tres"], 2), sold(shop["Tres"], 1, back=40)
    sold(shop["Dos"], 90, market="mx")
    assert titles(client, "/es-co/en-alza/") == ["Uno", "Tres"]
    assert titles(client, "/es-mx/en-alza/") == ["Dos"]
    assert titles(client, "/en-us/on-the-rise/") == []


def test_the_lists_lead_to_each_other(client, shop):
    page = BeautifulSoup(client.get("/es-co/mas-vendidos/").content, "html.parser")
    lists = page.select("main .chip")
    assert [chip["href"] for chip in lists] == [
        "/es-co/productos-nuevos/",
        "/es-co/mas-vendidos/",
        "/es-co/en-alza/",
    ]
    assert [chip.get_text(strip=True) for chip in lists if chip.get("aria-current")] == [
        "Más vendidos"
    ]


def test_new_products_are_the_recent_launches_of_the_market(client, shop):
    LabelPolicy.objects.create(market="co", new_days=30)
    old = shop["Dos"]
    type(old).objects.filter(pk=old.pk).update(date_created=timezone.now() - timedelta(days=31))
    make.listed(old)
    make.listed(make.product("Otro", prices={"mx": "10"}))
    assert titles(client, "/es-co/productos-nuevos/") == ["Tres", "Uno"]
    assert titles(client, "/es-mx/productos-nuevos/") == ["Otro", "Tres", "Uno", "Dos"]


@pytest.mark.parametrize("page", ["2", "x", "-1", "99999999"])
def test_any_page_number_is_answered(client, shop, page):
    assert client.get("/es-co/productos-nuevos/", {"page": page}).status_code in (200, 404)


def test_a_list_is_found_in_the_other_language_and_by_machines(client, shop):
    html = client.get("/es-us/productos-nuevos/").content.decode()
    assert "/en-us/new-products/" in html
    assert 'rel="canonical"' in html
    assert client.get("/es-co/mas-vendidos/").content.decode().count("noindex") == 1


# --- Where nothing is to be shown


def test_an_empty_cart_leads_to_categories_and_what_sells_best(client, shop):
    category = make.category("Regalos")
    make.ProductCategory.objects.create(product=shop["Uno"], category=category)
    out = make.product("Agotado", "Agotado", sku="Agotado", stock=0)
    make.listed(out, *shop.values())
    sold(out, 99), sold(shop["Uno"], 5)
    page = BeautifulSoup(client.get("/es-co/cart/").content, "html.parser").select_one("main")
    assert [chip.get_text(strip=True) for chip in page.select(".chip")] == ["Regalos"]
    assert titles(client, "/es-co/cart/") == ["Uno", "Tres", "Dos"]


# --- The product's page


def test_a_product_page_shows_what_goes_with_it_within_its_budget(client, shop, assert_max_queries):
    category = make.category("Rostro")
    make.ProductCategory.objects.create(product=shop["Uno"], category=category)
    make.listed(shop["Uno"])
    lipstick = make.lipstick(categories=[category])
    Complement.objects.create(product=lipstick, other=shop["Dos"])
    make.listed(lipstick)
    url = "/es-co/catalogo/rostro/labial-de-higo/"
    html = client.get(url).content.decode()
    assert "Va bien con" in html and "También te puede gustar" in html
    freshness.invalidate()
    with assert_max_queries(8):
        client.get(f"{url}?utm=1")
