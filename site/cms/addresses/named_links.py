"""Where the frame's own links lead: pages that other areas bring, by URL name."""

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from markets.storefront_urls import in_edition, neutral

# Pages that other areas bring. One that is not there yet is an empty string.
NAMED_PAGES = {
    "home_url": ("home", "wagtail_serve"),
    "catalogue_url": ("catalogue:index",),
    "search_url": ("search",),
    "suggest_url": ("search-suggest",),
    "cart_url": ("cart:summary",),
    "cart_drawer_url": ("cart:drawer",),
    "account_url": ("account",),
    "sign_in_url": ("account_login",),
    "visitor_url": ("visitor",),
}


def named_url(*names: str) -> str:
    """The address of the first of these URL names that exists, in the current edition."""
    for name in names:
        try:
            return reverse(name, args=("",) if name == "wagtail_serve" else ())
        except NoReverseMatch:
            continue
    return ""


# Pages of other areas that have no address of their own: where they lie for an edition.
_pages: dict[str, Callable[[str], str]] = {}


def register_named_link(name: str, path_for: Callable[[str], str]) -> None:
    """Tell where a page lies that others link to by ``name``: its neutral path for an edition, ""
    where there is none. Called in an area's ``AppConfig.ready``."""
    _pages[name] = path_for


def offered_url(name: str, edition: str) -> str:
    """The address of a page that another area offers; "" where there is none."""
    path = _pages[name](edition) if name in _pages else ""
    return in_edition(path, edition) if path else ""


DOCUMENTS = "/documents/"
# Addresses of this host that are no pages of the shop: never under a country and a language.
NO_PAGES = (
    "/admin/",
    "/api/",
    DOCUMENTS,
    "/health/",
    "/webhooks/",
    settings.MEDIA_URL,
    settings.STATIC_URL,
)


def is_no_page(path: str) -> bool:
    """Whether a browser that is given this path, with or without an edition, ends up beside the
    shop: at files, the back office or machinery. Told by where it leads, however it is written
    ("/es-co/../media/x", "/%6Dedia/x", "/\\media/x").
    """
    plain = unquote(urlsplit(path).path if "\\" not in path else path)
    # What browsers read in an address: a backslash as a slash, and no tabs or line ends at all.
    plain = plain.replace("\\", "/").translate({9: None, 10: None, 13: None})
    for _time in range(2):
        # Under an edition, and what dots lead to from there.
        plain = neutral(posixpath.normpath("/" + plain.lstrip("/")))
    return f"{plain.rstrip('/')}/".casefold().startswith(NO_PAGES)


def link_to(path: str) -> str:
    """A stored path as a link in the current edition; addresses elsewhere stay as they are."""
    if not path.startswith("/") or path.startswith((DOCUMENTS, settings.MEDIA_URL)):
        return path
    return in_edition(path)
