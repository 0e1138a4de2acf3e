"""Our own sitemap: one file per edition, each address with its alternates.

Wagtail's lists one language only. Other areas add what they serve with ``register_entries``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import InvalidPage, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from markets.fields import is_for_market
from markets.lookup import (
    all_editions,
    all_markets,
    content_languages,
    default_market,
    edition_for_language,
    html_language,
    language_of,
    market_of,
)
from markets.storefront_urls import absolute, canonical, neutral

from ..page_cache.versioned import pinned_version
from .named_links import named_url

# The protocol allows 50,000; with alternates a smaller file stays well under 50 MB.
FILE_SIZE = 10_000


@dataclass(frozen=True)
class Entry:
    """Something served: its neutral path in each language that it is in, and its markets.

    An empty ``markets`` means all of them.
    """

    paths: dict[str, str]
    markets: tuple[str, ...] = ()
    changed: datetime | None = None

    def addresses(self) -> dict[str, str]:
        """Its absolute address in every edition where it is at home."""
        return {
            edition: canonical(self.paths[language_of(edition)], edition)
            for market in all_markets()
            if is_for_market(self.markets, market.code)
            for edition in market.editions
            if language_of(edition) in self.paths
        }


_sources: list[Callable[[], Iterable[Entry]]] = []


def register_entries(source: Callable[[], Iterable[Entry]]) -> None:
    """Add what another area serves; called in its ``AppConfig.ready``."""
    if source not in _sources:
        _sources.append(source)


_sites_of_their_own: list[Callable[[], Iterable[str]]] = []


def register_site_paths(source: Callable[[], Iterable[str]]) -> None:
    """Let search engines into sellers' sites that have pages of their own: the source gives the
    paths that those begin with. Called in ``AppConfig.ready``."""
    if source not in _sites_of_their_own:
        _sites_of_their_own.append(source)


def all_entries() -> list[Entry]:
    """Everything that is served, from every source, as of one version: each page would ask
    for it by itself, to say where it is."""
    with pinned_version():
        return [entry for source in _sources for entry in source()]


def entries_in(edition: str, entries: list[Entry]) -> list[Entry]:
    """Those that are at home in an edition."""
    language, market = language_of(edition), market_of(edition).code
    return [
        entry
        for entry in entries
        if language in entry.paths and is_for_market(entry.markets, market)
    ]


# ``django.contrib.sitemaps`` (5.2) knows alternates, and was weighed. What is ours beyond it is the
# list of entries, which stays with either. It would save these two views and their templates, some
# 50 lines, for a subclass that overrides as much: it begins addresses with the domain of the site's
# row in the database (ours is ``absolute``), makes ``x-default`` by cutting ``/es-co/`` out of an
# address (ours is the address of an edition), writes Django's language codes into ``hreflang`` and
# numbers further files in the query.


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap_index(request):
    entries = all_entries()
    files = [
        absolute(reverse("sitemap-edition", args=[edition, number]))
        for edition in all_editions()
        for number in Paginator(entries_in(edition, entries), FILE_SIZE).page_range
    ]
    return render(
        request, "cms/sitemap_index.xml", {"files": files}, content_type="application/xml"
    )


@require_safe
@cache_control(public=True, max_age=3600)
def sitemap(request, edition: str, number: int):
    if edition not in all_editions():
        raise Http404
    try:
        found = Paginator(entries_in(edition, all_entries()), FILE_SIZE).page(number)
    except InvalidPage as no_such_file:
        raise Http404 from no_such_file
    rows = []
    for entry in found:
        addresses = entry.addresses()
        fallback = addresses.get(default_market().default_edition, next(iter(addresses.values())))
        rows.append(
            {
                "address": addresses[edition],
                "changed": entry.changed,
                "alternates": [
                    *((html_language(code), address) for code, address in addresses.items()),
                    ("x-default", fallback),
                ],
            }
        )
    return render(request, "cms/sitemap.xml", {"rows": rows}, content_type="application/xml")


# Neither secret nor worth finding: what belongs to one visitor.
PRIVATE_PAGES = ("cart:summary", "account", "search", "visitor")


@require_safe
@cache_control(public=True, max_age=3600)
def robots_txt(request):
    private = set()
    for language in content_languages():
        with translation.override(edition_for_language(language)):
            private |= {neutral(url) for name in PRIVATE_PAGES if (url := named_url(name))}
    lines = ["User-agent: *", "Disallow: /admin/"]
    lines += [f"Disallow: /*{path}" for path in sorted(private)]
    # A seller's site shows the company's pages: those are to be found, once. Of two rules that
    # fit an address the longer one counts (RFC 9309, 2.2.2).
    lines.append("Disallow: /@")
    lines += [f"Allow: {path}" for source in _sites_of_their_own for path in source()]
    lines += [f"Sitemap: {absolute(reverse('sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
