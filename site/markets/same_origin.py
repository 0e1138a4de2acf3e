"""The guard of forms on cached pages.

A CSRF token would make a cached page private. Cart lines, contact and the like go through this
decorator instead: browsers say where a request comes from, and a page elsewhere cannot forge
that. Account and money keep Django's token.
"""

from functools import wraps
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseNotAllowed
from django.utils.cache import add_never_cache_headers
from django.views.decorators.csrf import csrf_exempt


def is_same_origin(request) -> bool:
    """Whether a browser says that the request comes from a page of this very origin."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    if not origin:
        return False
    parts = urlsplit(origin)
    return parts.scheme == request.scheme and parts.netloc == request.get_host()


def same_origin_post(view):
    """Let only POSTs from our own pages through; answers are never cached.

    Raises PermissionDenied (403) for a POST from elsewhere.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not is_same_origin(request):
            raise PermissionDenied("cross-origin form")
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["Cache-Control"] = "private, no-store"
        return response

    return guarded
