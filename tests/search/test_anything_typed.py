"""Whatever is typed: no error, nothing that does not match, never the whole shop."""

import re
import unicodedata

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from commerce.listings.models import Listing
from commerce.search.analysis import index_terms
from commerce.search.models import Synonym
from commerce.search.query import MOST_WORDS, clean_query
from commerce.search.selection import Search
from commerce.search.terms import is_one_letter_away, neighbours
from tests.search.factories import sold, synonym

TITLES = [
    "Champú de romero",
    "Crema de noche",
    "Crema facial hidratante",
    "Pintalabios rojo",
    "Aceite de coco 30ml",
    "Sérum C-3 anti-edad",
    "Esmalte de uñas",
    "Jabón de avena y miel",
]
ODD = [*"\0\"'*?[]^:()", "NOT", "AND", "OR", "~2", "50%", "🌿", "\u202e", "\u0301"]
WORDS = sorted({word for title in TITLES for word in title.split()} | {"labial", "inexistente"})

# Words of the shop, whole, cut, doubled and misspelt, between all that can be pasted.
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(str.upper),
    st.sampled_from(WORDS).map(lambda word: unicodedata.normalize("NFD", word)),
    st.builds(lambda word, at: word[: at + 1], st.sampled_from(WORDS), st.integers(0, 9)),
    st.builds(
        lambda word, at: word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        st.sampled_from(WORDS),
        st.integers(0, 9),
    ),
    st.sampled_from(ODD),
    st.text(max_size=12),
)
typed = st.lists(pieces, max_size=8).map(" ".join)


def often(count: int):
    return hypothesis_settings(
        max_examples=count,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )


@pytest.fixture
def shop(empty_index):
    sold(*TITLES)
    synonym("labial", "pintalabios")


@often(100)
@given(typed)
def test_every_hit_has_every_word_in_one_of_its_forms(shop, text):
    found = Search("co", "es").find(clean_query(text, "es"))

    rows = Listing.objects.in_market("co", "es").filter(product_id__in=found.products)
    # Where nothing has every word, a hit may lack one.
    lacking = 1 if found.is_partial else 0
    query = clean_query(found.corrected or text, "es")
    meant = [pair for one in Synonym.objects.all() for pair in one.pairs().items()]
    assert len(rows) == len(found.products)
    for row in rows:
        terms = set(index_terms(row.search_text, "es"))
        missing = [run for run in query.runs if not _stands_in(run, terms, meant)]
        assert len(missing) <= lacking, (text, query, row.search_text)


def _stands_in(run: tuple[str, ...], terms: set[str], meant) -> bool:
    """As typed; written together or apart; as the beginning of a word; as its synonym."""
    joined = "".join(run)
    apart = " ".join(re.findall(r"\d+|[^\W\d_]+", joined))
    ways = [set(index_terms(way, "es")) for way in (" ".join(run), joined, apart)]
    ways += [
        set(index_terms(other, "es"))
        for phrase, others in meant
        if index_terms(phrase, "es") == index_terms(" ".join(run), "es")
        for other in others
    ]
    return any(way <= terms for way in ways) or any(term.startswith(joined) for term in terms)


@often(40)
@given(typed)
def test_the_page_never_fails_and_never_shows_the_whole_shop(shop, client, text):
    with translation.override("es-co"):
        pages = [reverse("search"), reverse("search-suggest")]

    for url in pages:
        response = client.get(url, {"q": text})
        assert response.status_code == 200
    found = Search("co", "es").find(clean_query(text, "es"))
    assert len(found.products) < len(TITLES)
    if not clean_query(text, "es"):
        assert found.is_empty


@given(st.text(max_size=400))
@often(300)
def test_a_query_is_a_few_folded_words(text):
    query = clean_query(text, "es")

    assert len(query.words) <= MOST_WORDS
    for word in query.words:
        assert word == word.casefold() and not any(map(unicodedata.combining, word))
        assert word.isalnum()


@given(st.text("abcñáüç eoAÑÉ-3", max_size=60))
@often(200)
def test_composed_and_decomposed_writing_are_one(text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))

    assert clean_query(composed, "es").words == clean_query(decomposed, "es").words


@given(st.text("abcñ", min_size=1, max_size=7), st.text("abcñ", min_size=1, max_size=7))
@often(500)
def test_words_one_letter_apart_share_a_neighbour(one, other):
    if is_one_letter_away(one, other):
        assert neighbours(one) & neighbours(other)
    assert is_one_letter_away(one, other) == is_one_letter_away(other, one)


@given(st.text("abcdef", min_size=2, max_size=8), st.data())
@often(200)
def test_a_typo_is_one_letter_away(word, data):
    at = data.draw(st.integers(0, len(word) - 2))
    letter = data.draw(st.sampled_from("xyz"))
    typos = {
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    }

    for typo in typos - {word}:
        assert is_one_letter_away(word, typo)
    assert not is_one_letter_away(word, word)
    assert not is_one_letter_away(word, word + "xy")
