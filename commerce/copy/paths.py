"""Addresses of the catalogue: neutral paths, without alias and variant, in a language's words."""

from functools import cache

from django.urls import reverse
from django.utils import translation

from markets.lookup import variant_for_language
from markets.storefront_urls import neutral


@cache
def index_path(language: str) -> str:
    """Where all products are, in a language: ``/catalogo/`` in Spanish."""
    with translation.override(variant_for_language(language)):
        return neutral(reverse("catalogue:index"))


def join_path(language: str, slugs) -> str:
    """``/catalogo/cuidado-facial/crema/`` from its parts."""
    return index_path(language) + "".join(f"{slug}/" for slug in slugs)
