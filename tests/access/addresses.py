"""Every address of the site, as Django's resolver knows it."""

from collections.abc import Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver


class Address(NamedTuple):
    name: str  # with its namespaces: "wagtailadmin_pages:edit"
    arguments: tuple[str, ...]
    view: object


def _walk(resolver, namespaces) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = [*namespaces, pattern.namespace] if pattern.namespace else namespaces
            yield from _walk(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            names = pattern.pattern.converters or pattern.pattern.regex.groupindex
            name = ":".join([*namespaces, pattern.name])
            yield Address(name, tuple(names), pattern.callback)


def _below(prefix: str) -> list[Address]:
    """Those that have a name, each name and set of arguments once, sorted."""
    found = {}
    for pattern in get_resolver().url_patterns:
        if isinstance(pattern, URLResolver) and str(pattern.pattern) == prefix:
            for address in _walk(pattern, []):
                found.setdefault(address[:2], address)
    return [found[key] for key in sorted(found)]


def admin_addresses() -> list[Address]:
    return _below("admin/")


def shop_addresses() -> list[Address]:
    """Those of one edition (``/es-co/…``): all editions have the same."""
    return _below("es-co/")
