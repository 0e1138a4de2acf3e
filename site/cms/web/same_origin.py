"""Forms on pages that are the same for everybody carry no token: where a request comes from
decides instead."""

from functools import wraps
from urllib.parse import urlsplit

from django.shortcuts import render

SAFE_METHODS = ("GET", "HEAD", "OPTIONS", "TRACE")


def is_same_origin(request) -> bool:
    """Whether a request was sent by a page of this very scheme and host.

    Browsers say so in ``Sec-Fetch-Site``; those that do not send it say it in ``Origin``.
    A request with neither is refused.
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
    """Refuse (403) unsafe methods that another site started. Safe ones pass.

    Together with ``csrf_exempt``, for cart lines, hearts, contact and other forms on public
    pages; account and money keep Django's token.
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
