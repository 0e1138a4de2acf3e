"""Influencers' pages in the page tree, and the routing of their URLs.

    root
      es/                            the company's home pages
      en/
      influencers-es/                an index page for each language, never served, found by its
                                     type, as its slug may differ
        template/                    copied for new sites
        site-12/                     the home page of consultant 12
          historia/                  served at /@alias/es-co/historia/
      influencers-en/
        site-12/
          my-story/

They are beside the home pages, not below them, so that code that reads the company's tree (URLs,
sitemap, menus, redirects) never finds them. Slugs do not contain the alias, so renaming a site
moves no page.
"""

import re
from functools import cache

from django.conf import settings
from django.http import Http404
from django.urls import URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern
from django.utils import translation
from wagtail.models import Page

from cms.addresses import routing
from markets.lookup import content_languages, is_edition
from replicated.consultants.aliases import COMPANY_PATHS
from replicated.consultants.models import Consultant

from .models.index import InfluencersIndexPage

INDEX_DEPTH, HOME_DEPTH = 2, 3
TEMPLATE_SLUG = "template"
HOME = re.compile(r"/influencers-[\w-]+/site-(?P<pk>\d+)/")
BRANCH = re.compile(r"(/influencers-[\w-]+/[^/]+/)(.*)")


def index_slug(language: str) -> str:
    """The slug of an index page that services create. One created by synchronizing languages has
    another slug (``influencers-es-pt``)."""
    return f"influencers-{language}"


def home_slug(consultant_pk: int) -> str:
    return f"site-{consultant_pk}"


def branch_of(slug: str) -> dict[str, str]:
    """The url_path of the home page with this slug, by language. One query."""
    indexes = InfluencersIndexPage.objects.filter(locale__language_code__in=content_languages())
    rows = indexes.values_list("locale__language_code", "url_path")
    return {language: f"{path}{slug}/" for language, path in rows}


def consultant_pk_of(page) -> int | None:
    """The id of the consultant whose page it is; None for pages of the template."""
    found = HOME.match(page.url_path)
    return int(found["pk"]) if found else None


def split(page) -> tuple[str, str]:
    """Split a page's path: (url_path of the home page, neutral path below it)."""
    found = BRANCH.match(page.url_path)
    return (found[1], f"/{found[2]}") if found else (page.url_path, "/")


def site_paths() -> list[str]:
    """The path prefixes of open sites, for ``cms.addresses.sitemaps.register_site_paths``."""
    sites = Consultant.objects.with_open_site().filter(site_type=Consultant.SiteType.INFLUENCER)
    return [f"/@{alias}/" for alias in sites.order_by("alias").values_list("alias", flat=True)]


def own_page(request, path: str, language: str) -> routing.Found | None:
    """Overlay for ``cms.addresses.routing.register_overlay``: an influencer's own page, which takes
    precedence over the company's. Two queries on influencers' sites, none on others.
    """
    if not request.seller.is_influencer:
        return None
    try:
        return routing.find(path, language, branch=branch_of(home_slug(request.seller.pk)))
    except Http404:
        return None


# --- Slugs that the company's URLs use


@cache
def _address_words() -> frozenset[str]:
    """The first path segments of the shop's URLs (catalogo, cart, …) in all languages."""
    words: set[str] = set()
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            for pattern in get_resolver().url_patterns:
                if isinstance(pattern, URLResolver) and isinstance(
                    pattern.pattern, LocalePrefixPattern
                ):
                    words |= _first_segments(pattern)
    return frozenset(words)


def _first_segments(resolver) -> set[str]:
    words: set[str] = set()
    for pattern in resolver.url_patterns:
        head, slash, _rest = str(pattern.pattern).partition("/")
        if not isinstance(pattern.pattern, RoutePattern):
            continue
        if head and (slash or not isinstance(pattern, URLResolver)):
            words.add(head.lower())
        elif isinstance(pattern, URLResolver):
            words |= _first_segments(pattern)
    return words


def is_taken(slug: str) -> bool:
    """Whether a URL of the company begins with this slug, in any language. Drafts count too, as the
    influencer's page would hide them once they are published.
    """
    slug = slug.lower()
    if slug in COMPANY_PATHS or is_edition(slug) or slug in content_languages():
        # Such a path is redirected before pages are looked up.
        return True
    if slug in _address_words():
        return True
    taken = [f"{root}{slug}/" for root in routing.roots().values()]
    return Page.objects.filter(url_path__in=taken).exists()


def free_slug(*wanted: str) -> str:
    """The first of these slugs that is free, else one with a number."""
    for slug in wanted:
        if not is_taken(slug):
            return slug
    number = 2
    while is_taken(f"{wanted[-1]}-{number}"):
        number += 1
    return f"{wanted[-1]}-{number}"
