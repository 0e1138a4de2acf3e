"""The one place that builds and parses storefront addresses (design: "the URL says everything").

    /@lili-gomez/es-co/catalogo/crema-de-noche/
     alias       variant rest

Stored and cached addresses are *neutral*: they carry neither alias nor variant.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import get_script_prefix

from .lookup import content_languages, current_variant, is_variant


@dataclass(frozen=True)
class StorefrontPath:
    """A path taken apart. ``rest`` always starts with a slash; ``variant`` is "" where bare."""

    alias: str
    variant: str
    language: str
    rest: str


def split(path: str) -> StorefrontPath:
    """Take a path apart. Any string is accepted; what is not there is an empty string."""
    alias = variant = language = ""
    if not path.startswith("/"):
        path = "/" + path
    head, _, tail = path[1:].partition("/")
    if head.startswith("@") and len(head) > 1:
        alias, path = head[1:], "/" + tail
        head, _, tail = path[1:].partition("/")
    if is_variant(head):
        variant, language, path = head, head.split("-")[0], "/" + tail
    elif head in content_languages():
        language, path = head, "/" + tail
    return StorefrontPath(alias=alias, variant=variant, language=language, rest=path)


def join(*, variant: str, rest: str = "/", alias: str = "") -> str:
    """Build a path from its parts: ``join(variant="es-co", rest="/nosotros/")``."""
    if not rest.startswith("/"):
        rest = "/" + rest
    prefix = f"/@{alias}" if alias else ""
    return f"{prefix}/{variant}{rest}"


def neutral(path: str) -> str:
    """The path without alias and variant: what may be stored, cached and compared."""
    return split(path).rest


def in_variant(path: str, variant: str | None = None) -> str:
    """The same path in a variant (the current one by default), under the current prefix.

    Accepts neutral, bare-language and complete paths. A query string is kept.
    """
    parts = urlsplit(path)
    rest = split(parts.path).rest
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    prefix = get_script_prefix().rstrip("/")
    return f"{prefix}/{variant or current_variant()}{rest}{query}{fragment}"


def canonical(path: str, variant: str | None = None) -> str:
    """The absolute address for the world outside: mails, canonical links, sitemaps.

    Ignores the script prefix and the Host header: an alias never gets into it. A query string
    is kept.
    """
    parts = urlsplit(path)
    query = f"?{parts.query}" if parts.query else ""
    rest = split(parts.path).rest
    return f"{settings.PUBLIC_URL.rstrip('/')}/{variant or current_variant()}{rest}{query}"


def absolute(path: str) -> str:
    """An absolute address for a path that is not part of a variant (media, admin)."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"
