"""A card shows the variant that brought it there, and figures are made of what can be bought."""

import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.arrangement.models import ThemedDay
from commerce.listings.models import Listing
from commerce.listings.services import set_filterable
from markets.days import today
from markets.lookup import get_market
from tests import factories as make

AttributeOption = get_model("catalogue", "AttributeOption")

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def _shelf(prepare):
    def run():
        face = make.category("Cuidado facial", "Face care")
        for code, es, en in (("colour", "Color", "Color"), ("size", "Tamaño", "Size")):
            set_filterable(attribute=make.attribute(code, es, en), on=True)
        make.listed(make.lipstick(categories=[face]), perfume(categories=[face]))

    return prepare(run)


def perfume(**fields):
    """50 ml for 139,000 are sold out, 100 ml for 219,000 are there."""
    size = make.attribute("size", "Tamaño", "Size")
    made = make.product(
        "Azahar", "Orange blossom", sku="RZ-601", structure="parent", photos=0, **fields
    )
    for sku, code, price, stock in (
        ("RZ-601-50", "50ml", ("139000", "159000"), 0),
        ("RZ-601-100", "100ml", "219000", 20),
    ):
        values = {size: make.option(size, code, code, code)}
        make.variant(made, sku=sku, values=values, prices={"co": price}, stock=stock)
    return made


@pytest.fixture
def ask(db, _shelf, client, address):
    def get(**params):
        url = address("es-co", "catalogue:category", path="cuidado-facial")
        return client.get(url, params)

    return get


def card_of(response, title):
    page = BeautifulSoup(response.content, "html.parser")
    cards = page.select("#listing .product-card")
    (found,) = [card for card in cards if card.h2.get_text(strip=True) == title]
    return found


def titles(response) -> set[str]:
    return {card.title for card in response.context["cards"]}


def test_size_and_color_of_the_filter_are_what_the_card_adds(ask, client):
    card = card_of(ask(colour="colour-clay", size="size-s"), "Labial de higo")
    large = card_of(ask(colour="colour-fig", size="size-l"), "Labial de higo")

    assert card.select_one("option[selected]")["value"] == "size-s"
    assert large.select_one("option[selected]")["value"] == "size-l"
    assert "Higo" in large.select_one("[aria-current=true]").get_text()
    assert large.select_one(".price__now").get_text(strip=True) == "$120.000"
    link = large.h2.a["href"]
    assert link.endswith("?variant=RZ-501-2")
    assert client.get(link).context["product"]["sku"] == "RZ-501-2"
    assert "variant=" not in card_of(ask(), "Labial de higo").h2.a["href"]


def test_a_variant_that_is_looked_for_and_sold_out_says_so(ask):
    card = card_of(ask(colour="colour-clay", size="size-l"), "Labial de higo")

    assert card.select_one("option[selected]")["value"] == "size-l"
    button = card.select_one(".quick-buy__add")
    assert button.has_attr("disabled") and "Agotado" in button.get_text()


def test_on_its_day_a_product_is_shown_in_the_color_of_the_day(ask):
    day = today(get_market("co"), timezone.now())
    themed = ThemedDay.objects.create(name="Arcilla", first_day=day, last_day=day)
    themed.options.add(AttributeOption.objects.get(code="colour-clay"))

    card = card_of(ask(), "Labial de higo")

    assert "Arcilla" in card.img["alt"]
    assert card.h2.a["href"].endswith("?variant=RZ-501-3")


def test_a_price_that_nobody_can_pay_is_not_advertised(ask, client):
    listing = Listing.objects.get(sku="RZ-601", market="co", language="es")
    card = card_of(ask(), "Azahar")
    page = client.get(card.h2.a["href"])

    assert (listing.price, listing.price_max) == (Decimal(219000), Decimal(219000))
    assert (listing.compare_at, listing.discount) == (None, 0)
    assert card.select_one(".price__now").get_text(strip=True) == "$219.000"
    assert page.context["product"]["price"] == "$219.000"
    assert "Azahar" not in titles(ask(price="-150000"))
    assert "Azahar" in titles(ask(price="200000-"))


def test_a_product_that_is_sold_out_keeps_its_prices(ask):
    made = Listing.objects.filter(sku="RZ-601").first().product
    for child in made.children.all():
        make.set_stock(child, 0)
    make.listed(made)

    assert Listing.objects.get(sku="RZ-601", market="co", language="es").price == Decimal(139000)
    assert "Azahar" in titles(ask(price="-150000"))


def test_the_price_is_asked_of_the_variant_that_the_other_filters_are_asked_of(ask):
    listing = Listing.objects.get(sku="RZ-501", market="co", language="es")
    assert listing.price < 100000 and listing.price_max == 120000

    assert "Labial de higo" in titles(ask(price="110000-130000"))
    assert "Labial de higo" in titles(ask(price="110000-130000", size="size-l"))
    assert "Labial de higo" not in titles(ask(price="110000-130000", size="size-s"))
    card = card_of(ask(price="110000-130000"), "Labial de higo")
    assert card.select_one("option[selected]")["value"] == "size-l"


def test_by_price_is_by_the_price_that_the_cards_show(ask):
    response = ask(size=["size-l", "100ml"], sort="-price")

    page = BeautifulSoup(response.content, "html.parser")
    shown = [int(re.sub(r"\D", "", tag.get_text())) for tag in page.select("#listing .price__now")]
    assert shown == sorted(shown, reverse=True) and len(shown) == len(titles(response))
