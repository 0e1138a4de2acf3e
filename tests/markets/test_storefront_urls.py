"""Addresses taken apart and built: alias, edition, the rest."""

import pytest
from django.test import RequestFactory
from django.urls import set_script_prefix
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from markets.lookup import preferred_edition
from markets.storefront_urls import canonical, in_edition, join, neutral, same_place, split


@pytest.mark.parametrize(
    ("path", "alias", "edition", "language", "rest"),
    [
        ("/", "", "", "", "/"),
        ("/es-co/", "", "es-co", "es", "/"),
        ("/es-co/catalogo/x/", "", "es-co", "es", "/catalogo/x/"),
        ("/@lili/es-co/x/", "lili", "es-co", "es", "/x/"),
        ("/es/x/", "", "", "es", "/x/"),
        ("/pt-br/x/", "", "", "", "/pt-br/x/"),
        ("/@/x/", "", "", "", "/@/x/"),
        ("es-mx/a", "", "es-mx", "es", "/a"),
    ],
)
def test_a_path_is_taken_apart(path, alias, edition, language, rest):
    parts = split(path)
    assert (parts.alias, parts.edition, parts.language, parts.rest) == (
        alias,
        edition,
        language,
        rest,
    )


@given(st.text(max_size=60))
def test_any_string_can_be_taken_apart_and_what_is_neutral_stays_so(text):
    rest = neutral(join(edition="es-co", rest="/x/" + text))
    assert rest == "/x/" + text


def test_links_stay_in_edition_and_under_the_prefix():
    set_script_prefix("/@lili/")
    with translation.override("en-us"):
        assert in_edition("/es-co/a/?b=1#c") == "/@lili/en-us/a/?b=1#c"
        assert canonical("/@lili/es-co/a/") == "http://testserver/en-us/a/"


@pytest.mark.parametrize(
    ("cookie", "accept", "language", "expected"),
    [
        ("", "", None, "es-co"),
        ("", "en-US,en;q=0.9", None, "en-us"),
        ("", "es-MX,es;q=0.9", None, "es-mx"),
        ("", "de", None, "es-co"),
        ("es-mx", "en-US", None, "es-mx"),
        ("en-gb", "en-US", None, "en-us"),
        ("<script>", "", None, "es-co"),
        ("es-mx", "", "en", "en-us"),
        ("en-us", "", "es", "es-us"),
    ],
)
def test_where_a_visitor_belongs(cookie, accept, language, expected):
    request = RequestFactory().get("/", headers={"Accept-Language": accept})
    request.COOKIES["edition"] = cookie
    assert preferred_edition(request, language=language) == expected


@pytest.mark.parametrize(
    ("path", "target"),
    [("/", "/es-mx/"), ("/es/a/?b=1", "/es-mx/a/?b=1"), ("/en/a/", "/en-us/a/")],
)
def test_bare_addresses_lead_to_the_visitors_market(client, path, target):
    client.cookies["edition"] = "es-mx"
    response = client.get(path)
    assert (response.status_code, response.url) == (302, target)
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/es-co/checkout/", "/en-us/checkout/"),
        ("/es-co/buscar/?q=crema#x", "/en-us/search/?q=crema#x"),
        ("/es-co/nosotros/", "/en-us/nosotros/"),
        ("/en-us/checkout/?a=1", "/en-us/checkout/?a=1"),
        ("/admin/pages/3/", "/admin/pages/3/"),
        ("/es-co//evil.example/", "/en-us//evil.example/"),
        ("https://evil.example/es-co/", "https://evil.example/es-co/"),
        ("", ""),
    ],
)
def test_the_same_place_in_another_edition(path, there):
    with translation.override("en-us"):
        assert same_place(path) == there


def test_the_same_place_stays_under_the_sellers_name():
    set_script_prefix("/@lili/")
    with translation.override("en-us"):
        assert same_place("/@lili/es-co/buscar/?q=a") == "/@lili/en-us/search/?q=a"
