"""Best sellers, rising products and what is bought together, counted from confirmed orders."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from commerce.arrangement.services import arrange
from commerce.catalogue.product_page import ProductPage, find_words
from commerce.listings.models import Listing
from commerce.orders.models import Placement
from commerce.recommendations.lists import ranked_listings
from commerce.recommendations.models import (
    WINDOW_DAYS,
    BoughtTogether,
    Complement,
    DailySales,
    RelatedProduct,
)
from commerce.recommendations.ranking import ranked
from commerce.recommendations.tags import KINDS
from commerce.sales_counting.services import count_bought_together, count_sales
from markets.days import today
from markets.lookup import get_market
from tests import factories as make
from tests.checkout.conftest import Shop, Shopper
from tests.checkout.test_journey import CO, submit, walk
from tests.recommendations.factories import confirmed_order

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


def day(market="co", back=0):
    return today(get_market(market)) - timedelta(days=back)


def best(market="co", kind="best", **window):
    with translation.override(f"es-{market}"):
        skus = dict(Listing.objects.values_list("pk", "sku"))
        return [skus[pk] for pk in ranked_listings(kind, market, "es", most=10, **window)]


@pytest.fixture
def shop():
    made = {name: make.product(sku=name) for name in "ABCD"}
    make.listed(*made.values())
    return made


def test_units_of_confirmed_orders_are_counted_by_market_and_day(shop):
    confirmed_order({shop["A"]: 2, shop["B"]: 1})
    confirmed_order({shop["A"]: 1})
    confirmed_order({shop["B"]: 9}, market="mx")
    confirmed_order({shop["B"]: 9}, status="cancelled")
    confirmed_order({shop["B"]: 9}, confirmed=False)
    count_sales(market="co", day=day())
    assert dict(DailySales.objects.values_list("product__upc", "units")) == {"A": 3, "B": 1}
    assert best() == ["A", "B"] and best("mx") == []


def test_the_list_changes_after_a_sale(shop, django_capture_on_commit_callbacks):
    from commerce.orders.signals import order_confirmed

    DailySales.objects.create(product=shop["A"], market="co", day=day(), units=1)
    confirmed_order({shop["A"]: 1})
    order = confirmed_order({shop["B"]: 5})
    with django_capture_on_commit_callbacks(execute=True):
        order_confirmed.send(sender=type(order), order=order)
    assert best() == ["B", "A"]


def test_an_order_placed_in_the_shop_is_counted_at_once():
    till, shopper = Shop(), Shopper()
    shopper.add(till.cream, 3)
    submit(shopper, walk(shopper, CO, "cash_on_delivery"))
    sales = DailySales.objects.get()
    assert (sales.product, sales.market, sales.day, sales.units) == (till.cream, "co", day(), 3)


def test_counting_twice_gives_the_same_and_a_cancelled_order_is_taken_back(shop):
    order = confirmed_order({shop["A"]: 2})
    for _time in range(2):
        count_sales(market="co", day=day())
        assert best() == ["A"]
    type(order).objects.filter(pk=order.pk).update(status="cancelled")
    count_sales(market="co", day=day())
    assert best() == []


def test_only_sales_within_the_window_count(shop):
    DailySales.objects.create(product=shop["A"], market="co", day=day(back=9), units=50)
    DailySales.objects.create(product=shop["B"], market="co", day=day(back=2), units=5)
    assert best(days=7) == ["B"] and best(days=30) == ["A", "B"]


def test_rising_is_what_sells_more_than_in_the_days_before(shop):
    for name, before, now in (("A", 50, 51), ("B", 0, 9), ("C", 9, 3), ("D", 4, 4)):
        for units, back in ((before, 8), (now, 1)):
            if units:
                DailySales.objects.create(
                    product=shop[name], market="co", day=day(back=back), units=units
                )
    assert best(kind="rising", days=7) == ["B", "A"]


def test_a_variant_counts_as_its_product():
    lipstick = make.listed(make.lipstick())
    for variant in lipstick.children.all()[:2]:
        confirmed_order({variant: 2})
    count_sales(market="co", day=day())
    assert list(DailySales.objects.values_list("product_id", "units")) == [(lipstick.pk, 4)]


def test_a_sale_that_changes_no_ranking_keeps_the_pages(shop, monkeypatch):
    from cms.page_cache import freshness

    said = []
    monkeypatch.setattr(freshness, "invalidate", lambda *tags: said.append(tags))
    confirmed_order({shop["A"]: 5})
    count_sales(market="co", day=day())
    confirmed_order({shop["A"]: 5})
    count_sales(market="co", day=day())
    [tags] = said
    assert all(tag.startswith("ranking:co:") for tag in tags)


@pytest.mark.parametrize("ago", [0, 29, 30, 59, 60])
def test_counting_tells_a_moved_ranking_as_pages_would_read_it(shop, ago, monkeypatch):
    """A sale of any day, ties among them: said is just what the lists of pages show."""
    from cms.page_cache import freshness

    for name, units in (("A", 3), ("B", 3), ("C", 2)):
        DailySales.objects.create(product=shop[name], market="co", day=day(), units=units)
        DailySales.objects.create(product=shop[name], market="co", day=day(back=40), units=1)
    order = confirmed_order({shop["B"]: 1, shop["D"]: 9})
    Placement.objects.filter(order=order).update(confirmed_at=timezone.now() - timedelta(days=ago))
    said = set()
    monkeypatch.setattr(freshness, "invalidate", lambda *tags: said.update(tags))
    before = {kind: best(kind=kind) for kind in KINDS}
    count_sales(market="co", day=day(back=ago))
    moved = {kind for kind in KINDS if best(kind=kind) != before[kind]}
    assert {tag.split(":")[2] for tag in said} == moved
    totals = DailySales.objects.totals(market="co", today=day(), days=WINDOW_DAYS)
    skus = dict(Listing.objects.values_list("product_id", "sku"))
    shown = {kind: [skus[pk] for pk in places] for kind, places in ranked(totals).items()}
    assert shown == {kind: best(kind=kind) for kind in KINDS}


def test_a_day_that_was_counted_already_is_read_and_not_written(
    shop, django_assert_max_num_queries
):
    confirmed_order({shop["A"]: 2})
    count_sales(market="co", day=day())
    with django_assert_max_num_queries(4):  # two of them for the savepoint
        count_sales(market="co", day=day())


# --- Together


def test_what_is_bought_together_often_enough_is_noted_both_ways(shop):
    for _time in range(2):
        confirmed_order({shop["A"]: 1, shop["B"]: 1})
    confirmed_order({shop["A"]: 1, shop["C"]: 1})
    count_bought_together()
    pairs = set(BoughtTogether.objects.values_list("product__upc", "other__upc", "orders"))
    assert pairs == {("A", "B", 2), ("B", "A", 2)}
    confirmed_order({shop["A"]: 1, shop["C"]: 1})
    assert {shop["A"].pk, shop["C"].pk} <= count_bought_together()
    assert count_bought_together() == set()


# --- On the product's page


def groups(product, market="co"):
    words = find_words(product.copies.get(locale__language_code="es").slug, "es")
    page = ProductPage(words, f"es-{market}")
    skus = dict(Listing.objects.values_list("pk", "sku"))
    return [[skus[pk] for pk in group] for group in page.recommendations()]


def test_a_page_shows_both_groups_in_the_merchandisers_order(shop):
    Complement.objects.create(product=shop["A"], other=shop["C"], sort_order=1)
    Complement.objects.create(product=shop["A"], other=shop["B"], sort_order=0)
    RelatedProduct.objects.create(product=shop["A"], other=shop["D"], sort_order=0)
    make.listed(shop["A"])
    assert groups(shop["A"]) == [["B", "C"], ["D"]]


def test_what_is_bought_together_follows_what_was_chosen(shop):
    Complement.objects.create(product=shop["A"], other=shop["C"])
    BoughtTogether.objects.create(product=shop["A"], other=shop["B"], orders=3)
    BoughtTogether.objects.create(product=shop["A"], other=shop["C"], orders=9)
    make.listed(shop["A"])
    assert groups(shop["A"])[0] == ["C", "B"]


def test_a_page_shows_nothing_twice_nor_itself_and_fills_up_the_second_group(shop):
    Complement.objects.create(product=shop["A"], other=shop["B"])
    RelatedProduct.objects.create(product=shop["A"], other=shop["B"])
    make.listed(shop["A"])
    assert groups(shop["A"]) == [["B"], ["D", "C"]]


def test_what_is_of_the_same_category_follows_the_shops_order(shop):
    above = make.category("Rostro")
    beside = make.category("Cremas", parent=above)
    for name, category in (("A", beside), ("B", above), ("C", beside), ("D", above)):
        make.ProductCategory.objects.create(product=shop[name], category=category)
    make.listed(*(shop[name] for name in "ABCD"))
    assert groups(shop["A"]) == [[], ["C", "D", "B"]]
    arrange(market="co", places={shop["B"].pk: (1, 1)}, per_page=24, revision=0, by=None)
    assert groups(shop["A"]) == [[], ["C", "B", "D"]]


def test_what_the_market_does_not_sell_is_left_out_and_sold_out_comes_last():
    only_mx = make.product(sku="MX", prices={"mx": "100"})
    gone = make.product(sku="OUT", stock=0)
    there = make.product(sku="IN")
    product = make.product(sku="P")
    for number, other in enumerate((only_mx, gone, there)):
        Complement.objects.create(product=product, other=other, sort_order=number)
    make.listed(only_mx, gone, there, product)
    assert groups(product)[0] == ["IN", "OUT"]
    assert groups(product, "mx")[0] == ["MX", "IN", "OUT"]


def test_nothing_goes_with_itself(shop):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        Complement.objects.create(product=shop["A"], other=shop["A"])


def test_recommendations_stand_on_every_row_of_the_product(shop):
    Complement.objects.create(product=shop["A"], other=shop["B"])
    make.listed(shop["A"])
    rows = Listing.objects.filter(product=shop["A"])
    assert rows.count() > 1 and all(row.complements == [shop["B"].pk] for row in rows)
