"""Somebody who works in the back office, in a browser."""

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page, expect

PASSWORD = "raiz-demo-2026"


class Staff:
    """A page signed in at ``/admin/``, through the shop's own door."""

    def __init__(self, page: Page, email: str):
        self.page = page
        page.goto("/admin/")
        page.locator("main [name='login']").fill(email)
        page.locator("main [name='password']").fill(PASSWORD)
        page.locator("main form:has([name='password']) button").first.click()
        page.wait_for_url("**/admin/")

    def say(self, text: str) -> str:
        """One of our texts in the language of the back office."""
        with translation.override(self.page.locator("html").get_attribute("lang")):
            return gettext(text)

    def go(self, path: str) -> "Staff":
        self.page.goto(f"/admin/{path}")
        return self

    def edit(self, obj) -> "Staff":
        """The editor of a page or snippet."""
        from wagtail.admin.admin_url_finder import AdminURLFinder

        self.page.goto(AdminURLFinder().get_edit_url(obj))
        return self

    def write(self, name: str, text: str) -> None:
        """Type into a field of the form by its name."""
        self.page.locator(f"[name='{name}']").fill(text)

    def in_the_menu_of_buttons(self, selector: str) -> None:
        """Press a button out of the list that opens beside "Save"."""
        footer = self.page.locator("form footer.footer, footer").last
        footer.locator("[data-w-dropdown-target='toggle']").click()
        self.page.locator(selector).locator("visible=true").first.click()
        self.has_worked()

    def publish(self) -> None:
        self.in_the_menu_of_buttons("button[name='action-publish']")

    def has_worked(self) -> None:
        expect(self.page.locator(".messages .success").first).to_be_visible()
