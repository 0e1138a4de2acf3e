"""CSRF protection without a token, for forms on cached pages: by the origin of the request."""

from functools import wraps
from urllib.parse import urlsplit

from django.shortcuts import render

SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")


def is_same_origin(request) -> bool:
    """Whether a request was sent by a page of the same scheme and host.

    Read from ``Sec-Fetch-Site``, and from ``Origin`` of browsers that do not send it. False for a
    request with neither.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    if not origin:
        return False
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme == request.scheme and parts.netloc == request.get_host()


def required(view):
    """Answer 403 to POST and other unsafe methods that another site started.

    Used with ``csrf_exempt`` for cart lines, contact and other forms on public pages; account and
    checkout keep Django's token.
    """

    @wraps(view)
    def checked(request, *args, **kwargs):
        if request.method not in SAFE_METHODS and not is_same_origin(request):
            request.storefront_robots = "noindex, follow"
            response = render(request, "cms/refused.html", status=403)
            response["Cache-Control"] = "private, no-store"
            return response
        return view(request, *args, **kwargs)

    return checked
