"""Categories as link targets: editors link to a category, the link follows its words."""

from cms.addresses.link_targets import TargetSource
from commerce.copy.tree import category_tree
from markets.lookup import default_language

PREFIX = "category"


def category_choices() -> list[tuple[str, str]]:
    """Every public category, indented by its depth, in the default language."""
    tree = category_tree(default_language())
    return [
        (f"{PREFIX}:{node.pk}", " / ".join(step.title for step in tree.trail(node.pk)))
        for node in tree.nodes.values()
    ]


def category_of(key: str) -> int | None:
    """The category's number in a key such as ``category:12``."""
    prefix, _, number = (key or "").partition(":")
    return int(number) if prefix == PREFIX and number.isdigit() else None


def category_paths(keys: list[str], language: str) -> dict[str, str]:
    """Neutral paths of the categories that are still shown."""
    nodes = category_tree(language).nodes
    return {key: nodes[pk].path for key in keys if (pk := category_of(key)) in nodes}


categories = TargetSource(prefix=PREFIX, choices=category_choices, paths=category_paths)
