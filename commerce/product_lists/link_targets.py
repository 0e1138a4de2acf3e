"""The lists and the offers page as link targets: editors put them into menus, and the address
follows the language."""

from django.utils.translation import gettext

from cms.addresses.link_targets import TargetSource
from markets.storefront_urls import path_of

from .pages import LISTS

LIST_PREFIX = "product-list"
OFFERS_PREFIX = "offers"
OFFERS_KEY = "offers:page"


def _lists() -> list[tuple[str, str]]:
    return [(f"{LIST_PREFIX}:{name}", title) for name, (title, _lead) in LISTS.items()]


def _list_paths(keys: list[str], language: str) -> dict[str, str]:
    names = {key: key.partition(":")[2] for key in keys}
    return {key: path_of(name, language) for key, name in names.items() if name in LISTS}


def _offers() -> list[tuple[str, str]]:
    return [(OFFERS_KEY, gettext("Offers"))]


def _offers_path(keys: list[str], language: str) -> dict[str, str]:
    return {OFFERS_KEY: path_of("offers", language)} if OFFERS_KEY in keys else {}


product_lists = TargetSource(prefix=LIST_PREFIX, choices=_lists, paths=_list_paths)
offers_page = TargetSource(prefix=OFFERS_PREFIX, choices=_offers, paths=_offers_path)
