"""The page cache's middleware: serves cached pages before any query, and stores new ones."""

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
from .audience import AskedAbout, variant
from .page_store import LONGEST, CachedPage, page_store
from .tier import current_code

# Longer ones are nobody's links, and would only fill the store.
LONGEST_QUERY = 400
# Campaign parameters change nothing on a page: one cached page serves all campaigns.
CAMPAIGN_PREFIXES = ("utm_", "mc_", "pk_", "hsa_")
CAMPAIGN_NAMES = {"gclid", "gbraid", "wbraid", "dclid", "fbclid", "msclkid", "ttclid", "igshid"}
# Part of the cache key: a partial update is another answer than the page at the same address.
PARTIAL_HEADERS = ("HX-Request", "HX-Target", "HX-History-Restore-Request")
# Headers that are not stored with a page.
PERSONAL_HEADERS = {"set-cookie", "content-length", "date"}


@dataclass(frozen=True)
class PageToCache:
    """What the middleware wants of the view (``cache_page_for_everyone``). ``for_any_seller``: with
    placeholders for the seller (``slots``), so that one page serves all consultants' sites."""

    key: tuple
    edition: str
    for_any_seller: bool


class PageCacheMiddleware:
    """Must come directly after the middleware that finds the seller, and before every middleware
    that reads the visitor (session, user, messages)."""

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
            # The page is not cached, but its fragments are: they inherit what it reads.
            with freshness.collect():
                return self.get_response(request)
        if (page := _find(wanted.key)) is not None:
            return _answer(request, page)
        request.page_to_cache = wanted
        with freshness.collect() as dependencies:
            response = self.get_response(request)
        if not getattr(response, "cacheable", False):
            return response
        page = _as_page(response, wanted, dependencies)
        if page is None:
            return _closed(request, response)
        _store(wanted.key, page, dependencies.audiences)
        return _answer(request, page)


def _find(key: tuple) -> CachedPage | None:
    """The cached page of a key; of one that differs by audience that of the visitor's."""
    found = page_store.get(key, timezone.now())
    if isinstance(found, AskedAbout):
        found = page_store.get(variant(key, found.audiences), timezone.now())
    return found


def _store(key: tuple, page: CachedPage, audiences: set[str]) -> None:
    most = settings.PAGE_CACHE_MEGABYTES * 2**20
    there = page_store.get(key, timezone.now())
    if isinstance(there, AskedAbout):
        # Whoever may read more is asked about more: an answer never loses a question.
        audiences = audiences | there.audiences
    if audiences:
        asked = AskedAbout(frozenset(audiences), page.ends, page.tags, page.began)
        page_store.put(key, asked, most=most)
        key = variant(key, asked.audiences)
    page_store.put(key, page, most=most)


def _page_to_cache(request, edition: str) -> PageToCache | None:
    """The cache key of a request that may be served from the cache; None for all others.
    Removes campaign parameters from the request."""
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
    # Influencers have pages of their own, and on a seller's own host there is no prefix: both are
    # cached for one seller, and what is shown of the seller is part of the key.
    is_shared = seller is not None and not seller.is_influencer and not seller.own_host
    key = (
        request.scheme,
        request.get_host(),
        # The prefix of links; a placeholder where all consultants share a page.
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
    """The query string without campaign parameters; the view does not see them either."""
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


# --- Storing ----------------------------------------------------------------------------


def _as_page(
    response, wanted: PageToCache, dependencies: freshness.Dependencies
) -> CachedPage | None:
    """The response as a cache entry; None where it must not be cached (cookie, error, private)."""
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
    """A response that is not cached, with all placeholders filled."""
    if getattr(response, "has_open_slots", False):
        prefix = get_script_prefix().rstrip("/")
        if not response.streaming:
            names = slots.parts_in(response.content.decode())
            with _as_the_page_was(request):
                parts = slots.render_parts(request, names)
            response.content = slots.fill(response.content, parts, prefix)
        for name, value in list(response.items()):
            response[name] = slots.fill_prefix(value.encode(), prefix).decode()
    return response


# --- Serving ----------------------------------------------------------------------------


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
    # Browsers revalidate each time: a change shows at once, and a 304 has no body.
    patch_cache_control(response, no_cache=True)
    return get_conditional_response(request, etag=f'"{etag}"', response=_tagged(response, etag))


def _tagged(response, etag: str):
    response["ETag"] = f'"{etag}"'
    return response


def _for_seller(request, page: CachedPage) -> tuple[bytes, str]:
    """Body and ETag for the seller of the request. The ETag is a hash of what differs between
    sellers, not of the whole body."""
    if not page.parts and slots.PREFIX_SLOT.encode() not in page.body:
        return page.body, page.etag
    prefix = get_script_prefix().rstrip("/")
    with _as_the_page_was(request):
        parts = slots.render_parts(request, page.parts)
    differs = "\0".join([page.etag, prefix, *parts.values()])
    return slots.fill(page.body, parts, prefix), hashlib.sha256(differs.encode()).hexdigest()[:24]


def _as_the_page_was(request):
    return translation.override(split(request.path_info).edition)
