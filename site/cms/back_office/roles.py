"""Who writes the site: the marketer."""

from django.utils.translation import gettext_lazy as _

from people.roles import ADMIN, DOCUMENTS, IMAGES, PAGES, Role, register_rights, register_role


def register() -> None:
    register_role(Role(group="Marketer", label=_("Marketer"), order=10))
    register_rights(
        "Marketer",
        ADMIN,
        "cms.*",
        "wagtailredirects.*",
        "wagtailforms.*",
        "wagtail_localize.*",
        "wagtailimages.*_image",
        "wagtaildocs.*_document",
        "wagtailcore.*_collection",
        pages=PAGES,
        collections=IMAGES + DOCUMENTS,
    )
