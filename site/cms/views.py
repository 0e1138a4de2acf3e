from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.shortcuts import render
from django.template import loader
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail import views as wagtail_views

from markets.lookup import edition_for_language, language_of
from markets.storefront_urls import in_edition, split

from .addresses import redirects, routing
from .content.models import StorefrontPage
from .frame import site_frame
from .page_cache import cache_page_for_everyone
from .page_cache.versioned import pinned_version
from .web import same_origin


@csrf_exempt
@same_origin.required
@cache_page_for_everyone
def serve_page(request, path: str = ""):
    """A page of the tree, in the visitor's language or with a notice in the default one.

    Takes no CSRF token, which would make a page private: what is posted here must come from
    our own pages (``same_origin``).
    """
    if path and not path.endswith("/"):
        path += "/"
    with pinned_version():
        try:
            found = routing.find_for(request, "/" + path, language_of(request.edition))
        except Http404:
            return _walk_or_redirect(request, path)
        if found.redirect_path:
            return HttpResponseRedirect(in_edition(found.redirect_path))
        page = found.page.specific
        page.locale = found.page.locale
        if isinstance(page, StorefrontPage):
            page.family = found.family
            page.above = found.above
        request._wagtail_route_for_request = _route(page, request)
        try:
            return wagtail_views.serve(request, path)
        except Http404:
            if target := redirects.target_for(request):
                return target
            raise


def _route(page, request):
    try:
        return page.route(request, [])
    except Http404:
        return None


def _walk_or_redirect(request, path: str):
    """Pages with addresses of their own below them (Wagtail's routable pages), then redirects."""
    try:
        return wagtail_views.serve(request, path)
    except Http404:
        if target := redirects.target_for(request):
            return target
        raise


@require_safe
def brand_css(request, digest: str):
    """The brand's custom properties. The address has their hash, so browsers cache it for good."""
    current = site_frame.current()
    response = HttpResponse(current.stylesheet, content_type="text/css; charset=utf-8")
    if digest == current.stylesheet_digest:
        response["Cache-Control"] = "public, max-age=31536000, immutable"
    else:
        response["Cache-Control"] = "public, max-age=60"
    return response


def page_not_found(request, exception=None):
    """404 with the site's frame, or a redirect. In the language of the address."""
    if target := redirects.target_for(request):
        return target
    if not getattr(request, "edition", None):
        request.edition = edition_for_language(getattr(request, "LANGUAGE_CODE", "") or "")
    request.storefront_robots = "noindex, follow"
    with pinned_version():
        return render(request, "404.html", status=404)


def bad_request(request, exception=None):
    """400 without reading the request any further: its data may be the problem."""
    with language_of_address(request):
        return HttpResponseBadRequest(loader.get_template("400.html").render({}))


def address_too_long(request):
    """414, likewise."""
    with language_of_address(request):
        return HttpResponse(loader.get_template("414.html").render({}), status=414)


def server_error(request):
    """500 without database, session or context processors: any of them may be the problem."""
    with language_of_address(request):
        return HttpResponse(loader.get_template("500.html").render({}), status=500)


def language_of_address(request):
    """The language of the address: the error may come from before a language was activated."""
    known = split(request.path_info).edition or translation.get_language_from_request(request)
    return translation.override(known)
