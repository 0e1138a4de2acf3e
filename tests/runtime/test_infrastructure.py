"""The ground under the tests themselves: a test that leaves traces would make others lie."""

import socket

import pytest
from django.core.cache import cache
from django.urls import get_script_prefix, set_script_prefix
from django.utils import translation
from wagtail.models import Locale, Page, Site

from people.models import Person


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_a_committed_row_is_gone_in_the_next_test_and_wagtails_first_rows_are_back(turn):
    # given the database as the migrations leave it
    assert not Person.objects.exists()
    assert Page.objects.filter(depth=1).exists()
    assert Site.objects.exists() and Locale.objects.exists()
    # when a test commits and destroys
    Person.objects.create(email="ana@example.com", edition="es-co")
    Site.objects.all().delete()
    # then the second turn starts as the first one did


@pytest.mark.parametrize("turn", [1, 2])
def test_language_prefix_and_cache_do_not_leak(turn):
    assert get_script_prefix() == "/"
    assert translation.get_language() == "es-co"
    assert cache.get("leak") is None
    set_script_prefix("/@lili/")
    translation.activate("en-us")
    cache.set("leak", 1)


def test_a_test_cannot_reach_the_network():
    with (
        pytest.raises(RuntimeError, match="tests have no network"),
        socket.socket(socket.AF_INET, socket.SOCK_STREAM) as connection,
    ):
        connection.connect(("192.0.2.1", 80))


@pytest.mark.browser
def test_a_page_opens_in_chromium_and_axe_runs(page, assert_accessible):
    response = page.goto("/admin/login/")
    assert response.status == 200
    assert page.locator("input[name=username], input[name=login]").count() == 1
    assert_accessible(page, within="main")


@pytest.mark.browser
def test_axe_names_what_is_wrong_with_a_page(page, assert_accessible):
    # given a page that passed
    page.goto("/admin/login/")
    assert_accessible(page, within="main")
    # when something without a name is added to it
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    # then the second look says so, and which one it is
    with pytest.raises(AssertionError, match=r"button-name \(critical\).*\n.*<button></button>"):
        assert_accessible(page, within="main")
