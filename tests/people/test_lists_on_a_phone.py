"""Lists of the back office on a phone: nothing is out of reach."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.factories import customer_group, join

from .conftest import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_each_column_and_the_last_row_s_menu_can_be_reached(new_page, staff, user):
    # given a list that is wider than a phone, with menus in its rows
    join(user, customer_group("Oro"))
    desk = staff("Consultant desk")
    page = new_page(width=360)
    page.goto("/admin/")
    page.locator("main [name='login']").fill(desk.email)
    page.locator("main [name='password']").fill(PASSWORD)
    page.locator("main [name='password']").press("Enter")
    page.wait_for_url("**/admin/")
    page.goto(reverse("group-members:index"))
    # when they push it to its last column
    page.locator("table.listing td.title").hover()
    page.mouse.wheel(2000, 0)
    # then it is there
    expect(page.locator("table.listing td").last).to_be_in_viewport(ratio=0.9)
    page.mouse.wheel(-2000, 0)
    # and the menu of the last row is whole
    menu = page.locator("td.title [data-w-dropdown-target='toggle']").last
    menu.scroll_into_view_if_needed()
    menu.click()
    expect(page.locator(".tippy-box a").last).to_be_in_viewport(ratio=1)
