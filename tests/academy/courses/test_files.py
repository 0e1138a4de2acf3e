"""Files of a course for sellers are opened by sellers alone, also by their own address."""

import json

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from tests.replicated.factories import make_consultant, make_person

from .factories import block_id, lessons_of, make_course

FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 4


@pytest.fixture
def course(settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path
    return make_course("El plan", audience=["consultants"])


def film_in(lesson, name: str = "plan.mp4"):
    film = get_document_model().objects.create(title="Plan", file=ContentFile(FILM, name=name))
    value = {"title": "Plan", "film": [document(film)], "subtitles": [], "markets": []}
    lesson.body = json.dumps([{"id": block_id(), "type": "film", "value": value}])
    lesson.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(lesson)
    return film


def document(film) -> dict:
    return {"id": block_id(), "type": "document", "value": film.pk}


def browser(person=None) -> Client:
    client = Client()
    if person:
        client.force_login(person.user)
    return client


def test_only_who_may_read_the_lesson_opens_its_film(course):
    film = film_in(lessons_of(course)[0])
    for person in (None, make_person(registered=True)):
        assert browser(person).get(film.url).status_code == 404
    response = browser(make_consultant().person).get(film.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == FILM
    assert response["Cache-Control"] == "private, no-store"
    response.close()


def test_a_film_that_is_on_an_open_page_too_is_everybody_s(course):
    film = film_in(lessons_of(course)[0])
    shown = lessons_of(make_course("Para todos"))[0]
    shown.body = lessons_of(course)[0].body
    shown.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(shown)
    response = browser().get(film.url)
    assert response.status_code == 200
    response.close()


@pytest.mark.parametrize(
    ("asked", "status", "piece"),
    [
        ("bytes=0-9", 206, FILM[:10]),
        ("bytes=100-", 206, FILM[100:]),
        ("bytes=-5", 206, FILM[-5:]),
        ("bytes=5-100000", 206, FILM[5:]),
        ("bytes=100000-", 416, b""),
        ("bytes=9-5", 416, b""),
        ("bytes=-", 200, FILM),
        ("bytes=0-1,3-4", 200, FILM),
        ("lines=1-2", 200, FILM),
    ],
)
def test_a_player_gets_the_piece_that_it_asks_for(asked, status, piece, settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path
    film = film_in(lessons_of(make_course("Para todos"))[0])
    response = browser().get(film.url, headers={"Range": asked})
    assert response.status_code == status
    assert b"".join(response.streaming_content) == piece
    response.close()
    if status == 206:
        assert response["Content-Length"] == str(len(piece))
