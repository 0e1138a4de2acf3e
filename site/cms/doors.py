"""Where the frame's own links lead: pages that other areas bring, by URL name."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse

from markets.storefront_urls import in_variant

# Pages that other areas bring. One that is not there yet is an empty string.
NAMED_PAGES = {
    "home_url": ("home", "wagtail_serve"),
    "catalogue_url": ("catalogue:index",),
    "search_url": ("search",),
    "suggest_url": ("search-suggest",),
    "cart_url": ("basket:summary",),
    "cart_drawer_url": ("basket:drawer",),
    "account_url": ("account",),
    "sign_in_url": ("account_login",),
    "visitor_url": ("visitor",),
}


def named_url(*names: str) -> str:
    """The address of the first of these URL names that exists, in the current variant."""
    for name in names:
        try:
            return reverse(name, args=("",) if name == "wagtail_serve" else ())
        except NoReverseMatch:
            continue
    return ""


def link_to(path: str) -> str:
    """A stored path as a link in the current variant; addresses elsewhere stay as they are."""
    if not path.startswith("/") or path.startswith(("/documents/", settings.MEDIA_URL)):
        return path
    return in_variant(path)
