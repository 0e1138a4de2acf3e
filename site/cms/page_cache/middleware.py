"""Answers kept pages before anything else is asked, and keeps those that may be kept."""

import hashlib
from dataclasses import dataclass
from urllib.parse import unquote_plus

from django.conf import settings
from django.http import HttpResponse, QueryDict
from django.urls import get_script_prefix
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response, patch_cache_control

from markets.lookup import market_of
from markets.sellers import Seller, seller_of
from markets.storefront_urls import split

from . import freshness, slots
from .page_store import LONGEST, CachedPage, page_store
from .tier import current_code

# Longer ones are nobody's links, and would only fill the store.
LONGEST_QUERY = 400
# Where somebody came from changes nothing on a page: one kept page serves all campaigns.
CAMPAIGN_PREFIXES = ("utm_", "mc_", "pk_", "hsa_")
CAMPAIGN_NAMES = {"gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "ttclid", "igshid"}
# What a partial update asks for differs from the page at the same address.
PARTIAL_HEADERS = ("HX-Request", "HX-Target", "HX-History-Restore-Request")
# Never repeated to somebody else.
PERSONAL_HEADERS = {"set-cookie", "content-length", "date"}


@dataclass(frozen=True)
class PageToCache:
    """Asked of a view (``cache_page_for_everyone``): ``for_any_seller`` leaves the seller's slots
    open."""

    key: tuple
    edition: str
    for_any_seller: bool


class PageCacheMiddleware:
    """Stands directly behind the one that knows the seller, before all that read the visitor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        edition = split(request.path_info).edition
        if not edition or not settings.PAGE_CACHE_MEGABYTES:
            return self.get_response(request)
        with freshness.pinned():
            return self._serve(request, edition)

    def _serve(self, request, edition: str):
        wanted = _page_to_cache(request, edition)
        if wanted is None:
            # It is not kept, but pieces of it are: what was read before them is noted.
            with freshness.collect():
                return self.get_response(request)
        page = page_store.get(wanted.key, timezone.now())
        if page is not None:
            return _answer(request, page)
        request.page_to_cache = wanted
        with freshness.collect() as dependencies:
            response = self.get_response(request)
        if not getattr(response, "cacheable", False):
            return response
        page = _as_page(response, wanted, dependencies)
        if page is None:
            return _closed(request, response)
        page_store.put(wanted.key, page, most=settings.PAGE_CACHE_MEGABYTES * 2**20)
        return _answer(request, page)


def _page_to_cache(request, edition: str) -> PageToCache | None:
    """What the address asks for, where it may be kept; campaigns are forgotten on the way."""
    if (
        request.method != "GET"
        or getattr(request, "is_dummy", False)
        or "Authorization" in request.headers
    ):
        return None
    if freshness.latest() is None:
        return None
    query = _without_campaign(request)
    if len(query) > LONGEST_QUERY:
        return None
    seller = seller_of(request)
    # An influencer has pages of their own, and on a host of their own no prefix tells sites
    # apart: both are kept for themselves, with what is shown of them.
    is_shared = seller is not None and not seller.is_influencer and not seller.own_host
    key = (
        request.scheme,
        request.get_host(),
        # Links begin with it; where all consultants share a page it is left open.
        *(("@", "") if is_shared else (_shown_of(seller), get_script_prefix())),
        request.path_info,
        query,
        current_code(),
        *(request.headers.get(name, "") for name in PARTIAL_HEADERS),
    )
    return PageToCache(key=key, edition=edition, for_any_seller=is_shared)


def _shown_of(seller: Seller | None) -> str:
    if seller is None:
        return ""
    shown = hashlib.sha256(repr((seller.name, seller.card)).encode()).hexdigest()
    return f"{seller.base} {seller.pk} {shown}"


def _without_campaign(request) -> str:
    """The query string without what advertisers add, which the page then does not see either."""
    query = request.META.get("QUERY_STRING", "")
    if not query:
        return ""
    kept = "&".join(piece for piece in query.split("&") if not _is_campaign(piece))
    if kept != query:
        request.META["QUERY_STRING"] = kept
        request.GET = QueryDict(kept, encoding=request.encoding)
    return kept


def _is_campaign(piece: str) -> bool:
    name = unquote_plus(piece.partition("=")[0]).lower()
    return name in CAMPAIGN_NAMES or name.startswith(CAMPAIGN_PREFIXES)


# --- Keeping ----------------------------------------------------------------------------


def _as_page(
    response, wanted: PageToCache, dependencies: freshness.Dependencies
) -> CachedPage | None:
    """The response as a page to keep; None where it turned out to be somebody's own."""
    control = response.get("Cache-Control", "").lower()
    if (
        response.status_code != 200
        or response.streaming
        or response.cookies
        or dependencies.began is None
        or not dependencies.cacheable
        or "cookie" in response.get("Vary", "").lower()
        or "private" in control
        or "no-store" in control
    ):
        return None
    body = response.content
    has_slots = getattr(response, "has_open_slots", False)
    now = timezone.now()
    return CachedPage(
        body=body,
        headers=tuple(
            (name, value)
            for name, value in response.items()
            if name.lower() not in PERSONAL_HEADERS
        ),
        edition=wanted.edition,
        etag=hashlib.sha256(body).hexdigest()[:24],
        ends=min(now + LONGEST, dependencies.ends or now + LONGEST),
        tags=dependencies.all_tags(market_of(wanted.edition).code),
        began=dependencies.began,
        parts=slots.parts_in(body.decode()) if has_slots else (),
    )


def _closed(request, response):
    """A response that is not kept, with nothing left open in it."""
    if getattr(response, "has_open_slots", False):
        prefix = get_script_prefix().rstrip("/")
        if not response.streaming:
            names = slots.parts_in(response.content.decode())
            with _as_the_page_was(request):
                parts = slots.draw_parts(request, names)
            response.content = slots.fill(response.content, parts, prefix)
        for name, value in list(response.items()):
            response[name] = slots.fill_prefix(value.encode(), prefix).decode()
    return response


# --- Answering --------------------------------------------------------------------------


def _answer(request, page: CachedPage):
    request.edition = page.edition
    request.market = market_of(page.edition)
    body, etag = page.body, page.etag
    if page.parts or seller_of(request) is not None:
        body, etag = _for_seller(request, page)
    response = HttpResponse(body)
    for name, value in page.headers:
        response[name] = value
    response["Content-Length"] = str(len(body))
    # To be asked for again each time: a change shows at once, and 304 costs no bytes.
    patch_cache_control(response, no_cache=True)
    return get_conditional_response(request, etag=f'"{etag}"', response=_tagged(response, etag))


def _tagged(response, etag: str):
    response["ETag"] = f'"{etag}"'
    return response


def _for_seller(request, page: CachedPage) -> tuple[bytes, str]:
    """The page of the seller whose site it is, and its tag: of what differs, not of the whole."""
    if not page.parts and slots.PREFIX_SLOT.encode() not in page.body:
        return page.body, page.etag
    prefix = get_script_prefix().rstrip("/")
    with _as_the_page_was(request):
        parts = slots.draw_parts(request, page.parts)
    differs = "\0".join([page.etag, prefix, *parts.values()])
    return slots.fill(page.body, parts, prefix), hashlib.sha256(differs.encode()).hexdigest()[:24]


def _as_the_page_was(request):
    return translation.override(split(request.path_info).edition)
