"""Who writes courses: the trainer, on the academy's pages and nowhere else in the tree."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _
from wagtail.models import GroupPagePermission, Page

from people.roles import ADMIN, DOCUMENTS, IMAGES, PAGES, Role, register_rights, register_role

TRAINER = "Trainer"


def register() -> None:
    register_role(Role(group=TRAINER, label=_("Trainer"), order=25))
    register_rights(
        TRAINER,
        ADMIN,
        "courses.*",
        "people.see_every_audience",
        "wagtail_localize.*",
        "wagtailimages.*_image",
        "wagtaildocs.*_document",
        collections=IMAGES + DOCUMENTS,
    )


def let_trainers_write(page: Page) -> None:
    """Give trainers the pages below (and with) this one, once: what a company takes away later
    stays away."""
    group = Group.objects.filter(name=TRAINER).first()
    if group is None:
        return
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=PAGES)
    for right in rights:
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=right)
