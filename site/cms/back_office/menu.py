"""The menu of the back office: groups by what people do, and how an entry joins one.

An entry joins a group by the name of the group's hook, nothing else. A view set says it in one
line, and its place within the group in another:

    class OrderViewSet(ModelViewSet):
        menu_hook = menu.SALES
        menu_order = 10

What is no view set registers a ``wagtail.admin.menu.MenuItem`` there:

    @hooks.register(menu.REPORTS)
    def search_report_item():
        return SearchReportItem(_("Searches"), reverse("search_report"), name="searches", order=100)

An entry is shown to whom its ``is_shown`` says; a group with no entry to show is not shown either.
The names of two groups, and of two entries in one, must not begin the same: Wagtail's side bar
would open both.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem, admin_menu

CONTENT = "register_content_menu_item"
CATALOGUE = "register_catalogue_menu_item"
SALES = "register_sales_menu_item"
SELLERS = "register_sellers_menu_item"
SERVICE = "register_service_menu_item"
ACADEMY = "register_academy_menu_item"
# Wagtail's own groups, with the hooks that it has for them.
REPORTS = "register_reports_menu_item"
SETTINGS = "register_settings_menu_item"


@dataclass(frozen=True)
class Group:
    """``hook``: what entries join by. ``name``: its key. ``icon``: one of Wagtail's.

    ``takes``: names of the entries that Wagtail puts on the first level and that belong here.
    """

    hook: str
    name: str
    label: str | Promise
    icon: str
    order: int
    takes: tuple[str, ...] = ()


# Reports, Settings and Help follow, at 9000, 10000 and 11000.
GROUPS = (
    Group(
        CONTENT,
        "content",
        _("Content"),
        "doc-full",
        100,
        ("explorer", "images", "documents", "snippets", "forms"),
    ),
    Group(CATALOGUE, "catalogue", _("Catalog"), "tag", 200),
    Group(SALES, "sales", _("Sales"), "clipboard-list", 300),
    Group(SELLERS, "sellers", _("Sellers"), "group", 400),
    Group(SERVICE, "service", _("Service"), "comment", 500),
    Group(ACADEMY, "academy", _("Academy"), "glasses", 600),
)
TAKEN = frozenset(name for group in GROUPS for name in group.takes)


def entries_of_wagtail(request, names: tuple[str, ...]) -> list[MenuItem]:
    """Those of ``names`` that Wagtail would show on the first level of the menu."""
    entries = (item for item in admin_menu.registered_menu_items if item.name in names)
    return [item for item in entries if item.is_shown(request)]


class GroupMenu(Menu):
    """The entries of one group: those that joined it, and those of Wagtail's that belong there."""

    def __init__(self, group: Group):
        super().__init__(register_hook_name=group.hook)
        self.takes = group.takes

    def menu_items_for_request(self, request):
        joined = super().menu_items_for_request(request)
        return [*joined, *entries_of_wagtail(request, self.takes)]


def group_entry(group: Group) -> SubmenuMenuItem:
    """The group itself, for the first level of the menu."""
    return SubmenuMenuItem(
        group.label, GroupMenu(group), name=group.name, icon_name=group.icon, order=group.order
    )


def leave_to_groups(menu_items: list[MenuItem]) -> None:
    """Take from the first level, in place, what stands in a group."""
    menu_items[:] = [item for item in menu_items if item.name not in TAKEN]
