"""What each kind of question shows, takes for an answer, and gives for it."""

import json
from decimal import Decimal
from random import Random

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from academy.evaluations.blocks import QuestionBlocks
from academy.evaluations.kinds import all_kinds, kind_of
from academy.evaluations.own_kinds.typed import readings

from .factories import CONTENT

SPOTS = {
    "image": None,
    "alt": "Una cara",
    "spots": [
        {"x": 10, "y": 10, "text": "arriba", "is_right": False, "feedback": ""},
        {"x": 50, "y": 50, "text": "", "is_right": True, "feedback": "La nariz."},
    ],
}
ALL = CONTENT | {"picture_spots": SPOTS}
SCORED = [code for code in ALL if code != "long_text"]


def value_of(code, content=None):
    stream = QuestionBlocks()
    return stream.normalize([(code, content or ALL[code])])[0].value


def shown_and_key(code, seed=1, content=None):
    kind = kind_of(code)
    shown, key = kind.show(value_of(code, content), rng=Random(seed), shuffled=True)
    # As they come back from the database.
    return kind, *json.loads(json.dumps([shown, key]))


def named(shown, *texts):
    """The numbers of options by their texts."""
    number = {one["text"]: one["id"] for one in shown["options"]}
    return [number[text] for text in texts]


def in_order(shown, *texts):
    number = {one["text"]: one["id"] for one in shown["items"]}
    return {number[text]: str(place) for place, text in enumerate(texts, start=1)}


def matched(shown, **pairs):
    lefts = {one["text"]: one["id"] for one in shown["lefts"]}
    rights = {one["text"]: one["id"] for one in shown["rights"]}
    return {lefts[left]: rights[right] for left, right in pairs.items()}


TABLE = [
    ("one", lambda s: named(s, "Limpiar")[0], 1),
    ("one", lambda s: named(s, "Exfoliar")[0], 0),
    ("one", lambda s: None, 0),
    ("several", lambda s: named(s, "Agua", "Aloe"), 1),
    ("several", lambda s: named(s, "Agua"), "0.5"),
    ("several", lambda s: named(s, "Agua", "Aloe", "Plomo"), "0.5"),
    ("several", lambda s: named(s, "Agua", "Plomo"), 0),
    ("several", lambda s: named(s, "Plomo", "Mercurio"), 0),
    ("several", lambda s: named(s, "Agua", "Aloe", "Plomo", "Mercurio"), 0),
    ("true_false", lambda s: "true", 1),
    ("true_false", lambda s: "false", 0),
    ("true_false", lambda s: None, 0),
    ("order", lambda s: in_order(s, "Limpiar", "Tonificar", "Hidratar", "Proteger"), 1),
    ("order", lambda s: in_order(s, "Tonificar", "Limpiar", "Hidratar", "Proteger"), "0.5"),
    ("order", lambda s: in_order(s, "Proteger", "Limpiar", "Tonificar", "Hidratar"), 0),
    ("order", lambda s: in_order(s, "Limpiar"), "0.25"),
    ("order", lambda s: {one["id"]: "1" for one in s["items"]}, "0.25"),
    ("match", lambda s: matched(s, Mañana="Protector", Noche="Sérum", Viaje="Bálsamo"), 1),
    ("match", lambda s: matched(s, Mañana="Protector", Noche="Nada"), "0.33333"),
    ("match", lambda s: matched(s, Mañana="Sérum", Noche="Protector"), 0),
    ("number", lambda s: "12.5", 1),
    ("number", lambda s: " 12,5 ", 1),
    ("number", lambda s: "13", 1),
    ("number", lambda s: "12", 1),
    ("number", lambda s: "13,01", 0),
    ("number", lambda s: "doce", 0),
    ("short_text", lambda s: "ACIDO  hialuronico", 1),
    ("short_text", lambda s: "Hialurónico", "0.5"),
    ("short_text", lambda s: "retinol", 0),
    ("picture_spots", lambda s: "2", 1),
    ("picture_spots", lambda s: "1", 0),
]


@pytest.mark.parametrize(("code", "answer", "score"), TABLE)
def test_what_an_answer_is_worth(code, answer, score):
    kind, shown, key = shown_and_key(code)
    given_answer = kind.clean(answer(shown), shown=shown)
    worth = kind.score(given_answer, shown=shown, key=key)
    assert worth.quantize(Decimal("0.00001")) == Decimal(score).quantize(Decimal("0.00001"))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12", {"12"}),
        ("12,5", {"12.5"}),
        ("12.50", {"12.5"}),
        ("1.500", {"1.5", "1500"}),
        ("1,500.25", {"1500.25"}),
        ("1.500,25", {"1500.25"}),
        ("1 500", {"1500"}),
        ("1.500.000", {"1500000"}),
        ("−3", {"-3"}),
        ("1,5,0", set()),
        ("1e9", set()),
        ("٣", set()),
        ("NaN", set()),
        ("", set()),
        ("9" * 60, set()),
    ],
)
def test_numbers_are_read_as_either_country_writes_them(text, numbers):
    assert readings(text) == {Decimal(number) for number in numbers}


