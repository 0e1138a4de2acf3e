"""Where a page that is gone went. Redirects are looked up when nothing was found, so a page
that is there costs nothing, and match under every variant and alias.
"""

from urllib.parse import urlsplit

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from markets.lookup import language_of
from markets.storefront_urls import in_variant, join, neutral, split

from . import routing
from .references import References


def candidates(path: str, variant: str) -> list[str]:
    """The ways in which a redirect may have been written, the most particular first:
    ``/es-co/viejo``, ``/es/viejo``, ``/viejo``.
    """
    rest = neutral(path)
    spellings = [join(variant=variant, rest=rest), f"/{language_of(variant)}{rest}", rest]
    return [Redirect.normalise_path(spelling) for spelling in spellings]


def target_for(request):
    """The redirect for a path that was not found, as a response, or None."""
    variant = getattr(request, "variant", None)
    if not variant or getattr(request, "is_dummy", False) or "\0" in request.path_info:
        return None
    wanted = candidates(request.path_info, variant)
    rows = Redirect.objects.filter(old_path__in=wanted)
    found = {row.old_path: row for row in rows.order_by("site_id")}
    row = next((found[path] for path in wanted if path in found), None)
    if row is None:
        return None
    target = _target(row, variant)
    if not target or urlsplit(target).path == request.path:
        return None
    kind = HttpResponsePermanentRedirect if row.is_permanent else HttpResponseRedirect
    return kind(target)


def _target(row: Redirect, variant: str) -> str:
    if row.redirect_page_id:
        page = References().page_in(row.redirect_page_id, language_of(variant))
        if page is None:
            return ""
        path = routing.page_path(page)
        route = (row.redirect_page_route_path or "").lstrip("/")
        return in_variant(path + route, variant) if path else ""
    link = row.redirect_link or ""
    if link.startswith("/") and not link.startswith("//"):
        parts = split(urlsplit(link).path)
        # Somebody wrote a variant on purpose: it is kept.
        return in_variant(link, parts.variant or variant)
    return link


def remember(old_path: str, *, page: Page | None = None, link: str = "") -> None:
    """Lead a neutral path to a page (or to a neutral path) from now on.

    What automatic redirect stood there is replaced; one that an editor wrote is kept.
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
    """A page's ``url_path`` changed: lead the old addresses of it and what is below it there."""
    roots = [root for root in routing.roots().values() if before.startswith(root)]
    if before == after or not roots or before in routing.roots().values():
        return
    root = roots[0]
    if page.live:
        remember("/" + before[len(root) :], page=page)
    for child in page.get_descendants().live():
        old = before + child.url_path[len(after) :]
        remember("/" + old[len(root) :], page=child)
