"""Counts are results: whatever is chosen, the index says what counting by hand says."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.listings.facet_index import Choice, FacetIndex
from commerce.listings.facet_rows import ListingRow
from commerce.listings.facets import CATEGORY, DISCOUNT, DISCOUNT_STEPS, IN_STOCK, LABEL, YES
from commerce.listings.market_index import MarketIndex

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
COLOURS, SIZES = ("fig", "clay", "sage"), ("s", "m", "l")

units = st.lists(
    st.builds(
        lambda colour, size, stock, price, off: {
            "options": {k: v for k, v in (("colour", colour), ("size", size)) if v},
            "stock": stock,
            "price": str(price),
            "compare_at": str(price * 2) if off else None,
        },
        st.sampled_from((*COLOURS, None)),
        st.sampled_from((*SIZES, None)),
        st.sampled_from(("in_stock", "low", "out")),
        st.integers(1, 60).map(lambda n: n * 500),
        st.booleans(),
    ),
    max_size=4,
)
labels = st.lists(
    st.builds(
        lambda code, hours: {
            "code": code,
            "text": code.title(),
            "kind": "custom",
            **({"until": (NOW + timedelta(hours=hours)).isoformat()} if hours else {}),
        },
        st.sampled_from(("new", "gift")),
        st.sampled_from((-5, 0, 5)),
    ),
    unique_by=lambda label: label["code"],
    max_size=2,
)
products = st.lists(
    st.tuples(
        st.integers(1, 60).map(lambda n: Decimal(n) * 500),
        st.integers(0, 60),
        st.booleans(),
        st.sampled_from((None, 1.5, 3.0, 4.2)),
        labels,
        units,
        st.lists(st.integers(1, 4), unique=True, max_size=3),
    ),
    max_size=14,
)
FACETS = {
    "colour": (*COLOURS, "nowhere"),
    "size": SIZES,
    IN_STOCK: (YES,),
    CATEGORY: ("1", "2", "3", "9"),
    DISCOUNT: DISCOUNT_STEPS,
    LABEL: ("new", "gift"),
}
chosen = st.dictionaries(st.sampled_from(sorted(FACETS)), st.booleans()).flatmap(
    lambda names: st.fixed_dictionaries(
        {name: st.frozensets(st.sampled_from(FACETS[name]), min_size=1) for name in names}
    )
)
amounts = st.one_of(st.none(), st.integers(0, 60).map(lambda n: Decimal(n) * 500))
choices = st.builds(Choice, chosen, st.lists(st.tuples(amounts, amounts), max_size=2).map(tuple))


def rows_of(drawn) -> tuple[list[ListingRow], dict[int, list[int]]]:
    """With the categories of each product."""
    rows, within = [], {}
    for pk, (price, discount, featured, rating, tags, sold, categories) in enumerate(drawn, 1):
        columns = (pk, pk * 10, "es", price, discount, featured, rating, NOW, "x | y", 1, 1)
        rows.append(ListingRow(*columns, json.dumps(tags), json.dumps(sold)))
        within[pk * 10] = categories
    return rows, within


def market_index_of(drawn) -> MarketIndex:
    return MarketIndex.empty(frozenset({"colour", "size"})).with_rows(*rows_of(drawn))


def index_of(drawn) -> FacetIndex:
    return market_index_of(drawn).index("es")


def by_hand(drawn, choice: Choice) -> set[int]:
    """Primary keys of what matches, product by product and variant by variant: one variant has
    to be all that was asked of variants, its price included."""
    found = set()
    for pk, (price, discount, _featured, _rating, tags, sold, categories) in enumerate(drawn, 1):
        held = {
            CATEGORY: {str(one) for one in categories},
            DISCOUNT: {step for step in DISCOUNT_STEPS if discount >= int(step)},
            LABEL: {
                tag["code"]
                for tag in tags
                if "until" not in tag or datetime.fromisoformat(tag["until"]) > NOW
            },
        }
        whole = all(held[k] & v for k, v in choice.values.items() if k in held)
        own = {k: v for k, v in choice.values.items() if k not in held}

        def has(unit, facet, own=own):
            if facet == IN_STOCK:
                return unit["stock"] != "out"
            return unit["options"].get(facet) in own[facet]

        def priced(amount) -> bool:
            return not choice.prices or any(
                (low is None or amount >= low) and (high is None or amount <= high)
                for low, high in choice.prices
            )

        if not sold:
            fits = not own and priced(price)
        else:
            there = [one for one in sold if one["stock"] != "out"] or sold
            fits = any(
                all(has(one, facet) for facet in own)
                and (not choice.prices or (one in there and priced(Decimal(one["price"]))))
                for one in sold
            )
        if whole and fits:
            found.add(pk)
    return found


@settings(max_examples=250, deadline=None)
@given(products, choices)
def test_every_result_matches_and_nothing_that_matches_is_missing(drawn, choice):
    index = index_of(drawn)

    found = index.find(choice, index.everything, NOW)

    assert set(index.listings(found, "price")) == by_hand(drawn, choice)


@settings(max_examples=150, deadline=None)
@given(products, choices)
def test_a_values_count_is_what_choosing_it_gives(drawn, choice):
    index = index_of(drawn)

    counts = index.counts(choice, index.everything, NOW)

    for facet, values in counts.items():
        for value, count in values.items():
            alone = Choice({**choice.values, facet: frozenset({value})}, choice.prices)
            if facet in FACETS:
                assert count == len(by_hand(drawn, alone)), (facet, value)


def shown(product, choice: Choice) -> tuple[Decimal, int]:
    """What a card says: of the cheapest variant that was chosen, of those there are if possible."""
    (price, discount, *_), sold = product, product[5]
    own = {k: v for k, v in choice.values.items() if k in ("colour", "size")}
    if not sold or not (own or choice.prices):
        return price, discount
    fitting = [
        (all_out or one["stock"] != "out", Decimal(one["price"]), one)
        for all_out in [all(one["stock"] == "out" for one in sold)]
        for one in sold
        if all(one["options"].get(facet) in values for facet, values in own.items())
        and (IN_STOCK not in choice.values or one["stock"] != "out")
        and (
            not choice.prices
            or any(
                (low is None or Decimal(one["price"]) >= low)
                and (high is None or Decimal(one["price"]) <= high)
                for low, high in choice.prices
            )
        )
    ]
    _there, amount, unit = min(fitting, key=lambda one: (not one[0], one[1]))
    return amount, 50 if unit["compare_at"] else 0


@settings(max_examples=60, deadline=None)
@given(products, choices, st.sampled_from(["price", "-price", "discount", "-discount"]))
def test_an_order_is_an_order_of_the_same_products(drawn, choice, sort):
    index = index_of(drawn)
    found = index.find(choice, index.everything, NOW)

    keys = index.listings(found, sort, choice)

    values = [shown(drawn[pk - 1], choice)["price" not in sort] for pk in keys]
    down = sort in ("-price", "discount")
    if sort == "-discount":
        # Who asks for the smallest discount asks for one.
        assert values == sorted(values, key=lambda discount: (not discount, discount))
    else:
        assert values == sorted(values, reverse=down)
    assert len(keys) == found.bit_count() == len(set(keys))


@settings(deadline=None)
@given(st.lists(st.integers(0, 48), max_size=20), st.integers(0, 48), st.integers(0, 48))
def test_what_came_between_two_moments_is_found(hours, since, until):
    launches = [NOW + timedelta(hours=number) for number in hours]
    columns = ("es", Decimal(1), 0, False, None)
    rows = [
        ListingRow(pk, pk, *columns, moment, "x", 1, 1, "[]", "[]")
        for pk, moment in enumerate(launches, 1)
    ]
    index = MarketIndex.empty(frozenset()).with_rows(rows, {}).index("es")
    after, by = NOW + timedelta(hours=since), NOW + timedelta(hours=until)

    def keys(bits) -> set[int]:
        return set(index.listings(bits, "new"))

    numbered = list(enumerate(launches, start=1))
    assert keys(index.launched(by=by)) == {pk for pk, moment in numbered if moment <= by}
    between = {pk for pk, moment in numbered if after < moment <= by}
    assert keys(index.launched(by=by, after=after)) == between


@settings(deadline=None)
@given(products)
def test_what_lists_ask_for_is_what_the_filters_find(drawn):
    index = index_of(drawn)

    def found(facet, value) -> int:
        return index.find(Choice({facet: frozenset({value})}), index.everything, NOW)

    assert index.in_stock == found(IN_STOCK, YES)
    assert index.featured == found("featured", YES)
    for code in ("new", "gift", "nowhere"):
        assert index.labelled(code, NOW) == found(LABEL, code)


@settings(deadline=None)
@given(products, st.lists(st.integers(-5, 200)))
def test_a_search_keeps_its_order_and_its_scope(drawn, product_ids):
    index = index_of(drawn)
    scope = index.of_products(product_ids)

    keys = index.listings_of(dict.fromkeys(product_ids), scope)

    there = [
        pk // 10 for pk in dict.fromkeys(product_ids) if pk % 10 == 0 and 0 < pk // 10 <= len(drawn)
    ]
    assert keys == there
    assert scope.bit_count() == len(there)


@pytest.mark.parametrize("size", [0, 1, 7, 8, 9, 64])
def test_a_scope_of_everything_holds_everything(size):
    drawn = [(Decimal(1), 0, False, None, [], [], [])] * size

    index = index_of(drawn)

    assert index.everything.bit_count() == size == len(index.listings(index.everything, "new"))


def test_a_label_that_has_ended_is_not_named_any_more():
    until = NOW + timedelta(hours=1)
    tags = [{"code": "today", "text": "Solo hoy", "kind": "custom", "until": until.isoformat()}]
    index = index_of([(Decimal(500), 0, False, None, tags, [], [])])

    def named(moment) -> bool:
        return "today" in index.counts(Choice(), index.everything, moment).get(LABEL, {})

    assert named(NOW) and not named(until)
