"""The arithmetic of places, tried with anything."""

from hypothesis import given
from hypothesis import strategies as st

from commerce.arrangement.services import settle as make_room
from commerce.arrangement.slots import settle, window

places = st.lists(st.integers(0, 60), unique=True, max_size=12).map(sorted)


def whole(wanted, flowing):
    view = window(wanted, flowing, 0, len(wanted) + flowing)
    flow = iter(range(view.start, view.stop))
    return [f"f{next(flow)}" if key is None else key for key in view.slots]


def test_third_on_page_one_is_third_though_nobody_is_first_or_second():
    assert whole([("x", 2)], 4) == ["f0", "f1", "x", "f2", "f3"]


@given(places, st.integers(0, 40))
def test_everybody_is_seen_once_and_the_flow_keeps_its_order(positions, flowing):
    wanted = [(f"p{position}", position) for position in positions]
    seen = whole(wanted, flowing)
    assert len(seen) == len(set(seen)) == len(positions) + flowing
    assert [key for key in seen if key[0] == "f"] == [f"f{n}" for n in range(flowing)]
    assert [key for key in seen if key[0] == "p"] == [key for key, _ in wanted]


@given(places, st.integers(0, 40))
def test_who_finds_room_stands_exactly_where_they_want(positions, flowing):
    total = len(positions) + flowing
    settled = settle([(position, position) for position in positions], total)
    for index, position in enumerate(positions):
        if position + (len(positions) - index - 1) < total and position < total:
            assert settled.get(position) == position


@given(places, st.integers(0, 40), st.integers(1, 10))
def test_pages_put_one_after_the_other_are_the_whole(positions, flowing, per_page):
    wanted = [(f"p{position}", position) for position in positions]
    paged, total = [], len(positions) + flowing
    for start in range(0, total, per_page):
        view = window(wanted, flowing, start, start + per_page)
        flow = iter(range(view.start, view.stop))
        paged += [f"f{next(flow)}" if key is None else key for key in view.slots]
    assert paged == whole(wanted, flowing)


some_places = st.dictionaries(
    st.integers(1, 12), st.tuples(st.integers(1, 3), st.integers(1, 4)), max_size=8
).filter(lambda found: len(set(found.values())) == len(found))


@given(some_places, some_places)
def test_new_places_hold_and_the_others_make_room(before, given_now):
    after = make_room(before, given_now, per_page=4)
    assert set(after) == {*before, *given_now}
    assert len(set(after.values())) == len(after)
    for product, place in given_now.items():
        if before.get(product) != place:
            assert after[product] == place


@given(some_places)
def test_taking_a_place_away_moves_nobody_else(before):
    for product in before:
        after = make_room(before, {product: None}, per_page=4)
        assert after == {key: place for key, place in before.items() if key != product}
