"""An index that is brought up to date says what one says that is made anew."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commerce.listings.assortment import SORTS
from commerce.listings.facet_index import Choice
from tests import factories as make

from .test_facet_index import NOW, amounts, choices, market_index_of, products, rows_of

ORDERS = [*SORTS, "name"]
# The price ranges that every list asks for, whatever is chosen.
SHOWN = [(None, 9000), (9000, None)]


def answers(market_index, choice: Choice) -> dict:
    """Everything that can be asked, by primary keys."""
    index = market_index.index("es")
    everything = index.everything
    found = index.find(choice, everything, NOW)
    return {
        "orders": [list(index.listings(everything, sort)) for sort in ORDERS],
        "chosen": [list(index.listings(found, sort, choice)) for sort in ORDERS],
        "counts": index.counts(choice, everything, NOW),
        "all": index.counts(Choice(), everything, NOW),
        "ranges": index.price_counts(Choice(), everything, NOW, SHOWN),
        "steps": index.price_steps(everything, 3),
        "texts": index.label_texts,
        "ends": index.next_ending(NOW),
        "stock": index.in_stock.bit_count(),
    }


@settings(max_examples=80, deadline=None)
@given(products, products, st.sets(st.integers(0, 13)), choices, amounts)
def test_what_is_changed_in_place_is_what_is_made_anew(before, after, gone, choice, least):
    # given an index that was asked everything, and listings that change, come and go
    market_index = market_index_of(before)
    answers(market_index, choice)
    kept = answers(market_index, choice)
    rows, within = rows_of(after)
    left = [row for row in (rows_of(before)[0] + rows) if row.pk not in gone]
    # when it follows
    followed = market_index.with_rows(rows, within)
    followed = followed.without_the_gone([("es", row.product) for row in left])
    # then it answers as one that never knew anything else, and the former one as before
    current = {row.pk: row for row in left}
    categories = {**rows_of(before)[1], **within}
    anew = market_index_of([]).with_rows([current[pk] for pk in sorted(current)], categories)
    assert answers(followed, choice) == answers(anew, choice)
    # also of a price range that nobody asked for before, beside one that is known
    new = Choice(choice.values, ((least, least), SHOWN[0]))
    assert answers(followed, new) == answers(anew, new)
    assert answers(market_index, choice) == kept


def test_the_last_unit_that_varied_so_comes_back_into_stock():
    # given the one product that is sold out in a size, and a price range that was asked for
    def product(stock: str) -> tuple:
        unit = {"options": {"size": "m"}, "stock": stock, "price": "40", "compare_at": None}
        other = {**unit, "options": {"size": "s"}, "stock": "in_stock"}
        return (Decimal(40), 0, False, None, [], [other, unit], [])

    market_index = market_index_of([product("out")])
    everything = market_index.index("es").everything
    market_index.index("es").price_counts(Choice(), everything, NOW, SHOWN)
    # when it is in stock again
    index = market_index.with_rows(*rows_of([product("in_stock")])).index("es")
    # then a new range beside the known one finds it
    known_and_new = Choice({}, ((Decimal(1), Decimal(2)), SHOWN[0]))
    assert index.find(known_and_new, index.everything, NOW) == index.everything


@pytest.mark.django_db
def test_the_languages_of_a_market_share_all_but_words():
    # given two products of which one has no English name
    from commerce.listings.facet_memory import facet_index

    both = make.product("Aceite", "Oil", prices={"us": "9"}, photos=0)
    other = make.product("Bruma", "Mist", prices={"us": "5"}, photos=0)
    make.listed(both, other)
    both.listings.filter(market="us", language="en").delete()
    # when each language is asked
    spanish, english = facet_index("us", "es"), facet_index("us", "en")
    # then they have one assortment, and each shows what it has words for
    assert spanish.assortment is english.assortment
    assert both.pk in spanish and both.pk not in english
    assert spanish.in_stock.bit_count() == 2 and english.in_stock.bit_count() == 1
    [key] = english.listings(english.everything, "price")
    assert other.listings.get(pk=key).language == "en"
