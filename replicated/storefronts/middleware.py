"""Middleware of replicated sites: serve the whole shop under a seller's alias, without copies.

``/@alias/es-co/…`` serves ``/es-co/…`` with the alias as the script name, so that ``reverse()``,
links and form actions keep it. A seller's own host name does the same without a prefix. Must be the
first middleware: code behind it never sees the alias.
"""

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpResponseRedirect
from django.http.request import split_domain_port, validate_host
from django.urls import get_script_prefix, set_script_prefix
from django.utils.cache import patch_cache_control
from django.utils.encoding import escape_uri_path
from django.utils.translation import gettext_lazy as _

from markets.lookup import is_edition
from replicated.attribution import links
from replicated.consultants.aliases import COMPANY_PATHS

from . import resolving

# Query parameters for the company's page to say why the visitor was redirected from a site.
CLOSED, WAS_CLOSED, HAD_OWN_PAGES = "site", "closed", "closed-pages"
CLOSED_NOTICE = _("This consultant's site is closed. You're on the company's site.")


class StorefrontMiddleware:
    """Sets ``request.seller``; redirects from unknown, closed and renamed sites."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.seller = None
        if not self._is_company_host(request):
            return self._on_own_host(request)
        if request.path_info.startswith("/@"):
            return self._under_alias(request)
        if request.GET.get(CLOSED) in (WAS_CLOSED, HAD_OWN_PAGES):
            return self._instead_of_closed(request)
        return self.get_response(request)

    def _instead_of_closed(self, request):
        """The company's page in place of a closed site, with a notice. A page that only an
        influencer had redirects to the company's home page.
        """
        request.storefront_notice = CLOSED_NOTICE
        request.storefront_robots = "noindex, follow"
        response = self.get_response(request)
        first = request.path_info.strip("/").partition("/")[0]
        is_theirs = request.GET[CLOSED] == HAD_OWN_PAGES and response.status_code == 404
        if is_theirs and is_edition(first):
            response = HttpResponseRedirect(f"/{first}/?{CLOSED}={WAS_CLOSED}")
            response["Cache-Control"] = "private, no-store"
        return response

    # --- /@alias/…

    def _under_alias(self, request):
        raw, slash, tail = request.path_info[2:].partition("/")
        if resolving.is_malformed(raw):
            # No alias can look like this: the company's 404 page.
            return self.get_response(request)
        rest = f"/{tail}"
        if tail.partition("/")[0] in COMPANY_PATHS:
            return HttpResponseRedirect(_with_query(request, _one_slash(rest)))
        seller = resolving.seller_named(raw)
        if seller is None:
            return self._closed(request, rest, resolving.had_own_pages(raw))
        if seller.alias != raw or not slash:
            # Never permanent: if the site is renamed back, cached redirects would loop.
            return HttpResponseRedirect(_with_query(request, f"/@{seller.alias}{rest}"))
        request.seller = seller
        prefix = f"/@{seller.alias}"
        former = get_script_prefix()
        request.META["SCRIPT_NAME"] = prefix
        request.META["PATH_INFO"] = request.path_info = rest
        request.path = prefix + rest
        set_script_prefix(prefix)
        try:
            return self._finish(request, self.get_response(request))
        finally:
            set_script_prefix(former)

    @staticmethod
    def _closed(request, rest: str, had_own_pages: bool):
        """Redirect to the same page of the company's site, with a notice. Credits no seller."""
        query = request.GET.copy()
        query[CLOSED] = HAD_OWN_PAGES if had_own_pages else WAS_CLOSED
        path = escape_uri_path(_one_slash(rest))
        response = HttpResponseRedirect(f"{path}?{query.urlencode()}")
        response["Cache-Control"] = "private, no-store"
        return response

    # --- Own host names

    @staticmethod
    def _is_company_host(request) -> bool:
        # ALLOWED_HOSTS accepts every host, so that sellers' own ones can be looked up here.
        domain, _port = split_domain_port(request.get_host())
        return validate_host(domain, settings.COMPANY_HOSTS)

    def _on_own_host(self, request):
        host = request.get_host()
        domain, _port = split_domain_port(host)
        consultant = resolving.consultant_at(domain)
        if consultant is None:
            raise DisallowedHost(f"Nobody's host: {domain!r}")
        first = request.path_info.lstrip("/").partition("/")[0]
        if first in COMPANY_PATHS and first not in ("static", "media", "brand", "documents"):
            path = _with_query(request, request.path_info)
            return HttpResponseRedirect(resolving.company_origin() + path)
        if request.path_info.startswith("/@") or not consultant.has_open_site:
            query = request.GET.copy()
            if not consultant.has_open_site:
                query[CLOSED] = HAD_OWN_PAGES if consultant.is_influencer else WAS_CLOSED
            target = resolving.company_origin() + escape_uri_path(request.path_info)
            return HttpResponseRedirect(f"{target}?{query.urlencode()}" if query else target)
        request.seller = resolving.seller_from(consultant, own_host=f"{request.scheme}://{host}")
        return self._finish(request, self.get_response(request))

    @staticmethod
    def _finish(request, response):
        if getattr(request, "edition", None):
            # To a shared cache the same page would be another one under each seller's name.
            patch_cache_control(response, private=True)
            links.remember(request, response)
        return response


def _one_slash(path: str) -> str:
    """Collapse leading slashes: browsers would take "//host" for another host (open redirect)."""
    return "/" + path.lstrip("/")


def _with_query(request, path: str) -> str:
    query = request.META.get("QUERY_STRING", "")
    path = escape_uri_path(path)
    return f"{path}?{query}" if query else path
