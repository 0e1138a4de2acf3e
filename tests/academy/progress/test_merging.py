"""What was done in a lesson, put together: in any order, as often as it is told, never less."""

from hypothesis import given
from hypothesis import strategies as st

from academy.courses.outline import Lesson, Outline, Part
from academy.progress.merging import (
    LONGEST,
    is_done,
    join_spans,
    merge_film,
    missing,
    watched_percent,
)

moment = st.floats(0, 600, allow_nan=False)
span = st.tuples(moment, moment)
spans = st.lists(span, max_size=12)


def seconds(joined) -> set[int]:
    return {second for start, end in joined for second in range(start, end)}


@given(spans)
def test_pieces_are_in_order_and_apart(pieces):
    joined = join_spans(pieces)
    assert all(start < end for start, end in joined)
    assert all(one[1] < other[0] for one, other in zip(joined, joined[1:], strict=False))


@given(spans, spans)
def test_more_pieces_are_never_less(some, more):
    assert seconds(join_spans(some)) <= seconds(join_spans([*some, *more]))


@given(spans, st.permutations(range(12)))
def test_order_and_number_of_reports_do_not_matter(pieces, order):
    at_once = join_spans(pieces)
    one_by_one: list = []
    shuffled = [pieces[at] for at in order if at < len(pieces)]
    for piece in [*shuffled, *pieces]:
        one_by_one = join_spans([*one_by_one, piece])
    assert one_by_one == at_once


@given(spans, spans, st.floats(1, 600))
def test_how_much_of_a_film_was_watched_never_falls(first, then, length):
    known = merge_film({}, watched=first, length=length, at=0)
    more = merge_film(known, watched=then, length=length, at=0)
    if more["length"] == known["length"]:
        assert watched_percent(more) >= watched_percent(known)
    assert 0 <= watched_percent(more) <= 100


def test_a_film_is_not_longer_than_it_can_be():
    known = merge_film({}, watched=[(0, 10**6)], length=10**6, at=10**6)
    assert known == {"watched": [[0, LONGEST]], "length": LONGEST, "at": LONGEST}


def test_what_finishes_a_part():
    film = Part("a", "film", share=90)
    assert not is_done(film, {})
    assert not is_done(film, {"watched": [[0, 50]], "length": 100})
    assert is_done(film, {"watched": [[0, 50], [55, 97]], "length": 100})
    checklist = Part("b", "checklist")
    assert not is_done(checklist, {})
    assert not is_done(checklist, {"checked": [0], "items": 2})
    assert is_done(checklist, {"checked": [0, 1], "items": 2})
    assert not is_done(Part("c", "agreement"), {"checked": [0], "items": 1})
    assert is_done(Part("c", "agreement"), {"done": True})


def test_only_what_is_required_is_missing():
    lesson = Lesson("x", parts=(Part("a", "checklist", required=False), Part("b", "agreement")))
    assert [part.id for part in missing(lesson, {})] == ["b"]


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.data())
def test_a_course_is_whole_when_everything_that_counts_is(optional, data):
    lessons = tuple(Lesson(str(n), optional=each) for n, each in enumerate(optional))
    outline = Outline(lessons)
    done = data.draw(st.sets(st.sampled_from([one.key for one in lessons])))
    percent = outline.percent(done)
    assert (percent == 100) == ({one.key for one in outline.counted} <= done)
    assert percent <= outline.percent(done | {"0"})
    assert Outline.from_json(outline.as_json()) == outline
    following = outline.after(done)
    assert (following is None) == (percent == 100)
