"""Pages by edition: where they are, in which language, and for whom."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import set_script_prefix
from django.utils import translation
from wagtail.models import Page

from cms.addresses.translations import translate_page
from cms.models import HeaderMenu

from .factories import home, link_to, make_image, make_page

pytestmark = pytest.mark.django_db


def alternates(html: str) -> dict[str, str]:
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', html))


def canonical(html: str) -> str:
    return re.search(r'<link rel="canonical" href="([^"]+)"', html)[1]


def switch(html: str) -> dict[str, str]:
    """Edition → address, of the country switch."""
    return {
        code: url for url, code in re.findall(r'<a href="([^"]+)" hreflang="([a-z]+-[a-z]+)"', html)
    }


@pytest.mark.parametrize("edition", ["es-co", "es-mx", "en-us", "es-us"])
def test_a_fresh_shop_has_a_home_page_in_every_edition(client, edition):
    response = client.get(f"/{edition}/")

    assert response.status_code == 200
    html = response.content.decode()
    assert f'<html lang="{edition}"' in html
    assert html.count("<h1") == 1
    assert canonical(html) == f"http://testserver/{edition}/"


def test_a_bare_language_leads_to_the_visitors_market(client):
    make_page("Nosotros", "nosotros")

    response = client.get("/es/nosotros/", headers={"accept-language": "es-MX"})

    assert response.headers["Location"] == "/es-mx/nosotros/"


def test_switching_stays_on_the_translation(client):
    page = make_page("Nuestra historia", "historia")
    translate_page(page, "en", title="Our story", slug="story")

    html = client.get("/es-co/historia/").content.decode()

    assert switch(html)["en-us"] == "/en-us/story/"
    assert switch(html)["es-us"] == "/es-us/historia/"
    assert switch(client.get("/en-us/story/").content.decode())["es-mx"] == "/es-mx/historia/"


def test_another_languages_address_leads_to_the_translation(client):
    page = make_page("Nuestra historia", "historia")
    translate_page(page, "en", title="Our story", slug="story")

    assert client.get("/en-us/historia/").headers["Location"] == "/en-us/story/"
    assert client.get("/es-co/story/").headers["Location"] == "/es-co/historia/"


@pytest.mark.parametrize("aliased", [False, True])
def test_an_untranslated_page_is_read_in_the_default_language_with_a_notice(client, aliased):
    page = make_page("Nuestra historia", "historia", body=[("text", {"text": "<p>Hola</p>"})])
    if aliased:  # as the tree's synchronisation leaves it
        page.copy_for_translation(home("en").locale, alias=True)

    html = client.get("/en-us/historia/").content.decode()

    assert "page-notice" in html
    assert "reading it in Spanish." in html
    assert '<div lang="es">' in html and "Hola" in html
    assert '<html lang="en-us"' in html
    assert canonical(html) == "http://testserver/es-us/historia/"
    assert '<meta name="robots" content="noindex, follow">' in html
    assert alternates(html) == {}


def test_a_page_in_another_language_only_is_not_there(client):
    make_page("Only in English", "only", parent=home("en"))

    assert client.get("/en-us/only/").status_code == 200
    assert client.get("/es-co/only/").status_code == 404


def test_a_page_for_one_market_is_not_found_in_the_others(client):
    make_page("Envíos", "envios", markets=["co"])

    html = client.get("/es-co/envios/").content.decode()

    assert client.get("/es-mx/envios/").status_code == 404
    assert set(alternates(html)) == {"es-CO", "x-default"}
    assert switch(html)["es-mx"] == "/es-mx/"


def test_alternates_are_absolute_and_name_a_default(client):
    page = make_page("Nuestra historia", "historia")
    translate_page(page, "en", title="Our story", slug="story")

    html = client.get("/en-us/story/", headers={"host": "other.example"}).content.decode()

    assert alternates(html) == {
        "es-CO": "http://testserver/es-co/historia/",
        "es-MX": "http://testserver/es-mx/historia/",
        "en-US": "http://testserver/en-us/story/",
        "es-US": "http://testserver/es-us/historia/",
        "x-default": "http://testserver/es-co/historia/",
    }


def test_a_page_links_to_others_in_the_visitors_language(client):
    target = make_page("Contacto", "contacto")
    translate_page(target, "en", title="Contact", slug="contact")
    action = {"label": "Ir", "link": link_to(target)}
    body = [
        ("hero", {"title": "Hola", "actions": [action]}),
        ("text", {"text": f'<p><a linktype="page" id="{target.pk}">Escríbenos</a></p>'}),
    ]
    make_page("Inicio", "landing", body=body)

    spanish = client.get("/es-mx/landing/").content.decode()
    english = client.get("/en-us/landing/").content.decode()

    assert spanish.count('href="/es-mx/contacto/"') == 2
    assert english.count('href="/en-us/contact/"') == 2


@pytest.mark.parametrize(
    ("typed", "reached"),
    [
        ("/catalogo/jabones/?orden=precio#lista", "/es-mx/catalogo/jabones/?orden=precio#lista"),
        ("/es-co/catalogo/", "/es-mx/catalogo/"),
        ("http://testserver/es/catalogo/", "/es-mx/catalogo/"),
        ("/documents/3/guia.pdf", "/documents/3/guia.pdf"),
        ("/media/a.png", "/media/a.png"),
        ("//elsewhere.example/x", "//elsewhere.example/x"),
        ("https://elsewhere.example/es-co/", "https://elsewhere.example/es-co/"),
        ("mailto:ana@example.com", "mailto:ana@example.com"),
        ("#abajo", "#abajo"),
    ],
)
def test_a_typed_address_stays_in_the_readers_edition(client, typed, reached):
    make_page("P", "p", body=[("text", {"text": f'<p><a href="{typed}">Ir</a></p>'})])

    assert f'<a href="{reached}">Ir</a>' in client.get("/es-mx/p/").content.decode()


def test_a_block_for_one_market_is_shown_there_only(client):
    make_page("P", "p", body=[("text", {"text": "<p>Solo en Colombia</p>", "markets": ["co"]})])

    assert "Solo en Colombia" in client.get("/es-co/p/").content.decode()
    assert "Solo en Colombia" not in client.get("/es-mx/p/").content.decode()


def test_a_page_costs_few_queries_whatever_it_shows(client, assert_max_queries):
    target = make_page("Contacto", "contacto")
    images = [make_image(f"Foto {number}") for number in range(4)]
    action = {"label": "Ir", "link": link_to(target)}
    body = [
        ("hero", {"title": "Hola", "image": images[0], "actions": [action]}),
        ("image", {"image": images[1], "alt": "Un bosque"}),
        ("gallery", {"pictures": [{"image": image} for image in images]}),
        ("features", {"items": [{"title": "Uno", "image": images[2], "action": action}]}),
        ("banner", {"title": "Dos", "image": images[3], "action": action}),
        ("quote", {"quote": "Tres", "image": images[0]}),
        ("text", {"text": f'<p><a linktype="page" id="{target.pk}">Escríbenos</a></p>'}),
        ("call_to_action", {"title": "Cuatro", "actions": [action]}),
    ]
    above = make_page("Empresa", "empresa")
    make_page("Todo", "todo", parent=above, body=body)
    client.get("/es-co/empresa/todo/")  # renditions are made once in a picture's life

    with assert_max_queries(6):
        response = client.get("/es-co/empresa/todo/")

    html = response.content.decode()
    assert html.count("<img") >= 8
    assert "/es-co/empresa/" in html


def test_the_frame_costs_one_query(client, assert_max_queries):
    client.get("/es-co/")

    with assert_max_queries(3) as queries:
        client.get("/es-co/")

    assert sum("cms_" in query["sql"] for query in queries) == 1


def test_a_public_page_knows_nobody(client, marketer):
    make_page("Contacto", "contacto")
    anonymous = client.get("/es-co/contacto/")
    client.force_login(marketer)
    signed_in = client.get("/es-co/contacto/")

    assert anonymous.content == signed_in.content
    assert "Cookie" not in anonymous.headers.get("Vary", "")
    assert not anonymous.cookies
    assert b"csrfmiddlewaretoken" not in anonymous.content


@pytest.mark.parametrize(
    "path",
    [
        "/es-co/nada/",
        "/es-co/nada",
        "/es-co/%00/",
        "/es-co/../admin/",
        "/es-co/'%20or%201=1/",
        "/es-co/" + "x/" * 200,
        "/es-co/ñandú/",
        "/zz-zz/",
    ],
)
def test_what_is_not_there_is_404_with_the_shops_frame(client, path):
    response = client.get(path, follow=True)

    assert response.status_code == 404
    assert "site-header" in response.content.decode()


def test_what_is_not_there_offers_a_search_and_the_menu_s_places(client):
    page = make_page("Cuidado facial", "cuidado-facial")
    item = {"label": "Cuidado facial", "link": link_to(page), "children": []}
    HeaderMenu.objects.create(locale=page.locale, items=[("item", item)]).save_revision().publish()

    main = BeautifulSoup(client.get("/es-co/nada/").content, "html.parser").main

    assert main.select_one("form[role=search] input[name=q]")
    assert main.select_one("nav a")["href"] == "/es-co/cuidado-facial/"


def test_a_page_moves_in_its_language_only_by_edition(rf):
    page = make_page("Nosotros", "nosotros")

    with translation.override("es-mx"):
        assert page.get_url() == "/es-mx/nosotros/"
    with translation.override("en-us"):
        assert Page.objects.get(pk=page.pk).specific.get_url() == "/en-us/nosotros/"
    with translation.override("en"):
        assert Page.objects.get(pk=page.pk).specific.get_url() == "/es/nosotros/"


def test_structured_data_cannot_end_its_element(client):
    make_page("</script><script>alert(1)</script>", "malo")

    html = client.get("/es-co/malo/").content.decode()

    assert "</script><script>alert" not in html
    assert '"BreadcrumbList"' in html and '"Organization"' in html


def test_a_page_is_shared_with_a_preview_and_under_its_seller(client):
    image = make_image(size=(1400, 900))
    make_page("Nosotros & tú", "nosotros", summary="Quiénes somos", share_image=image)
    html = client.get("/es-mx/nosotros/", headers={"host": "other.example"}).content.decode()
    set_script_prefix("/@lili/")
    under_a_seller = client.get("/es-mx/nosotros/").content.decode()

    assert 'data-copy="http://testserver/es-mx/nosotros/"' in html
    assert 'data-copy="http://testserver/@lili/es-mx/nosotros/"' in under_a_seller
    assert canonical(under_a_seller) == "http://testserver/es-mx/nosotros/"
    assert "text=Nosotros%20%26%20t%C3%BA%20http%3A%2F%2Ftestserver%2Fes-mx%2Fnosotros%2F" in html
    assert '<meta property="og:title" content="Nosotros &amp; tú">' in html
    assert '<meta property="og:description" content="Quiénes somos">' in html
    assert re.search(r'og:image" content="http://testserver/media/[^"]+1200x630[^"]+"', html)
