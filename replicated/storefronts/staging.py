"""Render a preview of a consultant's home page with content that is not public.

Only for the consultant and for staff who approve sites: the views that call this check that first.
"""

import copy
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.urls import get_script_prefix, set_script_prefix
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers, patch_cache_control

from cms.views import serve_page
from markets.lookup import market_of
from markets.sellers import Seller
from replicated.consultants.models import Consultant

from .content import Content, card_of


def draft_seller(consultant: Consultant, content: Content) -> Seller:
    card = card_of(content)
    return Seller(
        pk=consultant.pk,
        code=consultant.code,
        alias=consultant.alias,
        name=card["name"] or consultant.name,
        is_influencer=consultant.is_influencer,
        card=card,
    )


def draw(request, *, consultant: Consultant, content: Content, edition: str) -> HttpResponse:
    """The preview in an edition, never cached and marked noindex."""
    seller = draft_seller(consultant, content)
    staged = copy.copy(request)
    staged.method = "GET"
    staged.GET = request.GET.__class__("")
    staged.META = {**request.META, "SCRIPT_NAME": seller.base, "QUERY_STRING": ""}
    staged.path_info = f"/{edition}/"
    staged.path = f"{seller.base}{staged.path_info}"
    staged.seller, staged.edition = seller, edition
    staged.LANGUAGE_CODE = edition
    staged.storefront_robots = "noindex, nofollow"
    former, zone = get_script_prefix(), timezone.get_current_timezone()
    set_script_prefix(f"{seller.base}/")
    try:
        with (
            translation.override(edition),
            timezone.override(ZoneInfo(market_of(edition).time_zone)),
        ):
            response = serve_page(staged)
            if hasattr(response, "render"):
                response.render()
    finally:
        set_script_prefix(former)
        timezone.activate(zone)
    return private(response)


def private(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    patch_cache_control(response, private=True, no_store=True)
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response