def right_answer(code, shown, key):
    if code in ("one", "picture_spots"):
        return next(number for number, option in key["options"].items() if option["right"])
    if code == "several":
        return [number for number, option in key["options"].items() if option["right"]]
    if code == "order":
        return {number: str(place) for place, number in enumerate(key["order"], start=1)}
    return {
        "true_false": lambda: key["right"],
        "match": lambda: key["right"],
        "number": lambda: key["number"],
        "short_text": lambda: key["answers"][0]["text"],
    }[code]()


@given(seed=st.integers(), code=st.sampled_from(SCORED))
def test_the_right_answer_scores_all_however_it_was_shuffled(seed, code):
    kind, shown, key = shown_and_key(code, seed)
    answer = kind.clean(right_answer(code, shown, key), shown=shown)
    assert kind.score(answer, shown=shown, key=key) == 1
    assert kind.is_whole(answer, shown=shown)
    assert kind.describe(answer, shown=shown)
    assert (
        kind.describe(answer, shown=shown) == kind.right(shown=shown, key=key) or code == "number"
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
NUMBERS = st.integers(0, 13).map(str)
PLAUSIBLE = (
    NUMBERS
    | st.lists(NUMBERS)
    | st.dictionaries(NUMBERS, NUMBERS)
    | st.sampled_from(["true", "false", "12.5", "hialurónico"])
)


@given(answer=JSON | PLAUSIBLE, seed=st.integers(0, 5), code=st.sampled_from(SCORED))
def test_whatever_is_sent_is_refused_or_scores_between_nothing_and_all(answer, seed, code):
    kind, shown, key = shown_and_key(code, seed)
    try:
        cleaned = kind.clean(answer, shown=shown)
    except ValidationError:
        return
    assert 0 <= kind.score(cleaned, shown=shown, key=key) <= 1
    assert kind.clean(cleaned, shown=shown) == cleaned
    json.dumps(cleaned)
    # Nothing of it breaks a page.
    kind.describe(cleaned, shown=shown)
    kind.feedback(cleaned, shown=shown, key=key)
    kind.context(cleaned, shown=shown)
    assert isinstance(kind.warning(cleaned), str)
    kind.is_whole(cleaned, shown=shown)


@pytest.mark.parametrize("code", ALL)
@pytest.mark.parametrize(
    "sent", ["q1=%00&q1-1=zz", "q1=99", "q1=1&q1=1&q1-1=1&q1-99=1", "", "q1-=1"]
)
def test_a_forged_form_is_refused_or_read(code, sent):
    kind, shown, _key = shown_and_key(code)
    try:
        kind.clean(kind.read(QueryDict(sent), "q1"), shown=shown)
    except ValidationError as error:
        assert error.messages[0]


@given(seed=st.integers(), code=st.sampled_from(sorted(all_kinds())))
def test_what_is_shown_does_not_say_what_is_right(seed, code):
    """Neither words that only the key has, nor names by which the order could be told."""
    _kind, shown, _key = shown_and_key(code, seed)
    text = json.dumps(shown, ensure_ascii=False)
    for secret in ("is_right", "right", "feedback", "Así es", "La nariz", "Claro", "12.5", "Di "):
        assert secret not in text.replace('"rights"', "")
    for listed in (shown.get("options"), shown.get("items"), shown.get("rights")):
        if listed:
            assert [one["id"] for one in listed] == [str(n) for n in range(1, len(listed) + 1)]


def test_an_answer_gets_the_feedback_that_is_for_it():
    kind, shown, key = shown_and_key("one")
    assert kind.feedback(named(shown, "Exfoliar")[0], shown=shown, key=key) == [
        "Solo una vez por semana."
    ]
    kind, shown, key = shown_and_key("short_text")
    assert kind.feedback("HIALURONICO", shown=shown, key=key) == ["Di también qué es."]
    kind, shown, key = shown_and_key("true_false")
    assert kind.feedback("false", shown=shown, key=key) == ["Lee otra vez."]


def test_a_number_that_is_none_is_kept_with_a_warning():
    kind, shown, _key = shown_and_key("number")
    assert kind.clean("doce", shown=shown) == "doce"
    assert kind.warning("doce") and not kind.warning("12")


def test_the_kinds_that_come_with_it_are_those_that_are_promised():
    assert set(all_kinds()) >= set(ALL)
