"""A new process is ready before it serves."""

import runpy

import pytest
from django.conf import settings

from config.warming import draw_first_pages
from markets.lookup import all_editions

pytestmark = pytest.mark.django_db


class Worker:
    """What gunicorn hands to its hook."""

    def __init__(self, wsgi):
        self.wsgi, self.told = wsgi, 0

    def notify(self):
        self.told += 1


def test_the_first_pages_of_every_market_and_language_are_asked_for():
    asked = []

    def application(environ, start_response):
        query = environ["QUERY_STRING"]
        path = environ["PATH_INFO"] + (f"?{query}" if query else "")
        asked.append((environ["HTTP_HOST"], path))
        start_response("200 OK", [])
        return [b""]

    drawn = list(draw_first_pages(application))

    host = settings.PUBLIC_URL.partition("://")[2]
    assert asked == [(host, path) for path in drawn]
    assert {f"/{edition}/" for edition in all_editions()} <= set(drawn)
    assert {"/es-co/catalogo/", "/en-us/catalog/"} <= set(drawn)


def test_the_shop_itself_answers(client):
    for path in draw_first_pages(lambda environ, start_response: []):
        assert client.get(path).status_code == 200


def test_a_page_that_fails_keeps_no_process_from_serving(caplog):
    def application(environ, start_response):
        raise RuntimeError

    assert list(draw_first_pages(application))
    assert "could not be drawn beforehand" in caplog.text


def test_the_server_draws_them_before_a_process_accepts_and_says_that_it_lives():
    hook = runpy.run_path(str(settings.ROOT / "gunicorn.conf.py"))["post_worker_init"]
    worker = Worker(lambda environ, start_response: [b""])

    hook(worker)

    assert worker.told >= len(all_editions())
