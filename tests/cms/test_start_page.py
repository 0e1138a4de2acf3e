"""The back office as one house: the menu by groups, and the start page by role."""

import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.back_office import start_page
from tests.order.conftest import Desk, person_with  # noqa: F401 - a fixture

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ROLES = (
    "Marketer",
    "Merchandiser",
    "Order desk",
    "Consultant desk",
    "Trainer",
    "Moderator",
    "Administrator",
)
PANELS = {
    "Marketer": ["waiting", "pages", "failed-searches"],
    "Merchandiser": ["running-out", "failed-searches"],
    "Order desk": ["waiting", "sales"],
    "Consultant desk": ["waiting"],  # may look up an order: revenue is not their work
    "Trainer": ["waiting"],
    "Moderator": ["waiting"],
    "Administrator": ["waiting", "sales", "pages", "running-out", "failed-searches"],
}
GROUPS = {
    "Marketer": ["content", "catalogue", "service", "academy", "reports", "settings", "help"],
    "Merchandiser": ["content", "catalogue", "sales", "reports", "settings", "help"],
    "Order desk": ["sales", "sellers", "help"],
    "Consultant desk": ["sales", "sellers", "settings", "help"],
    "Trainer": ["content", "academy", "reports", "help"],
    "Moderator": ["academy", "settings", "help"],
    "Administrator": [
        *("content", "catalogue", "sales", "sellers", "service", "academy"),
        *("reports", "settings", "help"),
    ],
}


@pytest.fixture
def home(person_with):  # noqa: F811
    def read(role):
        page = Desk(person_with(role)).get("/admin/")
        return BeautifulSoup(page.content, "html.parser")

    return read


def menu_of(soup) -> dict[str, list[str]]:
    """The first level of the menu, each with the names below it."""
    packed = json.loads(soup.select_one("#wagtail-sidebar-props").text)
    found = {}

    def walk(value, into):
        if isinstance(value, dict):
            if value.get("_type") in (
                "wagtail.sidebar.SubMenuItem",
                "wagtail.sidebar.LinkMenuItem",
                "wagtail.sidebar.PageExplorerMenuItem",
            ):
                name = value["_args"][0]["name"]
                into[name] = {}
                for inner in value["_args"][1:]:
                    walk(inner, into[name])
                return
            for inner in value.values():
                walk(inner, into)
        elif isinstance(value, list):
            for inner in value:
                walk(inner, into)

    walk(packed, found)
    return {name: list(below) for name, below in found.items() if below}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_its_own_work_first_and_no_empty_group(role, home):
    soup = home(role)
    assert [panel["id"] for panel in soup.select(".start-panel")] == PANELS[role]
    assert list(menu_of(soup)) == GROUPS[role]


def test_what_wagtail_puts_on_the_first_level_stands_in_content(home):
    groups = menu_of(home("Administrator"))
    assert {"explorer", "images", "documents"} <= set(groups["content"])
    assert not {"explorer", "images", "documents", "snippets"} & set(groups)


def test_no_two_entries_of_a_group_begin_the_same(home):
    """Wagtail's side bar would open both."""
    groups = menu_of(home("Administrator"))
    for names in (list(groups), *groups.values()):
        assert not [
            (one, other) for one in names for other in names if one != other
            and other.startswith(one)
        ]  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_the_start_page_asks_at_most_twenty_seven_queries(role, person_with):  # noqa: F811
    client = Desk(person_with(role))
    client.get("/admin/")
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/admin/").status_code == 200
    assert len(asked) <= 27, [query["sql"][:120] for query in asked]


def test_each_panel_keeps_to_the_queries_that_it_promises(person_with, rf):  # noqa: F811
    user = person_with("Administrator")
    user.has_perm("cms.change_brandsettings")
    request = rf.get("/admin/")
    request.user = user
    for panel in start_page.panels_for(user):
        panel.values(request)  # what a process remembers
        with CaptureQueriesContext(connection) as asked:
            panel.values(request)
        assert len(asked) <= panel.most_queries, panel.code


def test_who_may_only_enter_is_told_that_there_is_nothing(person_with):  # noqa: F811
    user = person_with(None)
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    page = Desk(user).get("/admin/").content.decode()
    assert 'class="start-panel' not in page


def test_two_panels_of_one_code_are_refused():
    class Another(start_page.StartPanel):
        code = "waiting"

    with pytest.raises(ImproperlyConfigured, match="waiting"):
        start_page.register_panel(Another)


def test_the_company_stands_where_wagtail_would(home):
    soup = home("Administrator")
    assert "Wagtail" not in soup.title.text
    assert soup.select_one("template[data-wagtail-sidebar-branding-logo]").text.strip() or (
        soup.select_one("template[data-wagtail-sidebar-branding-logo] img")
    )


# --- The example of docs/extending.md ----------------------------------------------------

GUIDE = Path(__file__).parents[2] / "docs/extending.md"


@pytest.fixture
def example(settings, tmp_path, monkeypatch):
    """The guide's panel, registered as its app would, with its template."""
    blocks = re.findall(r"```(python|django)\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    template = next(code for kind, code in blocks if kind == "django")
    folder = tmp_path / "our_company/start"
    folder.mkdir(parents=True)
    (folder / "new_sellers.html").write_text(template)
    first, *rest = settings.TEMPLATES
    settings.TEMPLATES = [{**first, "DIRS": [tmp_path, *first["DIRS"]]}, *rest]
    monkeypatch.setattr(start_page, "_panels", dict(start_page._panels))
    app = {}
    exec(next(code for kind, code in blocks if "class NewSellersPanel" in code), app)
    start_page.register_panel(app["NewSellersPanel"])


def test_a_company_s_own_panel_stands_among_ours(example, home):
    soup = home("Consultant desk")
    assert [panel["id"] for panel in soup.select(".start-panel")] == [
        *PANELS["Consultant desk"],
        "new-sellers",
    ]
    assert soup.select_one("#new-sellers p").text == "0"


def test_whoever_may_not_open_its_list_does_not_see_it(example, home):
    assert home("Merchandiser").select_one("#new-sellers") is None
