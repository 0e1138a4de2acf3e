"""What is searched is counted, of nobody in particular, and not at the reader's cost."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.utils import OperationalError
from django.urls import reverse
from django.utils import timezone, translation

from commerce.search import reporting
from commerce.search.models import BestBet, SearchCount, Synonym
from commerce.search.query import clean_query
from tests.search.factories import sold

pytestmark = pytest.mark.every_engine


@pytest.fixture(autouse=True)
def counter(monkeypatch):
    fresh = reporting.Counter()
    monkeypatch.setattr(reporting, "counter", fresh)
    return fresh


@pytest.fixture
def search(client, empty_index):
    def ask(typed, edition="es-co", **params):
        with translation.override(edition):
            return client.get(reverse("search"), {"q": typed, **params})

    return ask


def person(group: str):
    user = get_user_model().objects.create_user(f"{group}@example.com", "a long pass phrase")
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def rows():
    return list(
        SearchCount.objects.order_by("market", "phrase").values_list(
            "market", "language", "phrase", "searches", "empty", "found"
        )
    )


def test_searches_are_counted_by_day_market_and_language(search, counter):
    sold("Crema")
    for typed in ("crema", "CREMA", "zapatos"):
        search(typed)
    search("crema", "es-mx")

    counter.write()

    assert rows() == [
        ("co", "es", "crema", 2, 0, 1),
        ("co", "es", "zapatos", 1, 1, 0),
        ("mx", "es", "crema", 1, 0, 1),
    ]
    search("crema")
    counter.write()
    assert rows()[0] == ("co", "es", "crema", 3, 0, 1)


def test_the_reader_waits_for_no_writing(search, counter, assert_max_queries):
    sold("Crema")
    search("crema")

    with assert_max_queries(12) as queries:
        search("crema")

    assert not [q for q in queries if not q["sql"].lstrip().upper().startswith("SELECT")]


def test_turning_pages_narrowing_and_typing_are_not_searches(search, counter, client):
    sold(*[f"Crema {number}" for number in range(30)])
    search("crema", page="2")
    search("crema", in_stock="yes")
    with translation.override("es-co"):
        client.get(reverse("search-suggest"), {"q": "crema"})
    search("")
    search("***")

    assert counter.write() == 0


@pytest.mark.parametrize("typed", ["ana@example.com", "300 123 45 67", "CC 1020304050"])
def test_what_may_be_about_somebody_is_not_kept(search, counter, typed):
    sold("Crema")
    search(typed)

    assert counter.write() == 0


def test_nothing_of_who_searched_is_kept():
    names = {field.name for field in SearchCount._meta.get_fields()}

    assert names == {"id", "day", "market", "language", "phrase", "searches", "empty", "found"}


def test_what_cannot_be_written_is_kept_for_later(db, counter, monkeypatch):
    counter.add(phrase="crema", market="co", language="es", found=1)

    def locked(tallies):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patched:
        patched.setattr(reporting, "_write", locked)
        with pytest.raises(OperationalError):
            counter.write()
    counter.add(phrase="crema", market="co", language="es", found=1)
    counter.write()

    assert rows() == [("co", "es", "crema", 2, 0, 1)]


def test_who_plays_fills_no_memory(db, counter, monkeypatch):
    monkeypatch.setattr(reporting, "MOST_AT_ONCE", 3)
    for number in range(10):
        counter.add(phrase=f"x{number}", market="co", language="es", found=0)
    counter.add(phrase="x1", market="co", language="es", found=0)

    assert counter.write() == 3


def test_old_searches_are_forgotten(db):
    today = timezone.now().date()
    for age in (0, 364, 366):
        SearchCount.objects.create(
            day=today - timedelta(days=age), market="co", language="es", phrase=f"{age}"
        )

    assert reporting.forget_old() == 1
    assert not SearchCount.objects.filter(phrase="366").exists()


# --- The back office --------------------------------------------------------------------


@pytest.fixture
def counted(db):
    today = timezone.now().date()
    for market, phrase, searches, empty, age in (
        ("co", "crema", 5, 0, 1),
        ("co", "crema", 2, 0, 3),
        ("co", "zapatos", 3, 3, 2),
        ("mx", "crema", 4, 0, 2),
        ("co", "bufanda", 9, 9, 60),
    ):
        SearchCount.objects.create(
            day=today - timedelta(days=age),
            market=market,
            language="es",
            phrase=phrase,
            searches=searches,
            empty=empty,
            found=0 if empty else 7,
        )
    return today


def listed(response):
    return [
        (row["phrase"], row["market"], row["times"], row["nothing"])
        for row in response.context["object_list"]
    ]


def test_the_report_sums_the_last_month(client, counted):
    client.force_login(person("Merchandiser"))

    response = client.get(reverse("search_report"))

    assert listed(response) == [
        ("crema", "co", 7, 0),
        ("crema", "mx", 4, 0),
        ("zapatos", "co", 3, 3),
    ]
    assert "zapatos" in response.content.decode()


def test_the_report_is_narrowed_by_period_market_and_outcome(client, counted):
    client.force_login(person("Marketer"))
    url = reverse("search_report")

    since = (counted - timedelta(days=90)).isoformat()
    assert listed(client.get(url, {"since": since, "outcome": "empty"})) == [
        ("bufanda", "co", 9, 9),
        ("zapatos", "co", 3, 3),
    ]
    assert listed(client.get(url, {"market": "mx"})) == [("crema", "mx", 4, 0)]
    until = (counted - timedelta(days=3)).isoformat()
    assert listed(client.get(url, {"until": until})) == [("crema", "co", 2, 0)]
    assert client.get(url, {"since": "junk", "market": "zz"}).status_code == 200


@pytest.mark.parametrize(("export", "kind"), [("csv", "text/csv"), ("xlsx", "spreadsheet")])
def test_the_report_is_exported(client, counted, export, kind):
    client.force_login(person("Merchandiser"))

    response = client.get(reverse("search_report"), {"export": export})
    content = response.getvalue() if response.streaming else response.content

    assert kind in response["Content-Type"]
    if export == "csv":
        assert b"zapatos" in content and b"crema" in content


@pytest.mark.parametrize(
    ("group", "may"),
    [("Merchandiser", True), ("Marketer", True), ("Order desk", False), ("Consultant desk", False)],
)
def test_marketers_and_merchandisers_teach_the_search(client, db, group, may):
    client.force_login(person(group))
    urls = [
        reverse("search_report"),
        reverse("wagtailsnippets_search_synonym:list"),
        reverse("wagtailsnippets_search_synonym:add"),
        reverse("wagtailsnippets_search_bestbet:add"),
    ]

    codes = {client.get(url).status_code for url in urls}

    assert codes == ({200} if may else {302})


def test_a_synonym_and_a_best_bet_are_written_in_the_back_office(client, empty_index):
    sold("Pintalabios", sku="RZ-1")
    client.force_login(person("Merchandiser"))

    client.post(
        reverse("wagtailsnippets_search_synonym:add"),
        {"language": "es", "typed": "labial", "meant": "pintalabios", "both_ways": "on"},
    )
    client.post(
        reverse("wagtailsnippets_search_bestbet:add"),
        {"language": "es", "searches": "regalo\nregalos", "skus": " RZ-1 ,", "page": ""},
    )
    refused = client.post(
        reverse("wagtailsnippets_search_bestbet:add"),
        {"language": "es", "searches": "boda", "skus": "RZ-77", "page": ""},
    )

    assert Synonym.objects.get().pairs() == {"labial": ["pintalabios"], "pintalabios": ["labial"]}
    assert BestBet.objects.get().skus == "RZ-1"
    assert "RZ-77" in refused.content.decode()


def test_a_query_that_is_counted_is_folded():
    assert clean_query("  CHAMPÚ de Romero! ", "es").phrase == "champu romero"
