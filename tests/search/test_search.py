import unicodedata

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import translation

from commerce.search.selection import clean_query
from tests import factories as make


@pytest.fixture
def shop(empty_index):
    """Four products, one of them not sold in Colombia."""
    face = make.category("Cuidado facial", "Face care")
    make.listed(
        make.product(
            "Champú de romero",
            "Rosemary shampoo",
            sku="RZ-101",
            tags="cabello, caída, 50%",
            categories=[face],
            photos=0,
        ),
        make.product("Crema de ñame", "Yam cream", sku="RZ-102", categories=[face], photos=0),
        make.lipstick(categories=[face], tags="labial, boca"),
        make.product("Niebla", "Mist", sku="RZ-104", prices={"us": "9"}, photos=0),
    )
    call_command("rebuild_index", interactive=False, verbosity=0)


@pytest.fixture
def search(client, shop):
    def ask(typed, edition="es-co", **params):
        with translation.override(edition):
            url = reverse("search")
        return client.get(url, {"q": typed, **params})

    return ask


def found(response):
    return [card.title for card in response.context["cards"]]


FINDS_THE_SHAMPOO = [
    "champú",
    "CHAMPÚ",
    "champu",
    unicodedata.normalize("NFD", "Champú"),
    "champús",
    "champ",
    "romero",
    "champú de romero",
    "romero, champú!",
    "RZ-101",
    "rz101",
    "Rz 101",
    "caída",
    "CAIDA",
    "50%",
    "cabellos",
    "  champú  ",
    "champú\0",
    '"champú',
    "champú*",
    "(champú",
    "'champú'",
]


def test_a_product_is_found_by_word_reference_and_tag(search):
    """One shop for the whole table: making it costs more than all the searches."""
    answers = {typed: found(search(typed)) for typed in FINDS_THE_SHAMPOO}

    wrong = {typed: titles for typed, titles in answers.items() if titles != ["Champú de romero"]}
    assert wrong == {}


FINDS_NOTHING = [
    "*",
    "**",
    "?",
    "NOT",
    "NOT champú inexistente",
    "AND",
    "OR",
    "AND OR NOT",
    "[* TO *]",
    "*:*",
    "text:*",
    "text:champú",
    "champú~2",
    "market:co",
    "language:es",
    "es",
    "co",
    "id:listings.listing.1",
    "listings.listing",
    "'",
    '"',
    "it's",
    "''''",
    "\\",
    "\0",
    "\0\0\0",
    "🌿",
    "🌿🌿",
    "e\u0301" * 300,
    "x" * 5000,
    "a b c d e f g h i j k l m n o p",
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "%s %d",
    "../../etc/passwd",
    "' OR 1=1 --",
    "面霜",
    "كريم",
    "\u202e\u200b",
    "zapatillas",
    "_",
    "__",
    "-",
]


def test_nothing_that_is_typed_breaks_the_page_or_shows_the_whole_shop(search):
    answers = {typed: search(typed) for typed in FINDS_NOTHING}

    for typed, response in answers.items():
        assert response.status_code == 200, typed
        if response.context["found"].is_partial:
            # A word that the shop does know stands in it, and no operator.
            assert found(response) == ["Champú de romero"], typed
        else:
            assert found(response) == [], typed
            assert response.context["popular"] and response.context["categories"]
        html = response.content.decode()
        assert html.count("<h1") == 1
        assert "<script>alert" not in html


@pytest.mark.parametrize("typed", ["", "   "])
def test_an_empty_search_asks_what_is_wanted(search, typed):
    response = search(typed)

    assert response.status_code == 200
    assert response.context["is_empty"] and found(response) == []


def test_the_page_works_without_a_question(client, shop):
    with translation.override("es-co"):
        assert client.get(reverse("search")).status_code == 200


def test_words_are_those_of_the_pages_language(search):
    assert found(search("shampoo", "en-us")) == ["Rosemary shampoo"]
    assert found(search("shampoo", "es-us")) == []
    assert found(search("champú", "es-us")) == ["Champú de romero"]


def test_only_what_the_market_sells_is_found(search):
    assert found(search("niebla", "es-us")) == ["Niebla"]
    assert found(search("niebla", "es-co")) == []


def test_variants_are_found_by_their_reference_and_option(search):
    for typed in ("RZ-501-3", "rz5013", "higo", "arcilla"):
        assert found(search(typed)) == ["Labial de higo"]


def test_the_title_weighs_more_than_a_tag(search, shop):
    make.listed(make.product("Aceite", None, tags="ñame", photos=0))
    call_command("rebuild_index", interactive=False, verbosity=0)

    assert found(search("ñame")) == ["Crema de ñame", "Aceite"]


def test_results_come_in_pages(search, shop):
    make.listed(*[make.product(f"Sal {n:02}", None, photos=0) for n in range(30)])
    call_command("rebuild_index", interactive=False, verbosity=0)

    first, second, beyond = search("sal"), search("sal", page="2"), search("sal", page="99")

    assert first.context["count"] == 30
    assert len(found(first)) == 24
    assert len(found(second)) == 6
    assert not set(found(first)) & set(found(second))
    assert found(beyond) == found(second)
    assert "q=sal&amp;page=2" in first.content.decode()


def test_search_engines_are_kept_out_and_nothing_is_personal(search, assert_max_queries):
    search("romero")

    with assert_max_queries(10):
        response = search("romero")

    assert 'content="noindex, follow"' in response.content.decode()
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies


def test_the_index_follows_the_listings(search, django_capture_on_commit_callbacks):
    product = make.Product.objects.get(upc="RZ-102")
    copy = product.copies.get(locale__language_code="es")
    copy.title = "Crema de yuca"
    with django_capture_on_commit_callbacks(execute=True):
        copy.save_revision().publish()
    assert found(search("yuca")) == ["Crema de yuca"]
    assert found(search("ñame")) == []

    with django_capture_on_commit_callbacks(execute=True):
        product.delete()
    assert found(search("yuca")) == []
    assert search("yuca").context["count"] == 0


def test_update_index_is_haystacks_command(shop, search):
    make.listed(make.product("Vela", None, photos=0))

    call_command("update_index", verbosity=0)

    assert found(search("vela")) == ["Vela"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Crema de noche", ("crema", "noche")),
        ("de la", ("de", "la")),
        ("it's", ("its",)),
        ("RZ-101", ("rz", "101")),
        ("crema crema", ("crema",)),
        ("🌿", ()),
        ("ﬁg", ("fig",)),
    ],
)
def test_a_query_is_cleaned(typed, words):
    assert clean_query(typed, "es").words == words
