"""The one place that builds and parses storefront addresses (design: "the URL says everything").

    /@lili-gomez/es-co/catalogo/crema-de-noche/
     alias       edition rest

Stored and cached addresses are *neutral*: they carry neither alias nor edition.
"""

from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, Resolver404, get_script_prefix, resolve, reverse
from django.utils import translation

from .lookup import (
    content_languages,
    current_edition,
    edition_for_language,
    is_edition,
    language_of,
)


@dataclass(frozen=True)
class StorefrontPath:
    """A path taken apart. ``rest`` always starts with a slash; ``edition`` is "" where bare."""

    alias: str
    edition: str
    language: str
    rest: str


def split(path: str) -> StorefrontPath:
    """Take a path apart. Any string is accepted; what is not there is an empty string."""
    alias = edition = language = ""
    if not path.startswith("/"):
        path = "/" + path
    head, _, tail = path[1:].partition("/")
    if head.startswith("@") and len(head) > 1:
        alias, path = head[1:], "/" + tail
        head, _, tail = path[1:].partition("/")
    if is_edition(head):
        edition, language, path = head, language_of(head), "/" + tail
    elif head in content_languages():
        language, path = head, "/" + tail
    return StorefrontPath(alias=alias, edition=edition, language=language, rest=path)


def join(*, edition: str, rest: str = "/", alias: str = "") -> str:
    """Build a path from its parts: ``join(edition="es-co", rest="/nosotros/")``."""
    if not rest.startswith("/"):
        rest = "/" + rest
    prefix = f"/@{alias}" if alias else ""
    return f"{prefix}/{edition}{rest}"


def neutral(path: str) -> str:
    """The path without alias and edition: what may be stored, cached and compared."""
    return split(path).rest


def path_of(name: str, language: str) -> str:
    """The neutral path of a named page in a language: ``("search", "es")`` → ``/buscar/``."""
    with translation.override(edition_for_language(language)):
        return neutral(reverse(name))


def in_edition(path: str, edition: str | None = None) -> str:
    """The same path in an edition (the current one by default), under the current prefix.

    Accepts neutral, bare-language and complete paths. A query string is kept.
    """
    path, query, fragment = _pieces(path)
    prefix = get_script_prefix().rstrip("/")
    return f"{prefix}/{edition or current_edition()}{split(path).rest}{query}{fragment}"


def same_place(path: str, edition: str | None = None) -> str:
    """An address of ours as it reads in an edition (the current one by default), under the current
    prefix: the words of a route are that language's. What is in no edition stays as it is.

    For where somebody was on their way to when they changed country or language.
    """
    parts, edition = split(path), edition or current_edition()
    if not parts.edition or parts.edition == edition:
        return path
    rest, query, fragment = _pieces(parts.rest)
    try:
        with translation.override(parts.edition):
            match = resolve(f"/{parts.edition}{rest}")
        with translation.override(edition):
            named = match.kwargs or None
            there = reverse(match.view_name, args=None if named else match.args, kwargs=named)
            rest = split(there).rest
    except (NoReverseMatch, Resolver404):
        pass
    return f"{in_edition(rest, edition)}{query}{fragment}"


def canonical(path: str, edition: str | None = None) -> str:
    """The absolute address for the world outside: mails, canonical links, sitemaps.

    Ignores the script prefix and the Host header: an alias never gets into it. A query string
    is kept.
    """
    path, query, _fragment = _pieces(path)
    edition = edition or current_edition()
    return f"{settings.PUBLIC_URL.rstrip('/')}/{edition}{split(path).rest}{query}"


def _pieces(path: str) -> tuple[str, str, str]:
    """Path, "?query", "#fragment" of any string that starts as a path. Not ``urlsplit``: that
    takes "//…" for a host, and raises where it is none."""
    path, hash_sign, fragment = path.partition("#")
    path, mark, query = path.partition("?")
    return path, f"{mark}{query}" if query else "", f"{hash_sign}{fragment}" if fragment else ""


def absolute(path: str) -> str:
    """An absolute address for a path that is not part of an edition (media, admin)."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"
