"""Who may do what in the back office: a table, and the service that writes it to the database.

A role is a Wagtail group. Its permissions are patterns over "app_label.codename"; what no
pattern finds yet (an app that is not installed) is filled in by the next ``migrate``. The table
gives each right once: what a company grants a group on top stays, and so does what it takes away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ADMIN = "wagtailadmin.access_admin"
IMAGES = ("add_image", "change_image", "choose_image")
DOCUMENTS = ("add_document", "change_document", "choose_document")
PAGES = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page")


@dataclass(frozen=True)
class Role:
    """``group``: the name of the group, fixed. ``label``: what people read.

    ``permissions``: patterns; one that starts with a minus takes away again. ``pages``:
    permissions on the whole page tree. ``collections``: permissions on the root collection, and
    so on all of them.
    """

    group: str
    label: str | Promise
    permissions: tuple[str, ...]
    pages: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()

    def allows(self, permission: str) -> bool:
        """Whether the table gives the role "app_label.codename"."""
        given = [pattern for pattern in self.permissions if not pattern.startswith("-")]
        taken = [pattern[1:] for pattern in self.permissions if pattern.startswith("-")]
        return any(fnmatchcase(permission, pattern) for pattern in given) and not any(
            fnmatchcase(permission, pattern) for pattern in taken
        )


ROLES = (
    Role(
        group="Marketer",
        label=_("Marketer"),
        permissions=(
            ADMIN,
            "cms.*",
            "corporate.*",
            "wagtailredirects.*",
            "wagtailforms.*",
            "wagtail_localize.*",
            "wagtailimages.*_image",
            "wagtaildocs.*_document",
            "wagtailcore.*_collection",
            # A product's words are content; what it is and costs is the merchandiser's.
            "product_copy.*",
            "catalogue.view_*",
            "search.*_synonym",
            "search.*_bestbet",
            "search.view_searchcount",
        ),
        pages=PAGES,
        collections=IMAGES + DOCUMENTS,
    ),
    Role(
        group="Merchandiser",
        label=_("Merchandiser"),
        permissions=(
            ADMIN,
            "catalogue.*",
            "product_copy.*",
            "product_media.*",
            "pricing.*",
            "inventory.*",
            "listings.*",
            "labels.*",
            "arrangement.*",
            "recommendations.*",
            "partner.*",
            "offer.*",
            "offers.*",
            "voucher.*",
            "reviews.*",
            "search.*_synonym",
            "search.*_bestbet",
            "search.view_searchcount",
            # What a market's checkout offers is part of the catalogue's terms.
            "delivery.*_deliverymethod",
            "policies.*_checkoutpolicy",
            "gateways.*_paymentmethod",
            "wagtail_localize.*",
            "wagtailimages.*_image",
            # A product's extra material: guides, films.
            "wagtaildocs.*_document",
        ),
        collections=IMAGES + DOCUMENTS,
    ),
    Role(
        group="Order desk",
        label=_("Order desk"),
        permissions=(
            ADMIN,
            "order.*",
            "-order.delete_*",  # an order is cancelled, never deleted
            "payment.*",
            "-payment.delete_*",
            "orders.*",
            "gateways.*",
            "-gateways.*_paymentmethod",
            "payments.*",
            "catalogue.view_*",
            "inventory.view_*",
            "people.view_person",
            "people.change_person",
            "consultants.view_consultant",
            "attribution.view_credit",
        ),
    ),
    Role(
        # Who looks after those who sell: opens and closes sites, and corrects credits.
        group="Consultant desk",
        label=_("Consultant desk"),
        permissions=(
            ADMIN,
            "consultants.*",
            "network.*",
            "storefronts.*",
            "attribution.*",
            "inbox.*",
            "portal.*",
            "influencers.*",
            "order.view_*",
            "people.view_person",
            "people.add_person",
            "people.change_person",
        ),
    ),
    Role(
        group="Administrator",
        # Wagtail calls superusers by the same word, and ours would take its place there.
        label=pgettext_lazy("a role", "Administrator"),
        permissions=("*",),
        pages=PAGES,
        collections=IMAGES + DOCUMENTS,
    ),
)

_BY_GROUP = {role.group: role for role in ROLES}
# Wagtail makes these two; the table of roles takes their place.
_WAGTAILS = Q(name__in=("Editors", "Moderators"), user__isnull=True)
_kept: list[Q] = []


def register_kept(groups: Q) -> None:
    """Groups that the software fills and empties by itself: nobody is put into them by hand."""
    if groups not in _kept:
        _kept.append(groups)


def offered(groups: QuerySet[Group]) -> QuerySet[Group]:
    """Those of ``groups`` that somebody is put into by hand: the roles first, in the order of
    the table, then a company's own by name. Wagtail's own two only where somebody is in them.
    """
    hidden = _WAGTAILS
    for kept in _kept:
        hidden |= kept
    order = [When(name=role.group, then=Value(number)) for number, role in enumerate(ROLES)]
    return groups.exclude(pk__in=Group.objects.filter(hidden)).order_by(
        Case(*order, default=Value(len(ROLES)), output_field=IntegerField()), "name"
    )


def customer_groups():
    """The groups that customers are put into: those that give no right in the back office."""
    return Group.objects.filter(permissions__isnull=True).order_by("name")


def label_of(group: Group) -> str:
    """What a group is called in the reader's language; other groups by their own name."""
    role = _BY_GROUP.get(group.name)
    return str(role.label) if role else group.name


def grant(user, group: str) -> None:
    """Give a user a role by the name of its group (case does not matter). Raises
    Group.DoesNotExist."""
    user.groups.add(Group.objects.get(name__iexact=group))


@transaction.atomic
def sync_roles(*, again: bool = False) -> dict[str, int]:
    """Make the groups and give them what the table newly says. Idempotent. ``again`` gives back
    what was taken away, too. Returns permissions per group, as in the table.
    """
    everything = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    counts = {}
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role.group)
        found = [permission for name, permission in everything.items() if role.allows(name)]
        group.permissions.add(*_not_given_yet(group, found, "models", again))
        _grant_pages(group, role, everything, again)
        _grant_collections(group, role, everything, again)
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


def _grant_pages(group: Group, role: Role, everything: dict[str, Permission], again: bool) -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.get_first_root_node()
    if root is None:
        return
    names = (f"wagtailcore.{codename}" for codename in role.pages)
    found = [everything[name] for name in names if name in everything]
    for permission in _not_given_yet(group, found, "pages", again):
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_collections(
    group: Group, role: Role, everything: dict[str, Permission], again: bool
) -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.get_first_root_node()
    if root is None:
        return
    names = (
        f"{'wagtailimages' if codename.endswith('_image') else 'wagtaildocs'}.{codename}"
        for codename in role.collections
    )
    found = [everything[name] for name in names if name in everything]
    for permission in _not_given_yet(group, found, "collections", again):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
