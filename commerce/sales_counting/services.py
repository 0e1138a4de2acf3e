"""Counting sales, and products that are bought together. Idempotent."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Sum
from django.db.models.functions import Coalesce
from oscar.core.loading import get_model

from background.locks import locked
from cms.page_cache import freshness
from commerce.listings.requests import request_refresh
from commerce.orders.states import NOT_SOLD
from commerce.recommendations.models import WINDOW_DAYS, BoughtTogether, DailySales
from commerce.recommendations.ranking import ranked
from commerce.recommendations.tags import KINDS, tags_of_moved
from markets.days import beginning, end, today
from markets.lookup import all_markets, get_market

Line = get_model("order", "Line")

# Bought together is counted over so many days, in at least so many orders.
TOGETHER_DAYS = 180
TOGETHER_LEAST = 2
TOGETHER_MOST = 12
# An order of more different things than this says little about any two of them.
LARGEST_ORDER = 40


def _sold_lines():
    """Lines of confirmed orders, each with its ``owner``: the product that is listed."""
    return (
        Line.objects.filter(order__placement__confirmed_at__isnull=False, product__isnull=False)
        .exclude(order__status__in=NOT_SOLD)
        .annotate(owner=Coalesce("product__parent_id", "product_id"))
        .order_by()
    )


@transaction.atomic
def count_sales(*, market: str, day: date) -> None:
    """Count the sales of one day of one market again from its orders."""
    country = get_market(market)
    sold = dict(
        _sold_lines()
        .filter(
            order__placement__market=market,
            order__placement__confirmed_at__gte=beginning(day, country),
            order__placement__confirmed_at__lt=end(day, country),
        )
        .values("owner")
        .annotate(units=Sum("quantity"))
        .values_list("owner", "units")
    )
    rows = DailySales.objects.filter(market=market, day=day)
    counted = dict(rows.values_list("product_id", "units"))
    changes = {
        pk: sold.get(pk, 0) - counted.get(pk, 0)
        for pk in sold | counted
        if sold.get(pk) != counted.get(pk)
    }
    if not changes:
        return
    window = {"market": market, "today": today(country), "days": WINDOW_DAYS}
    before = DailySales.objects.totals(**window)
    if gone := counted.keys() - sold.keys():
        rows.filter(product__in=gone).delete()
    DailySales.objects.bulk_create(
        [
            DailySales(product_id=pk, market=market, day=day, units=sold[pk])
            for pk in sorted(changes.keys() & sold.keys())
        ],
        update_conflicts=True,
        unique_fields=["market", "day", "product"],
        update_fields=["units"],
    )
    _invalidate_moved(market, before, _changed(before, changes, ago=(window["today"] - day).days))


def _changed(
    totals: dict[int, tuple[int, int]], changes: dict[int, int], *, ago: int
) -> dict[int, tuple[int, int]]:
    """The totals after these changes of units on a day so many days ``ago``."""
    late = int(0 <= ago < WINDOW_DAYS)
    early = int(WINDOW_DAYS <= ago < 2 * WINDOW_DAYS)
    after = dict(totals)
    for pk, units in changes.items():
        sold_late, sold_early = totals.get(pk, (0, 0))
        after[pk] = (sold_late + late * units, sold_early + early * units)
    return after


def _invalidate_moved(market: str, before, after) -> None:
    """Only lists whose order changed are invalidated: most sales change none."""
    was, now = ranked(before), ranked(after)
    moved = {tag for kind in KINDS for tag in tags_of_moved(kind, market, was[kind], now[kind])}
    if moved:
        freshness.invalidate(*moved)


def count_recent_sales(*, days: int) -> None:
    """Count the last days of every market again: for orders cancelled since, and for lost jobs."""
    for market in all_markets():
        last = today(market)
        for back in range(days):
            count_sales(market=market.code, day=last - timedelta(days=back))


@transaction.atomic
def count_bought_together() -> set[int]:
    """Count again which products are bought together; returns the products with a change.

    Requests a refresh of their listings.
    """
    since = beginning(today(all_markets()[0]) - timedelta(days=TOGETHER_DAYS), all_markets()[0])
    orders: dict[int, set[int]] = defaultdict(set)
    rows = _sold_lines().filter(order__placement__confirmed_at__gte=since)
    for order_id, owner in rows.values_list("order_id", "owner").iterator():
        orders[order_id].add(owner)
    wanted = {
        (product_id, other): number
        for product_id, others in _best_pairs(orders.values()).items()
        for other, number in others
    }
    there = {(row.product_id, row.other_id): row for row in locked(BoughtTogether.objects.all())}
    gone = [row.pk for pair, row in there.items() if pair not in wanted]
    changed = [pair for pair, number in wanted.items()
               if pair not in there or there[pair].orders != number]  # fmt: skip
    BoughtTogether.objects.filter(pk__in=gone).delete()
    BoughtTogether.objects.bulk_create(
        [
            BoughtTogether(product_id=product_id, other_id=other, orders=wanted[product_id, other])
            for product_id, other in changed
        ],
        update_conflicts=True,
        unique_fields=["product", "other"],
        update_fields=["orders"],
    )
    touched = {pair[0] for pair in changed} | {pair[0] for pair in there if pair not in wanted}
    request_refresh(products=touched)
    return touched


def _best_pairs(orders: Iterable[set[int]]) -> dict[int, list[tuple[int, int]]]:
    """{product: [(other, orders)]}, the most frequent first, the best few of each."""
    counted: dict[int, Counter] = defaultdict(Counter)
    for products in orders:
        if len(products) > LARGEST_ORDER:
            continue
        for one in products:
            counted[one].update(products - {one})
    return {
        one: [
            pair
            for pair in sorted(others.items(), key=lambda pair: (-pair[1], pair[0]))
            if pair[1] >= TOGETHER_LEAST
        ][:TOGETHER_MOST]
        for one, others in counted.items()
    }
