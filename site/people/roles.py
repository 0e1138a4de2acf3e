"""Who may do what in the back office: the roles that apps register, and the service that writes
them to the database.

A role is a Wagtail group. The app whose screens it works on registers it in ``ready()`` with what
it may do there; any other app, also one of a company's own, adds what is its own:

    roles.register_role(roles.Role(group="Stylist", label=_("Stylist"), order=35))
    roles.register_rights("Stylist", roles.ADMIN, "lookbook.*", "-lookbook.delete_*")
    roles.register_rights("Order desk", "lookbook.view_look")

The next ``migrate`` (or ``sync_roles``) writes it. Each right is given once: what a company grants
a group on top by hand stays, and so does what it takes away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

ADMIN = "wagtailadmin.access_admin"
IMAGES = ("add_image", "change_image", "choose_image")
DOCUMENTS = ("add_document", "change_document", "choose_document")
PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")


@dataclass(frozen=True)
class Role:
    """``group``: the name of the group, fixed. ``label``: what people read. ``order``: where it
    stands among the roles (ours: 10 to 40, the administrator 90)."""

    group: str
    label: str | Promise
    order: int = 50


@dataclass(frozen=True)
class Rights:
    """What one app gives a role.

    ``permissions``: patterns over "app_label.codename"; one that starts with a minus takes away
    from what the others here give. ``pages``: permissions on the whole page tree.
    ``collections``: permissions on the root collection, and so on all of them.
    """

    permissions: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()

    def allows(self, permission: str) -> bool:
        """Whether it gives "app_label.codename"."""
        given = [pattern for pattern in self.permissions if not pattern.startswith("-")]
        taken = [pattern[1:] for pattern in self.permissions if pattern.startswith("-")]
        return any(fnmatchcase(permission, pattern) for pattern in given) and not any(
            fnmatchcase(permission, pattern) for pattern in taken
        )


_roles: dict[str, Role] = {}
_rights: dict[str, list[Rights]] = {}
# Wagtail makes these two; our roles take their place.
_WAGTAILS = Q(name__in=("Editors", "Moderators"), user__isnull=True)
_kept: list[Q] = []


def register_role(role: Role) -> None:
    """Registering a group again replaces its label and its place; what it may do stays."""
    _roles[role.group] = role


def register_rights(
    group: str,
    *permissions: str,
    pages: tuple[str, ...] = (),
    collections: tuple[str, ...] = (),
) -> None:
    """Add to what a role may do (see ``Rights``). The role may be registered before or after."""
    rights = Rights(permissions, pages, collections)
    given = _rights.setdefault(group, [])
    if rights not in given:
        given.append(rights)


def all_roles() -> list[Role]:
    """In the order in which people choose from them."""
    return sorted(_roles.values(), key=lambda role: (role.order, role.group))


def all_rights() -> dict[str, list[Rights]]:
    """By group, also of groups that no app registers (``manage.py check`` names those)."""
    return {group: list(given) for group, given in _rights.items()}


def register_own_roles() -> None:
    # Wagtail calls superusers by the same word, and ours would take its place there.
    label = pgettext_lazy("a role", "Administrator")
    register_role(Role(group="Administrator", label=label, order=90))
    register_rights("Administrator", "*", pages=PAGES, collections=IMAGES + DOCUMENTS)


def register_kept(groups: Q) -> None:
    """Groups that the software fills and empties by itself: nobody is put into them by hand."""
    if groups not in _kept:
        _kept.append(groups)


def offered(groups: QuerySet[Group]) -> QuerySet[Group]:
    """Those of ``groups`` that somebody is put into by hand: the roles first, in their order,
    then other groups by name. Wagtail's own two only where somebody is in them.
    """
    hidden = _WAGTAILS
    for kept in _kept:
        hidden |= kept
    roles = all_roles()
    order = [When(name=role.group, then=Value(number)) for number, role in enumerate(roles)]
    return groups.exclude(pk__in=Group.objects.filter(hidden)).order_by(
        Case(*order, default=Value(len(roles)), output_field=IntegerField()), "name"
    )


def label_of(group: Group) -> str:
    """What a group is called in the reader's language; other groups by their own name."""
    role = _roles.get(group.name)
    return str(role.label) if role else group.name


def grant(user, group: str) -> None:
    """Give a user a role by the name of its group (case does not matter). Raises
    Group.DoesNotExist."""
    user.groups.add(Group.objects.get(name__iexact=group))


@transaction.atomic
def sync_roles(*, again: bool = False) -> dict[str, int]:
    """Make the groups and give them what apps newly give their roles. Idempotent. ``again`` gives
    back what was taken away, too. Returns permissions per group, as registered.
    """
    everything = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    counts = {}
    for role in all_roles():
        group, _created = Group.objects.get_or_create(name=role.group)
        rights = _rights.get(role.group, [])
        found = [
            permission
            for name, permission in everything.items()
            if any(part.allows(name) for part in rights)
        ]
        group.permissions.add(*_not_given_yet(group, found, "models", again))
        _grant_pages(group, rights, everything, again)
        _grant_collections(group, rights, everything, again)
        counts[role.group] = len(found)
    return counts


def _not_given_yet(
    group: Group, permissions: Iterable[Permission], where: str, again: bool
) -> list[Permission]:
    """Of these, what the group was never given; from now on it was."""
    from .models import GivenRight

    wanted = list(permissions)
    noted = GivenRight.objects.filter(group=group, where=where)
    given = set(noted.values_list("permission_id", flat=True))
    new = [permission for permission in wanted if permission.pk not in given]
    GivenRight.objects.bulk_create(
        GivenRight(group=group, permission=permission, where=where) for permission in new
    )
    return wanted if again else new


def _grant_pages(
    group: Group, rights: list[Rights], everything: dict[str, Permission], again: bool
) -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    if root is None:
        return
    names = {f"wagtailcore.{codename}" for part in rights for codename in part.pages}
    found = [everything[name] for name in sorted(names) if name in everything]
    for permission in _not_given_yet(group, found, "pages", again):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_collections(
    group: Group, rights: list[Rights], everything: dict[str, Permission], again: bool
) -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node()
    if root is None:
        return
    names = {
        f"{'wagtailimages' if codename.endswith('_image') else 'wagtaildocs'}.{codename}"
        for part in rights
        for codename in part.collections
    }
    found = [everything[name] for name in sorted(names) if name in everything]
    for permission in _not_given_yet(group, found, "collections", again):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
