"""The rights of the merchandiser on the catalogue, and of the marketer on its texts."""

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
        # Price lists and offers are for groups; the members of a group are not shown to them.
        "people.*_customergroup",
        # The shipping methods of a market's checkout.
        "delivery.*_deliverymethod",
        "policies.*_checkoutpolicy",
        "gateways.*_paymentmethod",
        "wagtail_localize.*",
        "wagtailimages.*_image",
        # Documents on product pages, such as guides.
        "wagtaildocs.*_document",
        collections=IMAGES + DOCUMENTS,
    )
    # Texts of products are content, for marketers too; data and prices are the merchandiser's.
    register_rights("Marketer", "product_copy.*", "catalogue.view_*", *SEARCH_WORDS)
