"""Every address × every role: who may open it stands in two tables that people can read.

``back_office.txt`` and ``account.txt`` have one line per address, with the roles that may open
it. Whoever adds an address, or changes what a role may do, writes them anew with

    pytest tests/access --write-tables

and reviews the difference. A line in which a role may open what is not its work is a fault of
the page, not of the table.

"May open" is an answer of 200 to a GET, or one that leads on: not to the sign-in, and not back
to a start page. Each address names a real thing of the company's; that people see no things
but their own is asked elsewhere (``test_influencer_curation``, ``test_permission_matrix``).
An address that nobody may open says what it answers the administrator, or, in the account, the
consultant: 405 is for posting only, 400 and 404 want more than an address can say.
"""

from pathlib import Path

import pytest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.settings.registry import registry as settings_registry

from commerce.order_desk.actions import ACTIONS, PARCEL_ACTIONS
from tests.checkout.conftest import Shop
from tests.recognized import recognize

from .addresses import Address, admin_addresses, shop_addresses
from .world import STAFF, VISITORS, World

pytestmark = [
    pytest.mark.django_db,
    # wagtail-localize's report of translations turns pages of a list without an order.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]
HERE = Path(__file__).parent

# They end the session, or raise an error on purpose; the last fails on a GET (Wagtail posts to it).
LEFT_OUT = {
    "wagtailadmin_logout",
    "wagtailadmin_error_test",
    "account_logout",
    "wagtaildocs_chooser:create",
}
EVERYBODY = (*VISITORS, *STAFF)


class Unwritten:
    """Answers whose page is not written: two thirds of the time, and no part of the question."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_template_response(self, request, response):
        response.content = b""
        return response


@pytest.fixture
def world(settings, tmp_path) -> World:
    settings.MEDIA_ROOT = tmp_path
    return World(Shop())


@pytest.fixture
def browsers(world, settings):
    """``browsers(roles)``: one of each, for thousands of questions whose pages nobody reads."""

    def make(roles):
        settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.{Unwritten.__name__}"]
        made = {who: world.browser(who) for who in roles}
        recognize(settings, *(made[who] for who in roles if who != "anonymous"))
        return made

    return make


def bulk_actions():
    bulk_action_registry._scan_for_bulk_actions()
    for app, models in bulk_action_registry.actions.items():
        for model, actions in models.items():
            for action in actions:
                yield {"app_label": app, "model_name": model, "action": action}


def ways(address: Address) -> list[dict]:
    """What an address opens by a word in it, all of them; else one way, without words."""
    if address.name == "wagtail_bulk_action":
        return list(bulk_actions())
    if address.name.startswith("wagtailsettings:"):
        return [
            {"app_name": model._meta.app_label, "model_name": model._meta.model_name}
            for model in settings_registry
        ]
    if address.name == "order_desk:action":
        return [{"action": slug} for slug in ACTIONS]
    if address.name == "order_desk:parcel_action":
        return [{"action": slug} for slug in PARCEL_ACTIONS]
    if "paper" in address.arguments:
        return [{"paper": paper} for paper in ("slip", "label", "order", "picking")]
    if address.name == "credits:reassign":
        return [{"kind": "order"}, {"kind": "person"}]
    if address.name == "my_site_code":
        return [{"kind": "svg"}]
    return [{}]


def questions(world: World, addresses: list[Address]):
    """(line of the table, address to open), each once."""
    for address in addresses:
        if address.name in LEFT_OUT:
            continue
        for words in ways(address):
            rest = [name for name in address.arguments if name not in words]
            line = " ".join([address.name, *words.values(), *rest])
            known = world.arguments(address) | words
            if address.name == "credits:reassign":
                known["pk"] = world.subject(words["kind"]).pk
            try:
                url = reverse(
                    address.name, kwargs={name: known[name] for name in address.arguments}
                )
            except NoReverseMatch as error:
                raise AssertionError(f"{address}: say in World.arguments what fits.") from error
            if address.name == "wagtail_bulk_action":
                url += f"?id={world.pk_of(words['app_label'], words['model_name'])}"
            if address.name == "order_desk:print_many":
                url += f"?id={world.order.pk}"
            yield line, url


def opens(answer, start_pages) -> bool:
    if answer.status_code in (301, 302):
        return answer.url not in start_pages and not any(
            door in answer.url for door in ("/login/", "no-admin", "second-factor", "/orders/find/")
        )
    assert answer.status_code < 500, answer.request["PATH_INFO"]
    return answer.status_code == 200


def table(world: World, addresses, browsers, *, last: str, start_pages) -> str:
    """As it stands in the repository."""
    roles = tuple(browsers)
    lines, group = [], None
    for line, url in questions(world, addresses):
        may, answers = [], {}
        for who, browser in browsers.items():
            # Each refusal leaves a message for the next page, and none comes to show them.
            browser.cookies.pop("messages", None)
            answers[who] = browser.get(url)
            if opens(answers[who], start_pages):
                may.append(who)
        said = ", ".join(may) or f"nobody ({answers[last].status_code})"
        if len(may) == len(roles):
            said = "everybody"
        elif set(may) == set(STAFF):
            said = "staff"
        elif set(may) == {*STAFF, "influencer"} and roles == EVERYBODY:
            said = "staff, influencer"
        elif set(may) == set(roles) - {"anonymous"}:
            said = "whoever signed in"
        first = line.split(":")[0].split(" ")[0]
        if group is not None and first != group and (":" in line or ":" in lines[-1]):
            lines.append("")
        group = first
        lines.append(f"{line:<72} {said}")
    for who, browser in browsers.items():
        assert who == "anonymous" or "_auth_user_id" in browser.session, f"{who} was signed out"
    return "\n".join(lines) + "\n"


def compare(request, name: str, found: str):
    path = HERE / name
    if request.config.getoption("write_tables"):
        path.write_text(found)
    assert found.splitlines() == path.read_text().splitlines(), "see the docstring of this module"


@pytest.mark.one_database
def test_the_back_office_opens_to_whoever_its_table_says(world, browsers, request):
    found = table(
        world, admin_addresses(), browsers(EVERYBODY), last="administrator", start_pages={"/admin/"}
    )
    compare(request, "back_office.txt", found)


@pytest.mark.one_database
def test_the_account_opens_to_whoever_its_table_says(world, browsers, request):
    with translation.override("es-co"):
        ours = [address for address in shop_addresses() if reverse_below_account(world, address)]
        found = table(
            world, ours, browsers(VISITORS), last="consultant", start_pages={"/es-co/account/"}
        )
    compare(request, "account.txt", found)


def reverse_below_account(world, address) -> bool:
    prefixes = ("account", "mfa_", "my_site", "addresses:", "inbox:", "portal:", "orders:", "buy-")
    prefixes += ("evaluations:", "learning:", "my_courses", "course_record", "team_course")
    prefixes += ("certificate", "forum")
    return address.name.startswith(prefixes)


@pytest.mark.postgres
def test_every_list_and_report_can_be_asked_of_this_engine(world):
    """Who may open what is the same on every engine, and so is one thing found by its key."""
    administrator = world.browser("administrator")
    lists = [address for address in admin_addresses() if not address.arguments]

    for line, url in questions(world, lists):
        administrator.cookies.pop("messages", None)
        assert administrator.get(url).status_code < 500, line
