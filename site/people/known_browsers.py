"""Browsers in which somebody proved an address before, by a mailed code.

Whoever asks for code after code to somebody else's address slows down everybody who asks for
one to it; not this browser. The cookie is signed, holds no address, and opens nothing.
"""

from django.conf import settings
from django.core import signing
from django.utils.crypto import salted_hmac

COOKIE = "known"
SALT = "people.known_browsers"
LIFETIME = 180 * 24 * 60 * 60
# A browser that a family shares knows a few addresses.
REMEMBERED = 5


def _mark(email: str) -> str:
    return salted_hmac(SALT, email.strip().lower(), algorithm="sha256").hexdigest()[:32]


def _read(request) -> list[str]:
    try:
        found = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LIFETIME)
    except signing.BadSignature:
        return []
    return [str(mark) for mark in found]


def knows(request, email: str) -> bool:
    """Whether this browser proved the address within the last half year."""
    return _mark(email) in _read(request)


def remember(request, response, email: str) -> None:
    """Note in the browser that it proved the address just now."""
    marks = [_mark(email), *(mark for mark in _read(request) if mark != _mark(email))]
    response.set_cookie(
        COOKIE,
        signing.dumps(marks[:REMEMBERED], salt=SALT),
        max_age=LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
