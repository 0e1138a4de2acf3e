"""Editors save by themselves while somebody types, and that is in nobody's way."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from corporate.models import ContentPage
from tests.staff import PASSWORD

from .factories import home

pytestmark = pytest.mark.django_db


def is_autosave(request) -> bool:
    return request.method == "POST" and "application/json" in request.headers.get("accept", "")


def test_a_new_page_is_published_once_although_it_is_being_saved(page, marketer):
    """It was made by the save, and then refused to whoever had pressed the button meanwhile."""
    # given a marketer and a line so slow that a save takes a while
    page.goto("/admin/")
    page.locator("main [name='login']").fill(marketer.email)
    page.locator("main [name='password']").fill(PASSWORD)
    page.locator("main [name='password']").press("Enter")
    page.wait_for_url("**/admin/")

    def slowly(route):
        if not is_autosave(route.request):
            return route.continue_()
        answer = route.fetch()
        page.wait_for_timeout(1500)
        return route.fulfill(response=answer)

    page.route("**/admin/pages/**", slowly)
    page.goto(reverse("wagtailadmin_pages:add", args=["corporate", "contentpage", home().pk]))
    # Wagtail looks what a form began with two seconds after it was opened.
    page.wait_for_timeout(2500)

    # when they write a title and publish while the editor saves
    with page.expect_request(is_autosave):
        page.locator("#id_title").press_sequentially("La cosecha")
        page.locator("#id_title").blur()
    page.locator("footer [data-w-dropdown-target='toggle']").click()
    page.locator("button[name='action-publish']").locator("visible=true").first.click()

    # then the page is there once, and public
    expect(page.locator(".messages .success")).to_be_visible()
    made = ContentPage.objects.child_of(home()).filter(title="La cosecha")
    assert [one.live for one in made] == [True]
