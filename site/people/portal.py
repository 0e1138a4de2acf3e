"""The account page's tiles. One registration shows a tile and guards its pages.

# in AppConfig.ready()
portal.register_tile(
    portal.Tile(key="orders", label=_("Orders"), url_name="account_orders", icon="box",
                summary=lambda request: …, order=10)
)

# in views.py
@portal.page("orders")
def orders(request): ...        # request.person is the person behind the user
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control

from .services import person_of

GROUPS = {
    "selling": _("Your shop"),
    "buying": _("Your purchases"),
    "person": _("About you"),
}
"""The menu's headings in their order: whoever sells comes to their shop first."""


@dataclass(frozen=True)
class Tile:
    """A part of the account.

    ``permission``: a codename ("app.codename"), or a callable given the request, or None for
    everybody who signed in. ``summary``: one short line about this person, given the request,
    or None. ``order``: tiles are sorted by it. ``icon``: an icon of the
    sprite. ``needs_person``: not for users whose address is still to be verified. ``group``:
    under which heading of the menu it stands (``GROUPS``).
    """

    key: str
    label: str | Promise
    url_name: str
    icon: str = "account"
    order: int = 100
    permission: str | Callable | None = None
    summary: Callable | None = None
    needs_person: bool = True
    group: str = "person"

    def allows(self, request) -> bool:
        if not request.user.is_authenticated:
            return False
        if self.needs_person and _person(request) is None:
            return False
        if self.permission is None:
            return True
        if callable(self.permission):
            return bool(self.permission(request))
        return request.user.has_perm(self.permission)


_tiles: dict[str, Tile] = {}


def register_tile(tile: Tile) -> None:
    """Registering a key again replaces the tile."""
    _tiles[tile.key] = tile


def links_for(request) -> list[dict]:
    """The pages that whoever asks may open, in order: label, url, icon and group."""
    return [
        {
            "key": tile.key,
            "label": tile.label,
            "url": reverse(tile.url_name),
            "icon": tile.icon,
            "group": tile.group,
        }
        for tile in sorted(_tiles.values(), key=lambda tile: tile.order)
        if tile.allows(request)
    ]


def tiles_for(request) -> list[dict]:
    """The same with each tile's summary, for the overview."""
    return [
        {**link, "summary": tile.summary(request) if tile.summary else ""}
        for link in links_for(request)
        for tile in (_tiles[link["key"]],)
    ]


def grouped(links: list[dict]) -> list[dict]:
    """The links under the menu's headings: label and links of each group that has some."""
    found = [
        {"key": key, "label": label, "links": [link for link in links if link["group"] == key]}
        for key, label in GROUPS.items()
    ]
    return [group for group in found if group["links"]]


def _person(request):
    if not hasattr(request, "person"):
        request.person = person_of(request.user)
    return request.person


def page(key: str | None = None):
    """Guard a view of the account: sign-in, the tile's permission, never stored by a cache.

    Sets ``request.person``. Without a key only the sign-in is asked for.
    """

    def decorate(view):
        @wraps(view)
        @cache_control(private=True, no_store=True)
        @login_required
        def guarded(request, *args, **kwargs):
            _person(request)
            if key is not None and not _tiles[key].allows(request):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def register_own_tiles() -> None:
    register_tile(
        Tile(
            key="profile",
            label=_("Profile"),
            url_name="account_profile",
            icon="edit",
            order=50,
            summary=lambda request: request.user.email,
        )
    )
    register_tile(
        Tile(
            key="security",
            label=_("Password and security"),
            url_name="account_security",
            icon="lock",
            order=60,
            needs_person=False,
        )
    )
    register_tile(
        Tile(
            key="privacy",
            label=_("Data and privacy"),
            url_name="account_privacy",
            icon="document",
            order=70,
        )
    )
    register_tile(
        Tile(
            key="back_office",
            label=_("Back office"),
            url_name="wagtailadmin_home",
            icon="store",
            order=90,
            permission="wagtailadmin.access_admin",
            needs_person=False,
        )
    )
