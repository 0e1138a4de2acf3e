"""Typos, synonyms and best bets."""

import time

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from commerce.labels.models import Label, LabelCopy
from commerce.listings.models import Listing
from commerce.search import terms
from commerce.search.analysis import index_terms
from commerce.search.models import Synonym, Term, TermNeighbour
from tests import factories as make
from tests.cms.factories import make_page
from tests.search.factories import best_bet, index_everything, sold, synonym

pytestmark = [pytest.mark.usefixtures("empty_index"), pytest.mark.one_database]


@pytest.fixture
def search(client):
    def ask(typed, edition="es-co", **params):
        with translation.override(edition):
            url = reverse("search")
        return client.get(url, {"q": typed, **params})

    return ask


def found(response):
    return [card.title for card in response.context["cards"]]


# --- Typos ------------------------------------------------------------------------------


@pytest.mark.parametrize("typo", ["chmapu", "chapu", "champpu", "vhampu", "CHAMOÚ", "champuu"])
def test_one_wrong_letter_is_read_as_the_word_that_was_meant(search, typo):
    sold("Champú de romero", "Crema de noche")

    response = search(typo)

    assert found(response) == ["Champú de romero"]
    assert response.context["found"].corrected == "champú"
    assert "champú" in response.content.decode()


def test_only_the_wrong_word_is_put_right(search):
    sold("Crema de rosas", "Crema de coco")

    assert search("cerma rosas").context["found"].corrected == "crema rosas"


def test_references_are_never_put_right(search):
    sold("Sérum", sku="RZ-1011")

    assert found(search("RZ-1012")) == []
    assert found(search("rz1012")) == []


def test_a_rare_word_is_kept_and_the_frequent_one_offered(search):
    sold("Crema rosada", *[f"Crema posada {number}" for number in range(12)])

    response = search("rosada")

    assert found(response) == ["Crema rosada"]
    assert response.context["found"].suggestion == "posada"
    assert "q=posada" in response.content.decode()


def test_what_is_not_sold_here_is_not_offered_here(search):
    sold("Niebla", prices={"us": "9"})

    assert search("nieblz", "es-co").context["found"].corrected == ""
    assert search("nieblz", "es-us").context["found"].corrected == "niebla"


def test_words_that_are_never_found_together_find_what_has_some_of_them(search):
    sold("Crema de rosas", "Aceite de coco")

    response = search("crema coco")

    assert found(response) == ["Crema de rosas", "Aceite de coco"]
    assert "No hay coincidencias exactas" in response.content.decode()
    assert response.context["parts"] == [("crema", 1), ("coco", 1)]
    assert found(search("crema inexistente")) == ["Crema de rosas"]


def test_what_something_is_without_is_not_what_it_is(search):
    sold("Bruma sin perfume", "Agua de perfume", "Gel")
    assert found(search("perfume")) == ["Agua de perfume"]
    assert found(search("sin perfume")) == found(search("Sin-Perfume")) == ["Bruma sin perfume"]


def test_what_a_label_says_is_found(search):
    label = Label.objects.create(code="refill")
    LabelCopy.objects.create(label=label, locale=make.locale("es"), text="Recargable")
    label.products.add(make.product("Bruma", photos=0))
    sold("Crema")
    make.listed(label.products.get())
    index_everything()

    assert found(search("recargables")) == ["Bruma"]


def test_without_is_one_word_in_english_too():
    assert "fragranc" not in index_terms("Fragrance-free mist with free delivery", "en")
    assert index_terms("fragrance-free", "en") == index_terms("without fragrance", "en")
    assert index_terms("fragrance free", "en") == index_terms("Fragrance-Free", "en")


@pytest.mark.parametrize(
    ("language", "pairs"),
    [
        (
            "es",
            "luz/luces lápiz/lápices raíz/raíces nuez/nueces arroz/arroces té/tés gris/grises "
            "mes/meses gel/geles champú/champús labial/labiales jabón/jabones aceite/aceites "
            "crema/cremas bálsamo/bálsamos brocha/brochas esmalte/esmaltes perfume/perfumes "
            "kit/kits sérum/sérums rubor/rubores color/colores dulce/dulces bata/batas flor/flores "
            "matiz/matices base/bases mousse/mousses tónico/tónicos piel/pieles",
        ),
        (
            "en",
            "leaf/leaves knife/knives shelf/shelves brush/brushes glass/glasses body/bodies "
            "berry/berries cream/creams wave/waves olive/olives box/boxes lotion/lotions "
            "rose/roses tooth/teeth foot/feet woman/women balm/balms candle/candles soap/soaps "
            "eye/eyes lip/lips nail/nails dose/doses glove/gloves",
        ),
    ],
)
def test_one_and_several_are_the_same(language, pairs):
    apart = [
        pair
        for pair in pairs.split()
        if len({index_terms(word, language)[0] for word in pair.split("/")}) > 1
    ]
    assert apart == []


def test_a_correction_costs_the_same_whatever_the_number_of_words(search, assert_max_queries):
    sold("Champú de romero")
    Term.objects.bulk_create(
        Term(market="co", language="es", term=f"w{n}x", stem="w", shown="w", head="w", frequency=1)
        for n in range(3000)
    )
    search("chmapu")

    with assert_max_queries(16):
        assert found(search("chmapu")) == ["Champú de romero"]


# --- The terms --------------------------------------------------------------------------


