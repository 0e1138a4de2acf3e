"""A change renews what shows it, and nothing else."""

from decimal import Decimal

import pytest
from oscar.core.loading import get_model
from wagtail.models import Site

from cms.models import Announcement, BrandSettings, HeaderMenu
from commerce.arrangement.services import arrange
from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.inventory.services import adjust_stock
from commerce.labels.models import Label
from commerce.listings.models import Listing
from commerce.pricing.models import Price
from commerce.recommendations.models import Complement
from commerce.sales_counting.services import count_sales
from markets.days import today
from markets.lookup import get_market
from markets.storefront_urls import path_of
from tests import factories as make
from tests.cms.factories import home, link_to, make_page
from tests.recommendations.factories import confirmed_order

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.one_database]

EVERYTHING = {"cream", "toner", "soap", "mexico", "face", "body", "all", "sorted", "best"} | {
    "story",
    "featured",
}


@pytest.fixture
def cream(transactional_db):
    face = make.category("Rostro", "Face")
    body = make.category("Cuerpo", "Body")
    cream = make.product("Crema", "Cream", sku="C-1", categories=[face], stock=40)
    make.product("Tónico", "Toner", sku="T-1", categories=[face], stock=40)
    make.product("Jabón", "Soap", sku="S-1", categories=[body], stock=40)
    make.listed()
    make_page("Historia", "historia", body=[("text", {"text": "<p>Desde 1998.</p>"})])
    chosen = {"title": "Mira", "source": "chosen", "most": 4, "products": [cream]}
    make_page("Elegido", "elegido", body=[("carousel", chosen)])
    return cream


def of(sku: str):
    return get_model("catalogue", "Product").objects.get(upc=sku)


@pytest.fixture
def renewed(read, cream):
    """``renewed(write)``: the names of the pages that are drawn anew after a write."""

    def path(sku: str, market: str = "co") -> str:
        listing = Listing.objects.get(sku=sku, market=market, language="es")
        return f"/es-{market}{listing.path}"

    pages = {
        "cream": path("C-1"),
        "toner": path("T-1"),
        "soap": path("S-1"),
        "face": "/es-co/catalogo/rostro/",
        "body": "/es-co/catalogo/cuerpo/",
        "all": "/es-co/catalogo/",
        "sorted": "/es-co/catalogo/?sort=price",
        "best": f"/es-co{path_of('best-sellers', 'es')}",
        "story": "/es-co/historia/",
        "featured": "/es-co/elegido/",
        "mexico": path("C-1", "mx"),
    }
    assert pages.keys() == EVERYTHING

    def after(write) -> set[str]:
        for where in pages.values():
            assert read(where).status == 200, where
        assert not {name for name, where in pages.items() if read(where).queries}, "not kept"
        write()
        return {name for name, where in pages.items() if read(where).queries}

    return after


def record_of(product):
    return product.stockrecords.get(partner__warehouse__served__market="co")


def count(product, left: int) -> None:
    adjust_stock(stockrecord=record_of(product), quantity=left, reason="Conteo")


# Its own page, the cards that show it, and the lists in which it stands.
CREAM_AND_LISTS = {"cream", "toner", "face", "all", "sorted", "featured"}


def test_a_price(renewed, cream):
    def write():
        price = Price.objects.get(product=cream, price_list__market="co")
        price.amount = Decimal("88000")
        price.save()

    assert renewed(write) == CREAM_AND_LISTS


def test_stock_that_becomes_few_stays_few_and_ends(renewed, cream):
    cards = {"cream", "toner", "face", "all", "sorted", "featured"}
    assert renewed(lambda: count(cream, 30)) == set()
    assert renewed(lambda: count(cream, 4)) == cards
    assert renewed(lambda: count(cream, 3)) == {"cream"}, "no card says how many are left"
    # and the toner's page shows another in place of it, or none
    assert renewed(lambda: count(cream, 0)) == cards
    assert renewed(lambda: count(cream, 40)) == cards


def test_a_label_begins(renewed, cream):
    label = Label.objects.create(code="vegan")
    assert renewed(lambda: label.products.add(cream)) == CREAM_AND_LISTS | {"mexico"}


def test_words_that_stand_on_no_card(renewed, cream):
    def write():
        words = ProductCopy.objects.get(product=cream, locale__language_code="es")
        words.description = "<p>Con caléndula.</p>"
        words.save_revision().publish()

    assert renewed(write) == {"cream", "mexico"}


def test_the_name_of_a_product(renewed, cream):
    def write():
        words = ProductCopy.objects.get(product=cream, locale__language_code="es")
        words.title = "Crema de día"
        words.save()

    assert renewed(write) == CREAM_AND_LISTS | {"mexico"}


def test_what_goes_well_with_it(renewed, cream):
    soap = of("S-1")
    assert renewed(lambda: Complement.objects.create(product=cream, other=soap)) == {
        "cream",
        "mexico",
    }
    # what stands on its page now is a part of it
    assert renewed(lambda: count(soap, 0)) == {"soap", "cream", "body", "all", "sorted"}


def test_a_counted_sale(renewed, cream):
    soap = of("S-1")

    def sell(product, units: int):
        confirmed_order({product: units})
        count_sales(market="co", day=today(get_market("co")))

    assert renewed(lambda: sell(cream, 3)) == {"best"}
    assert renewed(lambda: sell(cream, 1)) == set(), "nobody passed another"
    assert renewed(lambda: sell(soap, 1)) == {"best"}
    assert renewed(lambda: sell(soap, 2)) == set()
    assert renewed(lambda: sell(soap, 9)) == {"best"}


@pytest.mark.parametrize("what", ["brand", "menu", "announcement", "category"])
def test_what_stands_on_every_page(renewed, what):
    def write():
        if what == "brand":
            brand = BrandSettings.for_site(Site.objects.get())
            brand.name = "Casa Nueva"
            brand.save()
        elif what == "menu":
            menu = HeaderMenu(locale=home().locale, title="Menú", live=True)
            menu.items = [("item", {"label": "Nosotros", "link": link_to(home())})]
            menu.save()
        elif what == "announcement":
            Announcement(locale=home().locale, text="Hoy", live=True).save()
        else:
            words = CategoryCopy.objects.get(title="Cuerpo")
            words.title = "Cuerpo y manos"
            words.save()

    assert renewed(write) == EVERYTHING


def test_an_arranged_list_is_new_everywhere(renewed, cream):
    """Who arranges says no more than that: the plan is kept with what frames every page."""
    places = {cream.pk: (1, 1)}
    assert renewed(
        lambda: arrange(market="co", places=places, per_page=24, revision=0, by=None)
    ) >= {"all", "face"}


def test_a_product_that_comes_or_goes_renews_everything(renewed, cream):
    face = cream.categories.get()

    def come():
        make.product("Sérum", "Serum", sku="X-1", categories=[face], stock=4)
        make.listed()

    assert renewed(come) == EVERYTHING
