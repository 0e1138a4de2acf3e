"""What no browser sends: nothing of it reaches links, kept pages or another visitor."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import BadRequest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from config.errors import Reporter
from config.middleware import PlainRequestMiddleware
from config.wsgi import application
from tests import factories as make
from tests.cms.factories import make_page


@pytest.mark.parametrize("script_name", ["//evil.example", "/@lili-gomez", "/x"])
def test_a_script_name_that_came_with_the_request_is_refused(db, script_name):
    response = Client().get(f"{script_name}/es-co/", SCRIPT_NAME=script_name)
    assert response.status_code == 400
    assert b"evil" not in response.content


def test_an_address_longer_than_any_of_ours_is_refused_with_a_page_of_the_shop(db):
    response = Client().get("/es-co/catalogo/", {"x": "a" * 7000})
    assert response.status_code == 414
    assert "Esta dirección es demasiado larga" in response.content.decode()


def test_gunicorn_believes_no_header_about_where_the_shop_lies(tmp_path):
    # given the web server as it is configured
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [str(Path(sys.executable).with_name("gunicorn"))],
        cwd=settings.ROOT,
        env={
            **os.environ,
            "BIND": f"127.0.0.1:{port}",
            "FORWARDED_ALLOW_IPS": "*",
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": "",
        },
    )
    try:
        # when somebody says that it lies elsewhere
        headers = {"SCRIPT_NAME": "//evil.example", "PATH_INFO": "/admin/"}
        assert _status(port, "/health/live/", headers) == 200
        # then nothing lies in the user's own folder either
        assert not list(tmp_path.iterdir())
    finally:
        server.terminate()
        server.wait(30)


def _status(port: int, path: str, headers: dict[str, str]) -> int:
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    deadline = time.monotonic() + 180
    while True:
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.3)


HEADERS = {
    "HTTP_X_FORWARDED_HOST": "evil.example",
    "HTTP_X_FORWARDED_PORT": "444",
    "HTTP_X_FORWARDED_SERVER": "evil.example",
    "HTTP_X_FORWARDED_PREFIX": "/evil",
    "HTTP_X_FORWARDED_FOR": "6.6.6.6",
    "HTTP_FORWARDED": "for=6.6.6.6;host=evil.example;proto=http",
    "HTTP_X_ORIGINAL_URL": "/admin/evil/",
    "HTTP_X_REWRITE_URL": "/admin/evil/",
    "HTTP_X_HOST": "evil.example",
    "HTTP_X_HTTP_METHOD_OVERRIDE": "DELETE",
    "HTTP_X_HTTP_METHOD": "PUT",
    "HTTP_X_METHOD_OVERRIDE": "POST",
    "HTTP_X_SCRIPT_NAME": "/evil",
    "HTTP_ACCEPT_LANGUAGE": "en-US,en",
    "HTTP_REFERER": "https://evil.example/",
    "HTTP_HX_CURRENT_URL": "https://evil.example/",
    "HTTP_HX_BOOSTED": "true",
    "HTTP_HX_PROMPT": "evil",
    "HTTP_HX_TRIGGER": "evil",
    "HTTP_USER_AGENT": "evil",
    "HTTP_X_REQUESTED_WITH": "XMLHttpRequest",
    "CONTENT_TYPE": "text/plain; charset=utf-16",
}


@pytest.mark.parametrize("path", ["/es-co/historia/", "/es-co/catalogo/?sort=n%61me", "/es-co/"])
def test_a_kept_page_is_the_same_whatever_headers_its_first_reader_sent(
    page_cache, transactional_db, path
):
    # given a page as it is drawn for an ordinary visitor
    make_page("Historia", "historia", body=[("text", {"text": "<p>Desde 1998.</p>"})])
    make.product("Crema", "Cream", sku="C-1", stock=4)
    make.listed()
    ordinary = Client().get(path).content
    for name, value in HEADERS.items():
        # when its first reader sends a header that means to turn it
        page_cache.clear()
        assert Client().generic("GET", path, **{name: value}).status_code == 200, name
        # then the next one reads what they always did
        assert Client().get(path).content == ordinary, name


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "latin-1", "nonsense"])
def test_a_form_is_utf8_whatever_it_says(db, settings, debug, charset):
    settings.DEBUG = debug
    visitor = Client(raise_request_exception=False)
    visitor.cookies["csrftoken"] = "a" * 32
    response = visitor.generic(
        "POST",
        "/es-co/account/login/?next=%C3%A1",
        b"login=ana%40example.com&password=x",
        content_type=f"application/x-www-form-urlencoded; charset={charset}",
    )
    assert response.status_code < 500


def test_what_is_no_text_encoding_does_not_keep_a_request_from_being_made(transactional_db):
    environ = RequestFactory()._base_environ(
        PATH_INFO="/health/live/", QUERY_STRING="a=%C3%A1", CONTENT_TYPE="text/plain; charset=rot13"
    )
    answers = []
    body = application(environ, lambda status, headers, *more: answers.append(status))
    assert answers == ["200 OK"]
    body.close()


@pytest.mark.parametrize("debug", [False, True])
def test_a_form_with_too_many_fields_is_refused_with_a_page_of_ours(db, settings, debug):
    settings.DEBUG = debug
    visitor = Client(raise_request_exception=False)
    visitor.cookies["csrftoken"] = "a" * 32
    response = visitor.post(
        "/es-co/account/login/",
        "&".join(f"a{n}=1" for n in range(2000)),
        content_type="application/x-www-form-urlencoded",
    )
    assert response.status_code == 400
    if not debug:
        assert "No pudimos leer esta solicitud" in response.content.decode()


def test_the_debug_page_does_not_stumble_over_what_it_shows():
    request = RequestFactory().post("/", b"a=1", content_type="application/x-www-form-urlencoded")
    request.encoding = "utf-16"
    reporter = Reporter(request, BadRequest, BadRequest("unreadable"), None)
    assert "unreadable" in reporter.get_traceback_html()


@pytest.mark.parametrize("host", ["[", "a b", "evil..example", "x" * 400, "\x00"])
def test_a_host_that_is_none_is_refused_before_anything_is_drawn(db, settings, host):
    settings.DEBUG = True
    response = Client().post(
        "/", b"\xff", content_type="application/x-www-form-urlencoded", HTTP_HOST=host
    )
    assert response.status_code in (400, 200, 302)
    assert b"Traceback" not in response.content


WAYS_IN = [
    "account/login/",
    "account/login/code/",
    "account/signup/",
    "account/logout/",
    "account/password/reset/",
    "account/second-factor/authenticate/",
]
NO_ADDRESSES = ["http://[", "//[", "https://[x]/", "http://[::1", "//\\evil.example", "http:///[@"]


@pytest.mark.parametrize("path", WAYS_IN)
@pytest.mark.parametrize("then", NO_ADDRESSES)
def test_where_to_go_next_may_be_anything_that_was_typed(db, path, then):
    for ask in (Client().get, Client().post):
        response = ask(f"/es-co/{path}", {"next": then})
        assert response.status_code < 500
        assert "evil" not in response.get("Location", "")


@pytest.mark.parametrize("path", ["//[", "/es-co//[/", "//[/es-co/", "/es//[x]/", "/@x//[/"])
def test_an_address_may_look_like_a_host_that_is_none(db, path):
    assert Client().get("/", PATH_INFO=path).status_code < 500


def test_only_bodies_that_claim_another_character_set_are_read_anew():
    seen = []
    middleware = PlainRequestMiddleware(lambda request: seen.append(request.GET["q"]))
    middleware(RequestFactory().get("/?q=l%C3%A1piz", CONTENT_TYPE="text/plain; charset=latin-1"))
    middleware(RequestFactory().get("/?q=l%C3%A1piz"))
    assert seen == ["lápiz", "lápiz"]


@pytest.mark.parametrize("prefix", ["/es-co/", "/es/", "/@nobody/es-co/", "/en-us/catalog/", "/"])
def test_an_address_of_a_thousand_steps_costs_what_a_short_one_does(db, prefix):
    # given an address that is not there, and one that is not there a thousand steps deep
    with CaptureQueriesContext(connection) as short:
        Client().get(f"{prefix}a/", follow=True)
    with CaptureQueriesContext(connection) as deep:
        response = Client().get(f"{prefix}{'a/' * 1000}", follow=True)
    # then it is refused with no more queries, and none is larger than the address itself
    assert response.status_code == 404
    assert len(deep) <= len(short)
    assert max(len(query["sql"]) for query in deep) < 16_000


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/es-co/account/login/", "/es-co/nowhere/", "/sitemap.xml"])
def test_what_is_asked_for_by_head_has_no_body(rf, path):
    """Django's own client takes the body away: this asks what a server is handed."""
    handler = WSGIHandler()
    status = []
    answers = {}
    for method in ("GET", "HEAD"):
        environ = rf.generic(method, path).environ
        response = handler(environ, lambda line, headers, exc=None: status.append((line, headers)))
        answers[method] = b"".join(response)
        response.close()
    assert answers["GET"] and answers["HEAD"] == b""
    assert status[0][0] == status[1][0]
    assert int(dict(status[1][1])["Content-Length"]) > 0
