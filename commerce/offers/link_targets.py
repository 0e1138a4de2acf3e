"""The offers page as a link target: menus lead to it in every language."""

from django.utils.translation import gettext

from cms.addresses.link_targets import TargetSource, offer

from .pages import path_in

PREFIX = "offers"
KEY = "offers:page"


def _choices() -> list[tuple[str, str]]:
    return [(KEY, gettext("Offers"))]


def _paths(keys: list[str], language: str) -> dict[str, str]:
    return {KEY: path_in(language)} if KEY in keys else {}


def register() -> None:
    offer(TargetSource(prefix=PREFIX, choices=_choices, paths=_paths))
