"""The lists and the offers page as link targets: editors put them into menus, and the address
follows the language."""

from django.utils.translation import gettext

from cms.addresses.link_targets import TargetSource
from commerce.recommendations.lists import LISTS, list_path

from .live_offers import path_in

LIST_PREFIX = "product-list"
OFFERS_PREFIX = "offers"
OFFERS_KEY = "offers:page"


def _lists() -> list[tuple[str, str]]:
    return [(f"{LIST_PREFIX}:{name}", title) for name, (title, _lead) in LISTS.items()]


def _list_paths(keys: list[str], language: str) -> dict[str, str]:
    names = {key: key.partition(":")[2] for key in keys}
    return {key: list_path(name, language) for key, name in names.items() if name in LISTS}


def _offers() -> list[tuple[str, str]]:
    return [(OFFERS_KEY, gettext("Offers"))]


def _offers_path(keys: list[str], language: str) -> dict[str, str]:
    return {OFFERS_KEY: path_in(language)} if OFFERS_KEY in keys else {}


product_lists = TargetSource(prefix=LIST_PREFIX, choices=_lists, paths=_list_paths)
offers_page = TargetSource(prefix=OFFERS_PREFIX, choices=_offers, paths=_offers_path)
