"""Products on a content page."""

import pytest
from bs4 import BeautifulSoup

from commerce.arrangement.services import arrange
from corporate.link_targets import category_choices, category_of
from tests import factories as make
from tests.cms.factories import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def cards(title, **value):
    return ("products", {"title": title, **value})


def shown(client, path) -> str:
    return client.get(path).content.decode()


def test_chosen_products_stand_in_the_editors_order_where_they_are_sold(client):
    cream = make.listed(make.product("Crema", "Cream"))
    soap = make.listed(make.product("Jabón", "Soap", prices={"co": "20000"}))
    make_page("P", "p", body=[cards("Lo mejor", products=[soap, cream])])

    colombia, english = shown(client, "/es-co/p/"), shown(client, "/en-us/p/")

    assert 0 < colombia.index(">Jabón<") < colombia.index(">Crema<")
    assert ">Soap<" not in english and ">Cream<" in english
    assert "$20.000" in colombia


def test_a_rule_finds_products(client):
    face = make.category("Rostro", "Face")
    cream = make.listed(make.product("Crema", categories=[face]))
    make.listed(make.product("Jabón"))
    body = [
        cards("Rostro", source="category", category=f"category:{face.pk}"),
        cards("Nada", source="featured"),
    ]
    make_page("P", "p", body=body)

    html = shown(client, "/es-co/p/")

    assert ">Crema<" in html and ">Jabón<" not in html
    assert cream.pk and ">Nada<" not in html  # an empty block says nothing


def test_a_category_stands_in_the_order_of_its_merchandiser(client):
    face = make.category("Rostro", "Face")
    made = [
        make.product(name, stock=0 if name == "Dos" else 9, categories=[face])
        for name in ("Uno", "Dos", "Tres")
    ]
    make.listed(*made)
    body = [cards("Rostro", source="category", category=f"category:{face.pk}")]
    make_page("P", "p", body=body)

    def order() -> list[str]:
        page = BeautifulSoup(shown(client, "/es-co/p/"), "html.parser")
        return [title.get_text() for title in page.select(".product-card__title")]

    # What is sold out stays in its place: an editor shows the category as it is.
    assert order() == ["Tres", "Dos", "Uno"]
    arrange(
        market="co", category=face, places={made[0].pk: (1, 1)}, per_page=24, revision=0, by=None
    )
    assert order() == ["Uno", "Tres", "Dos"]


def test_all_the_chosen_products_of_a_page_cost_one_query(client, assert_max_queries):
    products = [make.listed(make.product(f"Producto {number}")) for number in range(6)]
    body = [cards(f"Bloque {start}", products=products[start : start + 2]) for start in (0, 2, 4)]
    make_page("P", "p", body=body)
    client.get("/es-co/p/")

    with assert_max_queries(4):
        html = shown(client, "/es-co/p/")

    assert all(f">Producto {number}<" in html for number in range(6))


def test_a_link_to_a_category_follows_its_words(client):
    face = make.category("Rostro", "Face")
    action = {"label": "Ver", "link": [("target", f"category:{face.pk}")]}
    make_page("P", "p", body=[("hero", {"title": "Hola", "actions": [action]})])

    assert "/rostro/" in shown(client, "/es-co/p/").split("hero__actions")[1][:200]
    assert "/face/" in shown(client, "/en-us/p/").split("hero__actions")[1][:200]
    assert (f"category:{face.pk}", "Rostro") in category_choices()


@pytest.mark.parametrize("key", ["", "category:", "category:x", "other:1", "category:-1", None])
def test_what_is_no_category_is_none(key):
    assert category_of(key) is None
