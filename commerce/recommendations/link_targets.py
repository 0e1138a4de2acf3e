"""The lists as link targets: editors put them into menus, and the address follows the language."""

from cms.addresses.link_targets import TargetSource

from .lists import LISTS, list_path

PREFIX = "product-list"


def choices() -> list[tuple[str, str]]:
    return [(f"{PREFIX}:{name}", title) for name, (title, _lead) in LISTS.items()]


def paths(keys: list[str], language: str) -> dict[str, str]:
    names = {key: key.partition(":")[2] for key in keys}
    return {key: list_path(name, language) for key, name in names.items() if name in LISTS}


product_lists = TargetSource(prefix=PREFIX, choices=choices, paths=paths)
