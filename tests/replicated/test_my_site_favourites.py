"""Favourites: chosen, ordered and explained by the consultant, with or without a script."""

import pytest

from replicated.storefronts.forms import FavouritesForm
from tests.factories import listed, product

from .site_factories import make_consultant_page, write_site

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
PAGE = "/es-co/account/my-site/favorites/"


@pytest.fixture
def hers(client, lili):
    client.force_login(lili.person.user)
    return client


@pytest.fixture
def creams():
    """Three creams; the second is not sold in the United States."""
    return listed(
        product("Crema de día", "Day cream", sku="A"),
        product("Crema de noche", "Night cream", sku="B", prices={"co": "99000"}),
        product("Aceite", "Oil", sku="C"),
    )


def rows(lili) -> list:
    lili.refresh_from_db()
    return lili.site_profile.draft["favourites"]


def post(browser, action, *products, **notes):
    data = {"action": action, "product": [one.pk for one in products], **notes}
    return browser.post(PAGE, data)


def test_added_moved_and_taken_away(hers, lili, creams):
    day, night, oil = creams
    post(hers, f"add:{day.pk}")
    post(hers, f"add:{night.pk}", day, **{f"note_es_{day.pk}": "Ligera"})
    assert [row["product"] for row in rows(lili)] == [day.pk, night.pk]
    post(hers, f"up:{night.pk}", day, night, **{f"note_es_{day.pk}": "Muy ligera"})
    assert rows(lili) == [
        {"product": night.pk, "notes": {}},
        {"product": day.pk, "notes": {"es": "Muy ligera"}},
    ]
    post(hers, f"remove:{night.pk}", night, day)
    assert [row["product"] for row in rows(lili)] == [day.pk]


def test_a_note_that_is_too_long_is_kept_and_marked(hers, lili, creams):
    day = creams[0]
    response = post(hers, "save", day, **{f"note_en_{day.pk}": "x" * 141})
    html = response.content.decode()
    assert response.status_code == 200 and "x" * 141 in html and 'aria-invalid="true"' in html
    assert "<title>Error:" in html


def test_not_more_than_twelve(hers, lili):
    many = listed(*(product(f"Crema {n}", None, sku=f"M{n}", photos=0) for n in range(13)))
    for one in many[:12]:
        chosen = rows_of(lili)
        post(hers, f"add:{one.pk}", *chosen)
    assert len(rows(lili)) == 12
    response = post(hers, f"add:{many[12].pk}", *many[:12])
    assert "Ya tienes 12 favoritos" in response.content.decode()
    assert len(rows(lili)) == 12


def rows_of(lili):
    from replicated.storefronts.services import profile_of

    class Chosen:
        def __init__(self, pk):
            self.pk = pk

    return [Chosen(row["product"]) for row in profile_of(lili).draft["favourites"]]


def test_searching_keeps_what_was_typed(hers, lili, creams):
    day, night, oil = creams
    response = hers.post(
        PAGE, {"action": "enter", "q": "noche", "product": [day.pk], f"note_es_{day.pk}": "Mía"}
    )
    html = response.content.decode()
    assert "Crema de noche" in html and f'value="add:{oil.pk}"' not in html
    assert ">Mía</textarea>" in html
    assert "Ningún producto" in hers.get(PAGE, {"q": "zzz"}).content.decode()


@pytest.mark.parametrize(
    "data",
    [
        {"action": "add:999999"},
        {"action": "add:-1", "product": ["1e9", "٣", "²", "", "x" * 500, "9" * 30]},
        {"action": "up:", "product": ["\0"]},
        {"action": "drop table", "product": ["1' OR 1=1"]},
        {"action": "find", "q": "\0"},
        {"action": "find", "q": "'; DROP TABLE %_\"("},
    ],
)
def test_hostile_input_does_nothing(hers, lili, creams, data):
    assert hers.post(PAGE, data).status_code in (200, 302)
    write_site(lili, publish=False)
    assert rows(lili) == []


def test_a_row_counts_once():
    class Posted(dict):
        def getlist(self, name):
            return self[name]

    form = FavouritesForm(Posted(product=["5", "5", "7"], action="down:5"), content={})
    assert [row.product for row in form.rows] == [7, 5]


def test_the_page_shows_what_is_sold_where_the_visitor_is(client, lili, creams):
    day, night, oil = creams
    source = make_consultant_page()
    make_consultant_page("en", source=source)
    notes = {"es": "Mi <b>favorita</b>", "en": "My favorite"}
    chosen = [{"product": one.pk, "notes": notes} for one in (night, day)]
    write_site(lili, favourites=chosen)
    here = client.get("/@lili-gomez/es-co/").content.decode()
    assert here.index("Crema de noche") < here.index("Crema de día")
    assert "Mi &lt;b&gt;favorita&lt;/b&gt;" in here and "/@lili-gomez/es-co/catalogo/" in here
    there = client.get("/@lili-gomez/en-us/").content.decode()
    assert "Day cream" in there and "Night cream" not in there and "My favorite" in there
    day.is_public = False
    day.save()
    listed(day)
    there = client.get("/@lili-gomez/en-us/").content.decode()
    assert "Day cream" not in there and "My favorite" not in there
