"""Cards are drawn once for every list of a market, and again when what they show changes."""

from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import set_script_prefix
from django.utils import translation

from cms.page_cache import freshness
from commerce.arrangement.services import arrange
from commerce.catalogue.cards import render_cards, render_listings
from commerce.catalogue.shown_variant import WantedVariant
from commerce.listings.models import Listing
from commerce.listings.services import set_filterable
from commerce.pricing.models import Price
from tests import factories as make

pytestmark = pytest.mark.one_database


@pytest.fixture
def ask(page_cache, transactional_db):
    """``ask(path)``: titles of the cards on a page that is drawn again, and its queries."""
    client = Client(HTTP_AUTHORIZATION="none")

    def get(path: str, **params) -> tuple[list[str], int]:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path, params)
        page = BeautifulSoup(response.content, "html.parser")
        titles = page.select("#listing .product-card__title")
        return [title.get_text(strip=True) for title in titles], len(queries)

    return get


@pytest.fixture
def shop(transactional_db):
    face = make.category("Rostro", "Face")
    made = [make.product(name, name, categories=[face]) for name in ("Uno", "Dos", "Tres")]
    make.listed(*made)
    return made


def keys(language="es", market="co") -> list[int]:
    rows = Listing.objects.in_market(market, language).order_by("pk")
    return list(rows.values_list("pk", flat=True))


@pytest.fixture
def in_colombia(page_cache, shop):
    with translation.override("es-co"):
        yield


def test_a_card_is_read_and_drawn_once(in_colombia, assert_max_queries):
    first = render_cards(keys()[:2], heading="h2")
    with CaptureQueriesContext(connection) as queries:
        second = render_cards(keys(), heading="h2")
    assert [card.title for card in second] == ["Uno", "Dos", "Tres"]
    assert second[:2] == first
    read = [query["sql"] for query in queries if " IN (" in query["sql"]]
    assert [sql.split(" IN ")[1] for sql in read] == [f"({keys()[2]})"], "what was not there"
    rows = list(Listing.objects.in_bulk(keys()).values())
    with assert_max_queries(0):
        assert render_listings(rows, heading="h2") == second


def test_a_card_is_what_its_place_asks_for(in_colombia):
    (pk, *_others) = keys()
    eager, lazy = (render_cards([pk], heading="h2", eager=most)[0].html for most in (1, 0))
    assert eager.count("<h2") == 1 and "<h3" in render_cards([pk], heading="h3")[0].html
    assert eager.count('loading="lazy"') == lazy.count('loading="lazy"') - 1
    assert render_cards([pk], heading="h2", eager=1)[0].html == eager


def test_a_card_leads_to_the_site_it_stands_on(in_colombia):
    found = []
    for prefix in ("/@lili/", "/"):
        set_script_prefix(prefix)
        found.append(render_cards(keys()[:1], heading="h2")[0])
    site, own = found
    assert 'href="/@lili/es-co/' in site.html and 'href="/es-co/' in own.html
    assert "/@" not in own.html and site.path == own.path


def test_who_looks_for_a_color_sees_it(page_cache, transactional_db):
    set_filterable(attribute=make.attribute("colour", "Color", "Color"), on=True)
    make.listed(make.lipstick())
    with translation.override("es-co"):
        fig, clay = (
            render_cards(keys(), heading="h2", wanted=WantedVariant.of({"colour": [color]}))[0].html
            for color in ("colour-fig", "colour-clay")
        )
    shown = [' alt="Labial de higo, Higo"' in html for html in (fig, clay)]
    assert shown == [True, False] and ' alt="Labial de higo, Arcilla"' in clay


def test_what_is_gone_is_left_out(in_colombia):
    pks = keys()
    render_cards(pks, heading="h2")
    Listing.objects.get(pk=pks[1]).delete()
    assert [card.title for card in render_cards(pks, heading="h2")] == ["Uno", "Tres"]


def test_without_anything_kept_it_is_the_same(in_colombia, settings):
    kept = render_cards(keys(), heading="h2")
    settings.PAGE_CACHE_MEGABYTES = 0
    assert render_cards(keys(), heading="h2") == kept


# --- In lists


@pytest.mark.parametrize("path", ["/es-co/catalogo/", "/es-co/catalogo/rostro/"])
def test_a_list_drawn_again_asks_for_the_storefronts_version_alone(ask, shop, path):
    first, asked = ask(path)
    assert first == ["Tres", "Dos", "Uno"] and asked > 1
    assert ask(path) == (first, 1)
    # Another order of the same cards: none is drawn that was.
    assert ask(path, sort="name") == (["Dos", "Tres", "Uno"], 1)


def test_a_filtered_list_shows_what_changed(ask, shop):
    path, found = "/es-co/catalogo/", {"price_max": "90000"}
    assert ask(path, **found)[0] == []
    price = Price.objects.get(product=shop[0], price_list__market="co")
    price.amount = Decimal("80000")
    price.save()
    assert ask(path, **found)[0] == ["Uno"]
    assert ask(path, **found) == (["Uno"], 1)


def test_an_arranged_list_is_remembered_until_it_is_arranged_anew(ask, shop):
    path = "/es-co/catalogo/"
    ask(path)

    def put(place, revision):
        arrange(
            market="co",
            places={shop[0].pk: (1, place)},
            per_page=24,
            revision=revision,
            by=None,
        )

    put(1, 0)
    assert ask(path)[0] == ["Uno", "Tres", "Dos"]
    assert ask(path) == (["Uno", "Tres", "Dos"], 1)
    put(2, 1)
    assert ask(path)[0] == ["Tres", "Uno", "Dos"]


def test_another_countrys_change_draws_nothing_anew(ask, shop):
    ask("/es-co/catalogo/")
    freshness.invalidate("mx")
    assert ask("/es-co/catalogo/")[1] == 1, "another country's change is not ours"
