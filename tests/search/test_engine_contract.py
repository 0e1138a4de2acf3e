"""What any engine in HAYSTACK_CONNECTIONS must do for the shop to be searched with it.

Runs on whatever the settings name. docs/search.md says on which engines it was run.
"""

import pytest
from haystack import connections
from haystack.utils import get_model_ct
from wagtail.models import Page

from commerce.listings.models import Listing
from commerce.search.models import Term
from commerce.search.query import clean_query
from commerce.search.selection import Plan, Search
from commerce.search.services import index_listings, index_pages
from tests import factories as make
from tests.cms.factories import make_page
from tests.search.factories import index_everything, sold

pytestmark = [pytest.mark.usefixtures("empty_index"), pytest.mark.one_database]


@pytest.fixture(params=["as configured", "in haystack's own words"])
def search(request, monkeypatch):
    """Products found, by title. Twice: as the engine is used, and by haystack's query alone, which
    is how an engine without ``matching`` is used."""

    def ask(typed, market="co", language="es"):
        searched = Search(market, language)
        plan = searched.plan(clean_query(typed, language))
        if request.param == "as configured":
            products = searched.matching(plan)
        else:
            products = searched._matching_by_haystack(plan, Listing)
        titles = dict(
            Listing.objects.in_market(market, language).values_list("product_id", "title")
        )
        return [titles[pk] for pk in products]

    return ask


def test_a_word_finds_what_has_it(search):
    sold("Champú de romero", "Crema de ñame")

    assert search("champú") == ["Champú de romero"]
    assert search("ñame") == ["Crema de ñame"]


def test_every_word_must_be_there(search):
    sold("Crema de rosas", "Crema de coco", "Aceite de rosas")

    assert search("crema rosas") == ["Crema de rosas"]
    assert search("crema canela") == []


def test_other_forms_of_a_word_are_the_same_word(search):
    sold("Labial mate", "Brocha seca")

    assert search("labiales") == ["Labial mate"]
    assert search("seco") == ["Brocha seca"]


def test_a_reference_is_found_as_people_write_it(search):
    sold("Sérum", sku="RZ-101-30")

    for typed in ("RZ-101-30", "rz 101", "rz10130", "RZ101", "rz-101"):
        assert search(typed) == ["Sérum"], typed


def test_one_market_and_language_never_shows_anothers(search):
    made = make.product("Niebla", "Mist", prices={"us": "9"}, photos=0)
    make.listed(made)
    index_everything()

    assert search("niebla", "us", "es") == ["Niebla"]
    assert search("niebla", "co", "es") == []
    assert search("niebla", "us", "en") == []
    assert search("mist", "us", "en") == ["Mist"]


def test_markets_with_the_same_words_share_a_document(search):
    sold("Bálsamo")

    spanish = Listing.objects.filter(language="es").count()
    assert spanish > 1
    assert search("bálsamo", "co") == search("bálsamo", "mx") == ["Bálsamo"]


def test_what_is_written_again_is_there_once(search):
    [product] = sold("Bálsamo")

    for _time in range(3):
        index_listings(written=Listing.objects.values_list("pk", flat=True))

    assert search("bálsamo") == ["Bálsamo"]
    assert product.listings.exists()


def test_what_is_taken_out_is_not_found(search):
    sold("Bálsamo", "Crema")
    gone = Listing.objects.filter(title="Bálsamo")
    keys, products = list(gone.values_list("pk", flat=True)), list(gone.values_list("product_id"))
    gone.delete()

    index_listings(removed=keys, products=[product for (product,) in products])

    assert search("bálsamo") == []
    assert search("crema") == ["Crema"]


def test_when_the_listing_that_stands_for_others_goes_the_others_stay(search):
    [product] = sold("Bálsamo")
    standing = product.listings.filter(language="es").order_by("pk").first()
    other = product.listings.filter(language="es").exclude(pk=standing.pk).first()
    standing_key = standing.pk
    standing.delete()

    index_listings(removed=[standing_key], products=[product.pk])

    assert search("bálsamo", standing.market) == []
    assert search("bálsamo", other.market) == ["Bálsamo"]


def test_pages_and_products_are_told_apart(search):
    sold("Guía de cuidado")
    guide = make_page("Guía de rutinas", "guia")
    index_pages([guide.pk])
    asked = Search("co", "es")
    plan = asked.plan(clean_query("guía", "es"))

    assert search("guía") == ["Guía de cuidado"]
    assert asked.matching(plan, Page) == [guide.pk]
    assert asked._matching_by_haystack(plan, Page) == [guide.pk]


def test_a_rebuild_forgets_what_is_no_longer_sold(search):
    sold("Bálsamo")
    Listing.objects.all().delete()

    index_everything()

    assert search("bálsamo") == []
    assert not Term.objects.exists()


def test_nothing_asked_for_finds_nothing():
    sold("Bálsamo")

    assert Search("co", "es").matching(Plan()) == []


def test_documents_are_named_as_haystack_names_them():
    sold("Bálsamo")
    found = connections["default"].get_backend().search(f"django_ct:{get_model_ct(Listing)}")

    assert found["hits"] == Listing.objects.values("product", "language").distinct().count()
