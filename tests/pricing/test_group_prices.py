"""What somebody's groups make a product cost: a table of cases."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone
from oscar.core.loading import get_model

from commerce.pricing.group_conflicts import conflicts_of
from commerce.pricing.models import PriceList
from commerce.pricing.selection import groups_with_prices, prices_for
from commerce.pricing.services import set_price
from people.customer_groups.current_group import current_group_of
from people.customer_groups.services import leave_group
from people.models import CustomerGroup
from tests.factories import customer_group, join

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")

DAY = timedelta(days=1)

# (what is written on which list, what the group pays); a list is group, priority, starts, ends
# (days from now), amounts of the parent and of the edition.
CASES = {
    "a group without a list pays what everybody pays": ([], (100, 100)),
    "the group's list wins by its priority": ([("gold", 5, None, None, 70, None)], (70, 70)),
    "of equal lists the cheaper price wins": ([("gold", 0, None, None, 70, None)], (70, 70)),
    "a group's dearer price of equal lists does not": (
        [("gold", 0, None, None, 120, None)],
        (100, 100),
    ),
    "an offer to everybody that stands higher wins": (
        [("gold", 5, None, None, 70, None), (None, 9, None, None, 60, None)],
        (60, 60),
    ),
    "what the list does not name costs what it costs everybody": (
        [("gold", 5, None, None, None, 80)],
        (100, 80),
    ),
    "another group's list is not theirs": ([("silver", 9, None, None, 10, None)], (100, 100)),
    "a list that has not begun does not hold": ([("gold", 5, 1, None, 70, None)], (100, 100)),
    "a list that is over does not hold": ([("gold", 5, -2, -1, 70, None)], (100, 100)),
    "a list holds between its ends": ([("gold", 5, -1, 1, 70, None)], (70, 70)),
}


@pytest.fixture
def family(db):
    """A product at 100 for everybody, and an edition of it."""
    web = PriceList.objects.create(code="co-web", name="Web", market="co")
    parent = Product.objects.create(
        structure="parent",
        upc="P",
        title="Crema",
        product_class=ProductClass.objects.create(name="Cosmetic"),
    )
    child = Product.objects.create(structure="child", parent=parent, upc="P-30")
    set_price(product=parent, price_list=web, amount=Decimal(100))
    return parent, child


@pytest.fixture
def groups(db):
    return {
        "gold": customer_group("Oro", priority=20),
        "silver": customer_group("Plata", priority=10),
    }


@pytest.fixture
def ana(db):
    return get_user_model().objects.create_user("ana@correo.example", "x")


def after(days):
    return timezone.now() + days * DAY if days is not None else None


def write_lists(lists, family, groups):
    for number, (group, priority, starts, ends, *amounts) in enumerate(lists):
        theirs = PriceList.objects.create(
            code=f"l{number}",
            name="L",
            market="co",
            customer_group=groups.get(group),
            priority=priority,
            starts_at=after(starts),
            ends_at=after(ends),
        )
        for product, amount in zip(family, amounts, strict=True):
            if amount is not None:
                set_price(product=product, price_list=theirs, amount=Decimal(amount))


def skus(product_ids) -> str:
    return " ".join(Product.objects.filter(pk__in=product_ids).values_list("upc", flat=True))


@pytest.mark.parametrize("case", CASES)
def test_what_a_member_pays(case, family, groups):
    lists, expected = CASES[case]
    write_lists(lists, family, groups)

    prices = prices_for([one.pk for one in family], "co", group_id=groups["gold"].pk)
    everybody = prices_for([one.pk for one in family], "co")

    assert tuple(prices[one.pk].amount for one in family) == expected
    cheapest = min([100, *(one[4] for one in lists if one[0] is None)])
    assert {price.amount for price in everybody.values()} == {cheapest}


def test_a_group_s_list_sells_nothing_that_is_not_sold_to_everybody(family, groups):
    theirs = PriceList.objects.create(
        code="gold", name="L", market="co", customer_group=groups["gold"]
    )
    only = Product.objects.create(structure="standalone", upc="X", title="X")
    set_price(product=only, price_list=theirs, amount=Decimal(5))
    assert prices_for([only.pk], "co", group_id=groups["gold"].pk) == {}


def test_the_highest_group_that_holds_now_decides(ana, groups):
    join(ana, groups["silver"])
    assert CustomerGroup.objects.tier_of(ana.pk) == groups["silver"]
    # then a higher one that begins tomorrow changes nothing yet
    person = join(ana, groups["gold"], starts_at=after(1))
    assert CustomerGroup.objects.tier_of(ana.pk) == groups["silver"]
    current = current_group_of(ana.pk)
    assert current.group == groups["silver"]
    assert current.changes_at and current.changes_at <= after(1)
    # and one that holds does, until it is left
    join(ana, groups["gold"])
    assert current_group_of(ana.pk).group == groups["gold"]
    assert leave_group(person=person, group=groups["gold"])
    assert not leave_group(person=person, group=groups["gold"])
    assert current_group_of(ana.pk).group == groups["silver"]
    assert CustomerGroup.objects.tier_of(ana.pk) == groups["silver"]


def test_nobody_is_in_no_group(ana, groups, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert CustomerGroup.objects.tier_of(None) is None
    assert current_group_of(ana.pk).group is None


def test_only_lists_that_hold_have_groups(family, groups):
    for code, starts in (("now", None), ("soon", 1)):
        PriceList.objects.create(
            code=code,
            name=code,
            market="mx" if starts else "co",
            customer_group=groups["gold"],
            starts_at=after(starts),
        )
    assert groups_with_prices() == [("co", groups["gold"].pk)]


# (as CASES, and what is told of the group's list: for which of the two members pay more than
# everybody, and for which their list says less than they pay, by days from now)
CONFLICTS = {
    "a group's better price is told of no one": ([("gold", 5, None, None, 70, 60)], []),
    "a dearer price": ([("gold", 5, None, None, 120, None)], [(0, "P", "")]),
    "a dearer price of equal lists does not count": ([("gold", 0, None, None, 120, None)], []),
    "a sale that stands lower, from its first day on": (
        [("gold", 5, None, None, 70, None), (None, 3, 2, 4, 60, None)],
        [(2, "P", "")],
    ),
    "a variant against a sale of its parent": (
        [("gold", 5, None, None, None, 80), (None, 3, None, None, 75, None)],
        [(0, "P-30", "")],
    ),
    "a cheaper sale that stands higher": (
        [("gold", 5, None, None, 70, None), (None, 9, None, None, 60, None)],
        [],
    ),
    "a dearer list that stands higher": (
        [("gold", 5, None, None, 70, None), (None, 9, None, None, 90, None)],
        [(0, "", "P")],
    ),
    "a sale after the list has ended": (
        [("gold", 5, None, 1, 70, None), (None, 3, 2, 4, 60, None)],
        [],
    ),
    "a list that is over": ([("gold", 5, -2, -1, 120, None)], []),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_what_does_a_group_no_good_is_told(case, family, groups):
    # given the group's list, and perhaps one for everybody
    rows, told = CONFLICTS[case]
    write_lists(rows, family, groups)
    own = PriceList.objects.get(customer_group__isnull=False)
    # when somebody asks, for the list or for that of everybody
    for asked in (own, PriceList.objects.get(code="co-web")):
        found = conflicts_of(asked)
        # then each product is told once, at the first moment
        assert [
            (
                round((conflict.moment - timezone.now()) / DAY),
                skus(conflict.dearer),
                skus(conflict.unused),
            )
            for conflict in found
        ] == told
