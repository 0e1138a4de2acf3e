"""A new process is ready before it serves."""

import runpy
import time

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


def test_the_server_draws_them_before_a_process_accepts():
    hook = runpy.run_path(str(settings.ROOT / "gunicorn.conf.py"))["post_worker_init"]
    asked = []

    def application(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return [b""]

    hook(Worker(application))

    assert len(asked) >= len(all_editions())


def test_a_process_says_that_it_lives_while_one_page_takes_long():
    hook = runpy.run_path(str(settings.ROOT / "gunicorn.conf.py"))["post_worker_init"]

    def application(environ, start_response):
        # The first page takes until the process has said so twice.
        while worker.told < 2:
            time.sleep(0.01)
        return [b""]

    worker = Worker(application)

    hook(worker)

    assert worker.told >= 2
