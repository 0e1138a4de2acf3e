"""Permissions on the merchandiser's screens."""

EDIT_PRODUCTS = "catalogue.change_product"
EDIT_WORDS = "product_copy.change_productcopy"
PUBLISH_WORDS = "product_copy.publish_productcopy"
EDIT_PRICES = "pricing.change_price"
EDIT_STOCK = "partner.change_stockrecord"
EDIT_CATEGORIES = "catalogue.change_category"
EDIT_CATEGORY_WORDS = "product_copy.change_categorycopy"
PUBLISH_CATEGORY_WORDS = "product_copy.publish_categorycopy"


def may_edit_products(user) -> bool:
    """Whether a user may edit identity, pictures and variants."""
    return user.has_perm(EDIT_PRODUCTS)


def may_edit_words(user) -> bool:
    return user.has_perm(EDIT_WORDS)


def may_publish_words(user) -> bool:
    return user.has_perm(PUBLISH_WORDS)


def may_edit_prices(user) -> bool:
    return user.has_perm(EDIT_PRICES)


def may_edit_stock(user) -> bool:
    return user.has_perm(EDIT_STOCK)


def may_open_editor(user) -> bool:
    """Whether a user may open the editor: merchandisers see all tabs, marketers only the texts."""
    return may_edit_products(user) or may_edit_words(user)


def may_open_category(user) -> bool:
    return user.has_perm(EDIT_CATEGORIES) or user.has_perm(EDIT_CATEGORY_WORDS)
