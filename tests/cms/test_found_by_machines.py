"""Sitemaps, robots, security policy, the visitor's endpoint."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.conf import settings

from cms.addresses import sitemaps
from cms.addresses.translations import translate_page
from cms.content.blocks.media import PLAYERS, player_address
from cms.content.sitemap import page_entries

from .factories import home, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


def addresses(client, edition: str) -> dict[str, dict[str, str]]:
    """Address → its alternates, of an edition's sitemap."""
    tree = ElementTree.fromstring(client.get(f"/sitemaps/{edition}-1.xml").content)
    return {
        url.find("s:loc", NAMES).text: {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in tree
    }


@pytest.fixture
def pages_only(monkeypatch):
    """Without what other areas add."""
    monkeypatch.setattr(sitemaps, "_sources", [page_entries])


def test_each_edition_has_a_sitemap_with_alternates(client, pages_only):
    page = make_page("Historia", "historia")
    translate_page(page, "en", title="Story", slug="story")
    make_page("Envíos", "envios", markets=["co"])
    make_page("Sin traducir", "sin-traducir").copy_for_translation(home("en").locale, alias=True)
    make_page("Oculta", "oculta", hidden_from_search=True)
    make_page("Borrador", "borrador", publish=False)

    colombia = addresses(client, "es-co")
    english = addresses(client, "en-us")

    base = "http://testserver"
    assert set(colombia) == {
        f"{base}/es-co/",
        f"{base}/es-co/historia/",
        f"{base}/es-co/envios/",
        f"{base}/es-co/sin-traducir/",
    }
    assert set(english) == {f"{base}/en-us/", f"{base}/en-us/story/"}
    assert colombia[f"{base}/es-co/historia/"] == {
        "es-CO": f"{base}/es-co/historia/",
        "es-MX": f"{base}/es-mx/historia/",
        "en-US": f"{base}/en-us/story/",
        "es-US": f"{base}/es-us/historia/",
        "x-default": f"{base}/es-co/historia/",
    }
    assert set(colombia[f"{base}/es-co/envios/"]) == {"es-CO", "x-default"}


def test_the_index_lists_every_edition_and_files_stay_small(client, pages_only, monkeypatch):
    for number in range(3):
        make_page(f"P{number}", f"p{number}")
    monkeypatch.setattr(sitemaps, "FILE_SIZE", 2)

    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)

    found = [node.text for node in tree.iterfind("s:sitemap/s:loc", NAMES)]
    assert "http://testserver/sitemaps/es-co-2.xml" in found
    assert "http://testserver/sitemaps/en-us-1.xml" in found
    assert "http://testserver/sitemaps/en-us-2.xml" not in found
    assert client.get("/sitemaps/es-co-2.xml").status_code == 200


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemaps/es-co-1.xml"])
def test_twelve_queries_list_any_number_of_pages(client, path, assert_max_queries):
    for number in range(12):
        make_page(f"P{number}", f"p{number}")
    # Where the site's root is, is asked once after a change.
    client.get(path)
    with assert_max_queries(12):
        client.get(path)


@pytest.mark.parametrize("name", ["zz-1", "es-co-9", "es-co-0", "es-1", "es-co-x"])
def test_there_is_no_other_sitemap(client, name):
    assert client.get(f"/sitemaps/{name}.xml").status_code == 404


def test_other_areas_add_what_they_serve(client, pages_only):
    sitemaps.register_entries(lambda: [sitemaps.Entry({"es": "/catalogo/crema/"}, ("mx",))])

    assert "http://testserver/es-mx/catalogo/crema/" in addresses(client, "es-mx")
    assert "http://testserver/es-co/catalogo/crema/" not in addresses(client, "es-co")


def test_robots_txt_names_the_sitemap_and_what_is_private(client):
    text = client.get("/robots.txt").content.decode()

    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text and "Disallow: /*/visitor/" in text
    assert "Disallow: /*/buscar/" in text and "Disallow: /*/search/" in text
    assert "es-co" not in text


def test_the_shop_is_strict_and_the_back_office_is_not(client, admin_client_of, marketer):
    shop = client.get("/es-co/").headers["Content-Security-Policy"]
    office = admin_client_of(marketer).get("/admin/", follow=True)
    relaxed = office.headers["Content-Security-Policy"]

    assert "unsafe" not in shop
    assert "object-src 'none'" in shop and "frame-ancestors 'self'" in shop
    assert office.status_code == 200 and "'unsafe-inline'" in relaxed
    assert "unsafe-eval" not in relaxed


def test_a_shop_page_has_nothing_inline(client):
    html = client.get("/es-co/").content.decode()

    assert " style=" not in html and "<style" not in html
    assert " onclick=" not in html and " onload=" not in html
    assert html.count("<script") == html.count(' src="/static/') - html.count("<img") + 1


def test_every_player_that_can_be_framed_is_in_the_policy():
    hosts = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"]

    assert all(player.split("/embed")[0].split("/video")[0] in hosts for _p, player in PLAYERS)


@pytest.mark.parametrize(
    ("address", "player"),
    [
        ("https://www.youtube.com/watch?v=abc_DEF-123", "youtube-nocookie.com/embed/abc_DEF-123"),
        ("https://www.youtube.com/watch?list=x&v=abc_DEF-123", "nocookie.com/embed/abc_DEF-123"),
        ("https://youtu.be/abcDEF12345?t=3", "youtube-nocookie.com/embed/abcDEF12345"),
        ("https://vimeo.com/123456789", "player.vimeo.com/video/123456789?dnt=1"),
        ("https://evil.example/watch?v=abcDEF12345", ""),
        ("https://youtube.com.evil.example/watch?v=abcDEF12345", ""),
        ("javascript:alert(1)//youtube.com/watch?v=abcDEF12345", ""),
        ('https://youtu.be/"><script>', ""),
    ],
)
def test_only_known_players_are_framed(address, player):
    found = player_address(address)

    assert player in found and bool(player) == bool(found)


def test_the_visitors_endpoint_is_private_and_remembers_the_edition(client, marketer):
    anonymous = client.get("/es-mx/visitor/")
    client.force_login(marketer)
    known = client.get("/es-mx/visitor/")

    assert anonymous.json()["signed_in"] is False and anonymous.json()["cart_count"] == 0
    assert known.json()["signed_in"] is True and known.json()["name"]
    assert anonymous.headers["Cache-Control"] == "private, no-store"
    cookie = anonymous.cookies["edition"]
    assert (cookie.value, cookie["samesite"], cookie["max-age"]) == ("es-mx", "Lax", 31536000)
    assert client.get("/").headers["Location"] == "/es-mx/"
    assert client.post("/es-mx/visitor/").status_code == 405


def test_a_forged_edition_cookie_is_ignored(client):
    client.cookies["edition"] = "zz-zz"

    assert client.get("/", headers={"accept-language": "en"}).headers["Location"] == "/en-us/"
