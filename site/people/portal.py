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

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps

from django.contrib.auth.decorators import login_required
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Person
from .private import private
from .services import person_of


@dataclass(frozen=True)
class Group:
    """A heading of the menu, under which tiles stand. Groups are sorted by ``order``.
    ``as_figures``: the overview begins with its tiles, each with its summary in large.
    """

    key: str
    label: str | Promise
    order: int = 50
    as_figures: bool = False


_groups: dict[str, Group] = {
    group.key: group
    for group in (
        # Whoever sells comes to their shop first.
        Group(key="selling", label=_("Your shop"), order=10, as_figures=True),
        Group(key="buying", label=_("Your purchases"), order=20),
        Group(key="person", label=_("About you"), order=90),
    )
}

# How long a tile's count is shown without counting anew, in seconds. ``forget_count`` ends it,
# unless it was being counted just then.
COUNT_KEPT = 300


@dataclass(frozen=True)
class Tile:
    """A part of the account.

    ``permission``: a codename ("app.codename"), or a callable given the request, or None for
    everybody who signed in. ``summary``: one short line about this person, given the request,
    or None; asked on the overview alone. ``count``: how many of its things wait for a person, or
    None; it stands beside the label on every page of the account, and is kept: whoever changes it
    calls ``forget_count``. ``order``: tiles are sorted by it. ``icon``: an icon of the sprite.
    ``needs_person``: not for users whose address is still to be verified. ``group``: the key of
    the heading that it stands under (``register_group``).
    """

    key: str
    label: str | Promise
    url_name: str
    icon: str = "account"
    order: int = 100
    permission: str | Callable | None = None
    summary: Callable | None = None
    count: Callable[[Person], int] | None = None
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


def register_group(group: Group) -> None:
    """Registering a key again replaces the group. One without tiles is not shown."""
    _groups[group.key] = group


def unknown_groups() -> set[str]:
    """The groups of tiles that nobody registered: their tiles are nowhere."""
    return {tile.group for tile in _tiles.values()} - _groups.keys()


def forget_count(key: str, *people: Person) -> None:
    """The count of a tile is another one now for these people; called in the transaction that
    makes it so.
    """
    names = [_count_key(key, person) for person in people]
    transaction.on_commit(lambda: cache.delete_many(names), robust=True)


def _count_key(key: str, person: Person) -> str:
    return f"account-count:{key}:{person.pk}"


def _counts(tiles: Iterable[Tile], person: Person | None) -> dict[str, int]:
    """The counts of these tiles, of those that have one; only what is not kept is counted."""
    names = {tile.key: _count_key(tile.key, person) for tile in tiles if tile.count and person}
    if not names:
        return {}
    kept = cache.get_many(names.values())
    new = {name: _tiles[key].count(person) for key, name in names.items() if name not in kept}
    if new:
        cache.set_many(new, COUNT_KEPT)
    return {key: (kept | new)[name] for key, name in names.items()}


def links_for(request) -> list[dict]:
    """The pages that whoever asks may open, in order: label, url, icon, group, and count (0
    where there is none)."""
    tiles = [tile for tile in _tiles.values() if tile.allows(request)]
    counts = _counts(tiles, _person(request))
    return [
        {
            "key": tile.key,
            "label": tile.label,
            "url": reverse(tile.url_name),
            "icon": tile.icon,
            "group": tile.group,
            "count": counts.get(tile.key, 0),
        }
        for tile in sorted(tiles, key=lambda tile: tile.order)
    ]


def tiles_for(request) -> list[dict]:
    """The same with each tile's summary, for the overview."""
    return [
        {**link, "summary": tile.summary(request) if tile.summary else ""}
        for link in links_for(request)
        for tile in (_tiles[link["key"]],)
    ]


def grouped(links: list[dict]) -> list[dict]:
    """The links under the menu's headings: key, label, ``as_figures`` and links of each group that
    has some."""
    found = [
        {
            "key": group.key,
            "label": group.label,
            "as_figures": group.as_figures,
            "links": [link for link in links if link["group"] == group.key],
        }
        for group in sorted(_groups.values(), key=lambda group: group.order)
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
        @private
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
