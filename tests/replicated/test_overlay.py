"""The shop under a seller's name: everything stays in it, and nothing of it leaks out."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import get_script_prefix

from cms.page_cache.prefix import PREFIX_SLOT
from people.models import Person
from replicated.consultants.models import SiteHost
from tests.cms.factories import make_page

from .factories import PASSWORD, make_consultant, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

HREF = re.compile(r'(?:href|action|data-src|data-visitor-url|hx-get|hx-post)="(/[^"]*)"')
OUTSIDE = ("/static/", "/media/", "/brand/", "/documents/", "/favicon")


def links_out(html: str, prefix: str) -> list[str]:
    """Links of a page that leave the site, but for files and canonical addresses."""
    html = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", html)
    found = HREF.findall(html)
    return [path for path in found if not path.startswith((prefix, *OUTSIDE))]


PATHS = ["", "catalogo/", "buscar/?q=crema", "cart/", "account/login/", "account/signup/",
         "account/password/reset/", "orders/find/", "historia/", "nada/"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_every_link_stays_in_the_site(lili, client, path):
    make_page("Historia", "historia", body=[("text", {"text": '<p><a href="/catalogo/">Ir</a>'})])
    response = client.get(f"/@lili-gomez/es-co/{path}", follow=True)
    html = response.content.decode()
    assert "/@lili-gomez/es-co/" in html
    assert links_out(html, "/@lili-gomez/") == []
    assert 'hreflang="es-mx"' in html and 'href="/@lili-gomez/es-mx/' in html
    assert get_script_prefix() == "/"


@pytest.mark.parametrize("path", ["", "catalogo/", "historia/"])
def test_search_engines_never_learn_of_the_seller_and_shares_always_do(lili, client, path):
    make_page("Historia", "historia")
    html = client.get(f"/@lili-gomez/es-co/{path}").content.decode()
    own = client.get(f"/es-co/{path}").content.decode()
    for pattern in (
        r'<link rel="canonical"[^>]*>',
        r'<link rel="alternate"[^>]*>',
        r"<script type=\"application/ld\+json\">.*?</script>",
    ):
        assert re.findall(pattern, html, re.S) == re.findall(pattern, own, re.S)
        assert "@lili" not in "".join(re.findall(pattern, html, re.S))
    assert "@lili" not in own
    shared = r'<meta property="og:url" content="([^"]*)">'
    assert re.search(shared, html)[1] == f"http://testserver/@lili-gomez/es-co/{path}"
    assert re.search(shared, own)[1] == f"http://testserver/es-co/{path}"


def test_pages_are_private_to_caches_and_mark_the_visit_once(lili, client):
    first = client.get("/@lili-gomez/es-co/")
    assert "private" in first.headers["Cache-Control"]
    cookie = first.cookies["seller"]
    assert cookie["httponly"] and cookie["samesite"] == "Lax" and cookie["path"] == "/"
    assert "seller" not in client.get("/@lili-gomez/es-co/").cookies
    assert "seller" not in client.get("/es-co/").cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-dest": "iframe"},
        {"sec-fetch-dest": "image"},
        {"sec-fetch-dest": "empty"},
        {"sec-fetch-dest": "document", "sec-purpose": "prefetch"},
        {"hx-request": "true"},
        {"accept": "image/webp"},
    ],
)
def test_what_nobody_opened_marks_nothing(lili, client, headers):
    assert "seller" not in client.get("/@lili-gomez/es-co/", headers=headers).cookies


@pytest.mark.parametrize("method", ["post", "head", "options"])
def test_other_methods_mark_nothing(lili, client, method):
    assert "seller" not in getattr(client, method)("/@lili-gomez/es-co/").cookies


def test_a_page_that_is_not_there_marks_nothing(lili, client):
    response = client.get("/@lili-gomez/es-co/nada/")
    assert response.status_code == 404 and "seller" not in response.cookies


@pytest.mark.parametrize(
    ("asked", "reached"),
    [
        ("/@Lili-Gomez/es-co/", "/@lili-gomez/es-co/"),
        ("/@LILI-GÓMEZ/es-co/x/?q=1", "/@lili-gomez/es-co/x/?q=1"),
        ("/@lili-gomez", "/@lili-gomez/"),
        ("/@lili-gomez/admin/", "/admin/"),
        ("/@lili-gomez/static/a.css", "/static/a.css"),
        ("/@lili-gomez/media/a.png?v=1", "/media/a.png?v=1"),
        ("/@lili-gomez/webhooks/demo/", "/webhooks/demo/"),
        ("/@lili-gomez/api/", "/api/"),
        ("/@nobody-here/es-co/catalogo/", "/es-co/catalogo/?site=closed"),
        ("/@nobody-here//evil.example/", "/evil.example/?site=closed"),
        ("/@nobody-here/es-co/a%3Fb/", "/es-co/a%3Fb/?site=closed"),
    ],
)
def test_where_an_address_leads(lili, client, asked, reached):
    response = client.get(asked)
    assert response.status_code == 302
    assert response.headers["Location"] == reached
    assert "seller" not in response.cookies


@pytest.mark.parametrize(
    "path",
    ["/@/", "/@/es-co/", "/@li/li/es-co/", "/@li%2Fli/es-co/", "/@lili_gomez/es-co/", "/@@lili/",
     "/@lili-gomez%00/es-co/", "/@" + "x" * 500 + "/es-co/", "/@l%C3%ADl%D1%96/es-co/",
     "/@-lili/es-co/", "/@lili gomez/es-co/"],
)  # fmt: skip
def test_what_can_be_no_sites_name_is_not_found(lili, client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "seller" not in response.cookies
    assert "@li" not in response.content.decode()


def test_a_closed_site_says_so_on_the_companys_page(client):
    response = client.get("/@nobody-here/es-co/", follow=True)
    html = response.content.decode()
    assert "Este sitio no está abierto" in html
    assert 'content="noindex, follow"' in html
    english = client.get("/@nobody-here/en-us/", follow=True).content.decode()
    assert "site is closed" in english


def test_a_bare_address_leads_to_a_edition_of_the_site(lili, client):
    assert client.get("/@lili-gomez/").headers["Location"].startswith("/@lili-gomez/es-")
    assert (
        client.get("/@lili-gomez/es/historia/").headers["Location"].startswith("/@lili-gomez/es-")
    )


def test_signing_in_and_signing_up_stay_in_the_site(lili, shopper):
    person = make_person("Ana", email="ana@example.com", registered=True)
    answer = shopper.at(
        "/@lili-gomez/es-co/account/login/", {"login": person.email, "password": PASSWORD}
    )
    assert answer.headers["Location"].startswith("/@lili-gomez/es-co/")
    shopper.logout()
    shopper.at(
        "/@lili-gomez/es-co/account/signup/",
        {
            "first_name": "Eva",
            "last_name": "Paz",
            "email": "eva@example.com",
            "password": "correct horse battery",
            "terms": "on",
        },
    )
    (message,) = mail.outbox
    assert "http://testserver/@lili-gomez/es-co/" in message.body or "http" not in message.body
    code = re.search(r"\b(\d{3}) (\d{3})\b", message.body).expand(r"\1\2")
    answer = shopper.at("/@lili-gomez/es-co/account/code/", {"code": code})
    assert answer.headers["Location"].startswith("/@lili-gomez/es-co/")
    assert Person.objects.get(email="eva@example.com").source == "replicated"


def test_a_host_of_their_own_is_the_site_without_a_prefix(lili, client, settings):
    settings.COMPANY_HOSTS = ["testserver"]
    SiteHost.objects.create(consultant=lili, host="lili.example")
    make_page("Historia", "historia")
    response = client.get("/es-co/historia/", headers={"host": "lili.example"})
    html = response.content.decode()
    assert response.status_code == 200 and "seller" in response.cookies
    assert '<link rel="canonical" href="http://testserver/es-co/historia/">' in html
    assert "@lili" not in html
    admin = client.get("/admin/", headers={"host": "lili.example"})
    assert admin.headers["Location"] == "http://testserver/admin/"
    other = client.get("/@marta-ruiz/es-co/", headers={"host": "lili.example"})
    assert other.headers["Location"] == "http://testserver/@marta-ruiz/es-co/"


@pytest.mark.parametrize("host", ["evil.example", "lili.example.evil.example", "a b", "x" * 300])
def test_a_host_of_nobodys_is_refused(lili, client, settings, host):
    settings.COMPANY_HOSTS = ["testserver"]
    SiteHost.objects.create(consultant=lili, host="lili.example")
    assert client.get("/es-co/", headers={"host": host}).status_code == 400


def test_a_site_costs_one_query_more(lili, client, assert_max_queries):
    make_page("Historia", "historia")
    for path in ("/es-co/historia/", "/@lili-gomez/es-co/historia/"):
        client.get(path)
    with assert_max_queries(6) as own:
        client.get("/es-co/historia/")
    with assert_max_queries(len(own) + 1):
        client.get("/@lili-gomez/es-co/historia/")


@pytest.mark.django_db(transaction=True)
def test_readers_at_the_same_time_see_nothing_of_each_other(lili, marta):
    """The prefix belongs to the thread, the kept parts to all: no alias crosses over."""
    make_page("Historia", "historia", body=[("text", {"text": '<p><a href="/catalogo/">Ir</a>'})])
    prefixes = ["/@lili-gomez", "/@marta-ruiz", ""] * 8

    def read(prefix):
        try:
            response = Client().get(f"{prefix}/es-co/historia/")
            return prefix, response.content.decode(), response.cookies
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as readers:
        for prefix, html, cookies in readers.map(read, prefixes):
            assert f'href="{prefix}/es-co/catalogo/">Ir' in html
            others = {"lili-gomez", "marta-ruiz"} - {prefix.removeprefix("/@")}
            assert not [other for other in others if other in html]
            assert PREFIX_SLOT not in html and ("seller" in cookies) is bool(prefix)


def test_publishing_costs_the_same_however_many_sell(admin_user, assert_max_queries):
    page = make_page("Historia", "historia")
    page.save_revision().publish()  # the first one has no revision before it
    counts = []
    for _ in range(2):
        with assert_max_queries(100) as queries:
            page.save_revision().publish()
        counts.append(len(queries))
        for number in range(40):
            make_consultant("Ana", f"N{number}", registered=False)
    assert counts[0] == counts[1]
