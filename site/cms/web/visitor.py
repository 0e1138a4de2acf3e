"""The visitor endpoint: a visitor's own data as JSON, requested after a cached page has loaded.

Pages work without it.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from markets.lookup import EDITION_COOKIE

YEAR = 365 * 24 * 60 * 60

_parts: dict[str, Callable] = {"cart_count": lambda request: 0}
_finishers: list[Callable] = []


def register_part(name: str, part: Callable) -> None:
    """Register a key of the answer: ``part(request)`` returns a value that JSON can hold.

    Called in ``AppConfig.ready`` of an area; commerce registers ``cart_count``.
    """
    _parts[name] = part


def register_finisher(finisher: Callable) -> None:
    """Register a function that may change the response, for instance set a cookie.

    ``finisher(request, response)``. Called in ``AppConfig.ready`` of an area. Visits are counted
    here, because cached pages count nothing.
    """
    if finisher not in _finishers:
        _finishers.append(finisher)


@require_GET
def visitor(request):
    """Name, cart and messages of the visitor as JSON, and a cookie with the edition: the next visit
    to ``/`` is redirected there.
    """
    user = request.user
    signed_in = user.is_authenticated
    data = {
        "signed_in": signed_in,
        "name": (user.first_name or user.email) if signed_in else "",
        "messages": [
            {"level": message.level_tag, "text": str(message)} for message in get_messages(request)
        ],
    }
    data.update({name: part(request) for name, part in _parts.items()})
    response = JsonResponse(data)
    response["Cache-Control"] = "private, no-store"
    if request.edition and request.COOKIES.get(EDITION_COOKIE) != request.edition:
        response.set_cookie(
            EDITION_COOKIE,
            request.edition,
            max_age=YEAR,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
        )
    for finisher in _finishers:
        finisher(request, response)
    return response
