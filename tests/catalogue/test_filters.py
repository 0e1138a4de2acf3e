"""Narrowing a list: by address, exactly, and whatever is typed there."""

import re
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commerce.listings.models import Listing
from commerce.listings.services import set_filterable
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


@pytest.fixture(scope="module")
def _shelf(prepare):
    """A face category with nine products, one of them a lipstick in two colors and two sizes."""

    def run():
        face = make.category("Cuidado facial", "Face care")
        creams = make.category("Cremas", "Creams", parent=face)
        for code, es, en in (("colour", "Color", "Color"), ("size", "Tamaño", "Size")):
            set_filterable(attribute=make.attribute(code, es, en), on=True)
        made = [make.lipstick(categories=[face])]
        for number in range(8):
            price = ("80000", "100000") if number % 2 else str(20000 + number * 5000)
            made.append(
                make.product(
                    f"Crema {number}",
                    f"Cream {number}",
                    prices={"co": price, "us": "20"},
                    priority=int(number == 0),
                    stock=0 if number == 7 else 20,
                    categories=[creams],
                    photos=0,
                )
            )
        make.listed(*made)

    return prepare(run)


@pytest.fixture
def ask(db, _shelf, client, address):
    def get(query="", **params):
        url = address("es-co", "catalogue:category", path="cuidado-facial")
        return client.get(f"{url}?{query or urlencode(params, doseq=True)}")

    return get


def titles(response):
    return {card.title for card in response.context["cards"]}


def counts(response) -> dict[str, dict[str, int]]:
    groups = response.context["listing"].filters.groups
    return {group.name: {one.label: one.count for one in group.values} for group in groups}


def test_every_filter_says_how_many_there_are(ask):
    response = ask()

    found = counts(response)
    assert found["category"] == {"Cremas": 8}
    assert found["colour"] == {"Higo": 1, "Arcilla": 1}
    assert found["size"] == {"Pequeño": 1, "Grande": 1}
    assert found["discount"] == {"Cualquier descuento": 4, "20 % de descuento o más": 4} or (
        found["discount"]["Cualquier descuento"] == 4
    )
    assert found["featured"] == {"Destacado": 1}
    assert found["in_stock"] == {"Disponible": 8}
    assert "rating" not in found


def test_several_values_widen_and_several_filters_narrow(ask):
    wide = ask(colour=["colour-fig", "colour-clay"])
    narrow = ask(colour="colour-fig", size="size-l")
    none = ask(colour="colour-clay", size="size-l", in_stock="1")

    assert titles(wide) == titles(narrow) == {"Labial de higo"}
    assert titles(none) == set()
    # Nothing is offered that would find nothing; what is chosen stays, to be taken away.
    assert "discount" not in counts(narrow)
    assert counts(none)["size"] == {"Pequeño": 1, "Grande": 0}
    assert "category" not in counts(none)
    assert "Nada cumple todo eso" in none.content.decode()


def test_what_is_chosen_can_be_taken_away_one_by_one(ask):
    response = ask(discount="1", in_stock="1", sort="price")

    filters = response.context["listing"].filters
    chips = {chip["label"]: chip["url"] for chip in filters.chips}
    assert set(chips) == {"Cualquier descuento", "Disponible"}
    assert chips["Disponible"].endswith("?sort=price&discount=1")
    assert filters.clear_url.endswith("/cuidado-facial/?sort=price")
    assert filters.query == "sort=price&discount=1&in_stock=1&"
    assert {"name": "discount", "value": "1"} in filters.hidden


def test_a_range_of_prices_is_ticked_or_typed(ask):
    typed = ask(price_min="20000", price_max="30000")
    turned = ask(price_min="30.000,50".replace(".", ""), price_max="20000")

    assert titles(typed) == {"Crema 0", "Crema 2"}
    assert titles(turned) == titles(typed)
    values = typed.context["listing"].filters.prices["values"]
    for value in values:
        assert len(titles(ask(price=value.value))) == value.count


@pytest.mark.parametrize(
    ("least", "most"),
    [("20.000", "30.000"), ("$20.000", "$ 30.000"), ("20,000.00", "COP 30.000"), ("20000", "")],
)
def test_a_price_may_be_typed_as_it_is_printed(ask, least, most):
    found = titles(ask(price_min=least, price_max=most or "30000,00"))

    assert found == {"Crema 0", "Crema 2"}


@pytest.mark.parametrize("price", ["-5-", "abc", "1-2-3", "1e9-2", "٣-٤", "-", "99999999999-"])
def test_what_is_no_price_finds_nothing_and_is_shown(ask, price):
    response = ask(price=price)

    assert response.status_code == 200
    assert titles(response) == set()
    assert response.context["listing"].filters.has_unknown_values
    assert "no existe aquí" in response.content.decode()


def test_a_filtered_list_is_one_page_for_search_engines(ask):
    html = ask(colour="colour-fig").content.decode()

    assert '<meta name="robots" content="noindex, follow">' in html
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', html)[1]
    assert canonical.endswith("/es-co/catalogo/cuidado-facial/")
    assert "noindex" not in ask().content.decode()


def test_it_works_as_a_plain_form(ask):
    html = ask(colour="colour-fig").content.decode()

    form = re.search(r'<form class="filters__form".*?</form>', html, re.S)[0]
    assert 'method="get"' in form and "<noscript><button" in form
    assert re.search(r'name="colour" value="colour-fig" checked', form)


def test_shelf_by_shelf_and_by_discount(ask):
    order = [card.title for card in ask(sort="category").context["cards"]]
    keys = ask(sort="-discount").context["listing"].keys
    discounts = [Listing.objects.get(pk=key).discount for key in keys]

    assert order[-1] == "Labial de higo"
    assert discounts == sorted(discounts, key=lambda discount: (not discount, discount))
    assert discounts[0] and not discounts[-1], "who asks for the smallest discount asks for one"


def test_a_page_costs_few_queries_filtered_or_not(ask, assert_max_queries):
    ask()
    with assert_max_queries(10):
        ask()
    with assert_max_queries(10):
        ask(discount="1", in_stock="1")


NAMES = ("colour", "size", "price", "price_min", "price_max", "category", "discount", "label")
NAMES += ("rating", "featured", "in_stock", "sort", "page", "q", "utm_source")
typed = st.lists(
    st.tuples(
        st.sampled_from(NAMES),
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                ["1", "-5", "\0", "a" * 500, "colour-fig", "cremas", "9-1", "%", "' OR"]
            ),
        ),
    ),
    max_size=6,
)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(typed)
def test_nothing_typed_breaks_it_or_pretends(ask, typed):
    response = ask(
        query=urlencode([(name, value.encode("utf-8", "replace")) for name, value in typed])
    )

    assert response.status_code in (200, 404)
    filters = response.context["listing"].filters
    asked = {name for name, value in typed if value.strip() and name in NAMES[:11]}
    if asked:
        # What narrows says so, and what is shown is what it leaves.
        assert filters.is_filtered
        assert len(filters.chips) >= 1
    for name, value in typed:
        known = {"colour": {"colour-fig", "colour-clay"}, "category": {"cremas"}}.get(name, set())
        others = [other for key, other in typed if key == name and other]
        if name in ("colour", "category") and value and not known & set(others):
            assert filters.count == 0
