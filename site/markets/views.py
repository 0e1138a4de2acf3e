from django.http import HttpResponseRedirect
from django.utils.cache import patch_vary_headers

from .lookup import preferred_variant
from .storefront_urls import in_variant


def to_variant(request, language: str | None = None, rest: str = ""):
    """``/`` and ``/es/…`` lead to the visitor's own market, on the same page."""
    variant = preferred_variant(request, language=language)
    query = request.META.get("QUERY_STRING", "")
    target = in_variant("/" + rest, variant) + (f"?{query}" if query else "")
    response = HttpResponseRedirect(target)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    response["Cache-Control"] = "private, no-store"
    return response
