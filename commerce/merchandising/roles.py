"""Who keeps the catalogue: the merchandiser; and what of it the marketer writes."""

from django.utils.translation import gettext_lazy as _

from people.roles import ADMIN, DOCUMENTS, IMAGES, Role, register_rights, register_role

SEARCH_WORDS = ("search.*_synonym", "search.*_bestbet", "search.view_searchcount")


def register() -> None:
    register_role(Role(group="Merchandiser", label=_("Merchandiser"), order=20))
    register_rights(
        "Merchandiser",
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
        *SEARCH_WORDS,
        # Price lists and offers are for groups; who is in one is not theirs to see.
        "people.*_customergroup",
        # What a market's checkout offers is part of the catalogue's terms.
        "delivery.*_deliverymethod",
        "policies.*_checkoutpolicy",
        "gateways.*_paymentmethod",
        "wagtail_localize.*",
        "wagtailimages.*_image",
        # A product's extra material: guides, films.
        "wagtaildocs.*_document",
        collections=IMAGES + DOCUMENTS,
    )
    # A product's words are content; what it is and costs is the merchandiser's.
    register_rights("Marketer", "product_copy.*", "catalogue.view_*", *SEARCH_WORDS)
