"""A lesson shows products, and a product's page leads to the lessons that show it."""

import json

import pytest

from academy.courses.models import LessonProduct
from commerce.listings.models import Listing
from tests import factories as make
from tests.replicated.factories import make_consultant

from .factories import address, block_id, lessons_of, make_course

pytestmark = pytest.mark.one_database


@pytest.fixture
def cream(db):
    made = make.product("Crema", sku="C-1", stock=9)
    make.listed(made)
    return made


def show(lesson, *products) -> None:
    items = [{"id": block_id(), "type": "item", "value": one.pk} for one in products]
    value = {"title": "Para empezar", "source": "chosen", "products": items, "layout": "grid"}
    block = {"id": block_id(), "type": "products", "value": value | {"markets": []}}
    lesson.body = json.dumps([block] if products else [])
    lesson.save_revision().publish()


def product_page(client) -> str:
    path = Listing.objects.get(market="co", language="es", sku="C-1").path
    return client.get(f"/es-co{path}").content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_a_product_s_page_leads_to_the_lesson_as_long_as_it_shows_it(cream, client):
    course = make_course("Cuidar la piel")
    lesson = lessons_of(course)[0]
    assert "Aprende a usarlo" not in product_page(client)
    show(lesson, cream)
    html = product_page(client)
    assert "Aprende a usarlo" in html and f'href="{address(lesson)}"' in html
    assert "Crema" in client.get(address(lesson)).content.decode()
    show(lesson)
    assert "Aprende a usarlo" not in product_page(client)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("page_cache")
def test_a_lesson_for_sellers_is_told_to_sellers_alone(cream, client):
    course = make_course("Vender", audience=["consultants"])
    lesson = lessons_of(course)[0]
    show(lesson, cream)
    for _time in range(2):
        assert address(lesson) not in product_page(client)
    client.force_login(make_consultant().person.user)
    for _time in range(2):
        assert address(lesson) in product_page(client)


@pytest.mark.django_db
def test_a_product_that_is_gone_is_shown_by_no_lesson(cream):
    course = make_course("Cuidar la piel")
    show(lessons_of(course)[0], cream)
    assert LessonProduct.objects.count() == 1
    cream.delete()
    assert not LessonProduct.objects.exists()
    lessons_of(course)[0].save_revision().publish()
