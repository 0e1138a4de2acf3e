"""Paths of the catalogue in a language: neutral, that is without alias and edition."""

from functools import cache

from markets.storefront_urls import path_of


@cache
def index_path(language: str) -> str:
    """The path of the page of all products in a language: ``/catalogo/`` in Spanish."""
    return path_of("catalogue:index", language)


def join_path(language: str, slugs) -> str:
    """``/catalogo/cuidado-facial/crema/`` from its parts."""
    return index_path(language) + "".join(f"{slug}/" for slug in slugs)
