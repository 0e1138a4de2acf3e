"""The default order as shoppers see it: places, themed days, and what they cost."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator

from cms.page_cache import freshness
from commerce.arrangement.models import CatalogueOrder, ThemedDay
from commerce.arrangement.ordering import arranged
from commerce.arrangement.services import Conflict, arrange
from commerce.listings.models import Listing
from commerce.projection.services import refresh_listings
from tests import factories as make
from tests.prepared import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]

PER_PAGE = 4


def seen(*, market="co", category=None, day=None, at=None, per_page=PER_PAGE, page=None):
    rows = Listing.objects.in_market(market, "es")
    if category is not None:
        rows = rows.in_category(category.pk)
    found = arranged(
        rows,
        market=market,
        category=category.pk if category else None,
        per_page=per_page,
        day=day,
        at=at,
    )
    paginator = Paginator(found, per_page)
    numbers = [page] if page else paginator.page_range
    return [row.sku for number in numbers for row in paginator.page(number)]


def put(places, *, market="co", category=None, revision=0, by=None):
    return arrange(
        market=market,
        category=category,
        places=places,
        per_page=PER_PAGE,
        revision=revision,
        by=by,
    )


@pytest.fixture(scope="module")
def _shop(prepare):
    def run():
        category = make.category("Cremas")
        made = {name: make.product(sku=name, categories=[category]) for name in "ABCDEF"}
        make.listed(*made.values())
        return made | {"category": category}

    return prepare(run)


@pytest.fixture
def shop(db, _shop):
    """Six products, the newest first: F, E, D, C, B, A."""
    return {name: fresh(row) for name, row in _shop.items()}


def test_page_1_sequence_3_is_third_on_page_1(shop):
    put({shop["A"].pk: (1, 3)})
    assert seen() == ["F", "E", "A", "D", "C", "B"]


def test_page_2_sequence_1_is_first_on_page_2(shop):
    put({shop["F"].pk: (2, 1)})
    assert seen(page=2) == ["F", "A"]
    assert seen(page=1) == ["E", "D", "C", "B"]


def test_a_place_beyond_the_last_page_is_the_end(shop):
    put({shop["F"].pk: (9, 2)})
    assert seen() == ["E", "D", "C", "B", "A", "F"]


def test_an_order_is_of_one_market_and_of_one_list(shop):
    category = shop["category"]
    put({shop["A"].pk: (1, 1)})
    put({shop["B"].pk: (1, 1)}, category=category)
    assert seen() == ["A", "F", "E", "D", "C", "B"]
    assert seen(category=category) == ["B", "A", "F", "E", "D", "C"]
    assert seen(market="mx") == ["F", "E", "D", "C", "B", "A"]
    assert seen(market="mx", category=category) == ["F", "E", "D", "C", "B", "A"]


def test_a_category_without_an_order_follows_the_whole_catalogue(shop):
    put({shop["B"].pk: (1, 1), shop["A"].pk: (1, 2)})
    assert seen(category=shop["category"])[:2] == ["B", "A"]


def test_a_refresh_writes_what_arranging_wrote(shop):
    put({shop["A"].pk: (1, 2), shop["D"].pk: (3, 1)})
    put({shop["C"].pk: (1, 1)}, category=shop["category"])
    done = refresh_listings([shop[name].pk for name in "ABCDEF"])
    assert (done.written, done.removed) == (0, 0)
    assert seen()[1] == "A"
    assert seen(category=shop["category"])[0] == "C"


def test_what_is_not_sold_here_leaves_no_gap(shop):
    hidden = make.listed(make.product(sku="MX", prices={"mx": "100"}))
    put({hidden.pk: (1, 1), shop["A"].pk: (1, 2)})
    assert seen() == ["F", "A", "E", "D", "C", "B"]


def test_two_people_do_not_overwrite_each_other(shop):
    order = put({shop["A"].pk: (1, 1)})
    assert order.revision == 1
    with pytest.raises(Conflict):
        put({shop["B"].pk: (1, 1)})
    put({shop["B"].pk: (1, 1)}, revision=1)
    # Who stood there moved on.
    assert seen()[:2] == ["B", "A"]


@pytest.mark.parametrize("place", [(0, 1), (1, 0), (1, PER_PAGE + 1), (501, 1)])
def test_a_place_that_cannot_be_is_refused_and_nothing_is_lost(shop, place):
    put({shop["A"].pk: (1, 1)})
    with pytest.raises(ValidationError):
        put({shop["B"].pk: place}, revision=1)
    assert CatalogueOrder.objects.get().entries.count() == 1


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("America/Bogota"))


ORANGE_DAY = date(2031, 5, 9)


@pytest.fixture
def orange(shop):
    colour = make.attribute("colour", "Color", "Color")
    value = make.option(colour, "orange", "Naranja", "Orange")
    for name in ("A", "C"):
        colour.save_value(shop[name], value)
    make.listed(*(shop[name] for name in "ABCDEF"))
    day = ThemedDay.objects.create(name="Día naranja", first_day=ORANGE_DAY, last_day=ORANGE_DAY)
    day.options.add(value)
    return value


def test_on_orange_day_what_is_orange_comes_first_and_only_then(shop, orange):
    usual = ["F", "E", "D", "C", "B", "A"]
    assert seen(at=noon(ORANGE_DAY - timedelta(days=1))) == usual
    assert seen(at=noon(ORANGE_DAY)) == ["C", "A", "F", "E", "D", "B"]
    assert seen(at=noon(ORANGE_DAY + timedelta(days=1))) == usual


def test_what_a_day_will_show_can_be_seen_before(shop, orange):
    assert seen(day=ORANGE_DAY)[:2] == ["C", "A"]
    assert seen(day=ORANGE_DAY, category=shop["category"])[:2] == ["C", "A"]


def test_the_day_begins_and_ends_at_the_markets_own_midnight(shop, orange):
    bogota, mexico = (ZoneInfo(f"America/{name}") for name in ("Bogota", "Mexico_City"))
    first = datetime(2031, 5, 9, tzinfo=bogota)
    assert seen(at=first)[0] == "C" and seen(market="mx", at=first)[0] == "F"
    first = datetime(2031, 5, 9, tzinfo=mexico)
    assert seen(market="mx", at=first)[0] == "C"
    assert seen(at=datetime(2031, 5, 10, tzinfo=bogota))[0] == "F"


def test_a_kept_page_ends_when_a_themed_day_begins(shop, orange):
    with freshness.collect() as dependencies:
        seen(at=noon(ORANGE_DAY - timedelta(days=1)))
    assert dependencies.ends == datetime(2031, 5, 9, tzinfo=ZoneInfo("America/Bogota"))
    with freshness.collect() as dependencies:
        seen(at=noon(ORANGE_DAY))
    assert dependencies.ends == datetime(2031, 5, 10, tzinfo=ZoneInfo("America/Bogota"))


def test_a_theme_may_be_a_category_or_a_label(shop):
    from commerce.labels.models import Label

    gifts = make.category("Regalos")
    gift = make.listed(make.product(sku="G", categories=[gifts]))
    made = Label.objects.create(code="x")
    made.products.add(gift)
    put({shop["A"].pk: (1, 1)})
    for theme in ({"category": gifts}, {"label": made}):
        ThemedDay.objects.all().delete()
        ThemedDay.objects.create(name="x", first_day=ORANGE_DAY, last_day=ORANGE_DAY, **theme)
        assert seen(day=ORANGE_DAY)[:2] == ["G", "A"]


def test_the_order_costs_the_same_at_any_number_of_products(shop, assert_max_queries):
    put({shop["A"].pk: (1, 3), shop["B"].pk: (2, 1)})
    seen()
    with assert_max_queries(5):
        seen(page=1)
