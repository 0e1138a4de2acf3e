"""Addresses of the catalogue: neutral paths, without alias and edition, in a language's words."""

from functools import cache

from markets.storefront_urls import path_of


@cache
def index_path(language: str) -> str:
    """Where all products are, in a language: ``/catalogo/`` in Spanish."""
    return path_of("catalogue:index", language)


def join_path(language: str, slugs) -> str:
    """``/catalogo/cuidado-facial/crema/`` from its parts."""
    return index_path(language) + "".join(f"{slug}/" for slug in slugs)
