"""Nobody makes somebody more than they are, and nobody touches whoever is more.

A right is a permission, everywhere or on a branch of the pages or of the collections. Whoever
may change users may do so with those whose every right they have themselves, and may hand out
what they have themselves. A superuser has all of them. Rights are counted whether or not the
user is active: switching somebody on again gives them back.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.auth.models import Group, Permission
from django.db.models import QuerySet
from django.utils.functional import cached_property
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from ..models import User

# A permission on a branch: the kind of tree, the path of its root, the permission.
Branch = tuple[str, str, int]


@dataclass(frozen=True)
class Rights:
    """``everywhere``: permissions by their key; ``branches``: those on a part of a tree."""

    everything: bool = False
    everywhere: frozenset[int] = field(default_factory=frozenset)
    branches: frozenset[Branch] = field(default_factory=frozenset)

    def __or__(self, other: "Rights") -> "Rights":
        return Rights(
            self.everything or other.everything,
            self.everywhere | other.everywhere,
            self.branches | other.branches,
        )

    def covers(self, other: "Rights") -> bool:
        """Whether whoever has these has the others too."""
        if self.everything:
            return True
        if other.everything or not other.everywhere <= self.everywhere:
            return False
        return all(self._covers(branch) for branch in other.branches)

    def _covers(self, branch: Branch) -> bool:
        kind, path, permission = branch
        # Wagtail asks the branches alone: a permission over the whole model opens no page.
        return any(
            own_kind == kind and own_permission == permission and path.startswith(own_path)
            for own_kind, own_path, own_permission in self.branches
        )


class WithAuthority:
    """For a view: what whoever asks may do to others."""

    @cached_property
    def authority(self) -> "Authority":
        return Authority(self.request.user)


class Authority:
    """What one member of staff may do to others. Make one for a request: it remembers."""

    def __init__(self, by: User):
        self.by = by
        self._of_groups: dict[int, Rights] = {}
        self.own = self._rights_of(by)

    @property
    def may_make_superusers(self) -> bool:
        return self.own.everything

    def may_manage(self, user: User) -> bool:
        """Whether they may change, switch off, remove or give a password to the user."""
        return user == self.by or self.own.covers(self._rights_of(user))

    def may_give(self, group: Group) -> bool:
        """Whether they may put somebody into the group, change it or remove it."""
        return self.own.everything or self.own.covers(self._rights_of_groups([group.pk]))

    def groups(self) -> QuerySet[Group]:
        """The groups that they may put somebody into."""
        groups = Group.objects.order_by("name")
        if self.own.everything:
            return groups
        keys = list(groups.values_list("pk", flat=True))
        self._read(keys)
        return groups.filter(pk__in=[pk for pk in keys if self.own.covers(self._of_groups[pk])])

    def forget(self) -> None:
        """Read what groups may do anew: one was changed."""
        self._of_groups.clear()

    def _rights_of(self, user: User) -> Rights:
        """Uses ``groups`` and ``user_permissions`` of users that come with them prefetched."""
        own = frozenset(permission.pk for permission in user.user_permissions.all())
        given = self._rights_of_groups([group.pk for group in user.groups.all()])
        return Rights(user.is_superuser, own) | given

    def _rights_of_groups(self, keys: Iterable[int]) -> Rights:
        keys = list(keys)
        self._read(keys)
        rights = Rights()
        for key in keys:
            rights |= self._of_groups[key]
        return rights

    def _read(self, keys: Iterable[int]) -> None:
        """Three queries for all groups that are not known yet."""
        missing = set(keys) - set(self._of_groups)
        if not missing:
            return
        everywhere: dict[int, set[int]] = {key: set() for key in missing}
        branches: dict[int, set[Branch]] = {key: set() for key in missing}
        for key, permission in Permission.objects.filter(group__in=missing).values_list(
            "group", "pk"
        ):
            everywhere[key].add(permission)
        for kind, model in (
            ("page", GroupPagePermission),
            ("collection", GroupCollectionPermission),
        ):
            rows = model.objects.filter(group__in=missing)
            for key, path, permission in rows.values_list("group", f"{kind}__path", "permission"):
                branches[key].add((kind, path, permission))
        for key in missing:
            self._of_groups[key] = Rights(
                everywhere=frozenset(everywhere[key]), branches=frozenset(branches[key])
            )
