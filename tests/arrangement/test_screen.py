"""The arranging screen and themed days, as a merchandiser uses them."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from commerce.arrangement.models import CatalogueEntry, CatalogueOrder, ThemedDay
from commerce.labels.models import Label
from tests import factories as make
from tests.merchandising.conftest import form_data, words_of
from tests.prepared import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ORDER = "order:index"


@pytest.fixture(scope="module")
def _shop(prepare):
    def run():
        made = {name: make.product(f"Crema {name}", sku=name) for name in "ABC"}
        make.listed(*made.values())
        return made

    return prepare(run)


@pytest.fixture
def shop(db, _shop):
    return {name: fresh(row) for name, row in _shop.items()}


@pytest.fixture
def desk(merchandiser, signed_in):
    return signed_in(merchandiser)


def posted(response):
    return form_data(response, "form[data-arrange]")


def seen(response):
    return [tile.listing.sku for tile in response.context["screen"].tiles]


def test_the_grid_shows_the_list_as_shoppers_see_it(desk, shop):
    response = desk.get(reverse(ORDER))
    assert response.status_code == 200
    assert seen(response) == ["C", "B", "A"]


def test_a_place_is_given_by_writing_its_numbers(desk, shop):
    data = posted(desk.get(reverse(ORDER)))
    data[f"place-{shop['A'].pk}-page"], data[f"place-{shop['A'].pk}-sequence"] = ["1"], ["1"]
    response = desk.post(reverse(ORDER), data, follow=True)
    assert "The order is saved" in words_of(response) or "orden" in words_of(response)
    assert seen(response) == ["A", "C", "B"]
    entry = CatalogueEntry.objects.get()
    assert (entry.product, entry.page, entry.sequence) == (shop["A"], 1, 1)
    assert entry.order.market == "co" and entry.order.category is None


def test_emptying_the_numbers_lets_a_product_flow(desk, shop):
    data = posted(desk.get(reverse(ORDER)))
    data[f"place-{shop['A'].pk}-page"], data[f"place-{shop['A'].pk}-sequence"] = ["1"], ["1"]
    desk.post(reverse(ORDER), data)
    data = posted(desk.get(reverse(ORDER)))
    data[f"place-{shop['A'].pk}-page"] = data[f"place-{shop['A'].pk}-sequence"] = [""]
    assert seen(desk.post(reverse(ORDER), data, follow=True)) == ["C", "B", "A"]
    assert not CatalogueEntry.objects.exists()


@pytest.mark.parametrize("typed", [("x", "1"), ("1", ""), ("0", "1"), ("1", "99"), ("-1", "2")])
def test_a_place_that_cannot_be_is_refused_and_stays_in_its_field(desk, shop, typed):
    data = posted(desk.get(reverse(ORDER)))
    name = f"place-{shop['A'].pk}"
    data[f"{name}-page"], data[f"{name}-sequence"] = [typed[0]], [typed[1]]
    response = desk.post(reverse(ORDER), data)
    assert response.status_code == 200
    assert posted(response)[f"{name}-page"] == [typed[0]]
    assert not CatalogueEntry.objects.exists()


def test_two_products_in_one_place_are_refused(desk, shop):
    data = posted(desk.get(reverse(ORDER)))
    for name in "AB":
        data[f"place-{shop[name].pk}-page"] = data[f"place-{shop[name].pk}-sequence"] = ["1"]
    response = desk.post(reverse(ORDER), data)
    assert not CatalogueEntry.objects.exists()
    assert response.content.decode().count("shop-tile--mistaken") == 2


def test_who_comes_second_is_told(desk, shop):
    first, second = posted(desk.get(reverse(ORDER))), posted(desk.get(reverse(ORDER)))
    first[f"place-{shop['A'].pk}-page"] = first[f"place-{shop['A'].pk}-sequence"] = ["1"]
    desk.post(reverse(ORDER), first)
    second[f"place-{shop['B'].pk}-page"] = second[f"place-{shop['B'].pk}-sequence"] = ["1"]
    response = desk.post(reverse(ORDER), second)
    assert seen(response)[0] == "A"
    assert CatalogueEntry.objects.get().product == shop["A"]


def test_a_product_of_another_page_is_found_and_given_a_place(desk, shop):
    response = desk.get(reverse(ORDER), {"q": "crema b", "page": "9"})
    # It is on this page already.
    assert response.context["found"] == []
    assert desk.get(reverse(ORDER), {"q": "'; -- \0%"}).status_code == 200


def test_what_a_day_will_show_is_shown_and_not_arranged(desk, shop):
    label = Label.objects.create(
        code="x", starts_on=date(2031, 5, 9), ends_on=date(2031, 5, 9), colour="#5E2A3C"
    )
    label.products.add(shop["A"])
    ThemedDay.objects.create(
        name="Día A", first_day=date(2031, 5, 9), last_day=date(2031, 5, 9), label=label
    )
    response = desk.get(reverse(ORDER), {"day": "2031-05-09"})
    assert seen(response)[0] == "A"
    tile = response.context["screen"].tiles[0]
    assert tile.is_themed and [one["code"] for one in tile.labels] == ["x"]
    assert "place-" not in response.content.decode()
    assert seen(desk.get(reverse(ORDER), {"day": "2031-05-10"}))[0] == "C"


@pytest.mark.parametrize(
    "query",
    [{"market": "zz"}, {"category": "x"}, {"category": "99999"}, {"page": "0"}, {"day": "soon"}],
)
def test_any_address_shows_something(desk, shop, query):
    assert desk.get(reverse(ORDER), query).status_code == 200


@pytest.mark.parametrize("role", ["Marketer", "Order desk", "Consultant desk"])
def test_only_merchandisers_arrange(person_with, signed_in, shop, role):
    client = signed_in(person_with(role))
    for name in (ORDER, "themed-days:index", "themed-days:add", "labels:index", "labels:add"):
        assert client.get(reverse(name)).status_code in (302, 403)
    client.post(reverse(ORDER), {"revision": "0", "shown": [str(shop["A"].pk)]})
    assert not CatalogueOrder.objects.exists()


# --- Themed days


def test_a_themed_day_is_made_and_changed_in_its_form(desk, shop):
    category = make.category("Regalos", "Gifts")
    data = {
        "name": "Día de regalos",
        "first_day": "2031-05-09",
        "last_day": "2031-05-09",
        "category": str(category.pk),
        "is_active": "on",
    }
    assert desk.post(reverse("themed-days:add"), data).status_code == 302
    day = ThemedDay.objects.get()
    assert day.category == category and day.markets == []
    page = desk.get(reverse("themed-days:edit", args=[day.pk]))
    assert "Regalos" in words_of(page)
    assert (
        desk.post(
            reverse("themed-days:edit", args=[day.pk]), data | {"markets": ["mx"]}
        ).status_code
        == 302
    )
    day.refresh_from_db()
    assert day.markets == ["mx"]
    assert "Día de regalos" in words_of(desk.get(reverse("themed-days:index")))


def test_shoppers_read_what_the_day_is_called_in_their_language(desk):
    category = make.category("Regalos", "Gifts")
    make.listed(make.product(categories=[category]))
    today = timezone.localdate()
    data = {
        "name": "interno",
        "first_day": today - timedelta(days=1),
        "last_day": today + timedelta(days=1),
        "category": str(category.pk),
        "is_active": "on",
        "title_es": "Día de regalos",
    }
    assert desk.post(reverse("themed-days:add"), data).status_code == 302

    spanish = Client().get("/es-co/catalogo/").content.decode()
    narrowed = Client().get("/es-co/catalogo/?in_stock=1").content.decode()
    english = Client().get("/en-us/catalog/").content.decode()

    assert '<p class="eyebrow">Día de regalos</p><h1>' in spanish
    assert "interno" not in spanish
    assert "Día de regalos" not in narrowed, "the day does not arrange it"
    assert "Día de regalos" not in english, "nobody wrote it in English"


@pytest.mark.parametrize("chosen", [(), ("category", "label")])
@pytest.mark.parametrize("last_day", ["2031-05-09", "2031-05-08"])
def test_a_themed_day_with_no_theme_or_two_or_no_length_is_refused(desk, chosen, last_day):
    themes = {"category": make.category("Regalos").pk, "label": Label.objects.first().pk}
    data = {"name": "x", "first_day": "2031-05-09", "last_day": last_day}
    data |= {name: str(themes[name]) for name in chosen}
    assert desk.post(reverse("themed-days:add"), data).status_code == 200
    assert not ThemedDay.objects.exists()