@pytest.mark.engine
def test_terms_are_counted_by_market_and_language():
    make.listed(
        make.product("Champú de romero", "Rosemary shampoo", photos=0),
        make.product("Champú sólido", "Solid shampoo", photos=0, prices={"us": "9"}),
    )
    index_everything()

    numbers = dict(
        Term.objects.filter(term__in=["champu", "shampoo"]).values_list("market", "frequency")
    )
    assert Term.objects.get(market="co", language="es", term="champu").frequency == 1
    assert Term.objects.get(market="us", language="es", term="champu").frequency == 2
    assert Term.objects.get(market="us", language="en", term="shampoo").frequency == 2
    assert Term.objects.get(market="us", language="es", term="champu").shown == "champú"
    assert set(numbers) == {"co", "mx", "us"}


@pytest.mark.engine
def test_new_words_come_with_what_is_indexed_and_go_with_the_count(
    search, django_capture_on_commit_callbacks
):
    sold("Crema")
    with django_capture_on_commit_callbacks(execute=True):
        product = make.product("Bálsamo labial", None, photos=0)
    make.listed(product)
    terms.add_products([product.pk])

    assert Term.objects.get(market="co", language="es", term="balsamo").shown == "bálsamo"
    assert TermNeighbour.objects.filter(language="es", key="balsmo", term="balsamo").exists()

    Listing.objects.filter(product=product).delete()
    terms.rebuild()

    assert not Term.objects.filter(term="balsamo").exists()
    assert not TermNeighbour.objects.filter(term="balsamo").exists()


@pytest.mark.engine
def test_counting_again_writes_nothing(django_assert_num_queries):
    sold("Crema", "Champú de romero")
    before = set(Term.objects.values_list("pk", "frequency"))

    terms.rebuild()

    assert set(Term.objects.values_list("pk", "frequency")) == before


# --- Synonyms ---------------------------------------------------------------------------


def test_a_synonym_holds_at_once(search):
    sold("Pintalabios mate", "Crema")
    assert found(search("labial")) == []

    rule = synonym("labial, barra de labios", "pintalabios")

    for typed in ("labial", "LABIALES", "barra de labios", "labial mate", "pintalabios"):
        assert found(search(typed)) == ["Pintalabios mate"], typed
    assert search("labial crema").context["found"].is_partial

    rule.delete()
    assert found(search("labial")) == []


def test_a_typo_in_a_synonym_is_put_right(search):
    sold("Labial mate")
    synonym("pintalabios", "labial")

    response = search("pintalabois")

    assert found(response) == ["Labial mate"]
    assert response.context["found"].corrected == "pintalabios"


@pytest.mark.engine
def test_hundreds_of_synonyms_cost_one_query_and_little_time(search, assert_max_queries):
    sold("Pintalabios")
    Synonym.objects.bulk_create(
        Synonym(language="es", typed=f"palabra{n}, otra palabra {n}", meant=f"cosa{n}")
        for n in range(500)
    )
    synonym("labial", "pintalabios")
    assert found(search("labial")) == ["Pintalabios"]

    started = time.process_time()
    with assert_max_queries(14):
        assert found(search("labial")) == ["Pintalabios"]
    assert time.process_time() - started < 1


def test_a_synonym_of_several_words_wants_them_all(search):
    sold("Barra de labios", "Barra de jabón", "Pintalabios")
    synonym("pintalabios", "barra de labios")

    assert sorted(found(search("pintalabios"))) == ["Barra de labios", "Pintalabios"]


def test_one_way_is_one_way(search):
    sold("Pintalabios", "Bálsamo labial")
    synonym("labial", "pintalabios", both_ways=False)

    assert sorted(found(search("labial"))) == ["Bálsamo labial", "Pintalabios"]
    assert found(search("pintalabios")) == ["Pintalabios"]


def test_what_was_typed_comes_before_its_synonym(search):
    sold("Pintalabios", "Labial")
    synonym("labial", "pintalabios")

    assert found(search("labial")) == ["Labial", "Pintalabios"]


def test_a_synonym_is_of_one_language(search):
    sold("Pintalabios")
    synonym("labial", "pintalabios", language="en")

    assert found(search("labial")) == []


# --- Best bets --------------------------------------------------------------------------


def test_a_best_bet_stands_on_top_at_once(search):
    sold("Crema de coco", "Crema de avena")
    sold("Cofre de regalo", sku="RZ-900")
    assert found(search("crema")) == ["Crema de avena", "Crema de coco"]

    page = make_page("Ideas para regalar", "ideas")
    best_bet("Crema, regalos de mamá", skus="RZ-900", page=page, text="Para cada persona.")

    response = search("CREMA")
    assert found(response) == ["Cofre de regalo", "Crema de avena", "Crema de coco"]
    assert response.context["count"] == 3
    html = response.content.decode()
    assert 'href="/es-co/ideas/"' in html and "Para cada persona." in html
    assert found(search("regalos mamá"))[0] == "Cofre de regalo"
    assert "Cofre de regalo" not in found(search("crema coco"))


def test_a_best_bet_is_for_its_markets_and_language(search):
    sold("Crema", sku="RZ-1")
    best_bet("regalo", skus="RZ-1", markets=["mx"])

    assert found(search("regalo", "es-mx")) == ["Crema"]
    assert found(search("regalo", "es-co")) == []
    assert found(search("regalo", "en-us")) == []


def test_a_best_bet_shows_no_draft(search):
    sold("Crema")
    page = make_page("Borrador", "borrador", publish=False)
    best_bet("crema", page=page)

    assert search("crema").context["bets"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"searches": "***", "url": "/x/", "title": "X"},
        {"searches": "regalo"},
        {"searches": "regalo", "url": "javascript:alert(1)", "title": "X"},
        {"searches": "regalo", "url": "//evil.example/", "title": "X"},
        {"searches": "regalo", "url": "/regalos/"},
        {"searches": "regalo", "url": "/regalos/", "title": "X", "markets": ["zz"]},
    ],
)
def test_a_best_bet_that_leads_nowhere_is_refused(db, wrong):
    with pytest.raises(ValidationError):
        best_bet(**wrong)
