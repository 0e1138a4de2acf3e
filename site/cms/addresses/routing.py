"""From an address to a page and back, in as few queries as there are things to know.

Wagtail walks the tree, a query for each step, and stays within one language. Here the page is
found by its whole path together with its translations in one query; when the path belongs to
another language the visitor is led to the translation, or reads the default language's page.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db.models import Q
from django.http import Http404
from wagtail.models import Page, Site

from markets.lookup import (
    content_languages,
    default_language,
    edition_for_language,
    language_of,
    market_of,
)
from markets.sellers import seller_of

from ..page_cache.versioned import Versioned
from .translations import with_origin

# No tree that people keep is as deep. Each step of an address is asked for by its whole path, so
# that one of two thousand steps would be megabytes of a query, for a page that is not there.
DEEPEST = 24


@dataclass
class Family:
    """A page's live translations, light, by language. Those that have another language's words
    are told apart: aliases, and translations of which nothing is translated yet. The pages come
    with ``words_from`` (``translations.with_origin``).
    """

    members: dict[str, Page] = field(default_factory=dict)

    def content_language(self, language: str) -> str:
        """The language that the words of the page served in ``language`` are really in."""
        page = self.members.get(language)
        seen = set()
        while page is not None and page.pk not in seen:
            seen.add(page.pk)
            source = self._source_of(page)
            if not source:
                break
            language, page = source, self.members.get(source)
        return language

    def _source_of(self, page: Page) -> str:
        """The language that the page's words are copied from; "" for words of its own."""
        if page.alias_of_id:
            copied = (
                code for code, member in self.members.items() if member.pk == page.alias_of_id
            )
            return next(copied, "")
        return getattr(page, "words_from", None) or ""

    def languages(self) -> list[str]:
        """Languages that have words of their own, in the order of the settings."""
        return [
            language
            for language in content_languages()
            if language in self.members and self.content_language(language) == language
        ]

    def paths(self) -> dict[str, str]:
        """Neutral paths by language, of those with words of their own."""
        return {language: page_path(self.members[language]) for language in self.languages()}


@dataclass(frozen=True)
class Found:
    """What an address leads to: a page to serve, or a neutral path to go to instead."""

    page: Page | None = None
    family: Family | None = None
    redirect_path: str = ""
    # Live pages from the home page down to the one above ``page``.
    above: tuple[Page, ...] = ()


Overlay = Callable[[object, str, str], Found | None]

_overlays: list[Overlay] = []

_branch: ContextVar[dict[str, str] | None] = ContextVar("branch", default=None)


def register_overlay(overlay: Overlay, *, first: bool = False) -> None:
    """Serve something under a seller's name before the company's own tree: overlays are asked in
    turn with (request, neutral path, content language) where ``request.seller`` is set, and the
    first that answers is served. ``first``: before those that are there. Called in an app's
    ``AppConfig.ready``.
    """
    if overlay not in _overlays:
        _overlays.insert(0 if first else len(_overlays), overlay)


def roots() -> dict[str, str]:
    """The url_path of each language's home page: ``{"es": "/es/"}``. As ``Versioned.current``:
    one query, or none while the version is held."""
    return _roots.current()


def _find_roots(_version: str) -> dict[str, str]:
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return {}
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    found = {home.locale.language_code: home for home in homes.select_related("locale")}
    return {code: found[code].url_path for code in content_languages() if code in found}


_roots = Versioned(_find_roots)


@contextmanager
def within(branch: dict[str, str]) -> Iterator[None]:
    """Within it pages of a seller's own branch have neutral paths too; elsewhere they have none,
    and links to them are left out. ``branch``: as ``roots()``, of its top pages.
    """
    token = _branch.set(branch)
    try:
        yield
    finally:
        _branch.reset(token)


def page_path(page) -> str:
    """The neutral path of a page; "" for one that is not under a home page (or ``within``)."""
    for root in (*roots().values(), *(_branch.get() or {}).values()):
        if page.url_path.startswith(root):
            return "/" + page.url_path[len(root) :]
    return ""


def family_of(page) -> Family:
    """The live translations of a page. One query."""
    family = Family()
    siblings = Page.objects.filter(translation_key=page.translation_key, live=True)
    for member in with_origin(siblings).select_related("locale"):
        family.members[member.locale.language_code] = member
    return family


def find_for(request, path: str, language: str) -> Found:
    """As ``find``; under a seller's name what overlays know comes first."""
    if seller_of(request) is not None:
        for overlay in _overlays:
            if (found := overlay(request, path, language)) is not None:
                return found
    return find(path, language)


def find(path: str, language: str, *, branch: dict[str, str] | None = None) -> Found:
    """The page at a neutral path for a visitor who reads ``language``.

    Its own tree first; then the default language's, then the others', where a page with a
    translation leads to that one. Raises Http404 where there is none. ``branch``: look there
    (``within``) instead of in the company's tree.
    """
    if branch is not None:
        with within(branch):
            return _find(branch, path, language)
    return _find(roots(), path, language)


def _find(tops: dict[str, str], path: str, language: str) -> Found:
    if path.count("/") > DEEPEST:
        raise Http404
    wanted = {code: root + path.lstrip("/") for code, root in tops.items()}
    trails = {code: _trail(root, wanted[code]) for code, root in tops.items()}
    keys = Page.objects.filter(url_path__in=wanted.values()).values("translation_key")
    steps = [step for trail in trails.values() for step in trail]
    wanted_pages = Page.objects.filter(
        Q(translation_key__in=keys) | Q(url_path__in=steps), live=True
    )
    pages = with_origin(wanted_pages).select_related("locale")
    by_path: dict[str, Page] = {}
    families: dict = {}
    for page in pages:
        by_path[page.url_path] = page
        if not page_path(page):
            # A translation that lies beside the trees is nowhere to be read.
            continue
        family = families.setdefault(page.translation_key, Family())
        family.members[page.locale.language_code] = page
    for code in sorted(wanted, key=lambda code: (code != language, code != default_language())):
        page = by_path.get(wanted[code])
        if page is None or page.translation_key not in families:
            continue
        family = families[page.translation_key]
        if code == language or (code == default_language() and language not in family.members):
            above = tuple(by_path[step] for step in trails[code] if step in by_path)
            return Found(page=page, family=family, above=above)
        if language in family.members:
            return Found(redirect_path=page_path(family.members[language]))
    raise Http404


def _trail(root: str, path: str) -> list[str]:
    """The url_paths above a page: ``("/es/", "/es/a/b/")`` → ``["/es/", "/es/a/"]``."""
    if path == root:
        return []
    names = path[len(root) :].strip("/").split("/")[:-1]
    return [root] + [root + "/".join(names[:end]) + "/" for end in range(1, len(names) + 1)]


def source_edition(language: str, edition: str) -> str:
    """The edition where a page's words are at home: in the same market if it speaks them."""
    if language_of(edition) == language:
        return edition
    return edition_for_language(language, prefer=market_of(edition))
