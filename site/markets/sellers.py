"""Under whose name the shop is read: what every layer may know of a seller.

``request.seller`` is a Seller under ``/@alias`` or on a seller's own host, and None on the
company's own site. Who sellers are, and which of them have a site, is ``replicated``'s business.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from .storefront_urls import split


@dataclass(frozen=True)
class Seller:
    """One seller's site. ``card`` holds what they chose to show, as ``replicated`` publishes it.

    ``own_host``: the origin ("https://lili.example") where the site is read, if it is not
    under the company's host.
    """

    pk: int
    code: str
    alias: str
    name: str
    is_influencer: bool = False
    card: Mapping[str, Any] = field(default_factory=dict)
    own_host: str = ""

    @property
    def base(self) -> str:
        """What addresses of this site begin with, for storing: "/@alias" or an origin."""
        return self.own_host or f"/@{self.alias}"


def seller_of(request) -> Seller | None:
    return getattr(request, "seller", None)


def base_of(request) -> str:
    """The stored form of the site that a request came to: "" is the company's own."""
    seller = seller_of(request)
    return seller.base if seller else ""


def address_at(base: str, path: str, edition: str) -> str:
    """The absolute address of a path in an edition on a stored site (``base_of``).

    For mails: outside a request there is no prefix. A query string and a fragment are kept.
    """
    if not base.startswith(("http://", "https://")):
        base = settings.PUBLIC_URL.rstrip("/") + base
    rest, mark, tail = path.partition("?")
    if not mark:
        rest, mark, tail = path.partition("#")
    return f"{base}/{edition}{split(rest).rest}{mark}{tail}"
