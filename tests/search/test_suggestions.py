import pytest
from django.urls import reverse
from django.utils import translation

from commerce.search import views
from tests import factories as make
from tests.cms.factories import make_page
from tests.search.factories import best_bet, index_everything, sold, synonym

pytestmark = pytest.mark.usefixtures("empty_index")


@pytest.fixture
def suggest(client):
    def ask(typed, edition="es-co"):
        with translation.override(edition):
            url = reverse("search-suggest")
        return client.get(url, {"q": typed})

    return ask


def test_products_with_price_categories_and_pages(suggest):
    face = make.category("Cremas faciales", "Face creams")
    make.listed(make.product("Crema de noche", None, categories=[face]))
    make_page("Cómo elegir tu crema", "como-elegir")
    index_everything()

    html = suggest("crem").content.decode()

    assert "Crema de noche" in html and "$99.000" in html and "<img" in html
    assert "Cremas faciales" in html
    assert 'href="/es-co/como-elegir/"' in html
    assert html.count('role="option"') == 4
    assert html.count("<script") == 0


def test_the_last_word_may_be_unfinished(suggest):
    sold("Crema de rosas", "Crema de avena", sku="")

    assert "Crema de rosas" in suggest("crema ros").content.decode()
    assert "Crema de avena" not in suggest("crema ros").content.decode()


def test_typos_synonyms_and_best_bets_count_while_typing(suggest):
    sold("Pintalabios", sku="RZ-1")
    synonym("labial", "pintalabios")
    best_bet("regalo", skus="RZ-1", url="/regalos/", title="Ideas para regalar")

    assert "Pintalabios" in suggest("pintalabois").content.decode()
    assert "Pintalabios" in suggest("labial").content.decode()
    html = suggest("regalo").content.decode()
    assert "Pintalabios" in html and 'href="/es-co/regalos/"' in html


@pytest.mark.parametrize("typed", ["", " ", "*", "\0", "🌿", "zzzz"])
def test_nothing_to_suggest_is_an_empty_answer(suggest, typed):
    sold("Crema")

    response = suggest(typed)

    assert response.status_code == 200
    assert response.content.strip() == b""


def test_it_costs_little_and_may_be_kept(suggest, assert_max_queries):
    sold(*[f"Crema {number}" for number in range(30)])
    suggest("crema")

    with assert_max_queries(9):
        response = suggest("crema")

    assert "max-age=120" in response["Cache-Control"] and "public" in response["Cache-Control"]
    assert "Cookie" not in response.get("Vary", "") and not response.cookies


def test_nobody_may_ask_without_end(suggest, monkeypatch):
    sold("Crema")
    monkeypatch.setattr(views, "SUGGESTIONS_A_MINUTE", 2)

    answers = [suggest("crema").content.strip() for _time in range(3)]

    assert answers[0] and answers[1] and not answers[2]
    assert "no-store" in suggest("crema")["Cache-Control"]


def test_every_page_has_the_field(client, db):
    html = client.get("/es-co/").content.decode()

    with translation.override("es-co"):
        assert f'hx-get="{reverse("search-suggest")}"' in html
    assert "data-suggestions" in html


def test_a_member_reads_their_own_price(suggest, client, django_user_model):
    gold = make.customer_group("Oro", priority=10)
    (cream,) = sold("Crema de noche", sku="C-1")
    make.group_prices(gold, **{"C-1": "70000"})
    make.listed(cream)
    index_everything()
    assert "$99.000" in suggest("crem").content.decode()
    ana = django_user_model.objects.create_user("ana@correo.example", "x")
    make.join(ana, gold)
    client.force_login(ana)
    assert "$70.000" in suggest("crem").content.decode()
