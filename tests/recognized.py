"""Somebody whom every request knows already: for walks through hundreds of addresses.

A request begins by reading the session, the user, what they may do and what they curate. In a walk
of thousands of questions by the same few people that was half of the time, and it asks the same
thing each time. For questions that change nothing; what becomes of sessions and of rights that are
taken away is asked elsewhere.
"""

from django.conf import settings as current
from django.contrib.auth import get_user_model
from django.test import Client


class Recognizing:
    """The user of a session that is known is known; who has another one is looked up as ever."""

    known = {}

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        user = self.known.get(request.COOKIES.get(current.SESSION_COOKIE_NAME))
        if user is not None:
            # What Django's own middleware looks at first.
            request._cached_user = user
        return self.get_response(request)


def recognize(settings, *signed_in: Client) -> None:
    """From their first request on, until the test ends (``settings`` is the fixture)."""
    name = f"{__name__}.{Recognizing.__name__}"
    if name not in settings.MIDDLEWARE:
        settings.MIDDLEWARE = [name, *settings.MIDDLEWARE]
    for client in signed_in:
        session = client.session
        user = get_user_model().objects.get(pk=session["_auth_user_id"])
        Recognizing.known[session.session_key] = user
