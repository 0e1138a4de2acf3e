"""What belongs to one visitor, asked for after a page has loaded. The page works without it."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import JsonResponse
from django.views.decorators.http import require_GET

from markets.lookup import EDITION_COOKIE

YEAR = 365 * 24 * 60 * 60

_parts: dict[str, Callable] = {"cart_count": lambda request: 0}
_finishers: list[Callable] = []


def contribute(name: str, part: Callable) -> None:
    """Let another area answer for a key: ``part(request)`` gives what JSON can carry.

    Called in its ``AppConfig.ready``; commerce answers for ``cart_count``.
    """
    _parts[name] = part


def finish(finisher: Callable) -> None:
    """Let another area add to the answer: ``finisher(request, response)`` may set a cookie.

    Called in its ``AppConfig.ready``. Here a visit is noticed, which no page may write down.
    """
    if finisher not in _finishers:
        _finishers.append(finisher)


@require_GET
def visitor(request):
    """Name, cart and messages of whoever asks, as JSON, and a cookie with the edition asked in:
    the next visit to ``/`` leads there.
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
