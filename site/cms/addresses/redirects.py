"""Redirects from addresses where nothing was found. They match under every edition and alias, and
cost no query on pages that exist.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from urllib.parse import quote, urlsplit

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils.cache import patch_vary_headers
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from markets.lookup import language_of, preferred_edition
from markets.storefront_urls import in_edition, join, neutral, split

from . import routing
from .translations import live_page

# Of a query string with more parameters, only rows with all of them or with none are found.
MOST_PIECES = 6


def target_for(request):
    """The redirect for a path that was not found, as a response, or None.

    The old path of a row may have an edition, a language or neither, and a query string
    (``/index.php?id_product=5``), as addresses of other shops have. Parameters of the visitor's
    query string that the row does not have are kept. A target without edition gets the visitor's.
    """
    if getattr(request, "is_dummy", False) or "\0" in request.path_info:
        return None
    known = getattr(request, "edition", None)
    edition = known or preferred_edition(request)
    pieces = [piece for piece in request.META.get("QUERY_STRING", "").split("&") if piece]
    wanted = candidates(request.path_info, edition, pieces)
    rows = Redirect.objects.filter(old_path__in=wanted)
    # A row for one site has priority over one for all.
    found = {row.old_path: row for row in sorted(rows, key=lambda row: row.site_id is not None)}
    path = next((path for path in wanted if path in found), None)
    if path is None:
        return None
    target = _target(found[path], edition)
    if not target or _is_circle(path, target, request.path):
        return None
    named = wanted[path]
    target = _with_query(target, [piece for piece in pieces if piece not in named])
    # Where the visitor's own edition was chosen, the next one's may be another.
    if known and found[path].is_permanent:
        return HttpResponsePermanentRedirect(target)
    response = HttpResponseRedirect(target)
    if not known:
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        response["Cache-Control"] = "private, no-store"
    return response


def candidates(path: str, edition: str, pieces: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The old paths that a row may have, the most specific first, each with the parameters of the
    query string that it includes: ``/es-co/viejo``, ``/es/viejo``, ``/viejo``.
    """
    rest = neutral(path)
    spellings = [join(edition=edition, rest=rest), f"/{language_of(edition)}{rest}", rest]
    found: dict[str, tuple[str, ...]] = {}
    for named in _choices(pieces):
        query = "?" + "&".join(named) if named else ""
        for spelling in spellings:
            # As the row was written when it was saved. Quoted: what is a "?" or a "[" in the
            # path must not be read as something else.
            address = quote("/" + spelling.lstrip("/"), safe="/;") + query
            found.setdefault(Redirect.normalise_path(address), named)
    return found


def _choices(pieces: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The whole query string, then with fewer and fewer parameters, then none."""
    if len(pieces) > MOST_PIECES:
        yield tuple(pieces)
        yield ()
        return
    for number in range(len(pieces), -1, -1):
        yield from combinations(pieces, number)


def _is_circle(old_path: str, target: str, path: str) -> bool:
    try:
        to = urlsplit(target)
    except ValueError:
        return True
    # Only a query can be left behind at the same path, and then none comes back.
    return not to.netloc and to.path == path and ("?" not in old_path or bool(to.query))


def _with_query(target: str, pieces: Sequence[str]) -> str:
    if not pieces:
        return target
    address, hash_sign, fragment = target.partition("#")
    mark = "&" if "?" in address else "?"
    return f"{address}{mark}{'&'.join(pieces)}{hash_sign}{fragment}"


def _target(row: Redirect, edition: str) -> str:
    if row.redirect_page_id:
        page = live_page(row.redirect_page_id, language_of(edition))
        if page is None:
            return ""
        path = routing.page_path(page)
        route = (row.redirect_page_route_path or "").lstrip("/")
        return in_edition(path + route, edition) if path else ""
    link = row.redirect_link or ""
    if link.startswith("/") and not link.startswith("//"):
        parts = split(link.partition("?")[0].partition("#")[0])
        # Somebody wrote an edition on purpose: it is kept.
        return in_edition(link, parts.edition or edition)
    return link


def remember(old_path: str, *, page: Page | None = None, link: str = "") -> None:
    """Write a redirect from a neutral path to a page (or to a neutral path).

    Replaces an automatic one at that path; one that an editor wrote is kept.
    """
    old_path = Redirect.normalise_path(neutral(old_path))
    kept = Redirect.objects.filter(old_path=old_path, site=None)
    if kept.filter(automatically_created=False).exists():
        return
    kept.delete()
    Redirect.objects.create(
        old_path=old_path,
        site=None,
        redirect_page=page,
        redirect_link="" if page else link,
        is_permanent=True,
        automatically_created=True,
    )


def remember_moved(page: Page, *, before: str, after: str) -> None:
    """A page's ``url_path`` changed: redirect its old address, and those of pages below it."""
    roots = [root for root in routing.roots().values() if before.startswith(root)]
    if before == after or not roots or before in routing.roots().values():
        return
    root = roots[0]
    if page.live:
        remember("/" + before[len(root) :], page=page)
    for child in page.get_descendants().live():
        old = before + child.url_path[len(after) :]
        remember("/" + old[len(root) :], page=child)
