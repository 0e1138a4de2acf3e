from django.http import HttpResponseRedirect
from django.utils.cache import patch_vary_headers

from .lookup import preferred_edition
from .storefront_urls import in_edition


def to_edition(request, language: str | None = None, rest: str = ""):
    """``/`` and ``/es/…`` lead to the visitor's own market, on the same page."""
    edition = preferred_edition(request, language=language)
    query = request.META.get("QUERY_STRING", "")
    target = in_edition("/" + rest, edition) + (f"?{query}" if query else "")
    response = HttpResponseRedirect(target)
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    response["Cache-Control"] = "private, no-store"
    return response
